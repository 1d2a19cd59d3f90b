//! Owns telephone numbers: whether one can be dialled and how two are compared. It keeps the grouping that was given,
//! because hospitals print theirs as they like (0120-13-1540).

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// What kind of line a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    /// 0AB-J numbers of a place, ten figures.
    Fixed,
    /// 060, 070, 080, 090: eleven figures.
    Mobile,
    /// 050, eleven figures.
    Ip,
    /// 0120 (ten figures) and 0800 (eleven): free of charge for the caller.
    FreeCall,
    /// 0570, ten figures: the caller pays.
    Navi,
}

/// A telephone number that can be dialled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Phone {
    /// In half width with the groups as typed: `022-717-8885`. Typed without groups, without them.
    pub written: String,
    /// Figures only, for comparing and searching.
    pub digits: String,
    pub kind: PhoneKind,
}

/// Why a number cannot be dialled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PhoneTrouble {
    #[error("nothing was typed")]
    Empty,
    /// Something that is no figure, dash, bracket or blank.
    #[error("{found} does not belong into a telephone number")]
    Foreign { found: char },
    /// Without the leading 0 a number cannot be called from another town.
    #[error("the area code is missing")]
    NoAreaCode,
    #[error("{got} figures where {wanted} are needed")]
    Length { got: usize, wanted: usize },
    /// Numbers such as 0000000000.
    #[error("no such number is given out")]
    NotGivenOut,
}

/// The figures of a number, widths folded; a leading +81 becomes 0.
pub fn digits(typed: &str) -> String {
    let folded: String = typed.nfkc().collect();
    let found: String = folded.chars().filter(char::is_ascii_digit).collect();
    match found.strip_prefix("81") {
        Some(rest) if folded.trim_start().starts_with('+') => {
            // +81 (0)22: some write the 0 as well.
            format!("0{}", rest.strip_prefix('0').unwrap_or(rest))
        }
        _ => found,
    }
}

/// Whether two ways of writing are the same number.
pub fn same_number(a: &str, b: &str) -> bool {
    let a = digits(a);
    !a.is_empty() && a == digits(b)
}

/// Reads a Japanese number in any width, with any dash or brackets, and keeps its groups.
///
/// # Errors
/// [`PhoneTrouble`]: what keeps the number from being dialled.
pub fn phone_shape(typed: &str) -> Result<Phone, PhoneTrouble> {
    let written = grouped(typed)?;
    let digits = digits(typed);
    if digits.is_empty() {
        return Err(PhoneTrouble::Empty);
    }
    if !digits.starts_with('0') {
        return Err(PhoneTrouble::NoAreaCode);
    }
    let (kind, wanted) = kind_of(&digits).ok_or(PhoneTrouble::NotGivenOut)?;
    if digits.len() != wanted {
        return Err(PhoneTrouble::Length { got: digits.len(), wanted });
    }
    Ok(Phone { written, digits, kind })
}

/// Kind and number of figures by the leading figures (電気通信番号計画, 令和元年総務省告示第6号).
fn kind_of(digits: &str) -> Option<(PhoneKind, usize)> {
    let starts = |heads: &[&str]| heads.iter().any(|head| digits.starts_with(head));
    if starts(&["00"]) {
        None
    } else if starts(&["0120"]) {
        Some((PhoneKind::FreeCall, 10))
    } else if starts(&["0800"]) {
        Some((PhoneKind::FreeCall, 11))
    } else if starts(&["0570"]) {
        Some((PhoneKind::Navi, 10))
    } else if starts(&["060", "070", "080", "090"]) {
        Some((PhoneKind::Mobile, 11))
    } else if starts(&["050"]) {
        Some((PhoneKind::Ip, 11))
    } else {
        Some((PhoneKind::Fixed, 10))
    }
}

/// The typed number in half width: brackets and dashes as single dashes between groups, blanks gone.
fn grouped(typed: &str) -> Result<String, PhoneTrouble> {
    let mut out = String::new();
    for c in typed.trim().nfkc() {
        match c {
            '0'..='9' => out.push(c),
            '+' if out.is_empty() => out.push(c),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30FC}' | '(' | ')' | '.' | '/' => {
                if !out.is_empty() && !out.ends_with('-') {
                    out.push('-');
                }
            }
            c if c.is_whitespace() => {
                if out.ends_with(|end: char| end.is_ascii_digit()) {
                    out.push('-');
                }
            }
            found => return Err(PhoneTrouble::Foreign { found }),
        }
    }
    Ok(out.trim_end_matches('-').to_owned())
}
