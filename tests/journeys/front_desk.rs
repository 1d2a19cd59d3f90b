//! The front desk a journey takes place at: its register, furnished beforehand; its clock; its printer; its window.
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

use register::{Register, Trouble};
use serde_json::{Value, json};

use crate::common::{Bench, text_of};
use crate::driver::{self, wait_for};
use crate::window::Window;

/// Stands before the system's `lp`: keeps what it is given, and answers as the printing system does.
const LP: &str = "#!/bin/sh\nn=$(ls \"$UKETSUKE_TRAY\" | wc -l)\ncat > \"$UKETSUKE_TRAY/part\"\n\
    mv \"$UKETSUKE_TRAY/part\" \"$UKETSUKE_TRAY/$(printf %03d \"$n\").pdf\"\necho 'request id is TEST-1 (1 file(s))'\n";

/// One journey at a time: two windows on a small machine only make each other slow.
static TURN: Mutex<()> = Mutex::new(());

pub struct FrontDesk {
    folder: tempfile::TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl FrontDesk {
    /// A desk of two clerks, one doctor of 呼吸器外科 (Tuesdays and Thursdays, 14-16) and two hospitals of the same
    /// name, one of them checked by the second clerk. `before` lives what came before the journey, through the wire.
    pub fn furnished<T>(now: &str, before: impl FnOnce(&Bench) -> T) -> (FrontDesk, T) {
        // A journey that failed leaves nothing behind that the next one would meet.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let bench = Bench::new(now);
        bench.call("sign_in", json!({"name": "大友 和也"}));
        bench.call("check_institution", json!({"id": "a"}));
        bench.call("sign_in", json!({"name": "佐々木 奈緒子"}));
        let known = before(&bench);
        let Bench { desk, folder, .. } = bench;
        drop(desk);
        let front_desk = FrontDesk { folder, _turn: turn };
        for name in ["tray", "bin", "share", "cache"] {
            std::fs::create_dir(front_desk.path(name)).unwrap();
        }
        put_lp(&front_desk.path("bin/lp"));
        front_desk.at(now);
        (front_desk, known)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Moves the desk's clock.
    pub fn at(&self, now: &str) {
        std::fs::write(self.path("clock"), now).unwrap();
    }

    /// A morning: the clock is set, the program started, and a clerk says who is at the desk.
    pub fn opens(&self, now: &str) -> Window {
        self.at(now);
        self.wait_until_free();
        let text = |name: &str| self.path(name).display().to_string();
        let path = std::env::var("PATH").unwrap();
        let env = [
            ("UKETSUKE_DATA_DIR", self.folder.path().display().to_string()),
            ("UKETSUKE_CLOCK", text("clock")),
            ("UKETSUKE_TRAY", text("tray")),
            ("XDG_DATA_HOME", text("share")),
            ("XDG_CACHE_HOME", text("cache")),
            ("PATH", format!("{}:{path}", text("bin"))),
        ];
        let window = Window::open(&driver::program(), &env);
        window.sign_in("佐々木");
        window
    }

    /// The lock of a program that was ended goes with its last thread, a moment after the signal.
    fn wait_until_free(&self) {
        let opened = || match Register::open(&self.path("register.sqlite3")) {
            Err(Trouble::Locked) => None,
            other => Some(other.map(drop)),
        };
        wait_for(|| "the register to be free".into(), opened).unwrap();
    }

    /// The files the printer gave out, in order.
    fn tray(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(self.path("tray")).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files
    }

    /// What the printer gave out, in order, as a PDF reader finds it, without the spaces of the layout.
    pub fn printed(&self) -> Vec<String> {
        let text = |file: &PathBuf| text_of(&std::fs::read(file).unwrap(), self.folder.path());
        self.tray().iter().map(|file| text(file).replace(char::is_whitespace, "")).collect()
    }

    /// What a scanner reads off the sheets the printer gave out, in their order.
    pub fn codes(&self) -> Vec<String> {
        self.tray().iter().map(|file| self.code_on(file)).collect()
    }

    fn code_on(&self, pdf: &Path) -> String {
        let picture = self.path("scanned");
        let run = |program: &str, arguments: &[&Path], options: &[&str]| {
            let out = Command::new(program).args(options).args(arguments).output().expect(program);
            String::from_utf8(out.stdout).unwrap().trim().to_owned()
        };
        run("pdftoppm", &[pdf, &picture], &["-gray", "-r", "200", "-singlefile"]);
        run("zbarimg", &[&picture.with_extension("pgm")], &["--raw", "-q"])
    }

    /// Verifies the register's file and reads a case's record out of it, and its brief beside it. The window must be closed.
    pub fn record(&self, id: i64) -> Value {
        let register = Register::open_to_verify(&self.path("register.sqlite3")).unwrap();
        let report = register.verify().unwrap();
        assert!(report.is_sound(), "{:?}", report.differences);
        let stored = register.load(id).unwrap().expect("the case");
        let mut record = serde_json::to_value(&stored.case).unwrap();
        record["brief"] = serde_json::to_value(&stored.brief).unwrap();
        record
    }
}

#[cfg(unix)]
fn put_lp(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(path, LP).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}
