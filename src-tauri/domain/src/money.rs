//! Owns amounts in yen and the consultation fee as net, rate and gross. No fee of any hospital stands here.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// An amount in whole yen. Displays as `33,000円`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct Yen(#[ts(type = "number")] pub i64);

impl fmt::Display for Yen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        f.write_str("円")
    }
}

/// Why typed money cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MoneyTrouble {
    #[error("not an amount in yen")]
    Unreadable,
    /// More than twelve figures.
    #[error("too large an amount")]
    TooLarge,
    /// The fee's gross does not follow from its net and rate.
    #[error("net and rate give {expected}, not {got}")]
    GrossDiffers { expected: Yen, got: Yen },
    #[error("an amount below zero")]
    Negative,
}

/// Reads `33,000円`, `¥33000`, `３３，０００`. Commas must stand where they belong.
///
/// # Errors
/// `Unreadable` or `TooLarge`.
pub fn read_yen(typed: &str) -> Result<Yen, MoneyTrouble> {
    let text: String = typed.nfkc().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_prefix(['¥', '\\']).unwrap_or(&text);
    let text = text.strip_suffix('円').unwrap_or(text);
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let digits: String = text.chars().filter(|c| *c != ',').collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) || !commas_in_place(text) {
        return Err(MoneyTrouble::Unreadable);
    }
    match digits.parse::<i64>() {
        Ok(amount) if digits.len() <= 12 => Ok(Yen(sign * amount)),
        _ => Err(MoneyTrouble::TooLarge),
    }
}

fn commas_in_place(text: &str) -> bool {
    let mut groups = text.split(',');
    let first = groups.next().map_or(0, str::len);
    let rest: Vec<usize> = groups.map(str::len).collect();
    rest.is_empty() || ((1..=3).contains(&first) && rest.iter().all(|len| *len == 3))
}

/// A fee with its consumption tax; the three figures always agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
pub struct Fee {
    net: Yen,
    rate_percent: u8,
    gross: Yen,
}

/// A fee as written in a file, before its figures are compared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeFigures {
    net: Yen,
    rate_percent: u8,
    gross: Yen,
}

impl<'de> Deserialize<'de> for Fee {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let figures = FeeFigures::deserialize(from)?;
        Self::agreed(figures.net, figures.rate_percent, figures.gross).map_err(D::Error::custom)
    }
}

impl Fee {
    /// The fee that follows from a net amount and a tax rate; fractions of a yen are dropped.
    ///
    /// # Errors
    /// `Negative` or `TooLarge`.
    pub fn from_net(net: Yen, rate_percent: u8) -> Result<Self, MoneyTrouble> {
        if net.0 < 0 {
            return Err(MoneyTrouble::Negative);
        }
        let tax = net.0.checked_mul(i64::from(rate_percent)).ok_or(MoneyTrouble::TooLarge)? / 100;
        let gross = Yen(net.0.checked_add(tax).ok_or(MoneyTrouble::TooLarge)?);
        Ok(Self { net, rate_percent, gross })
    }

    /// A fee whose three figures were all given.
    ///
    /// # Errors
    /// `GrossDiffers` when they do not agree; else as [`Fee::from_net`].
    pub fn agreed(net: Yen, rate_percent: u8, gross: Yen) -> Result<Self, MoneyTrouble> {
        let fee = Self::from_net(net, rate_percent)?;
        if fee.gross == gross {
            Ok(fee)
        } else {
            Err(MoneyTrouble::GrossDiffers { expected: fee.gross, got: gross })
        }
    }

    /// Without tax.
    pub fn net(&self) -> Yen {
        self.net
    }

    /// Tax rate in percent.
    pub fn rate_percent(&self) -> u8 {
        self.rate_percent
    }

    /// With tax: what the person pays.
    pub fn gross(&self) -> Yen {
        self.gross
    }
}

/// `30,000円（税込33,000円）`, as the notice prints it (R50, R52).
impl fmt::Display for Fee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}（税込{}）", self.net, self.gross)
    }
}
