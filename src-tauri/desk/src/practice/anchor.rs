//! Which day a step of a life falls on, counted in desk days from the day the practice register is made.
use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::profile::Profile;

/// The day on which everything hangs.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    pub now: NaiveDateTime,
    profile: Profile,
}

impl Anchor {
    pub fn new(now: NaiveDateTime, profile: Profile) -> Self {
        Anchor { now, profile }
    }

    /// The desk's hours and closures, as the practice hospital has them.
    fn days(&self) -> domain::days::DeskDays<'_> {
        let weekdays_open = self.profile.hours.weekdays;
        domain::days::DeskDays { closures: &self.profile.closures, weekdays_open }
    }

    /// The day of work `n` desk days from today; 0 is today, also when the desk is closed: whoever opens the practice
    /// register on a Sunday is at the desk on a Sunday.
    pub fn work(&self, n: i32) -> NaiveDate {
        match n {
            ..=0 => self.days().add_open_days(self.now.date(), n),
            _ => self.visit(n),
        }
    }

    /// The day of a visit `n` desk days from today, always one on which the desk is open; 0 is today or the next.
    pub fn visit(&self, n: i32) -> NaiveDate {
        match n {
            ..0 => self.work(n),
            _ => self.days().add_open_days(self.days().open_from(self.now.date()), n),
        }
    }

    /// The birth date of somebody whose 18th birthday comes in `days` calendar days.
    pub fn turning_18_in(&self, days: i64) -> NaiveDate {
        years_before(self.now.date() + Duration::days(days), domain::age::MAJORITY_YEARS)
    }

    /// The birth date of somebody who is `years` years and some months old today.
    pub fn aged(&self, years: i32) -> NaiveDate {
        years_before(self.now.date() - Duration::days(140), years)
    }
}

fn years_before(day: NaiveDate, years: i32) -> NaiveDate {
    let months = chrono::Months::new(years.unsigned_abs() * 12);
    day.checked_sub_months(months).expect("nobody is older than the calendar")
}
