//! Backups and restoring: whole, verified, undoable.
mod common;

use common::*;
use domain::brief::brief;
use register::{Register, Trouble, restore};
use std::fs;
use std::path::Path;

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_the_register_as_it_was() {
    let room = Room::new();
    let register = room.create();
    let ids = busy_day(&register);
    let backups = room.folder.path().join("backups");
    let taken = register.backup(&backups, time("2026-04-01T17:00:00")).unwrap();
    let twin = register.backup(&backups, time("2026-04-01T17:00:00")).unwrap();
    assert_eq!(files(&backups), ["uketsuke-20260401-170000-2.sqlite3", "uketsuke-20260401-170000.sqlite3"]);
    assert_eq!(taken.taken_at, twin.taken_at);
    assert_eq!((taken.last_seq, taken.last_hash.clone()), register.last_seq_and_hash().unwrap());
    assert_eq!((taken.cases, taken.verified), (12, true));
    let copy = Register::open_to_verify(&taken.path).unwrap();
    let (mut theirs, mut ours) = (vec![], vec![]);
    copy.all_cases(&mut |id, case| theirs.push((id, case))).unwrap();
    register.all_cases(&mut |id, case| ours.push((id, case))).unwrap();
    assert_eq!(theirs, ours);
    assert_eq!(copy.history(ids[0]).unwrap(), register.history(ids[0]).unwrap());
    assert_eq!(copy.reference().unwrap(), register.reference().unwrap());
    assert_eq!(copy.search("美津", all()).unwrap(), register.search("美津", all()).unwrap());
}

#[test]
fn backups_are_listed_newest_first_and_damage_shows() {
    let room = Room::new();
    let register = room.create();
    let backups = room.folder.path().join("backups");
    assert_eq!(Register::backups(&backups).unwrap(), [], "no folder, no backups");
    for n in 1..=3 {
        receive(&register, &MITSUE, n).unwrap();
        register.backup(&backups, at(n)).unwrap();
    }
    fs::write(backups.join("notes.txt"), "not ours").unwrap();
    fs::write(backups.join("uketsuke-20260401-090200.sqlite3"), "torn").unwrap();
    let listed = Register::backups(&backups).unwrap();
    let seen: Vec<(u32, bool)> = listed.iter().map(|b| (b.cases, b.verified)).collect();
    assert_eq!(seen, [(3, true), (0, false), (1, true)]);
}

#[test]
fn backups_while_others_write_are_whole() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    let backups = room.folder.path().join("backups");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..60 {
                act(&register, id, note("書き込み中"), 2 + n).unwrap();
            }
        });
        for n in 0..8 {
            let taken = register.backup(&backups, at(n)).unwrap();
            assert!(Register::open_to_verify(&taken.path).unwrap().verify().unwrap().is_sound());
        }
        while !writer.is_finished() {
            assert!(
                register.last_at().unwrap().is_some(),
                "an end seen while entries are added is a whole end"
            );
        }
        writer.join().unwrap();
    });
    assert_eq!(register.load(id).unwrap().unwrap().revision, 61);
}

#[test]
fn a_damaged_register_makes_no_backup() {
    let room = Room::new();
    busy_day(&room.create());
    let conn = rusqlite::Connection::open(&room.path).unwrap();
    conn.execute_batch("UPDATE case_ SET search = search || 'x' WHERE id = 5").unwrap();
    drop(conn);
    let backups = room.folder.path().join("backups");
    let got = room.open().backup(&backups, at(1));
    assert_eq!(got, Err(Trouble::BackupBad { why: "case 5 was altered".into() }));
    assert_eq!(files(&backups), [""; 0], "nothing half-made is left");
}

#[test]
fn thinning_removes_what_no_generation_keeps() {
    let room = Room::new();
    let register = room.create();
    let backups = room.folder.path().join("backups");
    for hour in 9..15 {
        register.backup(&backups, time(&format!("2026-04-01T{hour:02}:00:00"))).unwrap();
    }
    let removed = Register::thin(&backups, at(0).date()).unwrap();
    assert_eq!(removed.len(), 3);
    let left: Vec<String> =
        Register::backups(&backups).unwrap().iter().map(|b| b.taken_at.to_string()).collect();
    assert_eq!(left, ["2026-04-01 14:00:00", "2026-04-01 13:00:00", "2026-04-01 12:00:00"]);
}

#[test]
fn restoring_can_be_undone() {
    let room = Room::new();
    let register = room.create();
    receive(&register, &MITSUE, 1).unwrap();
    let taken = register.backup(&room.folder.path().join("backups"), at(2)).unwrap();
    receive(&register, &JIRO, 3).unwrap();
    assert_eq!(restore(&taken.path, &room.path, at(4)).unwrap_err(), Trouble::Locked, "not while it is open");
    drop(register);

    let aside = restore(&taken.path, &room.path, at(4)).unwrap().path.unwrap();
    let restored = room.open();
    assert_eq!(restored.load(2).unwrap(), None);
    assert!(restored.verify().unwrap().is_sound());
    assert_eq!(receive(&restored, &JIRO, 5).unwrap().id, 2, "work goes on");
    drop(restored);

    restore(&aside, &room.path, at(6)).unwrap();
    let back = room.open();
    assert_eq!(back.load(2).unwrap().unwrap().brief.name, "渡邊 二郎");
    assert!(back.verify().unwrap().is_sound());
}

#[test]
fn restoring_over_a_damaged_or_missing_register() {
    let room = Room::new();
    let register = room.create();
    receive(&register, &MITSUE, 1).unwrap();
    let taken = register.backup(&room.folder.path().join("backups"), at(2)).unwrap();
    drop(register);
    fs::write(&room.path, "damaged beyond reading").unwrap();
    fs::write(room.folder.path().join("uketsuke.sqlite3-wal"), "a stray log").unwrap();
    let aside = restore(&taken.path, &room.path, at(3)).unwrap().path.unwrap();
    assert_eq!(fs::read_to_string(&aside).unwrap(), "damaged beyond reading", "set aside, not deleted");
    assert!(room.open().verify().unwrap().is_sound(), "the stray log was not taken for the new register's");
    fs::remove_file(&room.path).unwrap();
    assert_eq!(restore(&taken.path, &room.path, at(4)).unwrap().path, None);
    assert!(room.open().load(1).unwrap().is_some());
}

#[test]
fn a_bad_backup_changes_nothing() {
    let room = Room::new();
    let register = room.create();
    busy_day(&register);
    let taken = register.backup(&room.folder.path().join("backups"), at(2)).unwrap();
    drop(register);
    let conn = rusqlite::Connection::open(&taken.path).unwrap();
    conn.execute_batch("UPDATE case_ SET record = replace(record, '津', '律') WHERE id = 1").unwrap();
    drop(conn);
    let before = fs::read(&room.path).unwrap();
    let names = files(room.folder.path());
    for bad in [
        &taken.path,
        &room.folder.path().join("nothing.sqlite3"),
        &room.path.with_extension("sqlite3.marker"),
    ] {
        let got = restore(bad, &room.path, at(3));
        assert!(matches!(got, Err(Trouble::BackupBad { .. })), "{got:?}");
    }
    assert_eq!(fs::read(&room.path).unwrap(), before);
    assert_eq!(files(room.folder.path()), names);
}

#[test]
fn new_rules_reach_the_briefs_of_open_cases() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    let before = register.load(id).unwrap().unwrap();
    let other = |case: &domain::Case| {
        let mut made = brief(case, &RULES, at(0).date());
        made.institution = "別の病院".into();
        made
    };
    assert_eq!(register.reindex(&other), Ok(1));
    assert_eq!(register.reindex(&other), Ok(0), "nothing more to change");
    let after = register.load(id).unwrap().unwrap();
    assert_eq!(after.brief.institution, "別の病院");
    assert_eq!((after.case, after.revision), (before.case, before.revision), "facts stay");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn an_updated_program_derives_everything_anew() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    assert_eq!(register.derived_by().unwrap(), "");
    let made = |case: &domain::Case| {
        let mut seen = brief(case, &RULES, at(0).date());
        seen.kana = "ベツノ ヨミ".into();
        (seen, vec!["新しい欄".to_owned()])
    };
    assert_eq!(register.rebuild("2", &made), Ok(1));
    assert_eq!((register.rebuild("2", &made), register.derived_by().unwrap()), (Ok(0), "2".into()));
    assert_eq!(register.search("新しい", all()).unwrap()[0].id, id);
    assert_eq!(register.search("高橋", all()).unwrap(), [], "the old keys are gone");
    assert_eq!(register.alike("べつのよみ", None).unwrap().len(), 1);
    assert!(register.verify().unwrap().is_sound());
}
