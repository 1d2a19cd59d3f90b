//! How dates and moments stand in the file: ISO 8601 text that sorts as it runs. Loses nothing of a stamp.
use chrono::{NaiveDate, NaiveDateTime};

use crate::trouble::Trouble;

/// `2026-11-22T15:08:55`, with a fraction only where there is one.
pub(crate) fn text(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.f").to_string()
}

pub(crate) fn day(on: NaiveDate) -> String {
    on.format("%Y-%m-%d").to_string()
}

/// # Errors
/// `Corrupt` when the text is no stamp.
pub(crate) fn read(text: &str) -> Result<NaiveDateTime, Trouble> {
    text.parse().map_err(|_| Trouble::corrupt("a stamp is unreadable"))
}
