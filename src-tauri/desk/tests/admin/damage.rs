//! Damage and tampering, done to the bytes of the file: found, told by code and place, nothing repaired in secret.
use std::fs;

use domain::Action;
use register::Register;

use crate::stage::{Ran, Room, run, text};

/// The codes in front of the finding lines.
fn codes(ran: &Ran) -> Vec<&str> {
    ran.out().lines().filter_map(|line| line.split_once('\t')).map(|(code, _)| code).collect()
}

/// The note's place in the journal and in the record, as they stand in the file.
fn note_in_journal(room: &Room) -> String {
    let register = Register::open_to_verify(&room.file).unwrap();
    let entry = register.history(1).unwrap().pop().unwrap();
    assert!(matches!(&entry.event, domain::history::Event::Done { action: Action::Note { .. } }));
    serde_json::to_string(&entry.event).unwrap()
}

#[test]
fn a_changed_entry_of_the_journal_is_found_by_both() {
    let room = Room::busy();
    let event = note_in_journal(&room);
    room.alter(&event, &event.replace("確認", "否認"));
    let verified = run(&["verify", room.path()]);
    assert_eq!(verified.code, 1, "{}", verified.err);
    assert_eq!(codes(&verified), ["entry", "replay"], "{}", verified.out());
    assert!(verified.out().contains("replay\t1\t申込1が、履歴から作り直したものと違います。\n"));
    assert!(verified.out().contains("異常が2件あります"));

    let replayed = run(&["replay", room.path()]);
    assert_eq!(replayed.code, 1, "{}", replayed.err);
    let first = replayed.out().lines().next().unwrap();
    assert_eq!(first, "differs\t1\tR8-0001\t履歴から作り直したものと違います。違う所：notes[0].text");
    assert!(replayed.out().contains("記録との違いは1件です"));
    assert!(!replayed.out().contains("否認"), "places are named, never what stands there");
    let english = run(&["replay", room.path(), "--lang", "en"]);
    assert!(
        english.out().contains("differs\t1\tR8-0001\tThe journal makes another case."),
        "{}",
        english.out()
    );
}

#[test]
fn a_changed_record_is_found_by_both() {
    let room = Room::busy();
    let stored = Register::open_to_verify(&room.file).unwrap().load(1).unwrap().unwrap();
    let record = serde_json::to_string(&stored.case.notes).unwrap();
    room.alter(&record, &record.replace("確認", "否認"));
    let verified = run(&["verify", room.path()]);
    assert_eq!((verified.code, codes(&verified)), (1, vec!["row", "replay"]), "{}", verified.out());
    let replayed = run(&["replay", room.path()]);
    assert_eq!(replayed.code, 1);
    assert!(
        replayed.out().starts_with("altered\t1\t\t記録が書き換えられているか、読めません。\n"),
        "{}",
        replayed.out()
    );
    assert!(replayed.out().contains("申込3件を"), "the cases behind it are compared too");
}

#[test]
fn an_entry_that_is_no_event_any_more_is_found() {
    let room = Room::busy();
    let event = note_in_journal(&room);
    room.alter(&event, &event.replace("\"note\"", "\"knot\""));
    let replayed = run(&["replay", room.path()]);
    assert_eq!((replayed.code, codes(&replayed)), (1, vec!["journal"]), "{}", replayed.out());
}

#[test]
fn any_flipped_byte_of_the_cases_is_found() {
    let room = Room::busy();
    let whole = fs::read(&room.file).unwrap();
    let name = "髙橋".as_bytes();
    let places: Vec<usize> =
        whole.windows(name.len()).enumerate().filter(|(_, w)| *w == name).map(|(n, _)| n).collect();
    assert!(places.len() >= 3, "journal, record and brief");
    for place in places {
        let mut bytes = whole.clone();
        bytes[place + 5] ^= 1;
        fs::write(&room.file, bytes).unwrap();
        let ran = run(&["verify", room.path()]);
        assert_eq!(ran.code, 1, "byte {place}: {}{}", ran.out(), ran.err);
        assert!(!codes(&ran).is_empty() || ran.err.contains("壊れています"), "byte {place}");
    }
    fs::write(&room.file, whole).unwrap();
    run(&["verify", room.path()]).fine();
}

#[test]
fn a_damaged_register_gives_no_backup() {
    let room = Room::busy();
    let event = note_in_journal(&room);
    room.alter(&event, &event.replace("確認", "否認"));
    let folder = room.beside("backups");
    run(&["backup", room.path(), text(&folder)]).refused(1, "この控えは使えません");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "no half backup");
}

#[test]
fn a_damaged_backup_restores_nothing() {
    let room = Room::busy();
    let backup = run(&["backup", room.path(), text(&room.beside("b"))]);
    let backup = backup.fine().lines().last().unwrap().to_owned();
    let mut bytes = fs::read(&backup).unwrap();
    let name = "髙橋".as_bytes();
    let place = bytes.windows(name.len()).position(|w| w == name).unwrap();
    bytes[place + 5] ^= 1;
    fs::write(&backup, bytes).unwrap();
    let before = fs::read(&room.file).unwrap();
    run(&["restore", &backup, room.path()]).refused(1, "この控えは使えません");
    assert_eq!(fs::read(&room.file).unwrap(), before);
    run(&["verify", room.path()]).fine();
}

#[test]
fn a_file_that_is_no_register_is_told_apart() {
    let room = Room::busy();
    let whole = fs::read(&room.file).unwrap();
    let spoilt = |bytes: &[u8], code: i32, words: &str| {
        fs::write(&room.file, bytes).unwrap();
        for command in ["verify", "replay"] {
            run(&[command, room.path()]).refused(code, words);
        }
    };
    spoilt(b"", 1, "中身が空です");
    spoilt("申込書".as_bytes(), 1, "台帳ではないか、先頭が壊れています");
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&900u32.to_be_bytes());
    spoilt(&newer, 3, "新しい版の「受付」で作られた台帳です（形式900");
    let mut foreign = whole.clone();
    foreign[68..72].copy_from_slice(b"ABCD");
    spoilt(&foreign, 1, "台帳ではないか");
    fs::remove_file(&room.file).unwrap();
    run(&["verify", room.path()]).refused(3, "ファイルがなくなっています");
    run(&["verify", text(room.folder.path())]).refused(3, "読み書きができませんでした");
}

#[test]
fn a_register_cut_short_is_damaged() {
    let room = Room::busy();
    let whole = fs::read(&room.file).unwrap();
    fs::write(&room.file, &whole[..whole.len() / 2]).unwrap();
    for command in ["verify", "replay"] {
        let ran = run(&[command, room.path()]);
        assert_eq!(ran.code, 1, "{command}: {}{}", ran.out(), ran.err);
    }
}
