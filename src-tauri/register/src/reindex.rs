//! Bringing what is derived from the cases up to date: briefs when the hospital's rules changed, all of it when the
//! program did. Facts, revisions and journal stay as they are.
use domain::brief::Brief;
use domain::case::Case;
use domain::ids::CaseId;
use rusqlite::{Connection, named_params};

use crate::change;
use crate::read;
use crate::store::Register;
use crate::trouble::Trouble;

impl Register {
    /// Computes the briefs of open cases anew, all in one transaction; returns how many came out otherwise.
    ///
    /// # Errors
    /// `Corrupt` at a row that was altered, `ReadOnly`, `DiskFull`, `Io`; then none is changed.
    pub fn reindex(&self, brief_of: &dyn Fn(&Case) -> Brief) -> Result<usize, Trouble> {
        self.write(|conn| {
            let ids = ids(conn, "SELECT id FROM case_ WHERE open = 1 ORDER BY id")?;
            again(conn, &ids, &|case| (brief_of(case), None))
        })
    }

    /// The label under which briefs and search keys were last made from scratch; empty in a new register.
    pub fn derived_by(&self) -> Result<String, Trouble> {
        self.read(|conn| {
            Ok(conn.query_row("SELECT value FROM meta WHERE key = 'derived_by'", [], |row| row.get(0))?)
        })
    }

    /// Makes the brief and search keys of every case from scratch, all in one transaction, and remembers `label`: after
    /// an update of the program that derives other things from the same facts. `made` gives the brief and the fields
    /// a search looks into. Returns how many came out otherwise. Until then an old brief may be unreadable.
    ///
    /// # Errors
    /// As [`Register::reindex`].
    pub fn rebuild(
        &self,
        label: &str,
        made: &dyn Fn(&Case) -> (Brief, Vec<String>),
    ) -> Result<usize, Trouble> {
        self.write(|conn| {
            let ids = ids(conn, "SELECT id FROM case_ ORDER BY id")?;
            let changed = again(conn, &ids, &|case| {
                let (brief, fields) = made(case);
                (brief, Some(fields))
            })?;
            let mut remember = conn.prepare("UPDATE meta SET value = :label WHERE key = 'derived_by'")?;
            remember.execute(named_params! { ":label": label })?;
            Ok(changed)
        })
    }
}

fn ids(conn: &Connection, sql: &str) -> Result<Vec<CaseId>, Trouble> {
    Ok(conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

type Made = (Brief, Option<Vec<String>>);

fn again(conn: &Connection, ids: &[CaseId], made: &dyn Fn(&Case) -> Made) -> Result<usize, Trouble> {
    let mut changed = 0;
    for id in ids {
        let row = read::row(conn, *id)?.ok_or(Trouble::NotFound)?;
        let (brief, fields) = made(&row.case()?);
        changed += usize::from(change::derive_again(conn, row, &brief, fields.as_deref())?);
    }
    Ok(changed)
}
