//! A case (申込): facts only. Stage, next step, deadline and what is missing are computed from it elsewhere.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::call::{Call, Direction};
use crate::ids::{Mark, ReceiptNumber, Rule};
use crate::packet::{ArrivedPacket, Custody, HeldDisc, Item, ItemKind};
use crate::paper::{Approval, IssuedPaper, PaperKind};
use crate::people::{Applicant, Patient, Referrer, Subject};
use crate::screening::{Doubt, DoubtMark, Ground, Screening, Verdict};
use crate::visit::{
    Booking, Clinics, Consultation, Hold, Mode, ModeChange, PastBooking, Payment, Report, Returned,
};

/// First contact by telephone (R4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    pub mark: Mark,
    /// Outside the desk's hours (R68).
    pub out_of_hours: bool,
    /// The steps were explained; a packet is expected.
    pub explained: bool,
    /// Until when the packet is expected.
    pub packet_due: NaiveDate,
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// E1 お断り.
    Declined,
    /// E2 一般外来案内 (R46, R38).
    GeneralOutpatient,
    /// E3 患者取消.
    Cancelled,
    /// E4 期限切れ辞退.
    Lapsed,
    /// E5 死亡.
    Deceased,
    /// E6 無断欠席.
    NoShow,
    /// E7 てんかん科オンライン案内 (R81).
    EpilepsyOnline,
    /// E8 誤着・転送.
    Misdelivered,
    /// E9 重複.
    Duplicate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    pub kind: EndKind,
    pub ground: Option<Ground>,
    pub reason: String,
    pub mark: Mark,
}

/// A rule set aside for this case, with the reason (never printed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    pub rule: Rule,
    pub reason: String,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub text: String,
    pub mark: Mark,
}

/// 漏えいの記録: personal information reached, or may have reached, somebody else (個人情報保護法26条, P11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Leak {
    pub what: String,
    /// The day on which it became known: both terms run from it.
    pub noticed: NaiveDate,
    pub mark: Mark,
    /// 速報.
    pub first_report: Option<Mark>,
    /// 確報.
    pub final_report: Option<Mark>,
}

/// The facts of one second-opinion request. `Case::default()` is a case nothing has happened to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Case {
    /// Issued with the first packet; an inquiry has none.
    pub number: Option<ReceiptNumber>,
    pub mode: Mode,
    pub mode_changes: Vec<ModeChange>,
    pub inquiry: Option<Inquiry>,
    /// Date written on the application form (申込日).
    pub applied_on: Option<NaiveDate>,
    pub patient: Patient,
    pub applicant: Applicant,
    pub referrer: Referrer,
    pub subject: Subject,
    pub packets: Vec<ArrivedPacket>,
    pub items: Vec<Item>,
    pub discs: Vec<HeldDisc>,
    /// Items the applicant will bring on the day.
    pub bring_on_day: Vec<ItemKind>,
    pub custody: Vec<Custody>,
    pub doubts: Vec<DoubtMark>,
    pub screenings: Vec<Screening>,
    pub holds: Vec<Hold>,
    pub calls: Vec<Call>,
    pub booking: Option<Booking>,
    pub past_bookings: Vec<PastBooking>,
    pub papers: Vec<IssuedPaper>,
    pub approvals: Vec<Approval>,
    pub leaks: Vec<Leak>,
    pub clinics: Clinics,
    /// 前日確認.
    pub day_before: Option<Mark>,
    pub payment: Option<Payment>,
    pub no_shows: Vec<Mark>,
    pub consultation: Option<Consultation>,
    pub report: Report,
    pub returned: Option<Returned>,
    pub waivers: Vec<Waiver>,
    pub notes: Vec<Note>,
    pub ending: Option<Ending>,
}

impl Case {
    pub fn received_on(&self) -> Option<NaiveDate> {
        self.packets.first().map(|p| p.packet.arrived)
    }
    pub fn item(&self, kind: ItemKind) -> Option<&Item> {
        self.items.iter().find(|item| item.found.kind == kind)
    }
    pub fn waived(&self, rule: Rule) -> bool {
        self.waivers.iter().any(|w| w.rule == rule)
    }
    pub fn suspects(&self, ground: Ground) -> bool {
        self.doubts.iter().any(|d| d.ground == ground && d.doubt == Doubt::Suspected)
    }
    pub fn screening(&self) -> Option<&Screening> {
        self.screenings.last()
    }
    pub fn verdict(&self) -> Option<&Verdict> {
        self.screening().and_then(|s| s.verdict.as_ref()).map(|answer| &answer.verdict)
    }
    pub fn accepted(&self) -> bool {
        matches!(self.verdict(), Some(Verdict::Accept))
    }
    /// The department that has the case now: the last asked, else the one the applicant named.
    pub fn department(&self) -> Option<&str> {
        self.screening().map(|s| s.department.as_str()).or(self.subject.department.as_deref())
    }
    pub fn live_holds(&self, now: NaiveDateTime) -> impl Iterator<Item = &Hold> {
        self.holds.iter().filter(move |hold| hold.live(now))
    }
    /// The valid paper of this kind, if one was printed.
    pub fn paper(&self, kind: PaperKind) -> Option<&IssuedPaper> {
        self.papers.iter().rev().find(|p| p.kind == kind && !p.is_void())
    }
    /// The approval of the next version of this kind.
    pub fn approval(&self, kind: PaperKind) -> Option<&Approval> {
        let next = self.next_version(kind);
        self.approvals.iter().find(|a| a.kind == kind && a.version == next)
    }
    /// The version the next print of this kind carries, from 1. The two papers that tell the date count together.
    pub fn next_version(&self, kind: PaperKind) -> u32 {
        let same = |other: PaperKind| other == kind || (other.tells_date() && kind.tells_date());
        self.papers.iter().filter(|p| same(p.kind)).map(|p| p.version).max().unwrap_or(0) + 1
    }
    /// Calls to patient or family in a row that reached nobody. Whoever calls back is reached (domain row 22).
    pub fn misses(&self) -> u32 {
        self.misses_since(NaiveDateTime::MIN)
    }
    pub(crate) fn misses_since(&self, since: NaiveDateTime) -> u32 {
        let with_them =
            self.calls.iter().rev().filter(|c| c.mark.at >= since && c.record.party.is_applicant());
        let in_a_row = with_them.take_while(|c| c.record.outcome.is_miss());
        in_a_row.filter(|c| c.record.direction == Direction::Out).count() as u32
    }
    /// Patient or family was spoken to after `since`.
    pub(crate) fn spoke_after(&self, since: NaiveDateTime) -> bool {
        let spoke = |c: &Call| c.record.party.is_applicant() && !c.record.outcome.is_miss();
        self.calls.iter().any(|c| c.mark.at > since && spoke(c))
    }
    /// The desk still holds material that belongs to somebody.
    pub fn holds_material(&self) -> bool {
        self.returned.is_none() && (!self.items.is_empty() || !self.discs.is_empty())
    }
    /// Death is known: letters, labels and calls have stopped (R43, domain row 37).
    pub fn deceased(&self) -> bool {
        self.ending.as_ref().is_some_and(|e| e.kind == EndKind::Deceased)
    }
    /// R2, R50-R53, R76, R98: in person the report may be handed over, online it is always posted.
    pub fn report_by_post(&self) -> bool {
        match &self.consultation {
            Some(held) => held.booking.mode == Mode::Online || held.report_later,
            None => self.mode == Mode::Online,
        }
    }
}
