//! The made-up people: what each one's application form says, read from a table that scripts only name.
use chrono::NaiveDate;
use domain::era::read_date;
use domain::people::{
    Address, Intake, Name, Patient, Phone, PhoneLine, Referrer, Sex, Subject, Told, TypedDate,
};

use super::hospital::institution_name;

/// One row a person; the columns are named in the first line.
const PEOPLE: &str = include_str!("../../../../assets/data/practice_people.tsv");

/// The application form of `key`, as it reads on the day `today`.
pub(super) fn form_of(key: &str, today: NaiveDate) -> Intake {
    let mut lines = PEOPLE.lines().filter(|line| !line.starts_with('#'));
    let heads: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let row: Vec<&str> = lines
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .find(|row| row.first() == Some(&key))
        .expect("every life names a person of the table");
    let cell = |head: &str| -> String {
        let at = heads.iter().position(|h| *h == head).expect("a column of the table");
        row.get(at).copied().unwrap_or_default().to_owned()
    };
    let institution = cell("institution");
    let referrer = Referrer {
        institution_name: institution_name(&institution).to_owned(),
        institution: Some(institution),
        department: cell("referrer_department"),
        doctor: cell("referrer"),
        agreed: Told::Yes,
    };
    let subject = Subject {
        diagnosis: cell("diagnosis"),
        topics: cell("topics").split(',').filter_map(|code| code.parse().ok()).collect(),
        question: cell("question"),
        department: Some(cell("department")),
        ..Subject::default()
    };
    Intake { patient: patient(&cell, today), referrer, subject, ..Intake::default() }
}

fn patient(cell: &dyn Fn(&str) -> String, today: NaiveDate) -> Patient {
    let name = Name {
        family: cell("family"),
        given: cell("given"),
        family_kana: cell("family_kana"),
        given_kana: cell("given_kana"),
    };
    let typed = cell("birth");
    // Children have no birth date in the table: theirs moves with today.
    let birth = read_date(&typed, today).ok().map(|read| TypedDate { typed, date: read.date });
    let line = match cell("line").as_str() {
        "home" => PhoneLine::Home,
        _ => PhoneLine::Mobile,
    };
    Patient {
        name,
        former_name: cell("former_name"),
        sex: if cell("sex") == "f" { Sex::Female } else { Sex::Male },
        birth,
        address: Address { postal: cell("postal"), line1: cell("line1"), line2: cell("line2") },
        phones: vec![Phone { number: cell("phone"), line, whose: String::new(), do_not_call: false }],
        told_diagnosis: Told::Yes,
        ..Patient::default()
    }
}
