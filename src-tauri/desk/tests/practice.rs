//! The practice register: made for any day it shows every stage, ending, ground and trouble and a desk's day of work,
//! every case is what its journal says, and nobody in it can be telephoned.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDateTime;
use desk::{Desk, Outside, Place, SetClock};
use domain::call::Outcome;
use domain::fold::fold;
use domain::history::{Entry, Event, replay};
use domain::packet::{Channel, Defect, DiscTrouble, Form, ItemKind, NameMatch};
use domain::paper::PaperKind;
use domain::people::Who;
use domain::screening::Ground;
use domain::stage::Stage;
use domain::steps::StepKind;
use domain::{Action, Case};
use register::{Register, Stored};
use serde_json::Value;

#[path = "practice/sights.rs"]
mod sights;

use sights::SIGHTS;

struct Nowhere;

impl Outside for Nowhere {
    fn print(&self, _pdf: &[u8], job: &desk::PrintJob) -> Result<String, String> {
        Ok(job.title.clone())
    }
    fn save(&self, _pdf: &[u8], _suggested: &str) -> Result<bool, String> {
        Ok(false)
    }
}

/// A practice register as it is when somebody opens it at `now`, and everything in it.
struct Made {
    now: NaiveDateTime,
    today: Value,
    frame: Value,
    verified: Value,
    cases: Vec<(Stored, Vec<Entry>)>,
}

fn made(now: &str) -> Made {
    let now: NaiveDateTime = now.parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = Place { folder: folder.path().to_owned(), practice: true };
    let file = place.register(now.date());
    let desk = Desk::open(place, Box::new(Arc::new(SetClock::at(now))), Box::new(Nowhere));
    let ask = |command: &str| -> Value {
        let answer = desk.dispatch(command, "{}").unwrap_or_else(|f| panic!("{now}: {command}: {f:?}"));
        serde_json::from_str(&answer).unwrap()
    };
    let frame = ask("frame");
    assert_eq!(frame["state"], "open", "{now}: {frame}");
    let (today, verified) = (ask("today"), ask("verify"));
    drop(desk);
    let register = Register::open(&file).unwrap();
    assert!(register.verify().unwrap().is_sound(), "{now}");
    let mut ids = Vec::new();
    register.all_cases(&mut |id, _| ids.push(id)).unwrap();
    let read = |id| (register.load(id).unwrap().unwrap(), register.history(id).unwrap());
    let cases = ids.into_iter().map(read).collect();
    Made { now, today, frame, verified, cases }
}

impl Made {
    fn cases(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().map(|(stored, _)| &stored.case)
    }
    fn actions(&self) -> impl Iterator<Item = &Action> {
        self.cases.iter().flat_map(|(_, history)| history).filter_map(|entry| match &entry.event {
            Event::Done { action } => Some(action),
            Event::TakenBack { .. } => None,
        })
    }
    fn stages(&self) -> BTreeSet<Stage> {
        self.cases.iter().map(|(stored, _)| stored.brief.stage).collect()
    }
    fn work(&self, list: &str) -> Vec<String> {
        let rows = self.today[list].as_array().unwrap();
        rows.iter().map(|row| row["step"]["kind"].as_str().unwrap().to_owned()).collect()
    }
}

/// The one in which the tests look for what it shows.
static ONE: LazyLock<Made> = LazyLock::new(|| made("2026-11-24T09:31:00"));

/// What holds whatever the day is.
fn holds_on(now: &str) -> Made {
    let made = made(now);
    assert!(made.cases.len() >= 80, "{now}: {} cases", made.cases.len());
    assert_eq!(made.verified["whole"], true, "{now}: {}", made.verified);
    assert_eq!(made.verified["cases"], made.cases.len(), "{now}");
    let missing: Vec<Stage> = Stage::ALL.into_iter().filter(|s| !made.stages().contains(s)).collect();
    assert_eq!(missing, [], "{now}: stages that no case is in");
    for (stored, history) in &made.cases {
        assert_eq!(replay(history), stored.case, "{now}: the journal of case {}", stored.id);
        assert!(history.iter().all(|entry| entry.mark.at <= made.now), "{now}: case {}", stored.id);
    }
    made
}

/// On a day on which the desk is open.
fn is_a_days_work(now: &str) {
    let made = holds_on(now);
    let (overdue, due) = (made.work("overdue"), made.work("today"));
    let all = overdue.len() + due.len();
    assert!((20..=35).contains(&all), "{now}: {all} in today's work: {overdue:?} {due:?}");
    assert!((3..=6).contains(&overdue.len()), "{now}: overdue {overdue:?}");
    let visits = made.frame["desk"]["visits_today"].as_u64().unwrap();
    assert!((2..=4).contains(&visits), "{now}: {visits} visits");
    let expiring = made.today["expiring"].as_array().unwrap().len();
    assert!(expiring >= 3, "{now}: {expiring} holds run out today");
    assert!(made.today["done_today"].as_u64().unwrap() >= 5, "{now}: done today");
    let ahead = made.cases().filter(|c| c.booking.as_ref().is_some_and(|b| b.slot.start > made.now)).count();
    assert!(ahead >= 10, "{now}: {ahead} visits ahead");
}

/// On a day on which the desk is closed: no visits, and the rest of what waits.
fn is_a_closed_day(now: &str) {
    let made = holds_on(now);
    assert_eq!(made.frame["desk"]["visits_today"], 0, "{now}");
    assert!(!made.frame["desk"]["closed"].is_null(), "{now}");
    assert!(made.work("today").len() >= 10, "{now}: {:?}", made.work("today"));
    assert!(made.work("overdue").len() <= 6, "{now}: {:?}", made.work("overdue"));
}

macro_rules! anchors {
    ($($name:ident: $holds:ident($now:literal);)*) => {
        $(#[test]
        fn $name() {
            $holds($now);
        })*
    };
}

anchors! {
    after_three_closed_days: is_a_days_work("2026-11-24T09:31:00");
    a_sunday_before_a_holiday: is_a_closed_day("2026-11-22T15:41:00");
    just_after_midnight_of_a_sunday: is_a_closed_day("2026-09-20T00:05:00");
    the_last_day_of_the_year: is_a_days_work("2026-12-28T09:31:00");
    the_first_day_of_the_year: is_a_days_work("2027-01-04T09:31:00");
    new_years_day: is_a_closed_day("2027-01-01T12:00:00");
    the_first_day_of_a_fiscal_year: is_a_days_work("2027-04-01T09:31:00");
    after_the_golden_week: is_a_days_work("2027-05-06T09:31:00");
    a_leap_day: is_a_days_work("2028-02-29T09:31:00");
    before_the_desk_opens: is_a_days_work("2026-10-07T07:50:00");
}

/// Every value of a list is in the register.
fn every<T: PartialEq + std::fmt::Debug>(what: &str, wanted: &[T], found: impl Fn(&T) -> bool) {
    let missing: Vec<&T> = wanted.iter().filter(|one| !found(one)).collect();
    assert!(missing.is_empty(), "{what} that no case shows: {missing:?}");
}

#[test]
fn every_kind_of_thing_is_shown() {
    let made = &*ONE;
    let cases: Vec<&Case> = made.cases().collect();
    let any = |fits: &dyn Fn(&Case) -> bool| cases.iter().any(|case| fits(case));

    every("grounds of an ending", &Ground::ALL, |ground| {
        any(&|c| c.ending.as_ref().is_some_and(|e| e.ground == Some(*ground)))
    });
    use DiscTrouble::*;
    let troubles = [
        NotRecognised,
        NoImportRoute,
        SeveralPatients,
        Autorun,
        CompressedNoViewer,
        PictureFormat,
        SeveralDiscs,
        NotDicom,
        Virus,
    ];
    every("troubles of discs", &troubles, |trouble| {
        any(&|c| c.discs.iter().any(|held| held.disc.troubles.contains(trouble)))
    });
    use Defect::*;
    let defects = [N02, N03, N04, N05, N06, N07, N08, N09, N10, N11, N12, N13, N14, N15, N16, N17];
    every("defects", &defects, |defect| any(&|c| c.items.iter().any(|i| i.found.defects.contains(defect))));
    every("items", &ItemKind::ALL, |kind| any(&|c| c.item(*kind).is_some()));
    let forms = [Form::Original, Form::Copy, Form::Disc, Form::Electronic];
    every("forms", &forms, |form| any(&|c| c.items.iter().any(|i| i.found.form == *form)));
    let matches = [NameMatch::Same, NameMatch::Variant, NameMatch::Different, NameMatch::Unread];
    every("names on discs", &matches, |name| any(&|c| c.discs.iter().any(|held| held.disc.name == *name)));
}

#[test]
fn every_kind_of_contact_and_step_is_shown() {
    let made = &*ONE;
    let cases: Vec<&Case> = made.cases().collect();
    let any = |fits: &dyn Fn(&Case) -> bool| cases.iter().any(|case| fits(case));
    let channels = [
        Channel::Post,
        Channel::LetterPack,
        Channel::Registered,
        Channel::Courier,
        Channel::Counter,
        Channel::FromReferrer,
        Channel::Electronic,
    ];
    every("channels", &channels, |channel| any(&|c| c.packets.iter().any(|p| p.packet.channel == *channel)));
    let outcomes = [
        Outcome::Spoke,
        Outcome::NoAnswer,
        Outcome::LeftMessage,
        Outcome::Busy,
        Outcome::CallBack,
        Outcome::NotInService,
        Outcome::WrongPerson,
        Outcome::Refused,
    ];
    every("outcomes of calls", &outcomes, |outcome| {
        any(&|c| c.calls.iter().any(|call| call.record.outcome == *outcome))
    });
    let papers = [
        PaperKind::Slip,
        PaperKind::ClinicsGuide,
        PaperKind::CoverLetter,
        PaperKind::MailingLabel,
        PaperKind::MissingNotice,
        PaperKind::ContactRequest,
        PaperKind::Decline,
        PaperKind::ReturnSlip,
        PaperKind::ScreeningRequest,
        PaperKind::SpineLabel,
    ];
    every("papers", &papers, |kind| any(&|c| c.paper(*kind).is_some()));
    let people = [Who::Patient, Who::PatientWithFamily, Who::Family, Who::Other];
    every("applicants", &people, |who| any(&|c| c.applicant.who == *who));
    let departments: Vec<String> = desk::default_departments().into_iter().map(|d| d.id).collect();
    every("departments", &departments, |id| any(&|c| c.department() == Some(id)));

    use StepKind::*;
    let steps = [
        FirstCall,
        AnswerInquiry,
        ChasePacket,
        OpenPacket,
        ChaseMissing,
        AskDoctor,
        ChaseDoctor,
        ProposeDates,
        PhoneCandidates,
        WriteUnreachable,
        PostPaper,
        ReturnedMail,
        ConfirmClinics,
        CallClinicsMismatch,
        SeeClinicsChange,
        DayBefore,
        RecordVisit,
        ChaseReport,
        DeliverReport,
        ReturnMaterial,
        DecideNoShow,
        PostAnswer,
        ReportLeak,
    ];
    let work: Vec<String> = [made.work("overdue"), made.work("today")].concat();
    every("steps of today's work", &steps, |kind| {
        work.contains(&serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned())
    });
}

/// Every variant of an action but the one that has nothing to do here is in some journal.
#[test]
fn every_action_was_taken() {
    let made = &*ONE;
    let name = |action: &Action| serde_json::to_value(action).unwrap()["do"].as_str().unwrap().to_owned();
    let taken: BTreeSet<String> = made.actions().map(name).collect();
    let all = "inquire receive_packet amend_patient amend_applicant amend_referrer amend_subject check_item \
        bring_on_day check_disc move doubt waive ask_doctor remind_doctor record_verdict hold_slot release_slot \
        decline_candidates log_call book unbook issue_paper post_paper void_paper mail_came_back \
        clinics_registered clinics_booked clinics_change_seen confirm_day_before record_payment no_show consult \
        receive_report remind_report hand_over_report post_report return_material switch_mode \
        withdraw_agreement end note approve_paper seal report_leak leak_reported";
    let missing: Vec<&str> = all.split_whitespace().filter(|one| !taken.contains(*one)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "actions that no case shows");
    let taken_back = made.cases.iter().flat_map(|(_, history)| history);
    assert!(taken_back.into_iter().any(|e| matches!(e.event, Event::TakenBack { .. })), "an undo");
}

#[test]
fn every_trouble_is_to_be_seen() {
    let made = &*ONE;
    let unseen: Vec<&str> =
        SIGHTS.iter().filter(|(_, fits)| !made.cases().any(fits)).map(|(what, _)| *what).collect();
    assert_eq!(unseen, Vec::<&str>::new(), "troubles that no case shows");
}

#[test]
fn people_are_told_apart_and_cannot_be_reached() {
    let made = &*ONE;
    // W4: two patients in one envelope have two numbers and one tracking number.
    let mut envelopes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // The same reading for two people.
    let mut readings: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for case in made.cases() {
        let number = case.number.map(|n| n.to_string()).unwrap_or_default();
        for packet in case.packets.iter().filter(|p| !p.packet.tracking.is_empty()) {
            envelopes.entry(packet.packet.tracking.clone()).or_default().insert(number.clone());
        }
        let name = &case.patient.name;
        readings.entry(fold(&name.kana())).or_default().insert(name.written());
        let own = case.patient.phones.iter().map(|phone| phone.number.as_str());
        for phone in own.chain([case.applicant.phone.as_str()]).filter(|number| !number.is_empty()) {
            assert!(phone.starts_with("090-0000-") || phone.starts_with("022-000-"), "{phone}");
        }
        for postal in [&case.patient.address.postal, &case.applicant.address.postal] {
            assert!(postal.is_empty() || postal.ends_with("-0000"), "{postal}");
        }
        let birth = case.patient.birth.as_ref().map(|b| b.date);
        let age = domain::age::age_on(birth.expect("everybody has a birth date"), made.now.date());
        assert!((0..=105).contains(&age), "{} is {age}", name.written());
    }
    assert!(envelopes.values().any(|numbers| numbers.len() == 2), "two patients in one envelope");
    assert!(readings.values().any(|names| names.len() == 2), "two people with the same reading");
}
