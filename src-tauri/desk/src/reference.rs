//! The hospital's facts as the register keeps them: profile editions, departments, doctors, institutions, staff, choices.
use chrono::NaiveDate;
use documents::block::window::{WindowProfile, window_profiles};
use domain::Rules;
use domain::ids::Mark;
use domain::profile::{Department, Edition, Profile};
use register::Register;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wire::Failure;

pub(crate) const PROFILE: &str = "profile";
pub(crate) const DEPARTMENT: &str = "department";
pub(crate) const DOCTOR: &str = "doctor";
pub(crate) const INSTITUTION: &str = "institution";
pub(crate) const STAFF: &str = "staff";
pub(crate) const CHOICE: &str = "choice";

/// The notice's own values, and the departments a new register starts with.
const DEFAULT_PROFILE: &str = include_str!("../../../assets/profile/default.json");
const DEFAULT_DEPARTMENTS: &str = include_str!("../../../assets/profile/departments.json");

/// The profile a new register starts with.
pub fn default_profile() -> Profile {
    serde_json::from_str(DEFAULT_PROFILE).expect("the shipped profile is read by a test")
}

pub fn default_departments() -> Vec<Department> {
    serde_json::from_str(DEFAULT_DEPARTMENTS).expect("the shipped departments are read by a test")
}

/// From the day of the notice's fees on; nothing of the desk is older.
fn first_edition() -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 10, 1).expect("a day of the calendar")
}

/// Fills a new register with the shipped profile and departments.
pub(crate) fn plant(register: &Register, mark: &Mark) -> Result<(), Failure> {
    put(register, PROFILE, &first_edition().to_string(), &default_profile(), mark, "")?;
    for department in default_departments() {
        put(register, DEPARTMENT, &department.id, &department, mark, "")?;
    }
    Ok(())
}

pub(crate) fn put(
    register: &Register,
    kind: &str,
    key: &str,
    record: &impl Serialize,
    mark: &Mark,
    reason: &str,
) -> Result<(), Failure> {
    let record =
        serde_json::to_string(record).map_err(|_| Failure::Internal { report: "reference".into() })?;
    Ok(register.put_reference(kind, key, &record, mark, reason)?)
}

/// Everything the rules ask about, in a stable order.
pub(crate) fn load(register: &Register) -> Result<Rules, Failure> {
    let mut rules = Rules::default();
    for reference in register.reference()? {
        let record = reference.record.as_str();
        match reference.kind.as_str() {
            PROFILE => {
                let from = reference.key.parse().map_err(|_| unreadable())?;
                rules.editions.push(Edition { from, profile: read(record)? });
            }
            DEPARTMENT => rules.departments.push(read(record)?),
            DOCTOR => rules.doctors.push(read(record)?),
            INSTITUTION => rules.institutions.push(read(record)?),
            _ => {}
        }
    }
    rules.editions.sort_by_key(|edition| edition.from);
    complete_wording(&mut rules.editions);
    if rules.editions.is_empty() {
        return Err(unreadable());
    }
    Ok(rules)
}

/// An edition kept before a paper existed says the shipped sentences on it.
fn complete_wording(editions: &mut [Edition]) {
    let shipped = default_profile().wording;
    for edition in editions {
        for (key, sentence) in &shipped {
            edition.profile.wording.entry(key.clone()).or_insert_with(|| sentence.clone());
        }
    }
}

fn read<T: DeserializeOwned>(record: &str) -> Result<T, Failure> {
    serde_json::from_str(record).map_err(|_| unreadable())
}

fn unreadable() -> Failure {
    Failure::Store { trouble: crate::wire::StoreTrouble::Corrupt }
}

pub(crate) fn staff(register: &Register) -> Result<Vec<String>, Failure> {
    one(register, STAFF, "names").map(Option::unwrap_or_default)
}

pub(crate) fn language(register: &Register) -> Result<String, Failure> {
    Ok(one(register, CHOICE, "language")?.unwrap_or_else(|| "ja".to_owned()))
}

/// What lies in this desk's printer, and how far it is off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Printing {
    /// Name of a sheet of [`documents::paper::label_sheet::label_stocks`]; empty: the first.
    pub label_stock: String,
    /// The first free label of the sheet in the printer, counted from 1 along the rows.
    pub label_start: u32,
    /// Name of the window envelope in use, of [`documents::block::window::window_profiles`]; empty: the first.
    pub window: String,
    /// Millimetres to the right and down.
    pub offset_x: f32,
    pub offset_y: f32,
    /// Queue to print to; empty: the system's usual one.
    pub printer: String,
}

impl Default for Printing {
    fn default() -> Self {
        Printing {
            label_stock: String::new(),
            label_start: 1,
            window: String::new(),
            offset_x: 0.0,
            offset_y: 0.0,
            printer: String::new(),
        }
    }
}

impl Printing {
    /// The window envelope in use.
    pub(crate) fn window(&self) -> WindowProfile {
        let named = window_profiles().into_iter().find(|window| window.name == self.window);
        named.unwrap_or_default()
    }
}

pub(crate) fn printing(register: &Register) -> Result<Printing, Failure> {
    Ok(one(register, CHOICE, "printing")?.unwrap_or_default())
}

fn one<T: DeserializeOwned>(register: &Register, kind: &str, key: &str) -> Result<Option<T>, Failure> {
    let all = register.reference()?;
    all.iter().find(|r| r.kind == kind && r.key == key).map(|r| read(&r.record)).transpose()
}

/// Who is at the desk when there is no choice: the only person, or the first of the practice register.
pub(crate) fn only_person(register: &Register, practice: bool) -> Result<Option<String>, Failure> {
    let names = staff(register)?;
    Ok(names.first().filter(|_| practice || names.len() == 1).cloned())
}
