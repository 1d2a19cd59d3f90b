//! What lists and searches ask about a case, computed with it in one go and stored beside it.
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::case::Case;
use crate::checklist::counted;
use crate::ids::ReceiptNumber;
use crate::profile::Rules;
use crate::stage::{Stage, stage};
use crate::steps::{Step, steps};
use crate::visit::{Mode, Slot};

/// One line of a list. Free of any clock: the same case and rules give the same brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    pub number: Option<ReceiptNumber>,
    pub name: String,
    pub kana: String,
    pub former_name: String,
    pub birth: Option<NaiveDate>,
    pub mode: Mode,
    pub department: Option<String>,
    pub institution: String,
    /// Arrival of the first packet, or the first call.
    pub since: Option<NaiveDate>,
    pub stage: Stage,
    /// Something is still to be done.
    pub open: bool,
    pub steps: Vec<Step>,
    /// Items here, and items needed.
    pub here: u16,
    pub needed: u16,
    pub visit: Option<Slot>,
    pub misses: u32,
    pub last_call: Option<NaiveDateTime>,
    pub fiscal_year: Option<i32>,
}

/// The brief of a case on the day of its last change.
pub fn brief(case: &Case, rules: &Rules, on: NaiveDate) -> Brief {
    let steps = steps(case, rules);
    let (here, needed) = counted(case, rules, on);
    let since = case.received_on().or(case.inquiry.as_ref().map(|i| i.mark.date()));
    Brief {
        number: case.number,
        name: case.patient.name.written(),
        kana: case.patient.name.kana(),
        former_name: case.patient.former_name.clone(),
        birth: case.patient.birth.as_ref().map(|b| b.date),
        mode: case.mode,
        department: case.department().map(str::to_owned),
        institution: case.referrer.institution_name.clone(),
        since,
        stage: stage(case, rules),
        open: !steps.is_empty(),
        here: here as u16,
        needed: needed as u16,
        visit: case.booking.as_ref().map(|b| b.slot.clone()),
        misses: case.misses(),
        last_call: case.calls.last().map(|c| c.mark.at),
        fiscal_year: case.number.map(|n| n.fiscal_year),
        steps,
    }
}

/// The fields a search looks into, as written; the register folds them.
pub fn search_fields(case: &Case) -> Vec<String> {
    let patient = &case.patient;
    let mut fields = vec![
        case.number.map(|n| n.to_string()).unwrap_or_default(),
        patient.name.written(),
        patient.name.kana(),
        patient.former_name.clone(),
        case.applicant.name.written(),
        case.applicant.name.kana(),
        case.applicant.phone.clone(),
        case.referrer.institution_name.clone(),
        case.referrer.doctor.clone(),
        patient.hospital_id.clone(),
    ];
    fields.extend(patient.phones.iter().map(|p| p.number.clone()));
    fields.extend(patient.birth.iter().map(|b| b.date.format("%Y%m%d").to_string()));
    fields.extend(case.packets.iter().map(|p| p.packet.tracking.clone()));
    fields.extend(case.packets.iter().map(|p| p.packet.name_on_it.clone()));
    fields.extend(case.papers.iter().filter_map(|p| p.posted.as_ref()).map(|p| p.tracking.clone()));
    fields.retain(|f| !f.is_empty());
    fields
}

/// When a step is due, for sorting: the day, then a promised time, then the end of the day.
pub fn due_key(step: &Step) -> (NaiveDate, NaiveTime) {
    (step.due, step.at.unwrap_or(NaiveTime::from_hms_opt(23, 59, 59).expect("a valid time of day")))
}
