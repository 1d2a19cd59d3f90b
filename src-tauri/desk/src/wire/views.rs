//! What the screens are shown. Facts as they are; everything computed stands beside them.
use chrono::{NaiveDate, NaiveDateTime};
use domain::Case;
use domain::Refusal;
use domain::brief::Brief;
use domain::call::Call;
use domain::candidates::{Day, PostPlan, Proposal};
use domain::checklist::{AgeFacts, ChecklistRow, Look, Missing};
use domain::days::ClosedReason;
use domain::deeds::Deed;
use domain::era::DateNote;
use domain::history::Event;
use domain::ids::Mark;
use domain::mode::ModeFacts;
use domain::money::Fee;
use domain::paper::{PaperKind, Posting};
use domain::people::{Phone, Told};
use domain::profile::{Department, Doctor, Edition, Institution, Profile, Sealing};
use domain::stage::{ClinicsMatch, Stage};
use domain::steps::Step;
use domain::visit::{Hold, Slot};
use serde::Serialize;
use ts_rs::TS;

use super::requests::HouseKind;
use crate::outside::JobState;
use crate::reference::Printing;

/// How the desk stands: shown round every screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Frame {
    /// No register was ever here.
    FirstRun {
        practice: bool,
        today: NaiveDate,
    },
    /// The register cannot be opened: what happened, and the verified backups.
    Broken {
        failure: super::Failure,
        backups: Vec<BackupRow>,
        practice: bool,
        today: NaiveDate,
    },
    Open {
        desk: Box<OpenDesk>,
    },
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct OpenDesk {
    pub practice: bool,
    pub read_only: bool,
    pub today: NaiveDate,
    pub now: NaiveDateTime,
    /// Why the desk is closed today, if it is.
    pub closed: Option<ClosedReason>,
    pub in_hours: bool,
    pub person: Option<String>,
    pub staff: Vec<String>,
    pub language: String,
    pub profile: Profile,
    pub departments: Vec<Department>,
    pub doctors: Vec<Doctor>,
    pub last_backup: Option<BackupRow>,
    pub work: u32,
    pub overdue: u32,
    pub visits_today: u32,
    /// The clock stands before the journal's last entry.
    pub clock_back: Option<NaiveDateTime>,
    /// The check after the start found damage.
    pub damaged: bool,
}

/// One case in a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseRow {
    #[ts(type = "number")]
    pub id: i64,
    pub brief: Brief,
    /// How a search found it, when not by the letters themselves.
    pub found_by: Option<FoundBy>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    Variant,
    Kana,
    FormerName,
    Institution,
    Number,
    Other,
}

/// One line of today's work.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkRow {
    #[ts(type = "number")]
    pub id: i64,
    pub brief: Brief,
    pub step: Step,
    /// Desk days past the deadline; 0 while it is not over.
    pub overdue_days: u16,
    /// What to ask for, where the step chases something.
    pub missing: Vec<Missing>,
    pub calls: Vec<Call>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct TodayView {
    pub overdue: Vec<WorkRow>,
    pub today: Vec<WorkRow>,
    pub done_today: u32,
    /// Booked visits of today.
    pub visits: Vec<CaseRow>,
    /// Holds that expire today.
    pub expiring: Vec<ExpiringHold>,
    /// Next deadline after today, when the list is empty.
    pub next: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ExpiringHold {
    #[ts(type = "number")]
    pub id: i64,
    pub name: String,
    pub hold: Hold,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct LedgerView {
    pub rows: Vec<CaseRow>,
    pub total: u32,
    pub open: u32,
    pub ended: u32,
    pub stages: Vec<StageCount>,
    pub years: Vec<i32>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct StageCount {
    pub stage: Stage,
    pub count: u32,
}

/// A hold with what became of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HoldView {
    pub hold: Hold,
    pub live: bool,
    /// Expired, and somebody else has the time now.
    pub lost: bool,
    pub posting: Option<PostPlan>,
}

/// One entry of the case's journal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TimelineEntry {
    #[ts(type = "number")]
    pub seq: i64,
    pub mark: Mark,
    pub event: Event,
    pub taken_back: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseView {
    #[ts(type = "number")]
    pub id: i64,
    #[ts(type = "number")]
    pub revision: i64,
    pub case: Case,
    pub brief: Brief,
    pub stage: Stage,
    pub steps: Vec<Step>,
    pub checklist: Vec<ChecklistRow>,
    pub missing: Vec<Missing>,
    pub ages: AgeFacts,
    /// 担当者確認.
    pub looks: Vec<Look>,
    pub age_today: Option<i32>,
    pub deeds: Vec<Deed>,
    /// Every kind of paper, with what stands against printing it now.
    pub offers: Vec<PaperOffer>,
    pub holds: Vec<HoldView>,
    pub mode: ModeFacts,
    pub clinics: ClinicsMatch,
    /// Newest first.
    pub timeline: Vec<TimelineEntry>,
    /// Others whose name reads the same.
    pub alike: Vec<CaseRow>,
    pub institution: Option<Institution>,
    /// The entry that Ctrl+Z takes back.
    #[ts(type = "number | null")]
    pub undo: Option<i64>,
}

/// A paper that could be printed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PaperOffer {
    pub kind: PaperKind,
    pub refusal: Option<Refusal>,
    pub next_version: u32,
    /// Begins an envelope: it can be posted.
    pub letter: bool,
    /// A step of today asks for it.
    pub wanted: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Acted {
    pub view: CaseView,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Weighed {
    pub checklist: Vec<ChecklistRow>,
    pub missing: Vec<Missing>,
    pub ages: AgeFacts,
    /// R39: the kin may not come.
    pub not_family: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CalendarView {
    pub doctor: Option<Doctor>,
    pub doctors: Vec<Doctor>,
    pub from: NaiveDate,
    pub days: Vec<Day>,
    pub proposals: Vec<Proposal>,
    pub holds: Vec<HoldView>,
    pub max_holds: u8,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CallCard {
    pub phones: Vec<Phone>,
    pub announce: String,
    pub may_leave_message: Told,
    pub message: String,
    pub call_times: String,
    pub candidates: Vec<HoldView>,
    pub fee: Fee,
    pub script: Vec<ScriptLine>,
    pub calls: Vec<Call>,
    pub misses: u32,
    pub letter_after: u8,
    /// Next desk moment worth a try.
    pub next_try: NaiveDateTime,
    pub in_hours: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScriptPart {
    Identity,
    Candidates,
    Fee,
    OnTheDay,
    Close,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ScriptLine {
    pub part: ScriptPart,
    /// The hospital's words.
    pub say: String,
}

/// A paper as PDF.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PaperView {
    pub kind: PaperKind,
    pub version: u32,
    /// Base64.
    pub pdf: String,
    pub pages: u32,
    pub digest: String,
    /// Void papers are shown struck.
    pub void: bool,
    /// How it can still be posted in time.
    pub posting: Option<PostPlan>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Printed {
    pub view: CaseView,
    /// What the printer's queue answered.
    pub job: String,
}

/// 発送: what must go out, an envelope a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PostingView {
    pub envelopes: Vec<EnvelopeRow>,
    pub posted_today: Vec<PostedRow>,
    pub sealing: Sealing,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EnvelopeRow {
    #[ts(type = "number")]
    pub id: i64,
    #[ts(type = "number")]
    pub revision: i64,
    pub brief: Brief,
    pub letter: PaperKind,
    pub sheets: Vec<SheetRow>,
    /// Name and honorific, or institution and doctor.
    pub to: Vec<String>,
    pub address: Vec<String>,
    /// The referring institution, for what is sent to it.
    pub institution: Option<Institution>,
    /// Others of the same name: address, telephone and code decide.
    pub namesakes: Vec<Institution>,
    /// By when it must be posted to be in time.
    pub due: NaiveDate,
    pub posting: Option<PostPlan>,
    pub came_back: bool,
    pub state: EnvelopeState,
    /// Why it cannot be printed now.
    pub refusal: Option<Refusal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EnvelopeState {
    ToPrint,
    ToSeal,
    ToPost,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetRow {
    pub kind: PaperKind,
    /// Of the valid printed sheet.
    pub version: Option<u32>,
    pub sealed: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct EnvelopePrinted {
    pub view: CaseView,
    /// What the queue answered for each sheet.
    pub jobs: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PostedRow {
    #[ts(type = "number")]
    pub id: i64,
    pub brief: Brief,
    pub letter: PaperKind,
    pub posting: Posting,
}

/// How the scans of one envelope stand.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ScanView {
    /// The sheets read so far, in the order of the scans.
    pub read: Vec<PaperKind>,
    /// What is still to be read.
    pub open: Vec<PaperKind>,
    /// Stops the envelope.
    pub stop: Option<Refusal>,
}

/// A paper of the desk itself as PDF.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HouseView {
    pub kind: HouseKind,
    /// Base64.
    pub pdf: String,
    pub pages: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct JobView {
    pub job: String,
    pub state: JobState,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PrintingView {
    pub choice: Printing,
    pub stocks: Vec<StockRow>,
    /// Names of the window envelopes.
    pub windows: Vec<String>,
    /// Queues of this computer.
    pub printers: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct StockRow {
    pub name: String,
    pub columns: u32,
    pub rows: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Saved {
    /// False: the person closed the dialog.
    pub saved: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DateReadout {
    pub date: NaiveDate,
    /// 昭和16年2月8日（土）.
    pub wareki: String,
    pub age: i32,
    pub note: Option<DateNote>,
    pub closed: Option<ClosedReason>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VisitRow {
    #[ts(type = "number")]
    pub id: i64,
    pub brief: Brief,
    pub slot: Slot,
    pub booked: bool,
    pub until: Option<NaiveDateTime>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ScheduleDay {
    pub date: NaiveDate,
    pub closed: Option<ClosedReason>,
    pub visits: Vec<VisitRow>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SettingsView {
    pub editions: Vec<Edition>,
    pub departments: Vec<Department>,
    pub doctors: Vec<Doctor>,
    pub institutions: Vec<Institution>,
    pub staff: Vec<String>,
    pub language: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct JournalRow {
    #[ts(type = "number")]
    pub seq: i64,
    pub mark: Mark,
    /// `case`, or the kind of reference, or `desk`.
    pub subject: String,
    pub key: String,
    /// Receipt number and name of the case.
    pub of: String,
    /// JSON text of the event.
    pub event: String,
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupRow {
    pub name: String,
    pub at: NaiveDateTime,
    pub cases: u32,
    pub verified: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VerifyView {
    pub cases: u32,
    pub entries: u32,
    pub whole: bool,
    /// Kinds of damage, without anything of a patient.
    pub findings: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftView {
    pub content: Option<String>,
    pub saved: Option<NaiveDateTime>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Done {}
