//! The shapes that leave the crate: unknown fields are refused, a huge or dirty text is refused, all else comes back whole.

mod common;

use common::*;
use domain::Action;
use domain::Case;
use domain::history::Event;
use serde_json::{Value, json};

/// Every object inside a value, as the way to it.
fn objects(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(here.clone());
            fields.iter().for_each(|(key, inner)| objects(inner, format!("{here}/{key}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, inner)| objects(inner, format!("{here}/{i}"), found));
        }
        _ => {}
    }
}

/// With a field nobody knows put into each object in turn, nothing is read.
fn refuses_strangers<T: serde::de::DeserializeOwned>(value: &Value) {
    let mut ways = Vec::new();
    objects(value, String::new(), &mut ways);
    for way in ways {
        let mut with = value.clone();
        with.pointer_mut(&way).unwrap().as_object_mut().unwrap().insert("stranger".into(), json!(1));
        assert!(serde_json::from_value::<T>(with).is_err(), "a stranger at {way} was let in");
    }
}

fn lives() -> Vec<Life> {
    let child = Life::new().with(|i| {
        i.patient = patient("2010-06-01");
        i.applicant = family("母");
    });
    vec![
        Life::new().report_out().returned(),
        Life::new()
            .online()
            .consulted(false)
            .does(Action::RecordPayment { card_error: "期限切れ".into() }),
        Life::new().online().slip_out().in_clinics(VISIT).switch(domain::visit::Mode::InPerson, true),
        Life::new().asked().verdict(more_material()).more(vec![]),
        Life::new().slip_out().does(Action::Unbook { reason: "都合".into() }).dies(),
        child
            .packet_with(complete(), vec![disc()])
            .does(waive(65))
            .calls(domain::call::Outcome::Busy, domain::call::Matter::Missing),
    ]
}

#[test]
fn a_case_comes_back_whole_and_takes_no_stranger() {
    for life in lives() {
        let value = serde_json::to_value(&life.case).unwrap();
        assert_eq!(serde_json::from_value::<Case>(value.clone()).unwrap(), life.case);
        refuses_strangers::<Case>(&value);
    }
}

#[test]
fn an_entry_comes_back_whole_and_takes_no_stranger() {
    for entry in lives().into_iter().flat_map(|life| life.entries) {
        let value = serde_json::to_value(&entry).unwrap();
        assert_eq!(serde_json::from_value::<domain::history::Entry>(value.clone()).unwrap(), entry);
        refuses_strangers::<domain::history::Entry>(&value);
    }
    refuses_strangers::<Event>(&json!({"event": "taken_back", "seq": 3}));
}

/// Variants without fields, which serde by itself would let strangers through.
#[test]
fn bare_variants_take_no_stranger() {
    refuses_strangers::<domain::screening::Verdict>(&json!({"outcome": "accept"}));
    for state in ["not_needed", "open"] {
        refuses_strangers::<domain::visit::InClinics>(&json!({"state": state}));
    }
    refuses_strangers::<domain::visit::Return>(&json!({"how": "handed_over"}));
    for bare in [
        "remind_doctor",
        "clinics_registered",
        "clinics_change_seen",
        "confirm_day_before",
        "no_show",
        "remind_report",
        "hand_over_report",
    ] {
        let value = json!({"do": bare});
        assert!(serde_json::from_value::<Action>(value.clone()).is_ok(), "{bare}");
        refuses_strangers::<Action>(&value);
    }
    let closure = json!({"kind": "yearly", "from": {"month": 12, "day": 29}, "to": {"month": 1, "day": 3}});
    refuses_strangers::<domain::days::ClosureSpan>(&closure);
}

#[test]
fn the_profile_takes_no_stranger() {
    refuses_strangers::<domain::Profile>(&serde_json::to_value(profile()).unwrap());
}

#[test]
fn dirty_and_huge_text_is_refused() {
    let life = Life::new().received();
    let huge = "あ".repeat(5000);
    let texts = ["a\0b", "a\u{202E}b", "a\u{200B}b", "a\u{E000}b", huge.as_str()];
    for text in texts {
        let t = || text.to_owned();
        let mut patient = intake().patient;
        patient.name.family = t();
        let mut applicant = family("母");
        applicant.companions.push(domain::people::Companion { name: t(), kinship: String::new() });
        let mut referrer = intake().referrer;
        referrer.doctor = t();
        let mut subject = intake().subject;
        subject.department = Some(t());
        let mut item = found(domain::packet::ItemKind::Blood);
        item.note = t();
        let mut record =
            call(domain::call::Party::Patient, domain::call::Outcome::Spoke, domain::call::Matter::Other);
        record.note = t();
        let mut place = slot("森", VISIT);
        place.room = t();
        let how = domain::visit::Return::Posted {
            service: t(),
            tracking: "1".into(),
            packed_by: "木村".into(),
            checked_by: "村上".into(),
        };
        let actions = [
            Action::AmendPatient { patient },
            Action::AmendApplicant { applicant },
            Action::AmendReferrer { referrer },
            Action::AmendSubject { subject, applied_on: None },
            Action::CheckItem { item },
            Action::Move { place: t() },
            Action::Waive { rule: domain::Rule(65), reason: t() },
            Action::AskDoctor { department: t(), doctor: None },
            Action::RecordVerdict {
                verdict: domain::screening::Verdict::OtherDepartment { department: t() },
            },
            Action::HoldSlot { slot: place, until: None },
            Action::LogCall { call: record, out_of_hours: false },
            Action::PostPaper { kind: domain::paper::PaperKind::Slip, service: t(), tracking: String::new() },
            Action::ReturnMaterial { how },
            Action::End { kind: domain::case::EndKind::Cancelled, ground: None, reason: t() },
            Action::Note { text: t() },
        ];
        for action in actions {
            life.refuses(&format!("{action:?}"), action, "text", None);
        }
    }
    let data = "x".repeat(100_000);
    let paper =
        Action::IssuePaper { kind: domain::paper::PaperKind::Slip, version: 1, data, digest: String::new() };
    life.refuses("データが大きすぎる", paper, "text", None);
    life.allows("改行のあるメモ", Action::Note { text: "一行目\n二行目".into() });
}
