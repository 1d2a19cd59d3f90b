//! Disks that are full, cannot be written, or fail to keep what they were given.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use register::{Register, RegisterKind, Trouble};

use crate::Ran;
use crate::child::{Said, listen, spawn};
use crate::common::{MITSUE, Room, act, all, at, note, receive};
use crate::kill::hashes;

/// A small disk of memory, gone at the end.
struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    /// `None` where this machine does not let us mount.
    fn mount(size: &str) -> Option<SmallDisk> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size}");
        let mounted =
            quiet("mount", &["-t", "tmpfs", "-o", &options, "uketsuke", folder.path().to_str().unwrap()]);
        mounted.then_some(SmallDisk { folder })
    }
    fn path(&self) -> PathBuf {
        self.folder.path().join("uketsuke.sqlite3")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        quiet("umount", &[self.folder.path().to_str().unwrap()]);
    }
}

fn quiet(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).output().is_ok_and(|output| output.status.success())
}

const NO_MOUNT: Ran = Ran::NotRun("mounting a small disk is not allowed here");

/// T-05.
pub fn full() -> Ran {
    for size in ["1m", "2m", "5m"] {
        let Some(disk) = SmallDisk::mount(size) else { return NO_MOUNT };
        let register = Register::create(&disk.path(), RegisterKind::Real, at(0)).unwrap();
        let ballast = disk.folder.path().join("ballast");
        fs::write(&ballast, vec![0; 300_000]).unwrap();
        let id = receive(&register, &MITSUE, 1).unwrap().id;
        let long = "長い覚え書き。".repeat(60);
        let mut written = 0;
        let trouble = loop {
            match act(&register, id, note(&long), 2) {
                Ok(_) => written += 1,
                Err(trouble) => break trouble,
            }
        };
        assert_eq!(trouble, Trouble::DiskFull, "{size}");
        assert!(written > 0 && !register.is_read_only(), "{size}: {written} notes, and it may go on");
        assert_eq!(
            register.load(id).unwrap().unwrap().case.notes.len(),
            written,
            "{size}: what was said is there"
        );
        let backups = disk.folder.path().join("backups");
        assert_eq!(register.backup(&backups, at(3)).unwrap_err(), Trouble::DiskFull, "{size}");
        let left = fs::read_dir(&backups).map_or(0, |entries| entries.count());
        assert_eq!(left, 0, "{size}: nothing half-made keeps a name");
        fs::remove_file(ballast).unwrap();
        act(&register, id, note("short"), 4).expect("there is room again");
        assert!(register.verify().unwrap().is_sound(), "{size}");
        drop(register);
        assert!(Register::open(&disk.path()).unwrap().verify().unwrap().is_sound(), "{size}");
    }
    let Some(disk) = SmallDisk::mount("60k") else { return NO_MOUNT };
    let got = Register::create(&disk.path(), RegisterKind::Real, at(0));
    assert_eq!(got.unwrap_err(), Trouble::DiskFull);
    assert_eq!(Register::open(&disk.path()).unwrap_err(), Trouble::NeverCreated, "no half register");
    Ran::Passed
}

/// T-08.
pub fn read_only() -> Ran {
    let Some(disk) = SmallDisk::mount("5m") else { return NO_MOUNT };
    let register = Register::create(&disk.path(), RegisterKind::Real, at(0)).unwrap();
    receive(&register, &MITSUE, 1).unwrap();
    drop(register);
    assert!(quiet("mount", &["-o", "remount,ro", disk.folder.path().to_str().unwrap()]));
    let register = Register::open(&disk.path()).expect("it opens for viewing");
    assert!(register.is_read_only());
    assert_eq!(register.search("美津", all()).unwrap().len(), 1);
    assert!(register.verify().unwrap().is_sound());
    assert_eq!(receive(&register, &MITSUE, 2), Err(Trouble::ReadOnly));
    let elsewhere = Room::new();
    assert!(register.backup(elsewhere.folder.path(), at(3)).unwrap().verified, "a backup to another disk");
    let new = disk.folder.path().join("new.sqlite3");
    assert_eq!(Register::create(&new, RegisterKind::Real, at(4)).unwrap_err(), Trouble::ReadOnly);
    Ran::Passed
}

/// A writer that may not let its files grow beyond 512-byte blocks: like a disk quota, on any Unix.
pub fn limited() -> Ran {
    if !cfg!(unix) {
        return Ran::NotRun("file size limits are Unix's");
    }
    for blocks in [600, 900, 1300] {
        let room = Room::new();
        drop(room.create());
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" child-write \"$1\"");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script]).arg(std::env::current_exe().unwrap()).arg(&room.path);
        let trouble = run_into_trouble(&mut shell, &room.path);
        assert!(trouble[0].contains("DiskFull") || trouble[0].contains("Io"), "{blocks}: {trouble:?}");
    }
    Ran::Passed
}

/// T-07: from its n-th sync on, the disk keeps nothing.
pub fn failed_sync() -> Ran {
    if !quiet("strace", &["-V"]) {
        return Ran::NotRun("strace is not installed");
    }
    for nth in [6, 15, 40] {
        let room = Room::new();
        drop(room.create());
        let inject = format!("inject=fsync,fdatasync:error=EIO:when={nth}+");
        let mut traced = Command::new("strace");
        traced.args(["-f", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", &inject]);
        traced.arg(std::env::current_exe().unwrap()).arg("child-write").arg(&room.path);
        let trouble = run_into_trouble(&mut traced, &room.path);
        let expected = ["trouble Io { kind: \"sync failed\" }", "again Some(ReadOnly)"];
        assert_eq!(trouble, expected, "sync {nth}");
    }
    Ran::Passed
}

/// Lets a writer write until it says what the trouble is; whatever it acknowledged before must be there.
fn run_into_trouble(command: &mut Command, path: &Path) -> Vec<String> {
    let mut child = spawn(command);
    let mut acknowledged = Vec::new();
    let mut trouble = Vec::new();
    for said in listen(&mut child) {
        match said {
            Said::Acknowledged { seq, hash } => acknowledged.push((seq, hash)),
            Said::Other(line) => trouble.push(line),
        }
    }
    assert!(child.wait().unwrap().success(), "a clean end, no crash: {trouble:?}");
    let register = Register::open(path).expect("it opens on a sound disk");
    assert!(register.verify().unwrap().is_sound());
    drop(register);
    let kept = hashes(path);
    assert!(acknowledged.iter().all(|(seq, hash)| kept.get(seq) == Some(hash)), "acknowledged and lost");
    trouble
}
