//! Lists of cases: filtered, sorted by a closed set of keys, page by page, with the counts a list shows beside it.
use chrono::NaiveDate;
use domain::brief::Brief;
use domain::ids::CaseId;
use domain::stage::Stage;
use domain::visit::Mode;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::read::briefs;
use crate::stamp;
use crate::store::Register;
use crate::trouble::Trouble;

/// Which part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub offset: u32,
    pub limit: u32,
}

impl Page {
    /// The first `limit` lines.
    pub fn first(limit: u32) -> Page {
        Page { offset: 0, limit }
    }
}

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    #[default]
    Newest,
    /// By the day of the most urgent step; cases with nothing to do last.
    Due,
    /// By the day of the first packet or call, the oldest first.
    Since,
    /// By the booked time; cases without one last.
    Visit,
    /// By the patient's name as read; without a reading last.
    Kana,
    Stage,
}

impl Sort {
    fn key(self) -> &'static str {
        match self {
            Sort::Newest => "newest",
            Sort::Due => "due",
            Sort::Since => "since",
            Sort::Visit => "visit",
            Sort::Kana => "kana",
            Sort::Stage => "stage",
        }
    }
}

/// Which cases; every field narrows, `default()` is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Any of these; empty is any at all.
    pub stages: Vec<Stage>,
    /// Something is still to be done.
    pub open: Option<bool>,
    pub mode: Option<Mode>,
    /// A department's id.
    pub department: Option<String>,
    pub fiscal_year: Option<i32>,
    /// First packet or call on this day or later.
    pub since_from: Option<NaiveDate>,
    /// First packet or call on this day or earlier.
    pub since_to: Option<NaiveDate>,
    /// Booked for this day or later.
    pub visit_from: Option<NaiveDate>,
    /// Booked for this day or earlier.
    pub visit_to: Option<NaiveDate>,
    pub sort: Sort,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub rows: Vec<(CaseId, Brief)>,
    /// How many cases the filter leaves, on all pages.
    pub total: u32,
    /// How many in each stage if the filter named no stages, in order of stage; stages without a case are left out.
    pub by_stage: Vec<(Stage, u32)>,
}

/// The filter as the statements want it.
struct Bound {
    stages: String,
    mode: Option<serde_json::Value>,
    since_from: Option<String>,
    since_to: Option<String>,
    visit_from: Option<String>,
    visit_before: Option<String>,
}

impl Bound {
    fn of(filter: &Filter) -> Bound {
        Bound {
            stages: serde_json::json!(filter.stages).to_string(),
            mode: filter.mode.map(|mode| serde_json::json!(mode)),
            since_from: filter.since_from.map(stamp::day),
            since_to: filter.since_to.map(stamp::day),
            visit_from: filter.visit_from.map(stamp::day),
            // Visits carry a time: before the day after.
            visit_before: filter.visit_to.and_then(|day| day.succ_opt()).map(stamp::day),
        }
    }
    fn mode(&self) -> Option<&str> {
        self.mode.as_ref().and_then(|mode| mode.as_str())
    }
}

impl Register {
    /// A page of cases with its counts, all from one state of the register.
    pub fn list(&self, filter: &Filter, page: Page) -> Result<Listed, Trouble> {
        self.read(|conn| {
            let conn = conn.unchecked_transaction()?;
            let bound = Bound::of(filter);
            let by_stage = count(&conn, filter, &bound)?;
            let counted = |stage: &Stage| filter.stages.is_empty() || filter.stages.contains(stage);
            let total = by_stage.iter().filter(|(stage, _)| counted(stage)).map(|(_, n)| n).sum();
            Ok(Listed { rows: rows(&conn, filter, &bound, page)?, total, by_stage })
        })
    }
}

fn rows(
    conn: &Connection,
    filter: &Filter,
    bound: &Bound,
    page: Page,
) -> Result<Vec<(CaseId, Brief)>, Trouble> {
    let newest = filter.sort == Sort::Newest;
    let sql = if newest { include_str!("sql/list_newest.sql") } else { include_str!("sql/list_sorted.sql") };
    let mut query = conn.prepare_cached(sql)?;
    let key = filter.sort.key();
    let narrow = named_params! {
        ":stages": bound.stages, ":open": filter.open, ":mode": bound.mode(),
        ":department": filter.department, ":fiscal_year": filter.fiscal_year,
        ":since_from": bound.since_from, ":since_to": bound.since_to,
        ":visit_from": bound.visit_from, ":visit_before": bound.visit_before,
        ":limit": page.limit, ":offset": page.offset,
    };
    let sort: &[(&str, &dyn rusqlite::ToSql)] = named_params! { ":sort": key };
    match newest {
        true => briefs(&mut query, narrow),
        false => briefs(&mut query, &[narrow, sort].concat()),
    }
}

fn count(conn: &Connection, filter: &Filter, bound: &Bound) -> Result<Vec<(Stage, u32)>, Trouble> {
    let all =
        Filter { stages: filter.stages.clone(), open: filter.open, sort: filter.sort, ..Filter::default() };
    if *filter == all {
        let mut query = conn.prepare_cached(include_str!("sql/count_all_by_stage.sql"))?;
        return counted(query.query(named_params! { ":open": filter.open })?);
    }
    let mut query = conn.prepare_cached(include_str!("sql/count_by_stage.sql"))?;
    counted(query.query(named_params! {
        ":open": filter.open, ":mode": bound.mode(),
        ":department": filter.department, ":fiscal_year": filter.fiscal_year,
        ":since_from": bound.since_from, ":since_to": bound.since_to,
        ":visit_from": bound.visit_from, ":visit_before": bound.visit_before,
    })?)
}

fn counted(mut rows: rusqlite::Rows) -> Result<Vec<(Stage, u32)>, Trouble> {
    let mut counts = Vec::new();
    while let Some(row) = rows.next()? {
        let stage: String = row.get(0)?;
        let stage = serde_json::from_value(serde_json::Value::String(stage));
        counts.push((stage.map_err(|_| Trouble::corrupt("a stage is unknown"))?, row.get(1)?));
    }
    counts.sort_by_key(|(stage, _)| *stage);
    Ok(counts)
}
