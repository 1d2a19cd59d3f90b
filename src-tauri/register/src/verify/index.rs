//! Whether lists and search show the cases as they are: what they read is compared, not trusted to be in step.
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::brief::Brief;
use domain::fold::{bigrams, fold};
use domain::ids::CaseId;
use rusqlite::{Connection, named_params};

use super::{Difference, Report, each_row};
use crate::trouble::Trouble;
use crate::{read, search as finding, stamp};

/// What lists go by.
pub(super) fn lines(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let mut query = conn.prepare(include_str!("../sql/lines_astray.sql"))?;
    for case in query.query_map([], |row| row.get(0))? {
        report.found(Difference::Index { case: case? });
    }
    each_row(conn, |row| {
        let brief: Brief = read::parse(&row.brief, row.id)?;
        let wake = brief.steps.iter().map(|step| step.from).min().map(stamp::day);
        if row.kana_key != fold(&brief.kana) || row.wake != wake {
            report.found(Difference::Index { case: row.id });
        }
        Ok(())
    })
}

/// Digests that do not depend on the order in which the index gives what it has.
#[derive(Default)]
struct Sums {
    /// Of the pairs of each case.
    pairs: BTreeMap<CaseId, u64>,
    /// Of the cases in which a character stands.
    cases: BTreeMap<char, u64>,
}

/// The search index pair by pair; then what it answers to each single character, for which it keeps an index of its
/// own that SQLite's check does not compare with the first.
pub(super) fn search(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let expected = expected(conn)?;
    conn.execute_batch(include_str!("../sql/index_open.sql"))?;
    let compared = compare_pairs(conn, &expected.pairs, report);
    conn.execute_batch("DROP TABLE temp.pair_in_find")?;
    compared?;
    let mut heads = conn.prepare("SELECT rowid FROM find WHERE find MATCH :head")?;
    for (character, sum) in &expected.cases {
        let mut found = 0;
        let mut rows = heads.query(named_params! { ":head": finding::asked(&[character.to_string()]) })?;
        while let Some(row) = rows.next()? {
            found ^= digest(row.get::<_, CaseId>(0)?);
        }
        if found != *sum {
            report.found(Difference::Index { case: 0 });
        }
    }
    Ok(())
}

fn expected(conn: &Connection) -> Result<Sums, Trouble> {
    let mut sums = Sums::default();
    each_row(conn, |row| {
        let index = bigrams(&finding::fields(&row.search));
        let pairs: BTreeSet<&str> = index.split(' ').filter(|pair| !pair.is_empty()).collect();
        let heads: BTreeSet<char> = pairs.iter().filter_map(|pair| pair.chars().next()).collect();
        sums.pairs.insert(row.id, pairs.iter().fold(0, |sum, pair| sum ^ digest(pair)));
        for head in heads {
            *sums.cases.entry(head).or_default() ^= digest(row.id);
        }
        Ok(())
    })?;
    Ok(sums)
}

fn compare_pairs(
    conn: &Connection,
    expected: &BTreeMap<CaseId, u64>,
    report: &mut Report,
) -> Result<(), Trouble> {
    let mut indexed: BTreeMap<CaseId, u64> = BTreeMap::new();
    let mut query = conn.prepare("SELECT doc, term FROM temp.pair_in_find")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let term: String = row.get(1)?;
        *indexed.entry(row.get(0)?).or_default() ^= digest(term.as_str());
    }
    let ids: BTreeSet<&CaseId> = expected.keys().chain(indexed.keys()).collect();
    for case in ids {
        if expected.get(case) != indexed.get(case) {
            report.found(Difference::Index { case: *case });
        }
    }
    Ok(())
}

fn digest(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
