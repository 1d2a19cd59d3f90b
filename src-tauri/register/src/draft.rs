//! Drafts: what is being typed, kept so that a lock or a crash loses none of it. Not journaled, nobody's word yet.
use domain::Stamp;
use rusqlite::{OptionalExtension, named_params};

use crate::stamp;
use crate::store::Register;
use crate::trouble::Trouble;

impl Register {
    /// The draft under a key, as JSON.
    pub fn draft(&self, key: &str) -> Result<Option<String>, Trouble> {
        self.read(|conn| {
            let mut query = conn.prepare_cached("SELECT record FROM draft WHERE key = :key")?;
            Ok(query.query_row(named_params! { ":key": key }, |row| row.get(0)).optional()?)
        })
    }

    /// # Errors
    /// `ReadOnly`, `DiskFull`, `Io`; `Sql` when `json` is no JSON.
    pub fn put_draft(&self, key: &str, json: &str, at: Stamp) -> Result<(), Trouble> {
        self.write(|conn| {
            let mut put = conn.prepare_cached(include_str!("sql/draft_put.sql"))?;
            put.execute(named_params! { ":key": key, ":record": json, ":at": stamp::text(at) })?;
            Ok(())
        })
    }

    /// Dropping a draft that is not there is no error.
    pub fn drop_draft(&self, key: &str) -> Result<(), Trouble> {
        self.write(|conn| {
            conn.prepare_cached("DELETE FROM draft WHERE key = :key")?
                .execute(named_params! { ":key": key })?;
            Ok(())
        })
    }
}
