//! Names for things: receipt numbers, rule numbers, stamps, who did it. Never asks a clock.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use ts_rs::TS;

use crate::era;

/// A register row of one case. Internal: a clerk sees the [`ReceiptNumber`].
pub type CaseId = i64;

/// A rule of the hospital's notice, R1 to R102.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Rule(pub u8);

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.0)
    }
}

/// 受付番号: fiscal year (April to March) and a serial that is never used twice, written `R8-0123`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(into = "String", try_from = "String")]
#[ts(type = "string")]
pub struct ReceiptNumber {
    /// Fiscal year by the western calendar: 2026 is 令和8年度.
    pub fiscal_year: i32,
    pub serial: u32,
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (era, year) = era::era_year_of_fiscal(self.fiscal_year);
        write!(f, "{era}{year}-{:04}", self.serial)
    }
}

impl From<ReceiptNumber> for String {
    fn from(n: ReceiptNumber) -> Self {
        n.to_string()
    }
}

impl TryFrom<String> for ReceiptNumber {
    type Error = String;
    /// Reads `R8-0123` (any width, any case). Fails with the text itself when it is not such a number.
    fn try_from(text: String) -> Result<Self, String> {
        let read = || {
            let (head, serial) = text.trim().split_once('-')?;
            let letter = head.chars().next()?;
            let year: i32 = head.get(letter.len_utf8()..)?.parse().ok()?;
            let era = era::ERAS.iter().find(|era| era.letter == letter.to_ascii_uppercase())?;
            let year = (1..=200).contains(&year).then(|| era.gregorian(year))?;
            Some(ReceiptNumber { fiscal_year: year, serial: serial.parse().ok()? })
        };
        read().filter(|n| n.to_string() == text.trim().to_ascii_uppercase()).ok_or(text)
    }
}

/// Local time of the desk (Japan standard time), to the second.
pub type Stamp = NaiveDateTime;

/// Who acts: the name that the journal keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    pub name: String,
}

impl Staff {
    pub fn named(name: impl Into<String>) -> Self {
        Staff { name: name.into() }
    }
}

/// A fact with the moment it was entered and the person who entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    pub at: NaiveDateTime,
    pub by: String,
}

impl Mark {
    pub fn date(&self) -> NaiveDate {
        self.at.date()
    }
}

/// Reads a variant without fields under a tag. Serde itself passes over unknown fields beside such a variant,
/// although the enum denies them.
pub(crate) fn nothing_more<'de, D: Deserializer<'de>>(rest: D) -> Result<(), D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}
    Nothing::deserialize(rest).map(|Nothing {}| ())
}
