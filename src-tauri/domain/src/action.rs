//! Everything that can happen to a case: one variant each. The journal is a list of these.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::call::CallRecord;
use crate::case::EndKind;
use crate::ids::{ReceiptNumber, Rule};
use crate::money::Fee;
use crate::packet::{Disc, FoundItem, ItemKind, Packet};
use crate::paper::{PaperKind, ReturnReason, VoidReason};
use crate::people::{Applicant, Intake, Patient, Referrer, Subject};
use crate::screening::{Doubt, Ground, Verdict};
use crate::visit::{AskedBy, Mode, Return, Slot};

/// Fields marked "desk" are filled by the desk when the action is taken (receipt number, frozen fee,
/// expiry of a hold ...), so that replaying the journal needs neither clock nor rules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// First contact by telephone (R4), with what the clerk heard.
    Inquire {
        intake: Intake,
        heard: Vec<Ground>,
        explained: bool,
        /// Desk: outside hours (R68).
        out_of_hours: bool,
        /// Desk: until when a packet is expected.
        packet_due: Option<NaiveDate>,
    },
    /// Mail arrived: the first packet opens the receipt number, a later one joins it.
    ReceivePacket {
        packet: Packet,
        items: Vec<FoundItem>,
        discs: Vec<Disc>,
        /// Needed items the applicant announced for the day itself.
        bring_on_day: Vec<ItemKind>,
        /// What the form says; `None` for a later packet that adds nothing to it.
        intake: Option<Intake>,
        /// Desk: issued with the first packet.
        number: Option<ReceiptNumber>,
    },
    /// Who and what, as written on the application form. Each replaces what stood there; the journal keeps the old.
    AmendPatient {
        patient: Patient,
    },
    AmendApplicant {
        applicant: Applicant,
    },
    AmendReferrer {
        referrer: Referrer,
    },
    AmendSubject {
        subject: Subject,
        applied_on: Option<NaiveDate>,
    },
    /// 点検: an item as found, new or again.
    CheckItem {
        item: FoundItem,
    },
    /// The applicant will bring it on the day, or no longer.
    BringOnDay {
        item: ItemKind,
        bring: bool,
    },
    CheckDisc {
        index: usize,
        disc: Disc,
    },
    /// Where the material lies now.
    Move {
        place: String,
    },
    /// The clerk's tick: 疑い or 該当なし. Decides nothing (R13).
    Doubt {
        ground: Ground,
        doubt: Doubt,
    },
    /// A rule set aside, with the reason.
    Waive {
        rule: Rule,
        reason: String,
    },
    /// 審査依頼.
    AskDoctor {
        department: String,
        doctor: Option<String>,
    },
    RemindDoctor {},
    /// Only the doctor decides (R13).
    RecordVerdict {
        verdict: Verdict,
    },
    /// 仮押さえ. `until` by the desk.
    HoldSlot {
        slot: Slot,
        until: Option<NaiveDateTime>,
    },
    ReleaseSlot {
        start: NaiveDateTime,
    },
    /// All candidates declined by the patient.
    DeclineCandidates {
        reason: String,
    },
    LogCall {
        call: CallRecord,
        /** Desk: outside hours (R68). */
        out_of_hours: bool,
    },
    /// The patient chose a held candidate; the fee was spoken. `fee` by the desk.
    Book {
        start: NaiveDateTime,
        fee: Option<Fee>,
    },
    /// The agreed date falls; scheduling starts again (domain row 34).
    Unbook {
        reason: String,
    },
    /// A paper was printed. All but `kind` by the desk.
    IssuePaper {
        kind: PaperKind,
        version: u32,
        data: String,
        digest: String,
    },
    /// A second person approves the draft of the next version, where the hospital asks for it.
    ApprovePaper {
        kind: PaperKind,
    },
    /// The envelope of `letter` is closed: the codes of its sheets as scanned, and who else looked.
    Seal {
        letter: PaperKind,
        scanned: Vec<String>,
        second: String,
    },
    PostPaper {
        kind: PaperKind,
        service: String,
        tracking: String,
    },
    VoidPaper {
        kind: PaperKind,
        reason: VoidReason,
    },
    MailCameBack {
        kind: PaperKind,
        reason: ReturnReason,
    },
    ClinicsRegistered {},
    /// What stands in CLINICS, as seen (R91).
    ClinicsBooked {
        start: NaiveDateTime,
        menu: String,
    },
    /// The patient's own act in CLINICS after a change or cancellation was seen (R92).
    ClinicsChangeSeen {},
    ConfirmDayBefore {},
    RecordPayment {
        card_error: String,
    },
    NoShow {},
    Consult {
        doctor: String,
        report_later: bool,
    },
    ReceiveReport {
        pages: u16,
    },
    RemindReport {},
    HandOverReport {},
    PostReport {
        service: String,
        tracking: String,
    },
    ReturnMaterial {
        how: Return,
    },
    /// A sheet reached somebody it was not meant for, or may have (P11).
    ReportLeak {
        what: String,
        noticed: NaiveDate,
    },
    /// The first or the final report of it was handed in.
    LeakReported {
        index: usize,
        last: bool,
    },
    SwitchMode {
        to: Mode,
        asked_by: AskedBy,
        reason: String,
        /// Desk: the fee of the new mode, re-agreed (G14).
        fee: Option<Fee>,
        /// Desk: the doctor sees cases of the new mode at the agreed time, so the date stands.
        keeps_date: bool,
    },
    /// 主治医 withdraws the agreement (R44).
    WithdrawAgreement {
        reason: String,
    },
    End {
        kind: EndKind,
        ground: Option<Ground>,
        reason: String,
    },
    Note {
        text: String,
    },
}
