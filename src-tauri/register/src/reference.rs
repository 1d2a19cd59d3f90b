//! Reference data: profile editions, departments, doctors, institutions, staff, settings. Each change is journaled
//! with the whole new value, so the journal holds every value there ever was.
use domain::ids::Mark;
use rusqlite::named_params;
use serde_json::json;

use crate::journal::{self, NewLine};
use crate::store::Register;
use crate::trouble::Trouble;

/// One piece of reference data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub kind: String,
    pub key: String,
    /// JSON.
    pub record: String,
}

impl Register {
    /// All reference data, by kind and key.
    pub fn reference(&self) -> Result<Vec<Reference>, Trouble> {
        self.read(|conn| {
            let mut query =
                conn.prepare_cached("SELECT kind, key, record FROM reference ORDER BY kind, key")?;
            let rows = query.query_map([], |row| {
                Ok(Reference { kind: row.get(0)?, key: row.get(1)?, record: row.get(2)? })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Sets one piece of reference data; `record` is JSON.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`, `Io`, `Corrupt`; `Sql` when `record` is no JSON.
    pub fn put_reference(
        &self,
        kind: &str,
        key: &str,
        record: &str,
        mark: &Mark,
        reason: &str,
    ) -> Result<(), Trouble> {
        self.write(|conn| {
            conn.prepare_cached(include_str!("sql/reference_put.sql"))?
                .execute(named_params! { ":kind": kind, ":key": key, ":record": record })?;
            // As a text, so that the value is kept to the letter.
            let event = json!({ "event": "set", "kind": kind, "key": key, "record": record }).to_string();
            let subject = format!("{kind}/{key}");
            let line = NewLine {
                at: mark.at,
                by: &mark.by,
                kind: "reference",
                key: &subject,
                event: &event,
                reason,
            };
            journal::append(conn, &line).map(|_| ())
        })
    }
}
