//! Owns postal codes and the tracking numbers of letters: their shape, their check and how they are printed.
//! It looks up no address: what a person wrote is never overwritten.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// Why a postal code or tracking number cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PostTrouble {
    #[error("nothing was typed")]
    Empty,
    /// Something that is no figure, dash, blank or 〒.
    #[error("{found} does not belong here")]
    Foreign { found: char },
    #[error("{got} figures where {wanted} are needed")]
    Length { got: usize, wanted: usize },
}

/// A tracking number (お問い合わせ番号) as stored and printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tracking {
    /// Figures only.
    pub digits: String,
    /// In the groups of the service's own label.
    pub printed: String,
    /// Whether the last figure is the remainder by 7 of the others. Warn only: the rule is not published for every service.
    pub check_holds: bool,
}

/// Reads a postal code in any width, with or without 〒 and dash: `980-8574`.
///
/// # Errors
/// [`PostTrouble`] unless there are exactly seven figures.
pub fn postal_code(typed: &str) -> Result<String, PostTrouble> {
    let digits = figures(typed, 7)?;
    Ok(format!("{}-{}", &digits[..3], &digits[3..]))
}

/// Reads a tracking number of a service with `wanted` figures:
/// 11 for 簡易書留 and 特定記録 (printed 3-2-5-1), 12 for レターパック and ゆうパック (printed 4-4-4).
///
/// # Errors
/// [`PostTrouble`] when anything but that many figures was typed.
pub fn tracking_number(typed: &str, wanted: usize) -> Result<Tracking, PostTrouble> {
    let digits = figures(typed, wanted)?;
    let printed = in_groups(&digits, if wanted == 11 { &[3, 2, 5, 1] } else { &[4, 4, 4, 4] });
    let check_holds = check_holds(&digits);
    Ok(Tracking { digits, printed, check_holds })
}

/// The last figure against the remainder by 7 of the figures before it.
fn check_holds(digits: &str) -> bool {
    let values = || digits.bytes().map(|b| u64::from(b - b'0'));
    let Some(last) = values().next_back() else { return false };
    let others = values().take(digits.len() - 1).fold(0, |rest, figure| (rest * 10 + figure) % 7);
    others == last
}

fn in_groups(digits: &str, sizes: &[usize]) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, after) = rest.split_at((*size).min(rest.len()));
        groups.push(group);
        rest = after;
    }
    groups.push(rest);
    groups.retain(|group| !group.is_empty());
    groups.join("-")
}

/// The figures typed, if there are just as many as wanted and nothing foreign between them.
fn figures(typed: &str, wanted: usize) -> Result<String, PostTrouble> {
    let mut digits = String::new();
    for c in typed.nfkc() {
        match c {
            '0'..='9' => digits.push(c),
            '〒' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30FC}' => {}
            c if c.is_whitespace() => {}
            found => return Err(PostTrouble::Foreign { found }),
        }
    }
    match digits.len() {
        0 => Err(PostTrouble::Empty),
        got if got == wanted => Ok(digits),
        got => Err(PostTrouble::Length { got, wanted }),
    }
}
