//! 資料点検: what a case needs, what is here, what is missing and who can supply it (R35-R66, decision table 1.13).
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::age::{MajorityOn, majority};
use crate::case::Case;
use crate::ids::Rule;
use crate::packet::{Defect, Form, FoundItem, HeldDisc, ItemKind, NameMatch};
use crate::people::{Told, Who};
use crate::profile::{Due, MinorRules, Need, Profile, Rules};
use crate::screening::Supplier;
use crate::visit::Mode;

/// How one item stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RowState {
    Missing,
    Here { count: u16, form: Form, arrived: NaiveDate },
    Defective { defects: Vec<Defect>, arrived: NaiveDate },
    BringOnDay,
    Waived,
    NotNeeded,
}

/// One line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistRow {
    pub item: ItemKind,
    pub need: Need,
    pub due: Due,
    pub rule: Rule,
    pub state: RowState,
    pub supplier: Supplier,
    pub note: String,
}

/// What still has to come, in the order a clerk reads it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Missing {
    /// `None` stands for 検査資料 as a whole: one or more of R61-R64.
    pub item: Option<ItemKind>,
    /// Empty: 未着 (N01).
    pub defects: Vec<Defect>,
    pub due: Due,
    pub rule: Rule,
    pub supplier: Supplier,
}

impl Missing {
    /// Consent, proof that the patient cannot sign, proof of relationship (R57, R58): what lets somebody else speak.
    pub fn is_consent(&self) -> bool {
        matches!(self.rule, Rule(57 | 58))
    }
}

/// The patient's age where it matters: application, arrival, consultation (G2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgeFacts {
    pub on: Vec<AgeOn>,
    /// The patient turns 18 between the dates.
    pub changes: bool,
    /// One of the dates is the eve of the 18th birthday: a person decides.
    pub doubtful: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgeOn {
    pub what: AgeDate,
    pub date: NaiveDate,
    pub majority: MajorityOn,
    pub age: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgeDate {
    Application,
    Arrival,
    Consultation,
}

/// Ages on the dates known so far; empty without a birth date.
pub fn ages(case: &Case) -> AgeFacts {
    let Some(birth) = case.patient.birth.as_ref().map(|b| b.date) else { return AgeFacts::default() };
    let visit = case.consultation.as_ref().map(|c| c.booking.slot.date());
    let visit = visit.or(case.booking.as_ref().map(|b| b.slot.date()));
    let applied = case.applied_on.or(case.inquiry.as_ref().map(|i| i.mark.date()));
    let dates = [
        (AgeDate::Application, applied),
        (AgeDate::Arrival, case.received_on()),
        (AgeDate::Consultation, visit),
    ];
    let on: Vec<AgeOn> = dates
        .into_iter()
        .filter_map(|(what, date)| date.map(|date| (what, date)))
        .map(|(what, date)| AgeOn {
            what,
            date,
            majority: majority(birth, date),
            age: crate::age::age_on(birth, date),
        })
        .collect();
    let is = |m: MajorityOn| on.iter().any(|a| a.majority == m);
    let changes = is(MajorityOn::Adult) && (is(MajorityOn::Minor) || is(MajorityOn::EveOfBirthday));
    AgeFacts { changes, doubtful: is(MajorityOn::EveOfBirthday), on }
}

/// Under 18 on every date known. Whoever turns 18 before the talk counts as grown up (R58, G2); no birth date: grown up.
pub fn is_minor(case: &Case) -> bool {
    let ages = ages(case);
    !ages.on.is_empty() && ages.on.iter().all(|a| a.majority != MajorityOn::Adult)
}

/// Need of the consent form and of the proof of relationship (R57, R58, R40).
pub fn consent_needs(case: &Case, profile: &Profile) -> (Need, Need) {
    let rules: &MinorRules = &profile.minors;
    let kin = profile.kinship(&case.applicant.kinship);
    match (is_minor(case), case.applicant.who) {
        (false, Who::Patient | Who::PatientWithFamily) => (Need::NotRequired, Need::NotRequired),
        (false, _) if case.applicant.patient_cannot_sign => (Need::DoctorDecides, Need::Required),
        (false, _) => (Need::Required, rules.proof_of_adult),
        (true, Who::Patient) => (rules.consent_alone, rules.proof_alone),
        (true, Who::PatientWithFamily) => (Need::NotRequired, Need::Required),
        (true, _) if kin.is_some_and(|k| k.guardian) => (rules.consent_with_guardian, Need::Required),
        (true, _) => (rules.consent_with_other_kin, Need::Required),
    }
}

/// 担当者確認: what a person looks at before the case goes on. Nothing is refused by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Look {
    pub why: LookWhy,
    /// The paper it decides about.
    pub item: ItemKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LookWhy {
    /// A child comes without anybody (R58).
    ChildAlone,
    /// Somebody other than a guardian comes for a child (R58).
    ChildWithOtherKin,
    /// The hospital's list does not name the kinship (R39).
    KinNotListed,
    /// One of the days is the eve of the 18th birthday (R58).
    EveOfBirthday,
}

/// Everything a person has to look at, with the paper it decides about.
pub fn looks(case: &Case, profile: &Profile) -> Vec<Look> {
    let kin = profile.kinship(&case.applicant.kinship);
    let odd = match (is_minor(case), case.applicant.who) {
        (_, Who::Other) => None,
        (true, Who::Patient) => Some((LookWhy::ChildAlone, ItemKind::Consent)),
        (true, Who::Family) if kin.is_some_and(|k| k.guardian) => None,
        (true, Who::Family) => Some((LookWhy::ChildWithOtherKin, ItemKind::Consent)),
        (false, Who::Family) if kin.is_none() => Some((LookWhy::KinNotListed, ItemKind::RelationshipProof)),
        (false, Who::Family | Who::Patient) | (_, Who::PatientWithFamily) => None,
    };
    let eve = ages(case).doubtful.then_some((LookWhy::EveOfBirthday, ItemKind::Consent));
    odd.into_iter().chain(eve).map(|(why, item)| Look { why, item }).collect()
}

/// Every line of the checklist, needed or not. The profile is the one in force on `on`.
pub fn checklist(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<ChecklistRow> {
    let profile = rules.profile(on);
    let (consent, proof) = consent_needs(case, profile);
    let papers_due = match case.mode {
        Mode::InPerson => profile.minors.due_in_person,
        Mode::Online => profile.minors.due_online,
    };
    // Consent of an adult comes with the packet: without it the case cannot be taken (R40).
    let consent_due = if is_minor(case) { papers_due } else { Due::WithPacket };
    let unable = case.applicant.patient_cannot_sign && case.applicant.who == Who::Family && !is_minor(case);
    let row = |item: ItemKind| {
        let (need, due, rule) = match item {
            ItemKind::Application => (Need::Required, Due::WithPacket, Rule(56)),
            ItemKind::ReferralLetter => (Need::Required, Due::WithPacket, Rule(59)),
            ItemKind::Consent => (consent, consent_due, Rule(57)),
            ItemKind::RelationshipProof => (proof, papers_due, Rule(58)),
            ItemKind::InabilityProof if unable => (Need::Required, Due::WithPacket, Rule(57)),
            ItemKind::InabilityProof => (Need::NotRequired, Due::WithPacket, Rule(57)),
            material => (material_need(case, rules, material), Due::WithPacket, material_rule(material)),
        };
        let state = row_state(case, item, need, rule);
        let note = case.item(item).map(|i| i.found.note.clone()).unwrap_or_default();
        ChecklistRow { item, need, due, rule, state, supplier: supplier(case, item), note }
    };
    ItemKind::ALL.into_iter().map(row).collect()
}

fn material_need(case: &Case, rules: &Rules, item: ItemKind) -> Need {
    let department = case.department().and_then(|id| rules.department(id));
    match department {
        Some(department) if department.requires.contains(&item) => Need::Required,
        _ => Need::Welcome,
    }
}

fn material_rule(item: ItemKind) -> Rule {
    match item {
        ItemKind::Blood => Rule(61),
        ItemKind::UltrasoundResult | ItemKind::UltrasoundImage => Rule(62),
        ItemKind::XrayCtMri => Rule(63),
        _ => Rule(64),
    }
}

fn supplier(case: &Case, item: ItemKind) -> Supplier {
    match item {
        ItemKind::Consent => Supplier::Patient,
        ItemKind::Application | ItemKind::RelationshipProof => match case.applicant.who {
            Who::Patient => Supplier::Patient,
            _ => Supplier::Applicant,
        },
        _ => Supplier::Referrer,
    }
}

fn row_state(case: &Case, item: ItemKind, need: Need, rule: Rule) -> RowState {
    let waived = case.waived(rule);
    match case.item(item).filter(|known| known.found.count > 0) {
        Some(known) => {
            let defects = if waived { vec![] } else { defects(case, &known.found) };
            match defects.is_empty() {
                true => RowState::Here {
                    count: known.found.count,
                    form: known.found.form,
                    arrived: known.arrived,
                },
                false => RowState::Defective { defects, arrived: known.arrived },
            }
        }
        None if waived && need == Need::Required => RowState::Waived,
        None if case.bring_on_day.contains(&item) => RowState::BringOnDay,
        None if need == Need::Required || need == Need::DoctorDecides => RowState::Missing,
        None => RowState::NotNeeded,
    }
}

/// What was noted on the item, and what its discs are known to suffer from (P7, W6, W7).
fn defects(case: &Case, found: &FoundItem) -> Vec<Defect> {
    let mut defects = found.defects.clone();
    if found.form == Form::Disc && !case.discs.is_empty() {
        let usable = |held: &HeldDisc| !held.disc.troubles.iter().any(|t| t.blocks());
        let foreign = case.discs.iter().any(|held| held.disc.name == NameMatch::Different);
        let mut note = |wrong: bool, defect: Defect| {
            if wrong && !defects.contains(&defect) {
                defects.push(defect);
            }
        };
        note(!case.discs.iter().any(usable), Defect::N08);
        note(foreign, Defect::N09);
    }
    defects
}

/// Another person's record, another name, another birth date: stop, whatever else is here (W7, W16).
fn is_grave(defect: &Defect) -> bool {
    matches!(defect, Defect::N06 | Defect::N07 | Defect::N09)
}

/// Every missing or defective item with who can supply it: the whole list, never only the first.
pub fn missing(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<Missing> {
    lacking(case, &checklist(case, rules, on))
}

fn lacking(case: &Case, rows: &[ChecklistRow]) -> Vec<Missing> {
    let mut lacking: Vec<Missing> = rows.iter().filter_map(|row| lack(case, row)).collect();
    let material_named = lacking.iter().any(|m| m.item.is_some_and(ItemKind::is_test_material));
    if !material_here(rows) && !material_named && !case.waived(Rule(65)) {
        lacking.push(Missing {
            item: None,
            defects: vec![],
            due: Due::WithPacket,
            rule: Rule(65),
            supplier: Supplier::Referrer,
        });
    }
    lacking
}

/// R65: test material that a doctor can look at, on paper or on a disc that opens.
fn material_here(rows: &[ChecklistRow]) -> bool {
    rows.iter().any(|row| row.item.is_test_material() && matches!(row.state, RowState::Here { .. }))
}

fn lack(case: &Case, row: &ChecklistRow) -> Option<Missing> {
    let defects = match (&row.state, row.need) {
        (RowState::Missing, Need::Required) => vec![],
        (RowState::BringOnDay, Need::Required) if !may_be_brought(case, row) => vec![],
        (RowState::Defective { defects, .. }, Need::Required) => defects.clone(),
        (RowState::Defective { defects, .. }, Need::Welcome) if row.item.is_test_material() => {
            defects.clone()
        }
        _ => return None,
    };
    Some(Missing { item: Some(row.item), defects, due: row.due, rule: row.rule, supplier: row.supplier })
}

/// 当日持参: consent and proof may be brought by who comes in person (G3); dates are found by what was posted (R65, R71).
fn may_be_brought(case: &Case, row: &ChecklistRow) -> bool {
    let consent = matches!(row.rule, Rule(57 | 58));
    row.due == Due::OnTheDay || (consent && case.mode == Mode::InPerson)
}

/// What must be here before a department is asked: due with the packet, of the test material one or more (R65).
/// R65 set aside is 先行審査: the doctor is asked although letter or data still lack, but never without consent (R40).
pub fn missing_before_screening(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<Missing> {
    let mut missing = hard_missing(case, rules, on);
    missing.retain(|m| m.is_consent() || !case.waived(Rule(65)));
    missing
}

/// What the packet must hold: other test material may lack or be defective while some can be looked at.
pub(crate) fn hard_missing(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<Missing> {
    let rows = checklist(case, rules, on);
    let enough = material_here(&rows);
    let welcome = |kind: ItemKind| rows.iter().any(|row| row.item == kind && row.need == Need::Welcome);
    let mut missing = lacking(case, &rows);
    missing.retain(|m| {
        let spare = enough && m.item.is_some_and(welcome) && !m.defects.iter().any(is_grave);
        m.due == Due::WithPacket && !spare
    });
    missing
}

/// What lacks on the eve of the visit: everything but what is brought on the day.
pub fn missing_before_day(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<Missing> {
    let mut missing = missing(case, rules, on);
    missing.retain(|m| m.due == Due::WithPacket);
    missing
}

/// What must be here before the talk begins.
pub fn missing_before_visit(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<Missing> {
    let rows = checklist(case, rules, on);
    let mut missing = lacking(case, &rows);
    let brought = rows.iter().filter(|r| r.state == RowState::BringOnDay && r.need == Need::Required);
    for row in brought {
        if !missing.iter().any(|m| m.item == Some(row.item)) {
            let (item, due, rule) = (Some(row.item), Due::OnTheDay, row.rule);
            missing.push(Missing { item, defects: vec![], due, rule, supplier: row.supplier });
        }
    }
    missing
}

/// How many of the needed things are here, and how many are needed; 検査資料 as a whole counts as one.
pub fn counted(case: &Case, rules: &Rules, on: NaiveDate) -> (usize, usize) {
    let rows = checklist(case, rules, on);
    let required = || rows.iter().filter(|row| row.need == Need::Required);
    let here = required().filter(|row| lack(case, row).is_none()).count();
    let general = !required().any(|row| row.item.is_test_material());
    let enough = material_here(&rows) || case.waived(Rule(65));
    (here + usize::from(general && enough), required().count() + usize::from(general))
}

/// What the patient brings on the day, for the slip: announced items, what is due then, and consent or proof that
/// still lack when the date is agreed, as when a child turns 18 before it (R57, R58).
pub fn to_bring(case: &Case, rules: &Rules, on: NaiveDate) -> Vec<ItemKind> {
    checklist(case, rules, on)
        .into_iter()
        .filter(|row| {
            let lacks = row.need == Need::Required && row.state == RowState::Missing;
            let speaks = case.booking.is_some() && matches!(row.rule, Rule(57 | 58));
            row.state == RowState::BringOnDay || (lacks && (row.due == Due::OnTheDay || speaks))
        })
        .map(|row| row.item)
        .collect()
}

/// R39, G1: whether somebody who may come is coming.
pub fn may_consult(case: &Case, profile: &Profile) -> bool {
    match case.applicant.who {
        Who::Patient | Who::PatientWithFamily => true,
        Who::Family => {
            case.applicant.kinship.is_empty()
                || profile.kinship(&case.applicant.kinship).is_none_or(|k| k.allowed)
        }
        Who::Other => false,
    }
}

/// R44: agreed, or set aside.
pub fn referrer_agrees(case: &Case) -> bool {
    case.referrer.agreed == Told::Yes || case.waived(Rule(44))
}
