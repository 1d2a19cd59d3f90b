//! Owns the desk's calendar: which days it is open, why it is closed, how open days are counted, and when post moves.
//! It knows no closure of its own; the hospital's closures and weekdays come in from the profile.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::holiday::{Holiday, HolidayKind, holiday};

/// A day of the year without a year; `month` 1 to 12, `day` 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MonthDay {
    pub month: u8,
    pub day: u8,
}

/// Days on which the desk is closed although the calendar would have it open (年末年始, 創立記念日).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    pub span: ClosureSpan,
    /// In the hospital's words; shown and printed as it stands.
    pub reason: String,
}

/// When a closure holds; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClosureSpan {
    Once {
        from: NaiveDate,
        to: NaiveDate,
    },
    /// Every year; may run over New Year (12-29 to 01-03).
    Yearly {
        from: MonthDay,
        to: MonthDay,
    },
}

impl ClosureSpan {
    /// Whether the day lies in the span.
    pub fn covers(&self, date: NaiveDate) -> bool {
        match self {
            Self::Once { from, to } => (*from..=*to).contains(&date),
            Self::Yearly { from, to } => {
                let here = MonthDay { month: date.month() as u8, day: date.day() as u8 };
                if from <= to { *from <= here && here <= *to } else { here >= *from || here <= *to }
            }
        }
    }
}

/// Why the desk is closed on a day. A holiday is named before a closure, a closure before the bare weekend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ClosedReason {
    Holiday {
        code: HolidayKind,
        name: String,
        /// False where the day is computed but not yet announced.
        official: bool,
    },
    Closure {
        reason: String,
    },
    /// A weekday on which the desk is never open.
    Weekend,
}

impl From<Holiday> for ClosedReason {
    fn from(found: Holiday) -> Self {
        Self::Holiday { code: found.kind, name: found.name.to_owned(), official: found.official }
    }
}

/// Monday to Friday, as in the notice (R68).
pub const MONDAY_TO_FRIDAY: [bool; 7] = [true, true, true, true, true, false, false];

/// The desk's calendar.
#[derive(Clone, Copy, Debug)]
pub struct DeskDays<'a> {
    pub closures: &'a [Closure],
    /// Monday first.
    pub weekdays_open: [bool; 7],
}

/// How far a search for an open day goes. A desk shut for longer has no next open day worth naming;
/// the search then answers with its last day instead of running on.
const HORIZON_DAYS: u32 = 800;

impl<'a> DeskDays<'a> {
    /// A desk open from Monday to Friday.
    pub fn on_weekdays(closures: &'a [Closure]) -> Self {
        Self { closures, weekdays_open: MONDAY_TO_FRIDAY }
    }

    /// Why the desk is closed on a day; `None` when it is open.
    pub fn why_closed(&self, date: NaiveDate) -> Option<ClosedReason> {
        if let Some(found) = holiday(date) {
            return Some(found.into());
        }
        if let Some(closure) = self.closures.iter().find(|closure| closure.span.covers(date)) {
            return Some(ClosedReason::Closure { reason: closure.reason.clone() });
        }
        (!self.on_open_weekday(date)).then_some(ClosedReason::Weekend)
    }

    /// Whether the desk is open on a day.
    pub fn is_open(&self, date: NaiveDate) -> bool {
        self.on_open_weekday(date)
            && holiday(date).is_none()
            && !self.closures.iter().any(|closure| closure.span.covers(date))
    }

    /// The first open day after `date` (翌営業日).
    pub fn next_open(&self, date: NaiveDate) -> NaiveDate {
        self.step(date, true)
    }

    /// The last open day before `date`.
    pub fn previous_open(&self, date: NaiveDate) -> NaiveDate {
        self.step(date, false)
    }

    /// `date` itself if open, else the first open day after it.
    pub fn open_from(&self, date: NaiveDate) -> NaiveDate {
        if self.is_open(date) { date } else { self.next_open(date) }
    }

    /// `date` itself if open, else the last open day before it.
    pub fn open_until(&self, date: NaiveDate) -> NaiveDate {
        if self.is_open(date) { date } else { self.previous_open(date) }
    }

    /// The `n`th open day after `date`, or before it if `n` is negative; `date` is not counted, and 0 leaves it as it is.
    pub fn add_open_days(&self, date: NaiveDate, n: i32) -> NaiveDate {
        (0..n.unsigned_abs()).fold(date, |at, _| self.step(at, n > 0))
    }

    /// Open days after `a` up to and including `b`; negative the other way round,
    /// so that `open_days_between(a, add_open_days(a, n)) == n`.
    pub fn open_days_between(&self, a: NaiveDate, b: NaiveDate) -> i32 {
        let (after, until, sign) =
            if a <= b { (a.succ_opt(), b.succ_opt(), 1) } else { (Some(b), Some(a), -1) };
        let Some((after, until)) = after.zip(until) else { return 0 };
        let open = after.iter_days().take_while(|day| *day < until).filter(|day| self.is_open(*day)).count();
        sign * i32::try_from(open).expect("fewer days than the calendar has")
    }

    /// The desk day something happening at `at` counts for: the same day until closing time, then the next open day.
    pub fn counts_for(&self, at: NaiveDateTime, closes: NaiveTime) -> NaiveDate {
        if self.is_open(at.date()) && at.time() < closes { at.date() } else { self.next_open(at.date()) }
    }

    /// The last open day on which a paper for `visit` may be posted.
    ///
    /// Ordinary mail rests on weekends and holidays, so `lead_days` are open days (5 for the slip);
    /// a service that moves every day (速達, 簡易書留, レターパック) counts calendar days.
    pub fn posting_deadline(
        &self,
        visit: NaiveDate,
        lead_days: u32,
        service_moves_on_weekends: bool,
    ) -> NaiveDate {
        if service_moves_on_weekends {
            let latest = visit.checked_sub_days(Days::new(u64::from(lead_days)));
            return latest.map_or(visit, |day| self.open_until(day));
        }
        let lead = i32::try_from(lead_days).unwrap_or(i32::MAX);
        self.add_open_days(visit, -lead)
    }

    fn on_open_weekday(&self, date: NaiveDate) -> bool {
        self.weekdays_open[date.weekday().num_days_from_monday() as usize]
    }

    fn step(&self, date: NaiveDate, forwards: bool) -> NaiveDate {
        let mut at = date;
        for _ in 0..HORIZON_DAYS {
            let moved = if forwards { at.succ_opt() } else { at.pred_opt() };
            let Some(day) = moved else { return at };
            at = day;
            if self.is_open(at) {
                break;
            }
        }
        at
    }
}

/// Whether a time lies in desk hours; at closing time sharp the desk is closed.
pub fn within_hours(time: NaiveTime, open: NaiveTime, close: NaiveTime) -> bool {
    open <= time && time < close
}

/// Whether post is delivered on a day. Ordinary mail and 特定記録 rest on Saturdays, Sundays and holidays
/// (since October 2021); 速達, 簡易書留 and レターパック move every day.
pub fn delivery_moves(date: NaiveDate, service_moves_on_weekends: bool) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    service_moves_on_weekends || !(weekend || holiday(date).is_some())
}

/// The day a letter posted on `posted` is delivered at the latest: `delivery_days` days on which the service moves, later.
pub fn delivered_by(posted: NaiveDate, delivery_days: u32, service_moves_on_weekends: bool) -> NaiveDate {
    let moving = posted.iter_days().skip(1).filter(|day| delivery_moves(*day, service_moves_on_weekends));
    moving.take(delivery_days as usize).last().unwrap_or(posted)
}
