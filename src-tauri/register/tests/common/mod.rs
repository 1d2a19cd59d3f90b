//! A small desk for tests: made-up people, the default profile, and actions taken the way the desk takes them.
#![allow(dead_code, reason = "each test file uses a part of it")]
use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::action::Action;
use domain::brief::{brief, search_fields};
use domain::case::Case;
use domain::history::{Event, replay, undoable};
use domain::ids::{CaseId, Mark, ReceiptNumber};
use domain::packet::{Channel, Packet};
use domain::people::{Intake, Name, Patient, Phone, PhoneLine, Referrer, Subject, TypedDate};
use domain::profile::{Edition, Profile, Rules};
use domain::visit::Slot;
use register::{Committed, Decided, Page, Register, RegisterKind, Trouble};
use std::path::PathBuf;
use std::sync::LazyLock;

pub static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let profile: Profile =
        serde_json::from_str(include_str!("../../../../assets/profile/default.json")).unwrap();
    let from = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
    Rules { editions: vec![Edition { from, profile }], ..Rules::default() }
});

/// Minutes after 9:00 on 1 April 2026.
pub fn at(minutes: i64) -> NaiveDateTime {
    time("2026-04-01T09:00:00") + Duration::minutes(minutes)
}

pub fn time(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

pub fn mark(minutes: i64) -> Mark {
    Mark { at: at(minutes), by: "受付 花子".to_owned() }
}

pub fn all() -> Page {
    Page::first(500)
}

/// A register in a folder of its own, removed at the end.
pub struct Room {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Room {
    pub fn new() -> Room {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("uketsuke.sqlite3");
        Room { folder, path }
    }
    pub fn create(&self) -> Register {
        Register::create(&self.path, RegisterKind::Real, at(0)).unwrap()
    }
    pub fn open(&self) -> Register {
        Register::open(&self.path).unwrap()
    }
}

#[derive(Clone)]
pub struct Person {
    pub family: &'static str,
    pub given: &'static str,
    pub kana: (&'static str, &'static str),
    pub birth: &'static str,
    pub phone: &'static str,
    pub institution: &'static str,
}

pub const MITSUE: Person = Person {
    family: "髙橋",
    given: "美津江",
    kana: ("タカハシ", "ミツエ"),
    birth: "1941-02-08",
    phone: "022-555-0143",
    institution: "みやぎ野総合病院",
};
pub const JIRO: Person = Person {
    family: "渡邊",
    given: "二郎",
    kana: ("ワタナベ", "ジロウ"),
    birth: "1955-11-30",
    phone: "090-5555-0177",
    institution: "青葉内科クリニック",
};

pub fn intake(person: &Person) -> Intake {
    let birth = person.birth.parse().unwrap();
    Intake {
        mode: Default::default(),
        patient: Patient {
            name: Name {
                family: person.family.into(),
                given: person.given.into(),
                family_kana: person.kana.0.into(),
                given_kana: person.kana.1.into(),
            },
            birth: Some(TypedDate { typed: person.birth.into(), date: birth }),
            phones: vec![Phone {
                number: person.phone.into(),
                line: PhoneLine::Home,
                whose: String::new(),
                do_not_call: false,
            }],
            ..Patient::default()
        },
        applicant: Default::default(),
        referrer: Referrer { institution_name: person.institution.into(), ..Default::default() },
        subject: Subject { department: Some("digestive".into()), ..Subject::default() },
        applied_on: None,
    }
}

pub fn packet(person: &Person, number: Option<ReceiptNumber>, minutes: i64) -> Action {
    Action::ReceivePacket {
        packet: Packet {
            arrived: at(minutes).date(),
            channel: Channel::Post,
            tracking: String::new(),
            sender: String::new(),
            place: "棚A".into(),
            unopened: false,
            name_on_it: String::new(),
        },
        items: vec![],
        discs: vec![],
        bring_on_day: vec![],
        intake: Some(intake(person)),
        number,
    }
}

pub fn decided(case: Case, event: Event, minutes: i64) -> Decided {
    let brief = brief(&case, &RULES, at(minutes).date());
    Decided { event, search: search_fields(&case), brief, case }
}

/// A new case from a packet, its number from the register.
pub fn receive(register: &Register, person: &Person, minutes: i64) -> Result<Committed, Trouble> {
    let mark = mark(minutes);
    register.change(None, &mark, |tx| {
        let serial = tx.next_serial(2026)?;
        let action = packet(person, Some(ReceiptNumber { fiscal_year: 2026, serial }), minutes);
        let case = Case::default().after(&action, &mark);
        Ok(decided(case, Event::Done { action }, minutes))
    })
}

pub fn act(register: &Register, id: CaseId, action: Action, minutes: i64) -> Result<Committed, Trouble> {
    let mark = mark(minutes);
    register.change(Some(id), &mark, |tx| {
        let case = tx.load(id)?.ok_or(Trouble::NotFound)?.case.after(&action, &mark);
        Ok(decided(case, Event::Done { action }, minutes))
    })
}

/// Takes the last action back.
pub fn undo(register: &Register, id: CaseId, minutes: i64) -> Result<Committed, Trouble> {
    register.change(Some(id), &mark(minutes), |tx| {
        let entries = tx.history(id)?;
        let seq = undoable(&entries).ok_or(Trouble::NotFound)?.seq;
        let standing: Vec<_> = entries.into_iter().filter(|entry| entry.seq != seq).collect();
        Ok(decided(replay(&standing), Event::TakenBack { seq }, minutes))
    })
}

pub fn note(text: &str) -> Action {
    Action::Note { text: text.into() }
}

pub fn hold(doctor: &str, start: &str, length: u16, until: &str) -> Action {
    let slot = Slot { doctor: doctor.into(), start: time(start), minutes: length, room: "外来A".into() };
    Action::HoldSlot { slot, until: Some(time(until)) }
}

/// A day at the desk: twelve people, each with some actions, one undo, reference data, a desk event.
pub fn busy_day(register: &Register) -> Vec<CaseId> {
    let people = [MITSUE, JIRO];
    let ids: Vec<CaseId> =
        (0..12).map(|n| receive(register, &people[n as usize % 2], n).unwrap().id).collect();
    for (n, id) in (0i64..).zip(&ids) {
        act(register, *id, note("電話で確認"), 20 + n).unwrap();
        let start = at(60 * 24 * 20 + 60 * n).format("%Y-%m-%dT%H:%M:%S").to_string();
        act(register, *id, hold("dr1", &start, 60, "2026-04-10T17:15:00"), 40 + n).unwrap();
    }
    act(register, ids[0], Action::Move { place: "棚B".into() }, 60).unwrap();
    undo(register, ids[0], 61).unwrap();
    register.put_reference("doctor", "dr1", r#"{"name":"医師 一"}"#, &mark(62), "着任").unwrap();
    register.note_event("backup", "taken", &mark(63)).unwrap();
    ids
}
