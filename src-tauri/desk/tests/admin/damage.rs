//! Damage and tampering, done to the bytes of the file: found, told by code and place, nothing repaired in secret.
use std::collections::BTreeSet;
use std::fs;

use domain::Action;
use domain::history::{Entry, Event};
use register::{Register, Stored};

use crate::stage::{Ran, Room, alter, places, restore, run, text};

/// The codes in front of the finding lines.
fn codes(ran: &Ran) -> Vec<&str> {
    ran.out().lines().filter_map(|line| line.split_once('\t')).map(|(code, _)| code).collect()
}

/// The note's place in the journal and in the record, as they stand in the file.
fn note_in_journal(room: &Room) -> String {
    let register = Register::open_to_verify(&room.file).unwrap();
    let entry = register.history(1).unwrap().pop().unwrap();
    assert!(matches!(&entry.event, Event::Done { action: Action::Note { .. } }));
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

fn backup_of(room: &Room) -> String {
    let ran = run(&["backup", room.path(), text(&room.beside("b"))]);
    ran.fine().lines().last().unwrap().to_owned()
}

/// What the desk would read of case 1.
fn read(file: &str) -> Option<(Stored, Vec<Entry>)> {
    let register = Register::open_to_verify(file.as_ref()).ok()?;
    Some((register.load(1).ok()??, register.history(1).ok()?))
}

#[test]
fn a_flipped_byte_is_found_wherever_it_counts() {
    let room = Room::busy();
    let backup = backup_of(&room);
    let whole = fs::read(&backup).unwrap();
    let (before, mut found) = (read(&backup), BTreeSet::new());
    for place in places(&whole, "髙橋") {
        flip(&backup, &whole, place + "髙橋".len() - 1);
        let ran = run(&["verify", &backup]);
        if ran.code == 0 {
            assert_eq!(read(&backup), before, "byte {place} lies where nothing is read");
        } else {
            assert_eq!(ran.code, 1, "byte {place}: {}", ran.err);
            assert!(ran.out().contains("異常が"), "byte {place}: {}", ran.out());
            found.extend(codes(&ran).into_iter().map(str::to_owned));
        }
    }
    for code in ["entry", "row", "replay"] {
        assert!(found.contains(code), "{code} is not in {found:?}");
    }
    fs::write(&backup, whole).unwrap();
    run(&["verify", &backup]).fine();
}

fn flip(file: &str, whole: &[u8], place: usize) {
    let mut bytes = whole.to_vec();
    bytes[place] ^= 1;
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_backup_with_a_spoilt_search_is_restored_and_told() {
    let room = Room::busy();
    let backup = backup_of(&room);
    let whole = fs::read(&backup).unwrap();
    // The index writes of a pair only what its neighbour in the order has not: its last character is always there.
    let in_search = places(&whole, "美").into_iter().find(|place| {
        flip(&backup, &whole, place + "美".len() - 1);
        codes(&run(&["verify", &backup])) == ["index"]
    });
    assert!(in_search.is_some(), "the search index holds the name too");
    let ran = restore(&backup, room.path());
    assert_eq!((ran.code, codes(&ran)), (1, vec!["index"]), "{}{}", ran.out(), ran.err);
    assert!(ran.out().contains("前のファイルは消さずに") && ran.out().contains("上の異常があります"));
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
    let backup = backup_of(&room);
    let event = note_in_journal(&room);
    alter(backup.as_ref(), &event, &event.replace("確認", "否認"));
    let before = fs::read(&room.file).unwrap();
    restore(&backup, room.path()).refused(1, "この控えは使えません");
    assert!(fs::read(&room.file).unwrap() == before);
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
