//! Every way in which a register cannot be opened is told apart, and nothing that was there is ever made anew.
mod common;

use common::*;
use register::{Register, RegisterKind, Trouble, network_file_system};
use std::fs;

fn refused(room: &Room) -> Trouble {
    Register::open(&room.path).expect_err("this must not open")
}

fn replaced_by(content: &[u8]) -> Trouble {
    let room = Room::new();
    drop(room.create());
    fs::write(&room.path, content).unwrap();
    let trouble = refused(&room);
    assert_eq!(fs::read(&room.path).unwrap(), content, "what cannot be opened is left as it is");
    trouble
}

#[test]
fn first_run_and_loss_are_told_apart() {
    let room = Room::new();
    assert_eq!(refused(&room), Trouble::NeverCreated);
    drop(room.create());
    fs::remove_file(&room.path).unwrap();
    assert_eq!(refused(&room), Trouble::Missing);
    let again = Register::create(&room.path, RegisterKind::Real, at(1));
    assert_eq!(again.unwrap_err(), Trouble::AlreadyExists, "a lost register is not begun anew");
    assert!(!room.path.exists());
}

#[test]
fn what_is_no_register() {
    assert_eq!(replaced_by(b""), Trouble::Empty);
    assert_eq!(replaced_by("名簿\n".as_bytes()), Trouble::Foreign);
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.sqlite3");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    assert_eq!(replaced_by(&fs::read(&other).unwrap()), Trouble::Foreign);
}

#[test]
fn a_newer_register_is_left_alone() {
    let room = Room::new();
    drop(room.create());
    let conn = rusqlite::Connection::open(&room.path).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    assert_eq!(refused(&room), Trouble::Newer { found: 99, known: 1 });
}

#[test]
fn a_damaged_register_is_not_opened() {
    let room = Room::new();
    busy_day(&room.create());
    let whole = fs::read(&room.path).unwrap();
    fs::write(&room.path, &whole[..whole.len() / 2]).unwrap();
    let cut = Register::open(&room.path).and_then(|register| register.check_now());
    assert!(matches!(cut, Err(Trouble::Corrupt { .. })), "{cut:?}");
    let mut zeroed = whole.clone();
    zeroed[4096..].fill(0);
    fs::write(&room.path, &zeroed).unwrap();
    assert!(matches!(refused(&room), Trouble::Corrupt { .. }));
    fs::write(&room.path, &whole).unwrap();
    assert_eq!(room.open().check_now(), Ok(()), "the whole file opens again");
}

#[test]
fn one_at_a_time() {
    let room = Room::new();
    let first = room.create();
    assert_eq!(refused(&room), Trouble::Locked);
    let beside = Register::open_to_verify(&room.path).unwrap();
    assert!(beside.verify().unwrap().is_sound(), "the administrator's check runs beside a desk");
    assert_eq!(beside.note_event("a", "b", &mark(1)), Err(Trouble::ReadOnly));
    receive(&first, &MITSUE, 2).unwrap();
    assert!(beside.load(1).unwrap().is_some(), "it sees what the desk writes");
    drop(first);
    room.open();
}

#[test]
fn a_file_that_cannot_be_written_opens_for_viewing() {
    let room = Room::new();
    busy_day(&room.create());
    let mut permissions = fs::metadata(&room.path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&room.path, permissions).unwrap();
    let register = room.open();
    assert!(register.is_read_only());
    assert_eq!(register.search("高橋", all()).unwrap().len(), 6);
    assert!(register.verify().unwrap().is_sound());
    assert_eq!(receive(&register, &MITSUE, 200), Err(Trouble::ReadOnly));
    assert_eq!(register.put_draft("a", "{}", at(200)), Err(Trouble::ReadOnly));
    assert_eq!(
        register.reindex(&|case| domain::brief::brief(case, &RULES, at(0).date())),
        Err(Trouble::ReadOnly)
    );
    let copy = register.backup(&room.folder.path().join("backups"), at(201)).unwrap();
    assert_eq!(copy.cases, 12, "a backup is still possible");
}

#[test]
fn practice_is_told_by_the_file() {
    let room = Room::new();
    drop(Register::create(&room.path, RegisterKind::Practice, at(0)).unwrap());
    assert_eq!(room.open().kind(), RegisterKind::Practice);
    let other = Room::new();
    drop(other.create());
    assert_eq!(other.open().kind(), RegisterKind::Real);
}

#[test]
fn what_a_crash_left_while_creating_is_no_register() {
    let room = Room::new();
    fs::write(room.folder.path().join("uketsuke.sqlite3.new"), b"half").unwrap();
    assert_eq!(refused(&room), Trouble::NeverCreated);
    room.create();
    assert_eq!(fs::read_dir(room.folder.path()).unwrap().count(), 3, "register, marker, lock; nothing else");
}

#[test]
fn names_with_signs_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("台帳 100%?#1.sqlite3");
    drop(Register::create(&path, RegisterKind::Real, at(0)).unwrap());
    let register = Register::open(&path).unwrap();
    let backups = folder.path().join("控え 50%#?");
    let taken = register.backup(&backups, at(1)).unwrap();
    assert!(taken.verified);
    assert_eq!(Register::backups(&backups).unwrap(), [taken]);
}

#[test]
fn network_drives_are_known_by_their_mount() {
    let mounts = "22 1 0:21 / / rw - ext4 /dev/sda1 rw\n\
        30 22 0:30 / /mnt/share rw,relatime shared:1 - cifs //server/share rw\n\
        31 22 0:31 / /mnt/with\\040space rw - nfs4 server:/x rw\n\
        32 30 0:32 / /mnt/share/local rw - ext4 /dev/sdb1 rw\n";
    for (path, network) in [
        ("/srv/desk/r.sqlite3", false),
        ("/mnt/share/r.sqlite3", true),
        ("/mnt/shared/r.sqlite3", false),
        ("/mnt/with space/r.sqlite3", true),
        ("/mnt/share/local/r.sqlite3", false),
    ] {
        assert_eq!(network_file_system(mounts, path.as_ref()), network, "{path}");
    }
}
