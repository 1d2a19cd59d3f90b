//! Reads a day as clerks type it: every era notation, Gregorian ones, and words such as 来週火 or +5営.
//! It never guesses an era: a two-figure year without one is refused.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::relative::weekday_of;
use super::{ERAS, Era, EraName, FIRST_DAY, LAST_YEAR, weekday_kanji};

/// A day read from typing. The typed text itself is kept by the caller, to the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadDate {
    pub date: NaiveDate,
    /// Something the clerk should see before going on.
    pub note: Option<DateNote>,
}

/// A day that could be read but deserves a second look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DateNote {
    /// An era year that was never reached, as forms printed in advance carry (平成35年): converted by counting on.
    EraOverflow { era: EraName, year: i32 },
    /// The weekday written beside the day is not the day's weekday.
    WeekdayDiffers { typed: String, actual: String },
}

/// Why a typed day cannot be taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DateTrouble {
    #[error("nothing was typed")]
    Empty,
    #[error("not a day in any notation the desk reads")]
    Unreadable,
    /// Year and month, or a year alone.
    #[error("the day is missing")]
    Incomplete,
    /// A one- or two-figure year without an era.
    #[error("year {year} without an era")]
    EraMissing { year: i32 },
    #[error("{year}-{month}-{day} is not in the calendar")]
    NoSuchDay { year: i32, month: u32, day: u32 },
    /// Within the last year of an era but after its last day (S64.1.8, H31.5.1): `offered` is the day meant.
    #[error("the era had ended on {last}")]
    EraEnded { era: EraName, last: NaiveDate, offered: NaiveDate },
    /// Within the first year of an era but before its first day (R1.4.30): `offered` is the day meant.
    #[error("the era began on {first}")]
    BeforeEra { era: EraName, first: NaiveDate, offered: NaiveDate },
    #[error("before {first} or after {last}")]
    OutOfRange { first: NaiveDate, last: NaiveDate },
}

impl DateTrouble {
    /// The day most likely meant, for a repair with one key and for importing old ledgers.
    pub fn offered(&self) -> Option<NaiveDate> {
        match self {
            Self::EraEnded { offered, .. } | Self::BeforeEra { offered, .. } => Some(*offered),
            _ => None,
        }
    }
}

/// Counts open days from a day, forwards or backwards: [`crate::days::DeskDays::add_open_days`].
pub type OpenDayAdder<'a> = &'a dyn Fn(NaiveDate, i32) -> NaiveDate;

/// Longest typing looked at, in characters; the longest real notation has about thirty.
const LONGEST: usize = 48;

/// Reads a typed day; `+5営` is unreadable here because it needs the desk's calendar.
///
/// A day without a year is the next such day from `today` on (today included).
/// Weeks run from Monday to Sunday, so 来週日 is the Sunday after next Saturday.
/// # Errors
/// A [`DateTrouble`] the screen can explain; impossible era days carry the day to offer instead.
pub fn read_date(typed: &str, today: NaiveDate) -> Result<ReadDate, DateTrouble> {
    Typed { today, open_days: None }.read(typed)
}

/// As [`read_date`], and also reads `+5営`, `-3営業日`, `5営業日後` by the desk's calendar.
pub fn read_date_with(
    typed: &str,
    today: NaiveDate,
    open_days: OpenDayAdder<'_>,
) -> Result<ReadDate, DateTrouble> {
    Typed { today, open_days: Some(open_days) }.read(typed)
}

/// What reading depends on besides the text.
pub(super) struct Typed<'a> {
    pub(super) today: NaiveDate,
    pub(super) open_days: Option<OpenDayAdder<'a>>,
}

impl Typed<'_> {
    fn read(&self, typed: &str) -> Result<ReadDate, DateTrouble> {
        if typed.chars().count() > LONGEST {
            return Err(DateTrouble::Unreadable);
        }
        let text = tidy(typed);
        if text.is_empty() {
            return Err(DateTrouble::Empty);
        }
        if let Some(date) = self.relative(&text) {
            return in_range(date?).map(plain);
        }
        let (text, weekday) = split_weekday(&text);
        let mut read = self.absolute(&kanji_to_digits(text))?;
        if let Some(typed) = weekday {
            let actual = weekday_kanji(read.date.weekday()).to_owned();
            if read.note.is_none() && typed != actual {
                read.note = Some(DateNote::WeekdayDiffers { typed, actual });
            }
        }
        Ok(read)
    }

    fn absolute(&self, text: &str) -> Result<ReadDate, DateTrouble> {
        if let Some((era, rest)) = split_era(text) {
            return era_date(era, rest);
        }
        let parts = numbers(text).ok_or(DateTrouble::Unreadable)?;
        match parts.as_slice() {
            [one] => packed(one),
            [year, _] if year.len() == 4 => Err(DateTrouble::Incomplete),
            [month, day] => self.coming(value(month)?, value(day)?),
            [year, month, day] if year.len() == 4 => {
                gregorian(value(year)?, value(month)?, value(day)?).map(plain)
            }
            [year, _, _] if year.len() <= 2 => Err(DateTrouble::EraMissing { year: value(year)? }),
            _ => Err(DateTrouble::Unreadable),
        }
    }

    /// The next such month and day, today included.
    fn coming(&self, month: i32, day: i32) -> Result<ReadDate, DateTrouble> {
        let year = self.today.year();
        let this_year = gregorian(year, month, day);
        match this_year {
            Ok(date) if date >= self.today => Ok(plain(date)),
            _ => gregorian(year + 1, month, day).map(plain).map_err(|_| no_such_day(year, month, day)),
        }
    }
}

/// Widths folded, blanks and a trailing 生 or 生まれ dropped, every dash one dash, letters small.
fn tidy(typed: &str) -> String {
    let folded: String =
        typed.nfkc().filter(|c| !c.is_whitespace()).map(one_dash).flat_map(char::to_lowercase).collect();
    let bare = folded.strip_suffix("生まれ").or_else(|| folded.strip_suffix('生')).unwrap_or(&folded);
    bare.to_owned()
}

/// NFKC leaves most dashes as they are; on a day they all mean the same.
fn one_dash(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30FC}' => '-',
        other => other,
    }
}

fn plain(date: NaiveDate) -> ReadDate {
    ReadDate { date, note: None }
}

/// Takes `(火)` or `(火曜日)` off the end.
fn split_weekday(text: &str) -> (&str, Option<String>) {
    let Some((head, tail)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) else {
        return (text, None);
    };
    match weekday_of(tail) {
        Some(weekday) => (head, Some(weekday_kanji(weekday).to_owned())),
        None => (text, None),
    }
}

/// 二十五 -> 25, 二五 -> 25, 〇八 -> 08, for days copied from certificates.
fn kanji_to_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    for c in text.chars().chain(['\0']) {
        if "〇一二三四五六七八九十".contains(c) {
            run.push(c);
            continue;
        }
        out.push_str(&kanji_number(&run));
        run.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

fn kanji_number(run: &[char]) -> String {
    let figure = |c: &char| "〇一二三四五六七八九".chars().position(|d| d == *c).unwrap_or(0);
    match run.iter().position(|c| *c == '十') {
        None => run.iter().map(|c| figure(c).to_string()).collect(),
        Some(ten) => {
            let tens = if ten == 0 { 1 } else { figure(&run[ten - 1]) };
            (tens * 10 + run.get(ten + 1).map_or(0, figure)).to_string()
        }
    }
}

/// The era named in front (令和, 令, R), and the rest.
fn split_era(text: &str) -> Option<(&'static Era, &str)> {
    ERAS.iter().find_map(|era| {
        let first = era.kanji.chars().next()?;
        let rest = text
            .strip_prefix(era.kanji)
            .or_else(|| text.strip_prefix(first))
            .or_else(|| text.strip_prefix(era.letter.to_ascii_lowercase()))?;
        Some((era, rest.strip_prefix('.').unwrap_or(rest)))
    })
}

/// The day within an era: `8年11月22日`, `元年5月1日`, `8.11.22`, `081122`, `81122`.
fn era_date(era: &'static Era, rest: &str) -> Result<ReadDate, DateTrouble> {
    let rest = match rest.strip_prefix('元') {
        Some(after) => format!("1{after}"),
        None => rest.to_owned(),
    };
    let parts = numbers(&rest).ok_or(DateTrouble::Unreadable)?;
    match parts.as_slice() {
        [one] if one.len() == 6 || one.len() == 5 => {
            let (year, month_day) = one.split_at(one.len() - 4);
            let (month, day) = month_day.split_at(2);
            in_era(era, value(year)?, value(month)?, value(day)?)
        }
        [year, month, day] if year.len() <= 3 => in_era(era, value(year)?, value(month)?, value(day)?),
        [year] | [year, _] if year.len() <= 3 => Err(DateTrouble::Incomplete),
        _ => Err(DateTrouble::Unreadable),
    }
}

/// Digits alone: `20261122`, or the old code `3250304`.
fn packed(digits: &str) -> Result<ReadDate, DateTrouble> {
    match digits.len() {
        8 => gregorian(value(&digits[..4])?, value(&digits[4..6])?, value(&digits[6..])?).map(plain),
        7 => {
            let code = digits.as_bytes()[0] - b'0';
            let era = ERAS.iter().find(|era| era.code == code).ok_or(DateTrouble::Unreadable)?;
            in_era(era, value(&digits[1..3])?, value(&digits[3..5])?, value(&digits[5..])?)
        }
        4 => Err(DateTrouble::Incomplete),
        _ => Err(DateTrouble::Unreadable),
    }
}

fn in_era(era: &'static Era, year: i32, month: i32, day: i32) -> Result<ReadDate, DateTrouble> {
    if year < 1 {
        return Err(no_such_day(era.gregorian(year), month, day));
    }
    let date = gregorian(era.gregorian(year), month, day)?;
    let first = era.first_day();
    if date < first {
        return Err(DateTrouble::BeforeEra { era: era.name, first, offered: date });
    }
    match era.last_day() {
        Some(last) if date.year() > last.year() => {
            Ok(ReadDate { date, note: Some(DateNote::EraOverflow { era: era.name, year }) })
        }
        Some(last) if date > last => Err(DateTrouble::EraEnded { era: era.name, last, offered: date }),
        _ => Ok(plain(date)),
    }
}

/// The runs of figures between separators; `None` if anything else stands there or a separator hangs loose.
fn numbers(text: &str) -> Option<Vec<&str>> {
    let text = text.strip_suffix(['日', '月', '年']).unwrap_or(text);
    let parts: Vec<&str> = text.split(['年', '月', '.', '/', '-', ',', '・', '、']).collect();
    let whole = parts.iter().all(|p| !p.is_empty() && p.len() <= 8 && p.bytes().all(|b| b.is_ascii_digit()));
    (whole && parts.len() <= 3).then_some(parts)
}

fn value(digits: &str) -> Result<i32, DateTrouble> {
    digits.parse().map_err(|_| DateTrouble::Unreadable)
}

fn gregorian(year: i32, month: i32, day: i32) -> Result<NaiveDate, DateTrouble> {
    let date = u32::try_from(month)
        .ok()
        .zip(u32::try_from(day).ok())
        .and_then(|(month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or_else(|| no_such_day(year, month, day))?;
    in_range(date)
}

fn no_such_day(year: i32, month: i32, day: i32) -> DateTrouble {
    DateTrouble::NoSuchDay { year, month: month.unsigned_abs(), day: day.unsigned_abs() }
}

fn in_range(date: NaiveDate) -> Result<NaiveDate, DateTrouble> {
    let (first, last) = range();
    if (first..=last).contains(&date) { Ok(date) } else { Err(out_of_range()) }
}

pub(super) fn out_of_range() -> DateTrouble {
    let (first, last) = range();
    DateTrouble::OutOfRange { first, last }
}

fn range() -> (NaiveDate, NaiveDate) {
    let (year, month, day) = FIRST_DAY;
    let first = NaiveDate::from_ymd_opt(year, month, day).expect("a real day");
    (first, NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).expect("a real day"))
}
