//! Changing a case: one exclusive transaction in which the desk decides and the register writes journal, record,
//! search and slots, reads them back, and acknowledges after COMMIT.
use chrono::NaiveDateTime;
use domain::brief::Brief;
use domain::candidates::Taken;
use domain::case::Case;
use domain::fold::{bigrams, fold};
use domain::history::{Entry, Event, replay};
use domain::ids::{CaseId, Mark, Stamp};
use rusqlite::{Connection, named_params};

use crate::journal::{self, NewLine};
use crate::read::{self, CaseRow, Stored};
use crate::store::Register;
use crate::trouble::Trouble;
use crate::{hash, search, slots, stamp};

/// What the desk sees while it decides: the register as it is, with nobody else writing.
#[derive(Debug)]
pub struct Tx<'c> {
    conn: &'c Connection,
}

/// What the desk decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    pub event: Event,
    /// The case after the event.
    pub case: Case,
    /// Its brief under the rules of the day.
    pub brief: Brief,
    /// The fields a search looks into, as written ([`domain::brief::search_fields`]).
    pub search: Vec<String>,
}

/// What stands in the register since COMMIT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    pub id: CaseId,
    /// The journal entry.
    pub seq: i64,
    /// The case's new revision, from 1.
    pub revision: i64,
    /// Hash of the journal entry, hex.
    pub hash: String,
}

impl Tx<'_> {
    /// # Errors
    /// `Corrupt` when the row was altered behind the program's back.
    pub fn load(&self, id: CaseId) -> Result<Option<Stored>, Trouble> {
        read::load(self.conn, id)
    }
    /// Everything the journal has of a case, oldest first.
    pub fn history(&self, id: CaseId) -> Result<Vec<Entry>, Trouble> {
        read::history(self.conn, id)
    }
    /// The next serial of a fiscal year's receipt numbers, from 1. Given out once; it is not used up when the change
    /// does not come about.
    pub fn next_serial(&self, fiscal_year: i32) -> Result<u32, Trouble> {
        let mut next = self.conn.prepare_cached(include_str!("sql/next_serial.sql"))?;
        Ok(next.query_row(named_params! { ":name": serial_name(fiscal_year) }, |row| row.get(0))?)
    }
    /// As [`Register::slots`].
    pub fn slots(&self, from: NaiveDateTime, to: NaiveDateTime, now: Stamp) -> Result<Vec<Taken>, Trouble> {
        slots::taken(self.conn, from, to, now)
    }
}

/// The counter's name of a fiscal year.
pub(crate) fn serial_name(fiscal_year: i32) -> String {
    format!("serial:{fiscal_year}")
}

impl Register {
    /// Changes one case (`None`: opens a new one) by one event. `decide` runs inside the transaction; its error leaves
    /// nothing behind. Returns after COMMIT.
    ///
    /// # Errors
    /// Those of `decide`; `NotFound`, `ReadOnly`, `SlotTaken`, `Conflict` (receipt number in use), `Contradiction`
    /// (`Decided::case` is not what the event makes of the case), `DiskFull`, `Io`, `Corrupt`.
    pub fn change<E: From<Trouble>>(
        &self,
        id: Option<CaseId>,
        mark: &Mark,
        decide: impl FnOnce(&Tx<'_>) -> Result<Decided, E>,
    ) -> Result<Committed, E> {
        self.write(|conn| {
            let tx = Tx { conn };
            let before = id.map(|id| tx.load(id)?.ok_or(Trouble::NotFound)).transpose()?;
            let decided = decide(&tx)?;
            Ok(put(&tx, before, mark, &decided)?)
        })
    }
}

fn put(tx: &Tx, before: Option<Stored>, mark: &Mark, decided: &Decided) -> Result<Committed, Trouble> {
    let conn = tx.conn;
    let id = match &before {
        Some(stored) => stored.id,
        None => conn.query_row(include_str!("sql/next_case.sql"), [], |row| row.get(0))?,
    };
    let event = json(&decided.event)?;
    let key = id.to_string();
    let line = NewLine { at: mark.at, by: &mark.by, kind: "case", key: &key, event: &event, reason: "" };
    let (seq, hash) = journal::append(conn, &line)?;
    let revision = before.as_ref().map_or(0, |stored| stored.revision) + 1;
    if made_by(tx, id, before, mark, &decided.event)? != decided.case {
        return Err(Trouble::Contradiction);
    }
    write_row(conn, id, revision, &decided.case, &decided.brief, &decided.search)?;
    slots::put(conn, id, &decided.case, mark.at)?;
    Ok(Committed { id, seq, revision, hash: hash::hex(&hash) })
}

/// The case that the journal makes: the promise that replaying it gives the record again, kept at every change.
fn made_by(tx: &Tx, id: CaseId, before: Option<Stored>, mark: &Mark, event: &Event) -> Result<Case, Trouble> {
    Ok(match event {
        Event::Done { action } => before.map(|b| b.case).unwrap_or_default().after(action, mark),
        Event::TakenBack { .. } => replay(&tx.history(id)?),
    })
}

/// A case's row and index as they follow from it.
fn write_row(
    conn: &Connection,
    id: CaseId,
    revision: i64,
    case: &Case,
    brief: &Brief,
    fields: &[String],
) -> Result<(), Trouble> {
    let row = CaseRow {
        id,
        revision,
        kana_key: String::new(),
        wake: None,
        search: search_text(fields),
        brief: String::new(),
        record: json(case)?,
        hash: vec![],
    };
    put_row(conn, with_brief(row, brief)?)
}

/// The same case seen by other rules or another program: facts and revision stay. Whether anything came out otherwise.
pub(crate) fn derive_again(
    conn: &Connection,
    mut row: CaseRow,
    brief: &Brief,
    fields: Option<&[String]>,
) -> Result<bool, Trouble> {
    let before = row.own_hash();
    if let Some(fields) = fields {
        row.search = search_text(fields);
    }
    let row = with_brief(row, brief)?;
    if row.own_hash() == before {
        return Ok(false);
    }
    put_row(conn, row)?;
    Ok(true)
}

fn search_text(fields: &[String]) -> String {
    let keys: Vec<String> = fields.iter().map(|field| fold(field)).filter(|key| !key.is_empty()).collect();
    search::joined(&keys)
}

fn with_brief(mut row: CaseRow, brief: &Brief) -> Result<CaseRow, Trouble> {
    row.kana_key = fold(&brief.kana);
    row.wake = brief.steps.iter().map(|step| step.from).min().map(stamp::day);
    row.brief = json(brief)?;
    row.hash = row.own_hash().to_vec();
    Ok(row)
}

fn json(value: &impl serde::Serialize) -> Result<String, Trouble> {
    serde_json::to_string(value).map_err(|_| Trouble::Contradiction)
}

/// Writes a row and its index, reads the row back and hashes it again.
fn put_row(conn: &Connection, row: CaseRow) -> Result<(), Trouble> {
    let old = read::row(conn, row.id)?;
    let sql = match &old {
        None => include_str!("sql/case_insert.sql"),
        Some(_) => include_str!("sql/case_update.sql"),
    };
    conn.prepare_cached(sql)?.execute(named_params! {
        ":id": row.id, ":revision": row.revision, ":kana_key": row.kana_key, ":wake": row.wake,
        ":hash": row.hash, ":search": row.search, ":brief": row.brief, ":record": row.record,
    })?;
    if old.is_none_or(|old| old.search != row.search) {
        search::index(conn, row.id, &bigrams(&search::fields(&row.search)))?;
    }
    let written = read::row(conn, row.id)?.filter(|written| written.whole() && written.hash == row.hash);
    written.map(|_| ()).ok_or_else(|| Trouble::corrupt(format!("case {}, just written", row.id)))
}
