//! What the screens ask. Unknown fields are refused.
use chrono::NaiveDate;
use domain::Action;
use domain::packet::ItemKind;
use domain::paper::PaperKind;
use domain::people::Intake;
use domain::profile::{Department, Doctor, Institution, Profile};
use domain::stage::Stage;
use domain::visit::Mode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::reference::Printing;

#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfCase {
    pub id: i64,
}

/// Rows `from .. from + size` of a list; size at most 200.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub from: u32,
    pub size: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Openness {
    All,
    Open,
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Newest first.
    Number,
    Kana,
    Due,
    Since,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LedgerQuery {
    /// Searched when not blank; the other conditions hold too.
    pub query: String,
    pub openness: Openness,
    pub fiscal_year: Option<i32>,
    pub stage: Option<Stage>,
    pub mode: Option<Mode>,
    pub department: Option<String>,
    pub sort: SortKey,
    pub page: Page,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindQuery {
    pub query: String,
}

/// People whose name reads the same, while a form is filled.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AlikeQuery {
    pub family_kana: String,
    pub given_kana: String,
    pub birth: Option<NaiveDate>,
    /// The case being edited is not listed.
    pub except: Option<i64>,
}

/// Do this to a case, or open a new one with it (`id` empty: `inquire` or `receive_packet`).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub id: Option<i64>,
    /// The revision the screen shows; a newer one in the register is a conflict.
    pub revision: Option<i64>,
    pub action: Action,
    /// The draft this finishes, forgotten with it.
    pub draft: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    pub id: i64,
    /// The journal entry to take back: the last one of the case.
    pub seq: i64,
}

/// What an unsaved form would lack.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Weigh {
    pub intake: Intake,
    pub arrived: NaiveDate,
    pub here: Vec<ItemKind>,
    pub bring_on_day: Vec<ItemKind>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarQuery {
    pub id: i64,
    /// Empty: the first doctor of the case's department.
    pub doctor: Option<String>,
    /// Monday of the first week shown; empty: this week.
    pub from: Option<NaiveDate>,
    pub weeks: u8,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperQuery {
    pub id: i64,
    pub kind: PaperKind,
    /// Empty: as it would be printed now; else that version as it was printed.
    pub version: Option<u32>,
}

/// The envelope of one letter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfEnvelope {
    #[ts(type = "number")]
    pub id: i64,
    pub letter: PaperKind,
}

/// The codes read so far for one envelope.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanQuery {
    #[ts(type = "number")]
    pub id: i64,
    pub letter: PaperKind,
    pub scanned: Vec<String>,
}

/// A paper that belongs to no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HouseKind {
    /// 本日の相談一覧.
    DayList,
    /// 発送一覧, the cover list of a batch.
    PostingList,
    ApplicationForm,
    ConsentForm,
    Calibration,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HouseQuery {
    pub kind: HouseKind,
    /// Of a list; empty: today.
    pub day: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JobQuery {
    /// As the queue named it when it took the paper.
    pub job: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePrinting {
    pub choice: Printing,
}

/// A date as typed; `birth` asks for ages too.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadDateQuery {
    pub typed: String,
    /// The age counts on this day; empty: today.
    pub age_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScheduleQuery {
    pub from: NaiveDate,
    pub days: u16,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveProfile {
    /// Valid from this day; an edition of the same day is replaced, the journal keeps the old.
    pub from: NaiveDate,
    pub profile: Profile,
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDepartment {
    pub department: Department,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDoctor {
    pub doctor: Doctor,
}

/// `id` empty: a new one. `entered` and `checked` are set by the desk, whatever is sent.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveInstitution {
    pub institution: Institution,
}

/// The person signed in compared the institution with its letterhead (P3).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckInstitution {
    pub id: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveStaff {
    pub names: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub name: String,
}

/// First start: a register at the usual place, and who works here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FirstRun {
    pub name: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JournalQuery {
    pub case: Option<i64>,
    pub page: Page,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// File name of a backup in the list.
    pub name: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftKey {
    pub key: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    pub key: String,
    /// JSON text of the form, at most 200 kB.
    pub content: String,
}

/// Milliseconds from the start of the process, told once by the window after its first paint.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Painted {
    pub screen: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LanguageChoice {
    /// `ja` or `en`.
    pub language: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InstitutionQuery {
    pub query: String,
}
