//! Whoever changes the file behind the program's back is found out, and so is a disk that forgets.
mod common;

use common::*;
use register::{Difference, Register};
use rusqlite::Connection;
use std::fs;

const FREE_JOURNAL: &str = "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;";

/// What the check finds after `sql` was run on a busy day's register by another program.
fn after(sql: &str) -> Vec<Difference> {
    let room = Room::new();
    busy_day(&room.create());
    let conn = Connection::open(&room.path).unwrap();
    let triggers = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name IN \
        ('journal_no_update', 'journal_no_delete', 'case_kept')";
    let texts: Vec<String> = conn
        .prepare(triggers)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    conn.execute_batch(sql).unwrap();
    for text in texts {
        // A careful hand puts the guards back; those still there say so, and that is fine.
        let _ = conn.execute_batch(&text);
    }
    drop(conn);
    match Register::open_to_verify(&room.path) {
        Ok(register) => register.verify().unwrap().differences,
        Err(trouble) => vec![Difference::Structure { detail: trouble.to_string() }],
    }
}

fn freed(sql: &str) -> Vec<Difference> {
    after(&format!("{FREE_JOURNAL} {sql}"))
}

#[test]
fn an_untouched_register_is_sound() {
    assert_eq!(after(""), []);
    assert_eq!(freed(""), [], "guards put back to the letter are the same guards");
}

#[test]
fn the_journal_is_append_only() {
    let room = Room::new();
    busy_day(&room.create());
    let conn = Connection::open(&room.path).unwrap();
    for sql in [
        "UPDATE journal SET by = 'x' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "DELETE FROM journal",
        "INSERT INTO journal SELECT 900, at, by, subject_kind, subject_key, event, reason, prev_hash, hash FROM journal",
        "DELETE FROM case_ WHERE id = 1",
    ] {
        assert!(conn.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn altered_cases_are_found() {
    for sql in [
        "UPDATE case_ SET record = replace(record, '津', '律') WHERE id = 1",
        "UPDATE case_ SET brief = json_set(brief, '$.stage', 'done') WHERE id = 1",
        "UPDATE case_ SET search = search || '9' WHERE id = 1",
        "UPDATE case_ SET revision = revision + 1 WHERE id = 1",
        "UPDATE case_ SET kana_key = 'あ' WHERE id = 1",
        "UPDATE case_ SET wake = NULL WHERE id = 1",
    ] {
        assert!(after(sql).contains(&Difference::Row { case: 1 }), "{sql}");
    }
    let swapped = "CREATE TEMP TABLE t AS SELECT id, record, brief, search, hash FROM case_ WHERE id IN (1, 2);
        UPDATE case_ SET (record, search, hash) = (SELECT record, search, hash FROM t WHERE t.id = 3 - case_.id)
        WHERE id IN (1, 2)";
    assert!(after(swapped).contains(&Difference::Row { case: 2 }), "whole rows swapped");
    let gone = freed("DROP TRIGGER case_kept; PRAGMA foreign_keys = OFF; DELETE FROM case_ WHERE id = 4;");
    assert!(gone.contains(&Difference::Lost { case: "4".into() }), "{gone:?}");
}

#[test]
fn altered_journals_are_found() {
    for sql in [
        "UPDATE journal SET by = '別人' WHERE seq = 5",
        "UPDATE journal SET at = '2020-01-01T00:00:00' WHERE seq = 5",
        "UPDATE journal SET event = replace(event, '電話', '来訪') WHERE seq = 14",
        "UPDATE journal SET reason = 'x' WHERE seq = 5",
        "UPDATE journal SET subject_key = '2' WHERE seq = 5",
    ] {
        let found = freed(sql);
        assert!(found.iter().any(|d| matches!(d, Difference::Entry { .. })), "{sql}: {found:?}");
    }
    assert!(freed("DELETE FROM journal WHERE seq = 7").contains(&Difference::Gap { seq: 8 }), "a middle one");
    assert!(!freed("DELETE FROM journal WHERE seq > 40").is_empty(), "the end");
    let renumbered = "UPDATE journal SET seq = -1 WHERE seq = 5; UPDATE journal SET seq = 5 WHERE seq = 6;
        UPDATE journal SET seq = 6 WHERE seq = -1";
    assert!(freed(renumbered).contains(&Difference::Entry { seq: 5 }), "two swapped");
    let first = "DELETE FROM journal WHERE seq = 1";
    assert!(freed(first).contains(&Difference::Gap { seq: 2 }), "the first one");
}

/// A careful hand cuts the end off and corrects what the register remembers of it.
#[test]
fn a_rollback_shows_against_an_anchor_and_in_the_cases() {
    let room = Room::new();
    let register = room.create();
    busy_day(&register);
    let anchor = register.last_seq_and_hash().unwrap();
    drop(register);
    let conn = Connection::open(&room.path).unwrap();
    let cut = "DELETE FROM journal WHERE seq > 38;
        UPDATE meta SET value = '38' WHERE key = 'last_seq';
        UPDATE meta SET value = (SELECT lower(hex(hash)) FROM journal WHERE seq = 38) WHERE key = 'last_hash';";
    conn.execute_batch(&format!("{FREE_JOURNAL} {cut}")).unwrap();
    drop(conn);
    let report = room.open().verify().unwrap();
    assert_ne!(
        (report.last_seq, report.last_hash.clone()),
        anchor,
        "a backup's list or the day's sheet tells"
    );
    assert!(report.differences.iter().any(|d| matches!(d, Difference::Replay { .. })), "{report:?}");
}

#[test]
fn what_follows_from_the_cases_is_compared_with_them() {
    let has = |sql: &str, expected: Difference| {
        let found = after(sql);
        assert!(found.contains(&expected), "{sql}: {found:?}");
    };
    has("DELETE FROM slot WHERE case_id = 3", Difference::Slot { case: 3 });
    has("UPDATE slot SET until = NULL WHERE case_id = 3", Difference::Slot { case: 3 });
    has("UPDATE line SET stage = 'done' WHERE id = 3", Difference::Index { case: 3 });
    has("DELETE FROM find WHERE rowid = 3", Difference::Index { case: 3 });
    has(
        "DELETE FROM find WHERE rowid = 3; INSERT INTO find (rowid, pairs) VALUES (3, '高橋')",
        Difference::Index { case: 3 },
    );
    has("UPDATE counter SET value = 3", Difference::Serial { fiscal_year: 2026 });
    let doctor = Difference::Reference { kind: "doctor".into(), key: "dr1".into() };
    has("UPDATE reference SET record = '{}'", doctor.clone());
    has("DELETE FROM reference", doctor);
    let unknown = Difference::Reference { kind: "staff".into(), key: "x".into() };
    has("INSERT INTO reference (kind, key, record) VALUES ('staff', 'x', '{}')", unknown);
    has("DROP TRIGGER slot_exclusive", Difference::Schema { object: "slot_exclusive".into() });
    let spy = "CREATE TRIGGER spy AFTER INSERT ON case_ BEGIN DELETE FROM draft; END";
    has(spy, Difference::Schema { object: "spy".into() });
    has("DROP INDEX journal_at", Difference::Schema { object: "journal_at".into() });
}

/// Everything the file says, except what nobody relies on: drafts, the counters' free play, the label of the last rebuild.
fn told(register: &Register, path: &std::path::Path) -> Vec<String> {
    let conn = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut lines = vec![];
    for table in ["case_", "line", "slot", "journal", "reference", "meta WHERE key <> 'derived_by'"] {
        let mut query = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            lines.push((0..columns).map(|n| format!("{:?}|", row.get_ref(n).unwrap())).collect());
        }
    }
    for query in ["高", "津江", "0143", "わたなべ", "R8-0007"] {
        lines.push(format!("{:?}", register.search(query, all()).unwrap()));
    }
    lines
}

/// T-09: 200 single-bit flips. A check that finds nothing must mean that nothing changed.
#[test]
fn every_flipped_bit_that_changes_something_is_found() {
    let room = Room::new();
    busy_day(&room.create());
    let whole = fs::read(&room.path).unwrap();
    let expected = told(&Register::open_to_verify(&room.path).unwrap(), &room.path);
    let victim = room.folder.path().join("victim.sqlite3");
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut found = 0;
    for _ in 0..200 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let (byte, bit) = (random as usize / 8 % whole.len(), random % 8);
        let mut flipped = whole.clone();
        flipped[byte] ^= 1 << bit;
        fs::write(&victim, &flipped).unwrap();
        let opened = Register::open_to_verify(&victim);
        match opened.and_then(|register| Ok((register.verify()?, register))) {
            Ok((report, register)) if report.is_sound() => {
                let now = told(&register, &victim);
                let other = now.iter().zip(&expected).find(|(now, before)| now != before);
                let lines = (now.len(), expected.len());
                assert!(now == expected, "bit {bit} of byte {byte} changed {other:.300?} of {lines:?} lines");
            }
            _ => found += 1,
        }
    }
    assert!(found > 60, "only {found} of 200 flips were found: the file cannot be that empty");
}
