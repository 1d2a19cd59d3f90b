//! Reading a typed date for the screens: both calendars, weekday, age, and why the desk is closed then.
use domain::age::age_on;
use domain::era::{read_date_with, wareki_weekday};

use crate::desk::Desk;
use crate::wire::Failure;
use crate::wire::requests::ReadDateQuery;
use crate::wire::views::DateReadout;

impl Desk {
    pub(crate) fn read_date(&self, request: ReadDateQuery) -> Result<DateReadout, Failure> {
        let today = self.day();
        let rules = self.opened().ok().map(|open| open.rules());
        let add = |from, n| rules.as_ref().map_or(from, |rules| rules.days(from).add_open_days(from, n));
        let read =
            read_date_with(&request.typed, today, &add).map_err(|trouble| Failure::Date { trouble })?;
        Ok(DateReadout {
            wareki: wareki_weekday(read.date),
            age: age_on(read.date, request.age_on.unwrap_or(today)),
            closed: rules.as_ref().and_then(|rules| rules.days(read.date).why_closed(read.date)),
            note: read.note,
            date: read.date,
        })
    }
}
