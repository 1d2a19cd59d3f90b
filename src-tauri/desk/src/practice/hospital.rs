//! Who works in the made-up hospital: doctors with their clinics, referring institutions, people at the desk.
use chrono::{Duration, NaiveDateTime};
use domain::ids::Mark;
use domain::people::Address;
use domain::profile::{ClinicException, ClinicRule, Doctor, Institution};
use domain::visit::Mode;
use register::Register;

use super::at;
use crate::reference::{self, DOCTOR, INSTITUTION, STAFF};
use crate::wire::Failure;

/// People at the desk; the first is signed in.
pub(super) const STAFF_NAMES: [&str; 3] = ["佐々木 奈緒子", "大友 和也", "三浦 葉月"];

/// id, name, department, weekdays (Monday 0), weeks of the month, from, to, room.
type Clinic = (
    &'static str,
    &'static str,
    &'static str,
    &'static [u8],
    &'static [u8],
    (u32, u32),
    (u32, u32),
    &'static str,
);

const CLINICS: [Clinic; 12] = [
    ("kuji", "久慈 隆文", "respiratory", &[1, 3], &[], (14, 0), (16, 0), "外来棟2階　第2相談室"),
    ("katakura", "片倉 重行", "orthopedics", &[0, 2], &[], (13, 30), (16, 30), "外来棟2階　第3相談室"),
    ("kanno", "菅野 文恵", "neurosurgery", &[4], &[], (10, 0), (12, 0), "外来棟3階　第1相談室"),
    ("endo", "遠藤 理一", "digestive", &[1, 4], &[], (15, 0), (17, 0), "外来棟2階　第1相談室"),
    ("hangai", "半谷 智世", "surgery", &[2], &[], (14, 0), (17, 0), "外来棟2階　第1相談室"),
    ("oikawa", "及川 拓", "cardiology", &[0, 3], &[], (9, 30), (11, 30), "外来棟3階　第2相談室"),
    ("shishido", "宍戸 美里", "breast", &[1], &[2, 4], (14, 0), (17, 0), "外来棟1階　相談室"),
    ("takeyama", "武山 隼人", "hematology", &[3], &[], (13, 0), (16, 0), "外来棟3階　第1相談室"),
    ("watari", "亘理 沙織", "rheumatology", &[2, 4], &[], (14, 0), (16, 0), "外来棟3階　第2相談室"),
    ("nihei", "二瓶 公平", "urology", &[0], &[], (14, 0), (17, 0), "外来棟2階　第3相談室"),
    ("abukawa", "虻川 由布子", "pediatric_surgery", &[2, 3], &[], (10, 0), (12, 0), "小児棟1階　相談室"),
    ("kikuta", "菊田 俊", "ophthalmology", &[4], &[1, 3], (13, 0), (16, 0), "外来棟1階　相談室"),
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
    ("shiohama", "塩浜市立病院", "985-0001", "宮城県塩浜市大通二丁目8番1号", "022-000-7700", "0400005", true),
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
        "981-0001",
        "宮城県北原市緑ヶ丘四丁目1番地",
        "022-000-9015",
        "0400007",
        true,
    ),
    (
        "tsujido",
        "辻󠄀堂クリニック",
        "983-0001",
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
pub(super) fn furnish(register: &Register, at: NaiveDateTime) -> Result<(), Failure> {
    let first = Mark { at, by: STAFF_NAMES[0].to_owned() };
    reference::plant(register, &first)?;
    reference::put(register, STAFF, "names", &STAFF_NAMES, &first, "")?;
    for clinic in CLINICS {
        let doctor = doctor(clinic, at);
        reference::put(register, DOCTOR, &doctor.id, &doctor, &first, "")?;
    }
    for row in INSTITUTIONS {
        let institution = institution(row, at);
        reference::put(register, INSTITUTION, &institution.id, &institution, &first, "")?;
    }
    Ok(())
}

fn doctor((id, name, department, weekdays, nth, from, to, room): Clinic, now: NaiveDateTime) -> Doctor {
    let rule = ClinicRule {
        weekdays: weekdays.to_vec(),
        nth: nth.to_vec(),
        from: at(from),
        to: at(to),
        slot_minutes: 60,
        room: room.to_owned(),
        modes: vec![Mode::InPerson, Mode::Online],
        valid_from: None,
        valid_to: None,
    };
    // A congress in some weeks: a leave that the month grid shows with its reason.
    let away = now.date() + Duration::days(225);
    let leave =
        ClinicException::Leave { from: away, to: away + Duration::days(3), reason: "学会".to_owned() };
    Doctor {
        id: id.to_owned(),
        name: name.to_owned(),
        department: department.to_owned(),
        clinics: vec![rule],
        exceptions: vec![leave],
        retired: false,
    }
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
