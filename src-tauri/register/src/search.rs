//! Finding cases by any part of any field: an index of neighbouring characters, then a look at the folded fields.
//! Semantics: every word of the query is a part of some field. Query syntax has no power; a sign is a sign.
use domain::brief::Brief;
use domain::fold::terms;
use domain::ids::CaseId;
use rusqlite::{Connection, named_params};

use crate::list::Page;
use crate::read::parse;
use crate::store::Register;
use crate::trouble::Trouble;

/// A case that a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub id: CaseId,
    pub brief: Brief,
    /// The folded fields in which a word of the query stands: why it was found, where the brief does not show it.
    pub matched: Vec<String>,
}

/// Between two folded fields; folding leaves only letters and digits, so no field has it.
const BETWEEN: char = '\u{1f}';

pub(crate) fn joined(keys: &[String]) -> String {
    keys.join(&BETWEEN.to_string())
}

/// The folded fields again.
pub(crate) fn fields(joined: &str) -> Vec<&str> {
    joined.split(BETWEEN).collect()
}

/// Puts a case's pairs in place of those it had.
pub(crate) fn index(conn: &Connection, id: CaseId, pairs: &str) -> Result<(), Trouble> {
    conn.prepare_cached("DELETE FROM find WHERE rowid = :id")?.execute(named_params! { ":id": id })?;
    let mut put = conn.prepare_cached("INSERT INTO find (rowid, pairs) VALUES (:id, :pairs)")?;
    put.execute(named_params! { ":id": id, ":pairs": pairs })?;
    Ok(())
}

/// What the index is asked: each pair of each word as a quoted literal; a single character as the head of a pair.
pub(crate) fn asked(words: &[String]) -> String {
    let mut all = Vec::new();
    for word in words {
        let chars: Vec<char> = word.chars().collect();
        match chars.as_slice() {
            [one] => all.push(format!("\"{one}\"*")),
            more => all.extend(more.windows(2).map(|pair| format!("\"{}{}\"", pair[0], pair[1]))),
        }
    }
    all.join(" AND ")
}

impl Register {
    /// Cases in whose fields every word of `query` stands, newest first; a query without a letter or digit finds none.
    pub fn search(&self, query: &str, page: Page) -> Result<Vec<Found>, Trouble> {
        let mut words = terms(query);
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words.dedup();
        if words.is_empty() {
            return Ok(vec![]);
        }
        // Two characters are one pair and found exactly; of longer words the pairs may lie apart.
        let longer: Vec<&String> = words.iter().filter(|word| word.chars().count() > 2).collect();
        let first = longer.first().map(|word| word.as_str()).unwrap_or_default();
        let others = serde_json::json!(longer.get(1..).unwrap_or_default()).to_string();
        self.read(|conn| {
            let mut find = conn.prepare_cached(include_str!("sql/search.sql"))?;
            let mut rows = find.query(named_params! {
                ":pairs": asked(&words), ":word": first, ":others": others,
                ":limit": page.limit, ":offset": page.offset,
            })?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let (id, brief, fields): (CaseId, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let hit = |field: &&str| words.iter().any(|word| field.contains(word));
                let matched = self::fields(&fields).into_iter().filter(hit).map(str::to_owned).collect();
                found.push(Found { id, brief: parse(&brief, id)?, matched });
            }
            Ok(found)
        })
    }
}
