//! 受付台帳 and the search box: lists of cases, filtered, sorted, found.
use domain::brief::Brief;
use domain::fold::{fold, matched_by_variant};
use domain::seal::SheetCode;
use register::{Filter, Found, Page, Sort};

use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::{FindQuery, LedgerQuery, Openness, SortKey};
use crate::wire::views::{CaseRow, FoundBy, LedgerView, StageCount};

/// Longest page of a list.
const PAGE: u32 = 200;
/// Rows of the search box.
const BOX: u32 = 20;
/// Search results a ledger counts and filters.
const RESULTS: u32 = 5_000;

impl Desk {
    pub(crate) fn find(&self, request: FindQuery) -> Result<Vec<CaseRow>, Failure> {
        let open = self.opened()?;
        let found = open.register.search(&asked(&request.query, self.day()), Page::first(BOX))?;
        Ok(found.into_iter().map(|f| row(f, &request.query)).collect())
    }

    pub(crate) fn ledger(&self, request: LedgerQuery) -> Result<LedgerView, Failure> {
        let open = self.opened()?;
        let page = Page { offset: request.page.from, limit: request.page.size.clamp(1, PAGE) };
        let years = self.years(&open)?;
        match request.query.trim().is_empty() {
            true => listed(&open, &request, page, years),
            false => self.searched(&open, &request, page, years),
        }
    }

    fn searched(
        &self,
        open: &Open,
        request: &LedgerQuery,
        page: Page,
        years: Vec<i32>,
    ) -> Result<LedgerView, Failure> {
        let found = open.register.search(&asked(&request.query, self.day()), Page::first(RESULTS))?;
        let found: Vec<Found> = found.into_iter().filter(|f| fits(&f.brief, request)).collect();
        let open_count = found.iter().filter(|f| f.brief.open).count() as u32;
        let ended_count = found.len() as u32 - open_count;
        let wanted = |f: &Found| match request.openness {
            Openness::All => true,
            Openness::Open => f.brief.open,
            Openness::Ended => !f.brief.open,
        };
        let mut rows: Vec<CaseRow> =
            found.into_iter().filter(wanted).map(|f| row(f, &request.query)).collect();
        sort(&mut rows, request.sort);
        let total = rows.len() as u32;
        let rows = rows.into_iter().skip(page.offset as usize).take(page.limit as usize).collect();
        Ok(LedgerView { rows, total, open: open_count, ended: ended_count, stages: vec![], years })
    }

    /// Fiscal years that a case has, newest first; this one always among them.
    fn years(&self, open: &Open) -> Result<Vec<i32>, Failure> {
        let this = domain::era::fiscal_year(self.day());
        let mut years = vec![this];
        for year in (this - 10..this).rev() {
            let filter = Filter { fiscal_year: Some(year), ..Filter::default() };
            if open.register.list(&filter, Page::first(1))?.total > 0 {
                years.push(year);
            }
        }
        Ok(years)
    }
}

/// A page by the register's own filter; the counts are those of the other conditions.
fn listed(open: &Open, request: &LedgerQuery, page: Page, years: Vec<i32>) -> Result<LedgerView, Failure> {
    let filter = filter(request);
    let count = |only_open: bool| -> Result<u32, Failure> {
        let filter = Filter { open: Some(only_open), ..filter.clone() };
        Ok(open.register.list(&filter, Page::first(1))?.total)
    };
    let listed = open.register.list(&filter, page)?;
    let row = |(id, brief)| CaseRow { id, brief, found_by: None };
    let stages = listed.by_stage.into_iter().map(|(stage, count)| StageCount { stage, count });
    Ok(LedgerView {
        rows: listed.rows.into_iter().map(row).collect(),
        total: listed.total,
        open: count(true)?,
        ended: count(false)?,
        stages: stages.collect(),
        years,
    })
}

/// The code of a sheet leads to its case; a birth date in any notation is searched as the digits the register keeps;
/// everything else as typed.
fn asked(query: &str, today: chrono::NaiveDate) -> String {
    if let Some(code) = SheetCode::read(query) {
        return code.number.to_string();
    }
    let letters = query.chars().any(|c| c.is_alphabetic() || matches!(c, '/' | '.' | '-' | '／' | '．'));
    match domain::era::read_date(query, today) {
        Ok(read) if letters && read.date < today => read.date.format("%Y%m%d").to_string(),
        _ => query.to_owned(),
    }
}

fn filter(request: &LedgerQuery) -> Filter {
    Filter {
        stages: request.stage.into_iter().collect(),
        open: match request.openness {
            Openness::All => None,
            Openness::Open => Some(true),
            Openness::Ended => Some(false),
        },
        mode: request.mode,
        department: request.department.clone(),
        fiscal_year: request.fiscal_year,
        sort: match request.sort {
            SortKey::Number => Sort::Newest,
            SortKey::Kana => Sort::Kana,
            SortKey::Due => Sort::Due,
            SortKey::Since => Sort::Since,
        },
        ..Filter::default()
    }
}

/// All conditions but whether the case is open.
fn fits(brief: &Brief, request: &LedgerQuery) -> bool {
    request.stage.is_none_or(|s| s == brief.stage)
        && request.mode.is_none_or(|m| m == brief.mode)
        && request.department.as_ref().is_none_or(|d| Some(d) == brief.department.as_ref())
        && request.fiscal_year.is_none_or(|y| Some(y) == brief.fiscal_year)
}

fn sort(rows: &mut [CaseRow], key: SortKey) {
    match key {
        SortKey::Number => {}
        SortKey::Kana => rows.sort_by_cached_key(|r| fold(&r.brief.kana)),
        SortKey::Due => rows.sort_by_key(|r| r.brief.steps.first().map_or(chrono::NaiveDate::MAX, |s| s.due)),
        SortKey::Since => rows.sort_by_key(|r| r.brief.since),
    }
}

fn row(found: Found, query: &str) -> CaseRow {
    CaseRow { id: found.id, found_by: found_by(&found.brief, query), brief: found.brief }
}

/// Why a row without the letters of the query is here.
fn found_by(brief: &Brief, query: &str) -> Option<FoundBy> {
    let query = query.trim();
    let written = |text: &str| text.replace(' ', "").contains(&query.replace([' ', '　'], ""));
    let folded = |text: &str| fold(text).contains(&fold(query));
    if written(&brief.name) || written(&brief.kana) {
        None
    } else if matched_by_variant(&brief.name, query) {
        Some(FoundBy::Variant)
    } else if folded(&brief.kana) {
        Some(FoundBy::Kana)
    } else if folded(&brief.former_name) {
        Some(FoundBy::FormerName)
    } else if folded(&brief.institution) {
        Some(FoundBy::Institution)
    } else if brief.number.is_some_and(|n| folded(&n.to_string())) {
        Some(FoundBy::Number)
    } else {
        Some(FoundBy::Other)
    }
}
