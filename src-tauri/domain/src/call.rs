//! 電話連絡記録: every call of a case, in or out, with its outcome.
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::Mark;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    In,
    Out,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Patient,
    Family,
    Referrer,
    Institution,
    Doctor,
    Clinics,
}

impl Party {
    /// The side that applied: what the count of misses is about.
    pub fn is_applicant(self) -> bool {
        matches!(self, Party::Patient | Party::Family)
    }
}

/// 用件.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    FirstInquiry,
    Missing,
    Candidates,
    Confirmed,
    Change,
    Cancellation,
    Fee,
    Reminder,
    Report,
    Clinics,
    Other,
}

/// 結果.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Spoke,
    /// 留守.
    NoAnswer,
    /// 留守電に残した.
    LeftMessage,
    Busy,
    /// 折り返しの約束: `next_try` holds the promise.
    CallBack,
    /// 使われていない番号.
    NotInService,
    /// Someone else answered: only the agreed name was said (W10).
    WrongPerson,
    Refused,
}

impl Outcome {
    /// Counts towards ご連絡のお願い: the right person was not reached.
    pub fn is_miss(self) -> bool {
        !matches!(self, Outcome::Spoke | Outcome::CallBack | Outcome::Refused)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallRecord {
    pub direction: Direction,
    pub party: Party,
    /// Name of the person spoken to, when it matters.
    pub person: String,
    pub number: String,
    pub matter: Matter,
    pub outcome: Outcome,
    /// Two of name, birth date, address agreed.
    pub identity_checked: bool,
    /// R50/R52: the fee was spoken.
    pub fee_told: bool,
    /// Promise or next try.
    pub next_try: Option<NaiveDateTime>,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Call {
    pub record: CallRecord,
    /// The call came or went outside desk hours (R68).
    pub out_of_hours: bool,
    pub mark: Mark,
}
