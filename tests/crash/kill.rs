//! Processes killed while they write, and two that want the same register.
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use register::{Register, Trouble};

use crate::Ran;
use crate::child::{Said, listen, start};
use crate::common::Room;

const KILLS: u64 = 200;

/// T-01.
pub fn two_hundred_kills() -> Ran {
    let room = Room::new();
    drop(room.create());
    let mut acknowledged = BTreeMap::new();
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut slowest = Duration::ZERO;
    for kill in 0..KILLS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let before = acknowledged.len();
        write_and_kill(&room.path, random, &mut acknowledged);
        assert!(acknowledged.len() > before, "kill {kill}: the writer acknowledged nothing");
        let begun = Instant::now();
        let register = Register::open(&room.path).expect("it opens after a kill, and the lock is free");
        slowest = slowest.max(begun.elapsed());
        let last = acknowledged.last_key_value().unwrap();
        assert!(
            register.last_seq_and_hash().unwrap().0 >= *last.0,
            "kill {kill}: acknowledged entries are lost"
        );
    }
    let report = Register::open(&room.path).unwrap().verify().unwrap();
    assert_eq!(report.differences, [], "chain, rows, slots and index are whole");
    let kept = hashes(&room.path);
    for (seq, hash) in &acknowledged {
        assert_eq!(kept.get(seq), Some(hash), "entry {seq} was acknowledged");
    }
    println!("  {KILLS} kills, {} acknowledged, slowest opening {slowest:?}", acknowledged.len());
    assert!(slowest < Duration::from_secs(2));
    Ran::Passed
}

/// Lets a writer acknowledge some entries, then kills it at a random moment of the next ones.
fn write_and_kill(path: &Path, random: u64, acknowledged: &mut BTreeMap<i64, String>) {
    let mut child = start("child-write", path);
    let mut said = listen(&mut child);
    let mut heard = |one: Option<Said>| match one {
        Some(Said::Acknowledged { seq, hash }) => {
            acknowledged.insert(seq, hash);
        }
        Some(Said::Other(line)) => panic!("the writer said: {line}"),
        None => panic!("the writer ended by itself"),
    };
    for _ in 0..1 + random % 5 {
        heard(said.next());
    }
    let moment = Instant::now() + Duration::from_micros(random / 8 % 8_000);
    while Instant::now() < moment {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it still said before it died counts.
    said.for_each(|one| heard(Some(one)));
}

pub fn hashes(path: &Path) -> BTreeMap<i64, String> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut query = conn.prepare("SELECT seq, lower(hex(hash)) FROM journal").unwrap();
    query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

pub fn lock_dies_with_its_process() -> Ran {
    let room = Room::new();
    drop(room.create());
    let mut child = start("child-hold", &room.path);
    assert_eq!(listen(&mut child).next(), Some(Said::Other("open".into())));
    assert_eq!(Register::open(&room.path).unwrap_err(), Trouble::Locked);
    assert!(Register::open_to_verify(&room.path).unwrap().verify().unwrap().is_sound());
    child.kill().unwrap();
    child.wait().unwrap();
    Register::open(&room.path).expect("the lock died with its process");
    Ran::Passed
}

/// T-11.
pub fn double_starts() -> Ran {
    let room = Room::new();
    drop(room.create());
    for _ in 0..25 {
        let mut both = [start("child-hold", &room.path), start("child-hold", &room.path)];
        let mut said: Vec<Said> = both.iter_mut().map(|child| listen(child).next().unwrap()).collect();
        said.sort_by_key(|said| *said == Said::Other("open".into()));
        assert_eq!(said, [Said::Other("Locked".into()), Said::Other("open".into())], "exactly one writes");
        for mut child in both {
            drop(child.stdin.take());
            child.wait().unwrap();
        }
    }
    Ran::Passed
}
