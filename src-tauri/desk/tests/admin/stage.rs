//! Runs the tool, and makes small registers of made-up people the way the desk makes them.
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};
use desk::{Desk, Outside, Place, SetClock};
use domain::brief::{brief, search_fields};
use domain::history::Event;
use domain::ids::{CaseId, Mark, ReceiptNumber};
use domain::packet::{Channel, Packet};
use domain::people::{Intake, Name};
use domain::profile::Edition;
use domain::{Action, Case, Rules};
use register::{Decided, Register, RegisterKind, Trouble};

/// What a run left.
pub struct Ran {
    pub code: i32,
    pub bytes: Vec<u8>,
    pub err: String,
}

impl Ran {
    pub fn out(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("lists and sentences are UTF-8")
    }
    /// Ended so, with this in its complaint and nothing on standard output.
    #[track_caller]
    pub fn refused(&self, code: i32, words: &str) {
        assert_eq!((self.code, self.out()), (code, ""), "{}", self.err);
        assert!(self.err.contains(words), "{words:?} is not in {:?}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
    #[track_caller]
    pub fn fine(&self) -> &str {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out());
        self.out()
    }
}

pub fn tool() -> Command {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_uketsuke-admin"));
    // The language of the machine must not matter.
    tool.env("LANG", "en_US.UTF-8").env("LC_ALL", "C");
    tool.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    tool
}

pub fn start(program: &mut Command) -> Child {
    program.spawn().expect("it can be started")
}

/// How long a lock may outlive its register. A process that another test is starting shares every open file of this
/// one, a lock among them, until it is a program of its own.
const LINGERING: Duration = Duration::from_secs(20);

/// Opens a register that nobody has open any more.
pub fn open(file: &Path) -> Register {
    let since = Instant::now();
    loop {
        match Register::open(file) {
            Err(Trouble::Locked) if since.elapsed() < LINGERING => thread::yield_now(),
            opened => return opened.expect("nobody else has it open"),
        }
    }
}

/// `restore` over a register that nobody has open any more.
pub fn restore(backup: &str, file: &str) -> Ran {
    let since = Instant::now();
    loop {
        let ran = run(&["restore", backup, file]);
        if !ran.err.contains("使っています") || since.elapsed() > LINGERING {
            return ran;
        }
    }
}

pub fn run(words: &[&str]) -> Ran {
    fed(words, None)
}

/// With something on standard input.
pub fn run_with(words: &[&str], input: &[u8]) -> Ran {
    fed(words, Some(input))
}

fn fed(words: &[&str], input: Option<&[u8]>) -> Ran {
    let mut tool = tool();
    tool.args(words);
    if input.is_some() {
        tool.stdin(Stdio::piped());
    }
    let mut child = start(&mut tool);
    let (pipe, input) = (child.stdin.take(), input.map(<[u8]>::to_vec));
    let feeding = thread::spawn(move || {
        if let (Some(mut pipe), Some(input)) = (pipe, input)
            && let Err(error) = pipe.write_all(&input)
        {
            // It need not read to the end what it refuses.
            assert_eq!(error.kind(), ErrorKind::BrokenPipe);
        }
    });
    let ended = child.wait_with_output().expect("it ends");
    feeding.join().expect("feeding went well");
    let err = String::from_utf8(ended.stderr).expect("sentences are UTF-8");
    Ran { code: ended.status.code().expect("it was not killed"), bytes: ended.stdout, err }
}

/// A folder of its own with a register in it.
pub struct Room {
    pub folder: tempfile::TempDir,
    pub file: PathBuf,
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

impl Room {
    pub fn empty() -> Room {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("register.sqlite3");
        Room { folder, file }
    }

    /// As the desk makes one on its first day: the shipped profile, one person, no case.
    pub fn first_day() -> Room {
        let room = Room::empty();
        let place = Place { folder: room.folder.path().to_owned(), practice: false };
        let desk = Desk::open(place, Box::new(SetClock::at(at("2026-11-20T08:30:00"))), Box::new(Nowhere));
        desk.dispatch("first_run", r#"{"name":"受付 花子"}"#).expect("the first day begins");
        room
    }

    /// A first day with three packets, the first of which got a note.
    pub fn busy() -> Room {
        let room = Room::first_day();
        let register = open(&room.file);
        for (family, given) in [("髙橋", "美津江"), ("渡邊", "二郎"), ("𠮷野", "葛󠄀子")] {
            receive(&register, family, given);
        }
        act(&register, 1, Action::Note { text: "電話で確認".to_owned() });
        act(&register, 2, Action::Move { place: "棚B".to_owned() });
        room
    }

    pub fn practice() -> Room {
        let room = Room::empty();
        Register::create(&room.file, RegisterKind::Practice, at("2026-11-20T08:30:00")).expect("made");
        room
    }

    pub fn path(&self) -> &str {
        text(&self.file)
    }
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder is there");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        // SQLite's own, which come and go with whoever looks.
        names.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
        names.sort();
        names
    }
    pub fn alter(&self, from: &str, to: &str) {
        alter(&self.file, from, to);
    }
}

/// A hand behind the program's back: puts `to` where `from` stands, which must be in one place only.
pub fn alter(file: &Path, from: &str, to: &str) {
    assert_eq!(from.len(), to.len(), "the file keeps its shape");
    let mut bytes = std::fs::read(file).expect("the file");
    let [hit] = places(&bytes, from)[..] else { panic!("{from} does not stand in one place") };
    bytes[hit..hit + to.len()].copy_from_slice(to.as_bytes());
    std::fs::write(file, bytes).expect("altered");
}

pub fn places(bytes: &[u8], text: impl AsRef<[u8]>) -> Vec<usize> {
    let text = text.as_ref();
    bytes.windows(text.len()).enumerate().filter(|(_, w)| *w == text).map(|(n, _)| n).collect()
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

pub fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment")
}

fn mark() -> Mark {
    Mark { at: at("2026-11-20T09:00:00"), by: "受付 花子".to_owned() }
}

fn decided(case: Case, action: Action) -> Decided {
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let edition = Edition { from: NaiveDate::MIN, profile: desk::default_profile() };
    let rules = Rules { editions: vec![edition], ..Rules::default() };
    let brief = brief(&case, &rules, day);
    Decided { event: Event::Done { action }, search: search_fields(&case), brief, case }
}

pub fn receive(register: &Register, family: &str, given: &str) {
    let name = Name { family: family.into(), given: given.into(), ..Name::default() };
    let mut intake = Intake::default();
    intake.patient.name = name;
    let packet = Packet {
        arrived: mark().date(),
        channel: Channel::Post,
        tracking: String::new(),
        sender: String::new(),
        place: "棚A".to_owned(),
        unopened: false,
        name_on_it: String::new(),
    };
    let done = register.change(None, &mark(), |tx| {
        let number = Some(ReceiptNumber { fiscal_year: 2026, serial: tx.next_serial(2026)? });
        let (items, discs, bring_on_day) = (vec![], vec![], vec![]);
        let action =
            Action::ReceivePacket { packet, items, discs, bring_on_day, intake: Some(intake), number };
        Ok::<_, Trouble>(decided(Case::default().after(&action, &mark()), action))
    });
    done.expect("received");
}

pub fn act(register: &Register, id: CaseId, action: Action) {
    let done = register.change(Some(id), &mark(), |tx| {
        let case = tx.load(id)?.ok_or(Trouble::NotFound)?.case.after(&action, &mark());
        Ok::<_, Trouble>(decided(case, action))
    });
    done.expect("done");
}
