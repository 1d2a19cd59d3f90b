//! Reading cases: one by id with its history, those that wait, those with the same name. Changes nothing.
use chrono::{NaiveDate, NaiveDateTime};
use domain::brief::Brief;
use domain::candidates::Taken;
use domain::case::Case;
use domain::fold::fold;
use domain::history::Entry;
use domain::ids::{CaseId, Mark, Stamp};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::de::DeserializeOwned;

use crate::store::Register;
use crate::trouble::Trouble;
use crate::{hash, slots, stamp};

/// A case as the register holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub id: CaseId,
    /// Rises by one with every change.
    pub revision: i64,
    pub case: Case,
    pub brief: Brief,
}

/// A row of `case_`: the texts as they are, and what is derived from them.
pub(crate) struct CaseRow {
    pub id: CaseId,
    pub revision: i64,
    pub kana_key: String,
    pub wake: Option<String>,
    pub search: String,
    pub brief: String,
    pub record: String,
    pub hash: Vec<u8>,
}

impl CaseRow {
    pub(crate) fn of(row: &Row) -> rusqlite::Result<CaseRow> {
        Ok(CaseRow {
            id: row.get("id")?,
            revision: row.get("revision")?,
            kana_key: row.get("kana_key")?,
            wake: row.get("wake")?,
            search: row.get("search")?,
            brief: row.get("brief")?,
            record: row.get("record")?,
            hash: row.get("hash")?,
        })
    }

    pub(crate) fn own_hash(&self) -> hash::Hash {
        hash::of(&[
            &self.id.to_be_bytes(),
            &self.revision.to_be_bytes(),
            self.kana_key.as_bytes(),
            self.wake.as_deref().unwrap_or_default().as_bytes(),
            self.search.as_bytes(),
            self.brief.as_bytes(),
            self.record.as_bytes(),
        ])
    }

    pub(crate) fn whole(&self) -> bool {
        self.hash == self.own_hash()
    }

    /// # Errors
    /// `Corrupt` when the row is not what was written, or its record cannot be read.
    pub(crate) fn case(&self) -> Result<Case, Trouble> {
        if !self.whole() {
            return Err(Trouble::corrupt(format!("case {}", self.id)));
        }
        parse(&self.record, self.id)
    }

    /// # Errors
    /// As [`CaseRow::case`]; the brief counts too.
    pub(crate) fn stored(&self) -> Result<Stored, Trouble> {
        let case = self.case()?;
        Ok(Stored { id: self.id, revision: self.revision, case, brief: parse(&self.brief, self.id)? })
    }
}

/// JSON of case `id`. Its error names the place, never the content.
pub(crate) fn parse<T: DeserializeOwned>(json: &str, id: CaseId) -> Result<T, Trouble> {
    serde_json::from_str(json)
        .map_err(|e| Trouble::corrupt(format!("case {id}, column {} of its JSON", e.column())))
}

pub(crate) fn row(conn: &Connection, id: CaseId) -> Result<Option<CaseRow>, Trouble> {
    let mut query = conn.prepare_cached(include_str!("sql/case_by_id.sql"))?;
    Ok(query.query_row(named_params! { ":id": id }, CaseRow::of).optional()?)
}

pub(crate) fn load(conn: &Connection, id: CaseId) -> Result<Option<Stored>, Trouble> {
    row(conn, id)?.map(|row| row.stored()).transpose()
}

pub(crate) fn history(conn: &Connection, id: CaseId) -> Result<Vec<Entry>, Trouble> {
    let mut query = conn.prepare_cached(include_str!("sql/history.sql"))?;
    let mut rows = query.query(named_params! { ":id": id.to_string() })?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let (seq, at): (i64, String) = (row.get(0)?, row.get(1)?);
        let mark = Mark { at: stamp::read(&at)?, by: row.get(2)? };
        let event = serde_json::from_str(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?);
        let event = event.map_err(|_| Trouble::corrupt(format!("journal entry {seq}")))?;
        entries.push(Entry { seq, mark, event });
    }
    Ok(entries)
}

/// Rows of (id, brief).
pub(crate) fn briefs(
    query: &mut rusqlite::CachedStatement,
    params: &[(&str, &dyn rusqlite::ToSql)],
) -> Result<Vec<(CaseId, Brief)>, Trouble> {
    let mut rows = query.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        found.push((id, parse(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?, id)?));
    }
    Ok(found)
}

/// The same-name box shows no more.
const ALIKE: u32 = 8;

impl Register {
    /// One case, its row checked against its hash.
    ///
    /// # Errors
    /// `Corrupt` when the row was altered behind the program's back.
    pub fn load(&self, id: CaseId) -> Result<Option<Stored>, Trouble> {
        self.read(|conn| load(conn, id))
    }

    /// Everything the journal has of a case, oldest first.
    pub fn history(&self, id: CaseId) -> Result<Vec<Entry>, Trouble> {
        self.read(|conn| history(conn, id))
    }

    /// Open cases with a step that enters today's work on `up_to` or before.
    pub fn open_briefs(&self, up_to: NaiveDate) -> Result<Vec<(CaseId, Brief)>, Trouble> {
        self.read(|conn| {
            let mut query = conn.prepare_cached(include_str!("sql/waiting.sql"))?;
            briefs(&mut query, named_params! { ":up_to": stamp::day(up_to) })
        })
    }

    /// Cases whose patient's name sounds the same, for the same-name box: those born on `birth` first, then the newest,
    /// at most eight. An empty reading is like nobody's.
    pub fn alike(&self, kana: &str, birth: Option<NaiveDate>) -> Result<Vec<(CaseId, Brief)>, Trouble> {
        let key = fold(kana);
        self.read(|conn| {
            let mut query = conn.prepare_cached(include_str!("sql/alike.sql"))?;
            let birth = birth.map(stamp::day);
            briefs(&mut query, named_params! { ":kana": key, ":birth": birth, ":limit": ALIKE })
        })
    }

    /// Live holds and bookings that touch the time from `from` until `to`, in order of time.
    pub fn slots(&self, from: NaiveDateTime, to: NaiveDateTime, now: Stamp) -> Result<Vec<Taken>, Trouble> {
        self.read(|conn| slots::taken(conn, from, to, now))
    }

    /// Every case in order of id, each checked against its hash: for statistics and exports.
    ///
    /// # Errors
    /// `Corrupt` at the first altered row.
    pub fn all_cases(&self, each: &mut dyn FnMut(CaseId, Case)) -> Result<(), Trouble> {
        let conn = self.another_reader()?;
        let mut query = conn.prepare(include_str!("sql/case_all.sql"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let row = CaseRow::of(row)?;
            each(row.id, row.case()?);
        }
        Ok(())
    }
}
