//! What a hospital fixes for itself: its profile, departments, doctors, clinic rules, institutions. Data, never code.
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::days::{Closure, DeskDays};
use crate::ids::Mark;
use crate::money::Fee;
use crate::packet::ItemKind;
use crate::paper::PaperKind;
use crate::people::Address;
use crate::visit::Mode;

/// The hospital's own facts. The notice's values are the default edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// 病院名 (R1).
    pub hospital: String,
    /// 地域医療連携センター (R4).
    pub centre: String,
    /// セカンドオピニオン担当 (R4).
    pub desk: String,
    pub address: Address,
    /// 022-717-8885, printed as typed (R69).
    pub phone: String,
    /// 直通 (R101).
    pub phone_note: String,
    pub hours: Hours,
    /// 年末年始 and other days the desk is closed (R68, G7).
    pub closures: Vec<Closure>,
    pub fees: Fees,
    /// Who counts as family (G1).
    pub kinship: Vec<Kinship>,
    pub minors: MinorRules,
    /// Papers that show the relationship (R58, G4).
    pub relation_proofs: Vec<RelationProof>,
    pub deadlines: Deadlines,
    pub visit: VisitFacts,
    pub clinics: ClinicsFacts,
    pub services: Vec<PostService>,
    /// What must be seen before an envelope is closed.
    #[serde(default)]
    pub sealing: Sealing,
    /// Papers that a second person approves before they are printed.
    #[serde(default)]
    pub approvals: Vec<PaperKind>,
    /// 相談区分 1..=19 in the notice's order (R15-R33).
    pub topics: Vec<String>,
    /// Places where packets lie.
    pub places: Vec<String>,
    /// Sentences of the papers, by name; `{...}` is filled when printing.
    pub wording: BTreeMap<String, String>,
}

/// 受付時間 (R68).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    pub open: NaiveTime,
    pub close: NaiveTime,
    /// Monday first.
    pub weekdays: [bool; 7],
    /// As the notice words it.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fees {
    pub in_person: Fee,
    pub online: Fee,
}

impl Fees {
    pub fn of(&self, mode: Mode) -> &Fee {
        match mode {
            Mode::InPerson => &self.in_person,
            Mode::Online => &self.online,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Kinship {
    pub name: String,
    pub allowed: bool,
    /// May speak for a patient under 18 without further question: parent or guardian.
    pub guardian: bool,
}

/// 要・不要・担当医判断 (G6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    Required,
    /// Welcome where there is one (あれば).
    Welcome,
    NotRequired,
    DoctorDecides,
}

/// By when an item must be here (G3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    WithPacket,
    OnTheDay,
}

/// Consent and proof of relationship where the notice leaves the choice to the hospital (G3, G6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MinorRules {
    pub consent_with_guardian: Need,
    pub consent_with_other_kin: Need,
    pub consent_alone: Need,
    pub proof_alone: Need,
    /// Proof of relationship of an adult's family.
    pub proof_of_adult: Need,
    pub due_in_person: Due,
    pub due_online: Due,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RelationProof {
    pub name: String,
    /// Not valid after this day (health insurance cards: 1 December 2025, G4).
    pub valid_until: Option<NaiveDate>,
}

/// Days are desk days unless the name says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    /// Calendar days from the call to the packet.
    pub packet_calendar_days: u16,
    /// Calendar days for an answer about missing items.
    pub missing_calendar_days: u16,
    pub screening_days: u16,
    pub scheduling_days: u16,
    /// A hold expires at the close of this many desk days later.
    pub hold_days: u16,
    pub max_holds: u8,
    pub misses_before_letter: u8,
    pub post_days: u16,
    /// No CLINICS booking seen this many desk days before the visit: call (W17).
    pub clinics_days_before: u16,
    /// Calendar days from the visit to the report.
    pub report_calendar_days: u16,
    pub return_calendar_days: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VisitFacts {
    /// 新患受付 (R74).
    pub counter: String,
    pub arrive_minutes_before: u16,
    pub slot_minutes: u16,
    /// Report by hand on the day is usual (R76).
    pub return_material: ReturnPolicy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnPolicy {
    Return,
    Keep,
}

/// CLINICS as the notice describes it (R79, R88, R91, R93).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClinicsFacts {
    pub name: String,
    pub vendor: String,
    pub menu: String,
    pub help_name: String,
    pub help_phone: String,
    pub start_minutes_before: u16,
}

/// A way to post, as data (5.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PostService {
    pub code: String,
    pub name: String,
    /// Desk days between posting and the visit that this service asks for.
    pub lead_days: u16,
    /// Number of digits of its tracking number; 0 where it has none.
    pub tracking_digits: u8,
    pub weekend_delivery: bool,
}

/// 封緘確認: how the desk makes sure that no sheet lies in the wrong envelope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sealing {
    /// The clerk compares; nothing is recorded.
    #[default]
    ByEye,
    /// The code of every sheet is scanned.
    Scan,
    /// Scanned, and a second person looks.
    ScanByTwo,
}

/// A profile valid from a day on. The latest with `from <= day` counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    pub from: NaiveDate,
    pub profile: Profile,
}

/// 診療科.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: String,
    pub name: String,
    /// 受付停止 with its message, or empty (G17).
    pub stopped: String,
    /// Online goes another way: R81. The message for the caller, or empty.
    pub online_elsewhere: String,
    /// Test materials this department asks for besides "one or more".
    pub requires: Vec<ItemKind>,
    /// No new cases; kept for old ones.
    pub retired: bool,
}

/// 担当医 and when the consultation clinic is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Doctor {
    pub id: String,
    pub name: String,
    pub department: String,
    pub clinics: Vec<ClinicRule>,
    pub exceptions: Vec<ClinicException>,
    pub retired: bool,
}

/// 毎週火・木 14:00-16:00 60分.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClinicRule {
    /// Monday is 0.
    pub weekdays: Vec<u8>,
    /// 第1..第5 of the month; empty means every week.
    pub nth: Vec<u8>,
    pub from: NaiveTime,
    pub to: NaiveTime,
    pub slot_minutes: u16,
    pub room: String,
    pub modes: Vec<Mode>,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClinicException {
    Leave { from: NaiveDate, to: NaiveDate, reason: String },
    Extra { date: NaiveDate, from: NaiveTime, to: NaiveTime, slot_minutes: u16, room: String },
}

/// 医療機関. Never chosen by its name alone (P2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    pub id: String,
    pub name: String,
    pub address: Address,
    pub phone: String,
    pub fax: String,
    /// 医療機関コード.
    pub code: String,
    pub entered: Option<Mark>,
    /// A second person compared it with the letterhead (P3); set by the desk only.
    pub checked: Option<Mark>,
}

/// Everything a rule may ask about the hospital.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Sorted by `from`, never empty once loaded.
    pub editions: Vec<Edition>,
    pub departments: Vec<Department>,
    pub doctors: Vec<Doctor>,
    pub institutions: Vec<Institution>,
}

impl Rules {
    /// The profile in force on a day; before the first edition, the first.
    pub fn profile(&self, on: NaiveDate) -> &Profile {
        let latest = self.editions.iter().rev().find(|e| e.from <= on).or(self.editions.first());
        &latest.expect("the desk refuses to open without a profile").profile
    }
    pub fn days(&self, on: NaiveDate) -> DeskDays<'_> {
        let profile = self.profile(on);
        DeskDays { closures: &profile.closures, weekdays_open: profile.hours.weekdays }
    }
    pub fn department(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|d| d.id == id)
    }
    pub fn doctor(&self, id: &str) -> Option<&Doctor> {
        self.doctors.iter().find(|d| d.id == id)
    }
    pub fn institution(&self, id: &str) -> Option<&Institution> {
        self.institutions.iter().find(|i| i.id == id)
    }
}

impl Profile {
    pub fn service(&self, code: &str) -> Option<&PostService> {
        self.services.iter().find(|s| s.code == code)
    }
    pub fn kinship(&self, name: &str) -> Option<&Kinship> {
        self.kinship.iter().find(|k| k.name == name)
    }
    /// A sentence of the papers with its blanks filled: `{name}` becomes the value of `name`.
    pub fn say(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        let sentence = self.wording.get(key).cloned().unwrap_or_default();
        blanks.iter().fold(sentence, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}
