//! verify, backup, restore and replay on sound registers, in use and not, and what they refuse.
use std::fs;

use desk::{Desk, Outside, Place, SystemClock};
use domain::Action;
use register::{Register, RegisterKind};

use crate::stage::{Room, act, open, receive, restore, run, text};

#[test]
fn a_sound_register_is_said_to_be_sound() {
    let room = Room::busy();
    let before = fs::read(&room.file).unwrap();
    let ran = run(&["verify", room.path()]);
    let said = ran.fine();
    assert!(said.contains("本番の受付台帳：申込3件"), "{said}");
    assert!(said.ends_with("異常はありません。\n"), "{said}");
    let report = Register::open_to_verify(&room.file).unwrap().verify().unwrap();
    assert!(
        said.contains(&format!("最後は{}番、その印は {} です", report.last_seq, report.last_hash)),
        "{said}"
    );
    assert!(fs::read(&room.file).unwrap() == before, "looking changes nothing");
    assert!(run(&["verify", room.path(), "--lang", "en"]).fine().ends_with("Everything is sound.\n"));
    assert!(run(&["verify", Room::practice().path()]).fine().contains("練習用の受付台帳：申込0件"));
}

#[test]
fn every_case_follows_from_its_journal() {
    let room = Room::busy();
    assert_eq!(
        run(&["replay", room.path()]).fine(),
        "申込3件を履歴から作り直しました。記録との違いは0件です。\n"
    );
    let english = run(&["replay", room.path(), "--lang", "en"]);
    assert_eq!(english.fine(), "3 cases were made again from the journal. 0 differ from their records.\n");
}

#[test]
fn a_register_in_use_is_looked_at_and_backed_up() {
    let room = Room::busy();
    let register = open(&room.file);
    // Only in the log so far.
    receive(&register, "鈴木", "一");
    assert!(run(&["verify", room.path()]).fine().contains("申込4件"));
    assert!(run(&["replay", room.path()]).fine().contains("申込4件"));
    let backups = room.beside("backups");
    let ran = run(&["backup", room.path(), text(&backups)]);
    assert!(ran.fine().contains("申込4件"), "{}", ran.out());
    act(&register, 4, Action::Note { text: "まだ書ける".to_owned() });
}

#[test]
fn a_backup_is_named_verified_and_restores() {
    let room = Room::busy();
    let backups = room.beside("a/new folder");
    let taken = run(&["backup", room.path(), text(&backups)]);
    let backup = taken.fine().lines().last().unwrap().to_owned();
    let [file] = &Register::backups(&backups).unwrap()[..] else { panic!("one backup") };
    assert_eq!((text(&file.path), file.verified, file.cases), (backup.as_str(), true, 3));
    assert!(run(&["verify", &backup]).fine().contains("申込3件"));
    assert!(run(&["replay", &backup]).fine().contains("違いは0件"));
    assert_eq!(fs::read_dir(&backups).unwrap().count(), 1, "looking leaves nothing beside a backup");

    let register = open(&room.file);
    receive(&register, "鈴木", "一");
    run(&["restore", &backup, room.path()]).refused(3, "ほかの「受付」が使っています");
    drop(register);

    let restored = restore(&backup, room.path());
    let aside = restored.fine().lines().last().expect("where the old file lies").to_owned();
    assert!(restored.out().contains("控えはそのまま残っています"));
    assert!(run(&["verify", room.path()]).fine().contains("申込3件"));
    assert!(run(&["verify", &aside]).fine().contains("申込4件"), "what was there is kept");
    assert!(restore(&aside, room.path()).fine().contains("前のファイルは消さずに"));
    assert!(run(&["verify", room.path()]).fine().contains("申込4件"), "the restore was taken back");
    assert_eq!(open(&room.file).kind(), RegisterKind::Real, "and the desk opens it");
}

#[test]
fn a_backup_restores_to_where_nothing_was() {
    let room = Room::busy();
    let backup = run(&["backup", room.path(), text(&room.beside("b"))]);
    let backup = backup.fine().lines().last().unwrap().to_owned();
    let elsewhere = room.beside("other/register.sqlite3");
    let ran = restore(&backup, text(&elsewhere));
    assert!(ran.fine().contains("そこに前のファイルはありませんでした"), "{}", ran.out());
    assert!(run(&["verify", text(&elsewhere)]).fine().contains("申込3件"));
}

#[test]
fn made_up_cases_never_replace_the_hospital_s() {
    let (real, practice) = (Room::busy(), Room::practice());
    let before = fs::read(&real.file).unwrap();
    restore(practice.path(), real.path()).refused(1, "控えは練習用の受付台帳、戻す先は本番の受付台帳です");
    restore(real.path(), practice.path()).refused(1, "控えは本番の受付台帳、戻す先は練習用の受付台帳です");
    assert!(fs::read(&real.file).unwrap() == before);
}

#[test]
fn what_cannot_be_restored_changes_nothing() {
    let room = Room::busy();
    let before = (fs::read(&room.file).unwrap(), room.files());
    let scrap = room
        .folder
        .path()
        .join("..")
        .join(format!("{}.txt", room.folder.path().file_name().unwrap().display()));
    fs::write(&scrap, "申込書").unwrap();
    restore(text(&scrap), room.path()).refused(1, "この控えは使えません");
    fs::write(&scrap, "").unwrap();
    restore(text(&scrap), room.path()).refused(1, "この控えは使えません");
    fs::remove_file(&scrap).unwrap();
    restore(text(&scrap), room.path()).refused(3, "この場所に受付台帳はありません");
    restore(room.path(), room.path()).refused(2, "同じファイルです");
    assert!((fs::read(&room.file).unwrap(), room.files()) == before, "{:?}", room.files());
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing() {
    let room = Room::busy();
    run(&["backup", room.path(), room.path()]).refused(3, "読み書きができませんでした");
    run(&["backup", text(&room.beside("none")), text(&room.beside("b"))]).refused(3, "受付台帳はありません");
    assert!(!room.beside("b").exists(), "no folder for a register that is not there");
}

struct Nowhere;

impl Outside for Nowhere {
    fn print(&self, _pdf: &[u8], job: &desk::PrintJob) -> Result<String, String> {
        Ok(job.title.clone())
    }
    fn save(&self, _pdf: &[u8], _suggested: &str) -> Result<bool, String> {
        Ok(false)
    }
}

#[test]
fn the_practice_register_is_sound_and_replays() {
    let room = Room::empty();
    let place = Place { folder: room.folder.path().to_owned(), practice: true };
    let desk = Desk::open(place.clone(), Box::new(SystemClock), Box::new(Nowhere));
    desk.dispatch("frame", "{}").expect("practice begins");
    drop(desk);
    let names = room.files();
    let file = names.iter().find(|name| name.starts_with("practice-2") && name.ends_with(".sqlite3"));
    let file = room.beside(file.expect("today's practice register"));
    let verified = run(&["verify", text(&file)]);
    assert!(verified.fine().contains("練習用の受付台帳"), "{}", verified.out());
    assert!(run(&["replay", text(&file)]).fine().contains("違いは0件"));
}

#[test]
fn a_log_that_was_never_folded_in_is_read_too() {
    let room = Room::busy();
    let copied = Room::empty();
    let register = open(&room.file);
    receive(&register, "鈴木", "一");
    for part in ["", "-wal"] {
        fs::copy(format!("{}{part}", room.path()), format!("{}{part}", copied.path())).unwrap();
    }
    assert!(run(&["verify", copied.path()]).fine().contains("申込4件"), "as after a crash");
}
