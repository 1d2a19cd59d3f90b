//! Who works in the made-up hospital: doctors with their clinics, referring institutions, people at the desk.
use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::candidates::offers;
use domain::ids::Mark;
use domain::people::Address;
use domain::profile::{ClinicException, ClinicRule, Doctor, Institution};
use domain::visit::{Mode, Slot};
use register::Register;

use super::anchor::Anchor;
use super::at;
use super::life::{Life, Move};
use crate::reference::{self, DOCTOR, INSTITUTION, STAFF};
use crate::wire::Failure;

/// Days up to tomorrow are met exactly; later ones fall on the next clinic.
pub(super) const EXACT_UNTIL: i32 = 1;

/// People at the desk; the first is signed in.
pub(super) const STAFF_NAMES: [&str; 3] = ["佐々木 奈緒子", "大友 和也", "三浦 葉月"];

/// id, name, department, weekdays (Monday 0), weeks of the month, from, to, room, modes.
type Clinic = (
    &'static str,
    &'static str,
    &'static str,
    &'static [u8],
    &'static [u8],
    (u32, u32),
    (u32, u32),
    &'static str,
    &'static [Mode],
);

const BOTH: &[Mode] = &[Mode::InPerson, Mode::Online];

/// A doctor with two kinds of clinic has two lines.
const CLINICS: [Clinic; 17] = [
    ("kuji", "久慈 隆文", "respiratory", &[1, 3], &[], (14, 0), (16, 0), "外来棟2階　第2相談室", BOTH),
    ("minowa", "箕輪 咲", "respiratory", &[0], &[], (10, 0), (12, 0), "外来棟2階　第2相談室", BOTH),
    ("katakura", "片倉 重行", "orthopedics", &[0, 2], &[], (13, 30), (16, 30), "外来棟2階　第3相談室", BOTH),
    ("kanno", "菅野 文恵", "neurosurgery", &[4], &[], (10, 0), (12, 0), "外来棟3階　第1相談室", BOTH),
    ("endo", "遠藤 理一", "digestive", &[1, 4], &[], (15, 0), (17, 0), "外来棟2階　第1相談室", BOTH),
    ("obara", "小原 健", "digestive", &[3], &[], (9, 30), (11, 30), "外来棟2階　第1相談室", BOTH),
    ("hangai", "半谷 智世", "surgery", &[2], &[], (14, 0), (17, 0), "外来棟2階　第1相談室", BOTH),
    ("oikawa", "及川 拓", "cardiology", &[0, 3], &[], (9, 30), (11, 30), "外来棟3階　第2相談室", BOTH),
    ("shishido", "宍戸 美里", "breast", &[1], &[2, 4], (14, 0), (17, 0), "外来棟1階　相談室", BOTH),
    ("takeyama", "武山 隼人", "hematology", &[3], &[], (13, 0), (16, 0), "外来棟3階　第1相談室", BOTH),
    ("watari", "亘理 沙織", "rheumatology", &[2, 4], &[], (14, 0), (16, 0), "外来棟3階　第2相談室", BOTH),
    ("nihei", "二瓶 公平", "urology", &[0], &[], (14, 0), (17, 0), "外来棟2階　第3相談室", &[Mode::InPerson]),
    ("nihei", "二瓶 公平", "urology", &[3], &[], (9, 0), (11, 0), "外来棟2階　第3相談室", &[Mode::Online]),
    (
        "abukawa",
        "虻川 由布子",
        "pediatric_surgery",
        &[2, 3],
        &[],
        (10, 0),
        (12, 0),
        "小児棟1階　相談室",
        BOTH,
    ),
    ("kikuta", "菊田 俊", "ophthalmology", &[4], &[1, 3], (13, 0), (16, 0), "外来棟1階　相談室", BOTH),
    ("shiga", "志賀 直美", "ent", &[1], &[], (10, 0), (12, 0), "外来棟1階　相談室", BOTH),
    (
        "tsukada",
        "塚田 創",
        "epilepsy",
        &[2],
        &[],
        (13, 0),
        (15, 0),
        "外来棟3階　第1相談室",
        &[Mode::InPerson],
    ),
];

/// id, name, postal, address, phone, code, checked by a second person.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, bool);

const INSTITUTIONS: [Row; 9] = [
    (
        "morinooka",
        "医療法人社団 杜の丘会 杜の丘中央病院",
        "985-0000",
        "宮城県塩浜市港町三丁目1番1号",
        "022-000-3311",
        "0400001",
        true,
    ),
    ("chuo_n", "中央病院", "981-0000", "宮城県北原市中央一丁目2番3号", "022-000-4120", "0400002", true),
    ("chuo_s", "中央病院", "990-0000", "山形県南川市本町五丁目6番7号", "023-000-5580", "0600003", true),
    (
        "kawabata",
        "川端内科クリニック",
        "983-0000",
        "宮城県杜浜市字川端12番地の4",
        "022-000-6702",
        "0400004",
        true,
    ),
    ("shiohama", "塩浜市立病院", "985-0000", "宮城県塩浜市大通二丁目8番1号", "022-000-7700", "0400005", true),
    (
        "tsukinoki",
        "槻の木整形外科",
        "989-0000",
        "宮城県杜浜市槻の木北三丁目14番7号",
        "022-000-8181",
        "0400006",
        true,
    ),
    (
        "kitahara",
        "北原こども病院",
        "981-0000",
        "宮城県北原市緑ヶ丘四丁目1番地",
        "022-000-9015",
        "0400007",
        true,
    ),
    (
        "tsujido",
        "辻󠄀堂クリニック",
        "983-0000",
        "宮城県杜浜市東通九丁目3番22号　東通ビル4階",
        "022-000-1290",
        "0400008",
        true,
    ),
    (
        "akane",
        "あかね台脳神経外科",
        "982-0000",
        "宮城県杜浜市あかね台一丁目19番5号",
        "022-000-2468",
        "0400009",
        false,
    ),
];

/// Puts profile, departments, doctors, institutions and people into a new practice register.
pub(super) fn furnish(
    register: &Register,
    at: NaiveDateTime,
    anchor: &Anchor,
    lives: &[Life],
) -> Result<(), Failure> {
    let first = Mark { at, by: STAFF_NAMES[0].to_owned() };
    reference::plant(register, &first)?;
    reference::put(register, STAFF, "names", &STAFF_NAMES, &first, "")?;
    for doctor in doctors(anchor, lives) {
        reference::put(register, DOCTOR, &doctor.id, &doctor, &first, "")?;
    }
    for row in INSTITUTIONS {
        let institution = institution(row, at);
        reference::put(register, INSTITUTION, &institution.id, &institution, &first, "")?;
    }
    Ok(())
}

/// The doctors with their clinics, and an extra one on each day that a life fixes without a clinic on it.
fn doctors(anchor: &Anchor, lives: &[Life]) -> Vec<Doctor> {
    let mut doctors: Vec<Doctor> = Vec::new();
    for (index, clinic) in CLINICS.into_iter().enumerate() {
        match doctors.iter_mut().find(|doctor| doctor.id == clinic.0) {
            Some(known) => known.clinics.push(rule(clinic)),
            None => doctors.push(doctor(clinic, anchor.now.date(), index as i64)),
        }
    }
    for (id, mode, date) in fixed_days(anchor, lives) {
        if let Some(doctor) = doctors.iter_mut().find(|doctor| doctor.id == id)
            && !has_clinic(doctor, mode, date)
        {
            let extra = extra(&doctor.clinics[0], date);
            doctor.exceptions.push(extra);
        }
    }
    doctors
}

/// Doctor, mode and day of every date that a life fixes.
pub(super) fn fixed_days<'a>(
    anchor: &'a Anchor,
    lives: &'a [Life],
) -> impl Iterator<Item = (&'static str, Mode, NaiveDate)> + 'a {
    lives.iter().flat_map(move |life| {
        life.steps.iter().filter_map(move |step| match &step.what {
            Move::Hold { doctor, days } => {
                let first = days.first().copied().filter(|day| *day <= EXACT_UNTIL)?;
                Some((*doctor, life.mode, anchor.visit(first)))
            }
            _ => None,
        })
    })
}

fn has_clinic(doctor: &Doctor, mode: Mode, date: NaiveDate) -> bool {
    let first = |rule: &ClinicRule| Slot {
        doctor: doctor.id.clone(),
        start: date.and_time(rule.from),
        minutes: rule.slot_minutes,
        room: rule.room.clone(),
    };
    let taken =
        |extra: &ClinicException| matches!(extra, ClinicException::Extra { date: day, .. } if *day == date);
    doctor.exceptions.iter().any(taken)
        || doctor.clinics.iter().any(|rule| offers(doctor, &first(rule), mode))
}

fn extra(like: &ClinicRule, date: NaiveDate) -> ClinicException {
    let (from, to, slot_minutes) = (like.from, like.to, like.slot_minutes);
    ClinicException::Extra { date, from, to, slot_minutes, room: like.room.clone() }
}

fn rule((_, _, _, weekdays, nth, from, to, room, modes): Clinic) -> ClinicRule {
    ClinicRule {
        weekdays: weekdays.to_vec(),
        nth: nth.to_vec(),
        from: at(from),
        to: at(to),
        slot_minutes: 60,
        room: room.to_owned(),
        modes: modes.to_vec(),
        valid_from: None,
        valid_to: None,
    }
}

/// The `index`th doctor, away for a congress in some weeks: the month grid shows it with its reason.
fn doctor(clinic: Clinic, today: NaiveDate, index: i64) -> Doctor {
    let away = today + Duration::days(25 + index);
    let leave =
        ClinicException::Leave { from: away, to: away + Duration::days(2), reason: "学会".to_owned() };
    Doctor {
        id: clinic.0.to_owned(),
        name: clinic.1.to_owned(),
        department: clinic.2.to_owned(),
        clinics: vec![rule(clinic)],
        exceptions: vec![leave],
        retired: false,
    }
}

/// The name of an institution of the table, as it stands on letters.
pub(super) fn institution_name(id: &str) -> &'static str {
    INSTITUTIONS.iter().find(|row| row.0 == id).map_or("", |row| row.1)
}

fn institution((id, name, postal, line1, phone, code, checked): Row, at: NaiveDateTime) -> Institution {
    let mark = |who: usize| Mark { at, by: STAFF_NAMES[who].to_owned() };
    Institution {
        id: id.to_owned(),
        name: name.to_owned(),
        address: Address { postal: postal.to_owned(), line1: line1.to_owned(), line2: String::new() },
        phone: phone.to_owned(),
        fax: String::new(),
        code: code.to_owned(),
        entered: Some(mark(0)),
        checked: checked.then(|| mark(1)),
    }
}
