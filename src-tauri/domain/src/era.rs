//! Owns the era calendar (和暦): which era a day belongs to, how a day is printed, and how a typed day is read.
//! It never asks what day it is today; the caller says so.

mod read;
mod relative;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use read::{DateNote, DateTrouble, ReadDate, read_date, read_date_with};

/// The five eras since the Gregorian calendar came into use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EraName {
    Meiji,
    Taisho,
    Showa,
    Heisei,
    Reiwa,
}

/// One row of the era table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Era {
    pub name: EraName,
    /// As printed: 令和.
    pub kanji: &'static str,
    /// As written in short forms: R.
    pub letter: char,
    /// Leading digit of the old hospital codes (3250304 is 昭和25年3月4日).
    pub code: u8,
    /// First day as `(year, month, day)`.
    pub starts: (i32, u32, u32),
    /// Whether the first day may still be written in the era before.
    pub shares_first_day: bool,
}

/// The era table, oldest first; the only place that knows an era.
///
/// Sources: 明治 行政官布告 of 明治元年9月8日 (8 September of the old calendar, 1868-10-23); 大正 詔書 of 明治45年7月30日
/// and 昭和 詔書 of 大正15年12月25日, both in force on the day itself, so that those two days carry both names;
/// 平成 昭和64年政令第1号 and 令和 平成31年政令第143号, both in force from the day after.
pub const ERAS: [Era; 5] = [
    era(EraName::Meiji, "明治", 'M', 1, (1868, 10, 23), false),
    era(EraName::Taisho, "大正", 'T', 2, (1912, 7, 30), true),
    era(EraName::Showa, "昭和", 'S', 3, (1926, 12, 25), true),
    era(EraName::Heisei, "平成", 'H', 4, (1989, 1, 8), false),
    era(EraName::Reiwa, "令和", 'R', 5, (2019, 5, 1), false),
];

const fn era(
    name: EraName,
    kanji: &'static str,
    letter: char,
    code: u8,
    starts: (i32, u32, u32),
    shares_first_day: bool,
) -> Era {
    Era { name, kanji, letter, code, starts, shares_first_day }
}

/// First day the desk can write: the Gregorian calendar is in force from 明治6年1月1日 (明治5年太政官布告第337号).
pub const FIRST_DAY: (i32, u32, u32) = (1873, 1, 1);
/// Last year the desk can write; the equinox formula and the holidays end here too.
pub const LAST_YEAR: i32 = 2099;

impl EraName {
    /// This era's row of [`ERAS`].
    pub fn row(self) -> &'static Era {
        &ERAS[self as usize]
    }
}

impl Era {
    /// First day of the era.
    pub fn first_day(&self) -> NaiveDate {
        let (year, month, day) = self.starts;
        NaiveDate::from_ymd_opt(year, month, day).expect("the era table holds real days")
    }

    /// Last day on which the era's name may be written; `None` for the era still running.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let next = ERAS.get(self.name as usize + 1)?;
        let first = next.first_day();
        if next.shares_first_day { Some(first) } else { first.pred_opt() }
    }

    /// The Gregorian year of this era's year `year` (令和8年 -> 2026).
    pub fn gregorian(&self, year: i32) -> i32 {
        self.starts.0 + year - 1
    }
}

/// The era a day belongs to (the newer one on a shared day); `None` before 明治6年, when another calendar was in use.
pub fn era_on(date: NaiveDate) -> Option<&'static Era> {
    let ymd = (date.year(), date.month(), date.day());
    if ymd < FIRST_DAY {
        return None;
    }
    ERAS.iter().rev().find(|era| era.starts <= ymd)
}

/// `令和8年11月24日`; the first year is 元年. Days before 明治6年 are printed in Gregorian years.
pub fn wareki(date: NaiveDate) -> String {
    format!("{}{}月{}日", wareki_year(date), date.month(), date.day())
}

/// `令和8年11月24日（火）`: the weekday is computed, never typed.
pub fn wareki_weekday(date: NaiveDate) -> String {
    format!("{}（{}）", wareki(date), weekday_kanji(date.weekday()))
}

/// `R8.11.24`, for columns. Days before 明治6年 are printed as `1872.12.31`.
pub fn short_wareki(date: NaiveDate) -> String {
    let (month, day) = (date.month(), date.day());
    match era_on(date) {
        Some(era) => format!("{}{}.{month}.{day}", era.letter, date.year() - era.starts.0 + 1),
        None => format!("{}.{month}.{day}", date.year()),
    }
}

/// `令和8年`, `令和元年`, or `1872年` where no era can be said.
fn wareki_year(date: NaiveDate) -> String {
    let Some(era) = era_on(date) else {
        return format!("{}年", date.year());
    };
    match date.year() - era.starts.0 + 1 {
        1 => format!("{}元年", era.kanji),
        year => format!("{}{year}年", era.kanji),
    }
}

/// One kanji for a weekday: 月火水木金土日.
pub fn weekday_kanji(weekday: Weekday) -> &'static str {
    ["月", "火", "水", "木", "金", "土", "日"][weekday.num_days_from_monday() as usize]
}

/// The fiscal year (年度, April to March) a day belongs to, as the Gregorian year it starts in.
pub fn fiscal_year(date: NaiveDate) -> i32 {
    if date.month() >= 4 { date.year() } else { date.year() - 1 }
}

/// Era letter and year of a fiscal year: 2026 -> `("R", 8)`, as in the receipt number SO-R8-0123.
///
/// The era is the one of 1 October: offices called all of 2019 令和元年度 although the era began in May,
/// and all of 1988 昭和63年度 although 平成 began in January.
pub fn era_year_of_fiscal(year: i32) -> (&'static str, i32) {
    let mid = NaiveDate::from_ymd_opt(year, 10, 1);
    match mid.and_then(era_on) {
        Some(era) => (letter_text(era.name), year - era.starts.0 + 1),
        None => ("", year),
    }
}

fn letter_text(name: EraName) -> &'static str {
    match name {
        EraName::Meiji => "M",
        EraName::Taisho => "T",
        EraName::Showa => "S",
        EraName::Heisei => "H",
        EraName::Reiwa => "R",
    }
}
