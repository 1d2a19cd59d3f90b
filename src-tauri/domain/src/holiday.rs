//! Owns which days are national holidays (国民の祝日に関する法律 with all its amendments and the special laws), 1948 to 2099.
//! It never reads a list: every day follows from the law, and days not yet announced say so.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The last year whose days the Cabinet Office has announced (list of 2 February 2026).
/// The equinoxes of later years are astronomy only, and a law may still move a day.
pub const ANNOUNCED_THROUGH: i32 = 2027;

/// A day off by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Holiday {
    pub kind: HolidayKind,
    /// The Japanese name as the law has it.
    pub name: &'static str,
    /// False beyond [`ANNOUNCED_THROUGH`]: show 未確定.
    pub official: bool,
}

/// A stable code for each kind of holiday, so that a screen can name it in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    NewYear,
    ComingOfAge,
    Foundation,
    EmperorsBirthday,
    VernalEquinox,
    Showa,
    Constitution,
    Greenery,
    Children,
    Marine,
    Mountain,
    RespectForTheAged,
    AutumnalEquinox,
    /// 体育の日, until 2019.
    HealthAndSports,
    /// スポーツの日, from 2020.
    Sports,
    Culture,
    LaborThanksgiving,
    /// Weddings, funeral and enthronements of the imperial house, each by a law of its own.
    ImperialCeremony,
    /// 振替休日 (3条2項).
    Substitute,
    /// 国民の休日 (3条3項).
    Citizens,
}

/// The holiday on a day, if it is one: from 1948-07-20, when the law came into force, to 2099.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    if date < day(1948, 7, 20) || date.year() > 2099 {
        return None;
    }
    let (kind, name) = named(date)
        .or_else(|| is_substitute(date).then_some((HolidayKind::Substitute, "振替休日")))
        .or_else(|| is_sandwiched(date).then_some((HolidayKind::Citizens, "国民の休日")))?;
    Some(Holiday { kind, name, official: date.year() <= ANNOUNCED_THROUGH })
}

type Named = (HolidayKind, &'static str);

/// 国民の祝日 proper: the days with a name of their own.
fn named(date: NaiveDate) -> Option<Named> {
    ceremony(date).or_else(|| moved_for_the_games(date).unwrap_or_else(|| yearly(date)))
}

/// One-off days: 昭和34年法律16号, 平成元年法律4号, 平成2年法律24号, 平成5年法律32号, 平成30年法律99号.
fn ceremony(date: NaiveDate) -> Option<Named> {
    let name = match ymd(date) {
        (1959, 4, 10) => "皇太子明仁親王の結婚の儀",
        (1989, 2, 24) => "昭和天皇の大喪の礼",
        (1990, 11, 12) => "即位礼正殿の儀",
        (1993, 6, 9) => "皇太子徳仁親王の結婚の儀",
        (2019, 5, 1) => "天皇の即位の日",
        (2019, 10, 22) => "即位礼正殿の儀",
        _ => return None,
    };
    Some((HolidayKind::ImperialCeremony, name))
}

/// The Tokyo games moved three days in 2020 and 2021 (平成27年法律33号 as amended).
/// `Some(None)` says: an ordinary day, because its holiday was moved away.
fn moved_for_the_games(date: NaiveDate) -> Option<Option<Named>> {
    match ymd(date) {
        (2020, 7, 23) | (2021, 7, 22) => Some(Some((HolidayKind::Marine, "海の日"))),
        (2020, 7, 24) | (2021, 7, 23) => Some(Some((HolidayKind::Sports, "スポーツの日"))),
        (2020, 8, 10) | (2021, 8, 8) => Some(Some((HolidayKind::Mountain, "山の日"))),
        (2020 | 2021, 7 | 8 | 10, _) => Some(None),
        _ => None,
    }
}

/// The days of the law's article 2 with the years in which each wording held.
fn yearly(date: NaiveDate) -> Option<Named> {
    use HolidayKind::*;
    let (year, month, day) = ymd(date);
    let monday = nth_monday(date);
    Some(match (month, day) {
        (1, 1) => (NewYear, "元日"),
        (1, 15) if year < 2000 => (ComingOfAge, "成人の日"),
        (1, _) if year >= 2000 && monday == Some(2) => (ComingOfAge, "成人の日"),
        (2, 11) if year >= 1967 => (Foundation, "建国記念の日"),
        (2, 23) if year >= 2020 => (EmperorsBirthday, "天皇誕生日"),
        (3, d) if d == vernal_equinox(year) => (VernalEquinox, "春分の日"),
        (4, 29) if year < 1989 => (EmperorsBirthday, "天皇誕生日"),
        (4, 29) if year < 2007 => (Greenery, "みどりの日"),
        (4, 29) => (Showa, "昭和の日"),
        (5, 3) => (Constitution, "憲法記念日"),
        (5, 4) if year >= 2007 => (Greenery, "みどりの日"),
        (5, 5) => (Children, "こどもの日"),
        (7, 20) if (1996..2003).contains(&year) => (Marine, "海の日"),
        (7, _) if year >= 2003 && monday == Some(3) => (Marine, "海の日"),
        (8, 11) if year >= 2016 => (Mountain, "山の日"),
        (9, 15) if (1966..2003).contains(&year) => (RespectForTheAged, "敬老の日"),
        (9, _) if year >= 2003 && monday == Some(3) => (RespectForTheAged, "敬老の日"),
        (9, d) if d == autumnal_equinox(year) => (AutumnalEquinox, "秋分の日"),
        (10, 10) if (1966..2000).contains(&year) => (HealthAndSports, "体育の日"),
        (10, _) if (2000..2020).contains(&year) && monday == Some(2) => (HealthAndSports, "体育の日"),
        (10, _) if year >= 2020 && monday == Some(2) => (Sports, "スポーツの日"),
        (11, 3) => (Culture, "文化の日"),
        (11, 23) => (LaborThanksgiving, "勤労感謝の日"),
        (12, 23) if (1989..2019).contains(&year) => (EmperorsBirthday, "天皇誕生日"),
        _ => return None,
    })
}

/// 3条2項: from 1973-04-12 the Monday after a Sunday holiday; since 2007 the next day that is not itself a holiday.
fn is_substitute(date: NaiveDate) -> bool {
    if date < day(1973, 4, 12) {
        return false;
    }
    let furthest = if date.year() >= 2007 { 7 } else { 1 };
    for back in 1..=furthest {
        let earlier = date - Days::new(back);
        if named(earlier).is_none() {
            return false;
        }
        if earlier.weekday() == Weekday::Sun {
            // The Sunday itself must lie under the rule: 建国記念の日 of 1973 was one before it.
            return earlier >= day(1973, 4, 12);
        }
    }
    false
}

/// 3条3項: from 1985-12-27 the day between two holidays; until 2006 only if it was not a Sunday.
fn is_sandwiched(date: NaiveDate) -> bool {
    let in_force = date >= day(1985, 12, 27) && (date.year() >= 2007 || date.weekday() != Weekday::Sun);
    in_force && named(date - Days::new(1)).is_some() && named(date + Days::new(1)).is_some()
}

/// 1 for the first Monday of the month, 2 for the second; `None` on other weekdays.
fn nth_monday(date: NaiveDate) -> Option<u32> {
    (date.weekday() == Weekday::Mon).then(|| (date.day() - 1) / 7 + 1)
}

/// Day in March, by the well-known approximation of the National Observatory's tables (1900 to 2099).
fn vernal_equinox(year: i32) -> u32 {
    if year < 1980 { equinox(year, 20_835_700, 1983) } else { equinox(year, 20_843_100, 1980) }
}

/// Day in September, by the same approximation.
fn autumnal_equinox(year: i32) -> u32 {
    if year < 1980 { equinox(year, 23_258_800, 1983) } else { equinox(year, 23_248_800, 1980) }
}

/// In millionths of a day, so that no float rounding decides a holiday. Leap years are counted towards zero.
fn equinox(year: i32, base: i64, leap_base: i32) -> u32 {
    let moved = base + 242_194 * i64::from(year - 1980);
    let leaps = i64::from((year - leap_base) / 4);
    u32::try_from(moved / 1_000_000 - leaps).expect("an equinox falls on the 19th to the 24th")
}

fn ymd(date: NaiveDate) -> (i32, u32, u32) {
    (date.year(), date.month(), date.day())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the law names real days")
}
