//! Search finds any part of any field, however it was written, and takes no sign for a command.
mod common;

use common::*;
use domain::people::Phone;
use register::{Page, Register};

const SAME_SURNAME: Person = Person {
    family: "高橋",
    given: "三郎",
    kana: ("タカハシ", "サブロウ"),
    birth: "1938-07-01",
    phone: "022-555-0188",
    institution: "川内中央病院",
};

fn filled(room: &Room) -> Register {
    let register = room.create();
    for (n, person) in (1..).zip([MITSUE, JIRO, SAME_SURNAME]) {
        receive(&register, &person, n).unwrap();
    }
    register
}

fn ids(register: &Register, query: &str) -> Vec<i64> {
    register.search(query, all()).unwrap().into_iter().map(|found| found.id).collect()
}

#[test]
fn any_part_of_any_field() {
    let room = Room::new();
    let register = filled(&room);
    for (query, expected, why) in [
        ("津", &[1][..], "one character in the middle"),
        ("江", &[1], "one character at the end of a field"),
        ("高", &[3, 1], "one character, newest first, 髙 counts as 高"),
        ("髙", &[3, 1], "and the other way round"),
        ("高橋", &[3, 1], "two characters"),
        ("橋美", &[1], "across the space inside a name"),
        ("渡辺", &[2], "a variant: 渡邊 is stored"),
        ("渡邉", &[2], "another variant"),
        ("美津江", &[1], "three characters"),
        ("みやぎ野総合病院", &[1], "a whole field"),
        ("たかはし", &[3, 1], "hiragana for katakana"),
        ("ﾐﾂｴ", &[1], "half-width kana"),
        ("はしみ", &[1], "part of a reading"),
        ("高橋 川内", &[3], "two words, both must stand"),
        ("高橋　青葉", &[], "two words of two cases"),
        ("高橋 美津江 0143", &[1], "three words"),
        ("0177", &[2], "the tail of a phone number"),
        ("555-01", &[3, 2, 1], "a phone number with its hyphen"),
        ("19410208", &[1], "a birth date"),
        ("R8-0002", &[2], "a receipt number"),
        ("r80002", &[2], "without hyphen, small"),
        ("8-0003", &[3], "its end"),
        ("Ｒ８－０００２", &[2], "full width"),
        ("鷹", &[], "a miss of one"),
        ("鷹匠", &[], "a miss of two"),
        ("高橋美津子", &[], "a miss that shares pairs"),
        ("橋高", &[], "the pair turned round"),
        ("江たか", &[], "nothing is found across fields"),
    ] {
        assert_eq!(ids(&register, query), expected, "{query}: {why}");
    }
}

#[test]
fn signs_have_no_power() {
    let room = Room::new();
    let register = filled(&room);
    for query in ["", " ", "*", "\"", "''", "()", "^", "%", "_", "?", "\u{0}", "\u{1f}", "、", "-"] {
        assert_eq!(ids(&register, query), [0; 0], "{query:?} has no letter or digit");
    }
    for query in ["高橋*", "\"高橋\"", "高橋)", "^高橋", "pairs:高橋", "高橋' OR 1=1 --", "高橋\u{0}"]
    {
        let found = ids(&register, query);
        let plain: String = query.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
        assert_eq!(found, ids(&register, &plain), "{query:?} means its letters");
    }
    for query in ["AND", "高橋 AND 渡邊", "高橋 OR 渡邊", "NOT 高橋", "NEAR(高橋 渡邊)"] {
        assert_eq!(ids(&register, query), [0; 0], "{query:?}: the English word stands in no field");
    }
    let long = "高橋".repeat(5_000);
    assert_eq!(ids(&register, &long), [0; 0]);
}

#[test]
fn a_search_says_where_it_found_it() {
    let room = Room::new();
    let register = filled(&room);
    let found = register.search("0177", all()).unwrap();
    assert_eq!(found[0].matched, ["09055550177"]);
    assert_eq!(found[0].brief.name, "渡邊 二郎");
}

#[test]
fn the_index_follows_the_case() {
    let room = Room::new();
    let register = filled(&room);
    let mut patient = register.load(1).unwrap().unwrap().case.patient;
    patient.name.family = "長谷部".into();
    patient.phones = vec![Phone { number: "03-5555-0100".into(), ..patient.phones[0].clone() }];
    act(&register, 1, domain::Action::AmendPatient { patient }, 9).unwrap();
    assert_eq!(ids(&register, "高橋"), [3], "the old name is gone");
    assert_eq!(ids(&register, "髙橋美"), [0; 0]);
    assert_eq!(ids(&register, "長谷"), [1]);
    assert_eq!(ids(&register, "0143"), [0; 0]);
    undo(&register, 1, 10).unwrap();
    assert_eq!(ids(&register, "高橋"), [3, 1], "and back with an undo");
}

#[test]
fn pages_follow_one_another() {
    let room = Room::new();
    let register = filled(&room);
    let page = |offset| register.search("5", Page { offset, limit: 2 }).unwrap();
    let seen: Vec<i64> = [page(0), page(2)].concat().into_iter().map(|found| found.id).collect();
    assert_eq!(seen, [3, 2, 1]);
}
