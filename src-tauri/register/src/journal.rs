//! The append-only journal and its hash chain: who did what, when, why. Entries are added at the end, never touched.
use domain::Stamp;
use domain::ids::Mark;
use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use crate::hash::{self, Hash};
use crate::list::Page;
use crate::stamp;
use crate::store::Register;
use crate::trouble::Trouble;

/// Which entries to show; every field narrows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct JournalFilter {
    /// `case`, `reference`, `desk` or `register`.
    pub subject_kind: Option<String>,
    /// A case's id as text, `kind/key` of reference data, what the desk did.
    pub subject_key: Option<String>,
    pub by: Option<String>,
    /// From this moment on.
    pub from: Option<Stamp>,
    /// Before this moment.
    pub to: Option<Stamp>,
}

impl JournalFilter {
    /// The statement that reaches the entries without reading the whole journal, where there is one.
    fn statement(&self) -> &'static str {
        match self {
            JournalFilter { subject_kind: Some(_), subject_key: Some(_), .. } => {
                include_str!("sql/journal_of_subject.sql")
            }
            JournalFilter { from: Some(_), .. } => include_str!("sql/journal_since.sql"),
            _ => include_str!("sql/journal_page.sql"),
        }
    }
}

/// One entry of the journal, of a case or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct JournalLine {
    #[ts(type = "number")]
    pub seq: i64,
    pub at: Stamp,
    pub by: String,
    pub subject_kind: String,
    pub subject_key: String,
    /// JSON; of a case it is a [`domain::history::Event`].
    pub event: String,
    pub reason: String,
}

/// What is appended; number, stamp text and hashes follow from it and from the entry before.
pub(crate) struct NewLine<'a> {
    pub at: Stamp,
    pub by: &'a str,
    pub kind: &'a str,
    pub key: &'a str,
    pub event: &'a str,
    pub reason: &'a str,
}

/// An entry as it stands in the file.
pub(crate) struct Line {
    pub seq: i64,
    pub at: String,
    pub by: String,
    pub kind: String,
    pub key: String,
    pub event: String,
    pub reason: String,
    pub prev_hash: Vec<u8>,
    pub hash: Vec<u8>,
}

impl Line {
    pub(crate) fn of(row: &Row) -> rusqlite::Result<Line> {
        Ok(Line {
            seq: row.get("seq")?,
            at: row.get("at")?,
            by: row.get("by")?,
            kind: row.get("subject_kind")?,
            key: row.get("subject_key")?,
            event: row.get("event")?,
            reason: row.get("reason")?,
            prev_hash: row.get("prev_hash")?,
            hash: row.get("hash")?,
        })
    }

    /// SHA-256 over the fields and the hash before.
    pub(crate) fn own_hash(&self) -> Hash {
        hash::of(&[
            &self.seq.to_be_bytes(),
            self.at.as_bytes(),
            self.by.as_bytes(),
            self.kind.as_bytes(),
            self.key.as_bytes(),
            self.event.as_bytes(),
            self.reason.as_bytes(),
            &self.prev_hash,
        ])
    }

    pub(crate) fn whole(&self) -> bool {
        self.hash == self.own_hash()
    }

    fn shown(self) -> Result<JournalLine, Trouble> {
        Ok(JournalLine {
            seq: self.seq,
            at: stamp::read(&self.at)?,
            by: self.by,
            subject_kind: self.kind,
            subject_key: self.key,
            event: self.event,
            reason: self.reason,
        })
    }
}

/// The end of the journal.
pub(crate) struct Tail {
    pub seq: i64,
    pub hash: Vec<u8>,
    /// `None` only while the register is being created.
    pub at: Option<Stamp>,
}

/// The last entry, which must be whole and the one that the register remembers.
///
/// # Errors
/// `Corrupt` when the end was cut off or altered.
pub(crate) fn tail(conn: &Connection) -> Result<Tail, Trouble> {
    // One statement sees one state: between two, another connection may add an entry.
    let mut query = conn.prepare_cached(include_str!("sql/journal_tail.sql"))?;
    let (known_seq, known_hash, line) = query.query_row([], |row| {
        let line = row.get::<_, Option<i64>>("seq")?.map(|_| Line::of(row)).transpose()?;
        Ok((row.get::<_, String>("known_seq")?, row.get::<_, String>("known_hash")?, line))
    })?;
    let tail = match line {
        None => Tail { seq: 0, hash: hash::NOTHING.to_vec(), at: None },
        Some(line) if line.whole() => {
            Tail { seq: line.seq, at: Some(stamp::read(&line.at)?), hash: line.hash }
        }
        Some(line) => return Err(Trouble::corrupt(format!("journal entry {}", line.seq))),
    };
    if tail.seq.to_string() != known_seq || hash::hex(&tail.hash) != known_hash {
        return Err(Trouble::corrupt("the journal does not end where the register says"));
    }
    Ok(tail)
}

/// Adds an entry, reads it back and hashes it again. Must run in the transaction of the change it tells of.
pub(crate) fn append(conn: &Connection, new: &NewLine) -> Result<(i64, Hash), Trouble> {
    let tail = tail(conn)?;
    let mut line = Line {
        seq: tail.seq + 1,
        at: stamp::text(new.at),
        by: new.by.to_owned(),
        kind: new.kind.to_owned(),
        key: new.key.to_owned(),
        event: new.event.to_owned(),
        reason: new.reason.to_owned(),
        prev_hash: tail.hash,
        hash: vec![],
    };
    let hash = line.own_hash();
    line.hash = hash.to_vec();
    conn.prepare_cached(include_str!("sql/journal_append.sql"))?.execute(named_params! {
        ":seq": line.seq, ":at": line.at, ":by": line.by, ":kind": line.kind, ":key": line.key,
        ":event": line.event, ":reason": line.reason, ":prev_hash": line.prev_hash, ":hash": line.hash,
    })?;
    conn.prepare_cached(include_str!("sql/remember_tail.sql"))?
        .execute(named_params! { ":seq": line.seq.to_string(), ":hash": hash::hex(&line.hash) })?;
    let written = self::tail(conn)?;
    if written.hash != hash {
        return Err(Trouble::corrupt("the journal entry just written"));
    }
    Ok((line.seq, hash))
}

impl Register {
    /// Journals what the desk did beside cases: a backup, a restore, a print, an export, a clock that jumped.
    /// `detail` must name no patient.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`, `Io`, `Corrupt`.
    pub fn note_event(&self, what: &str, detail: &str, mark: &Mark) -> Result<(), Trouble> {
        let event = json!({ "event": "noted", "what": what, "detail": detail }).to_string();
        let line = NewLine { at: mark.at, by: &mark.by, kind: "desk", key: what, event: &event, reason: "" };
        self.write(|conn| append(conn, &line).map(|_| ()))
    }

    /// Entries, newest first.
    pub fn journal(&self, filter: &JournalFilter, page: Page) -> Result<Vec<JournalLine>, Trouble> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(filter.statement())?;
            let found = query.query_map(
                named_params! {
                    ":kind": filter.subject_kind, ":key": filter.subject_key, ":by": filter.by,
                    ":from": filter.from.map(stamp::text), ":to": filter.to.map(stamp::text),
                    ":limit": page.limit, ":offset": page.offset,
                },
                Line::of,
            )?;
            found.map(|line| line?.shown()).collect()
        })
    }

    /// Number and hash (hex) of the last entry: the anchor for backups and the day's closing sheet.
    pub fn last_seq_and_hash(&self) -> Result<(i64, String), Trouble> {
        self.read(|conn| tail(conn).map(|tail| (tail.seq, hash::hex(&tail.hash))))
    }

    /// When the last entry was made, by the clock of then: a clock that shows less now went back.
    pub fn last_at(&self) -> Result<Option<Stamp>, Trouble> {
        self.read(|conn| tail(conn).map(|tail| tail.at))
    }
}
