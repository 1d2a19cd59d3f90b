//! Owns ages: how old a person is on a day, and whether the person is of age.
//! It never decides the one day on which the law and the calendar disagree; it says so.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Full age in years (民法4条, since 1 April 2022).
pub const MAJORITY_YEARS: i32 = 18;

/// Whether a person is of age on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MajorityOn {
    Minor,
    Adult,
    /// The day before the 18th birthday. By 年齢計算ニ関スル法律 with 民法143条 the year is completed when this day ends,
    /// and courts count the whole day as attained where only dates matter: a person has to look.
    EveOfBirthday,
}

/// Years completed on a day, as people say it: one more from the birthday on, for those born on
/// 29 February from 1 March in common years. Negative before birth.
pub fn age_on(birth: NaiveDate, on: NaiveDate) -> i32 {
    let before_birthday = (on.month(), on.day()) < (birth.month(), birth.day());
    on.year() - birth.year() - i32::from(before_birthday)
}

/// Whether a person born on `birth` is of age on a day.
pub fn majority(birth: NaiveDate, on: NaiveDate) -> MajorityOn {
    let birthday = eighteenth_birthday(birth);
    if on >= birthday {
        MajorityOn::Adult
    } else if on.succ_opt() == Some(birthday) {
        MajorityOn::EveOfBirthday
    } else {
        MajorityOn::Minor
    }
}

/// The 18th birthday; 1 March for those born on 29 February.
pub fn eighteenth_birthday(birth: NaiveDate) -> NaiveDate {
    let year = birth.year() + MAJORITY_YEARS;
    NaiveDate::from_ymd_opt(year, birth.month(), birth.day())
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
        // Only past the end of chrono's calendar, where nobody is born.
        .unwrap_or(NaiveDate::MAX)
}
