//! The day of the consultation: slots, holds, booking, CLINICS, payment, what happened.
use chrono::{Duration, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{Mark, nothing_more};
use crate::money::Fee;

/// 方式.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    #[default]
    InPerson,
    Online,
}

impl Mode {
    pub fn other(self) -> Mode {
        match self {
            Mode::InPerson => Mode::Online,
            Mode::Online => Mode::InPerson,
        }
    }
}

/// R2: the hospital may ask for a switch, the patient may too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AskedBy {
    Hospital,
    Patient,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModeChange {
    pub from: Mode,
    pub to: Mode,
    pub asked_by: AskedBy,
    pub reason: String,
    pub mark: Mark,
}

/// A time with a doctor. Exclusive: the register never holds two that overlap.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    pub doctor: String,
    pub start: NaiveDateTime,
    pub minutes: u16,
    pub room: String,
}

impl Slot {
    pub fn end(&self) -> NaiveDateTime {
        self.start + Duration::minutes(self.minutes.into())
    }
    pub fn date(&self) -> NaiveDate {
        self.start.date()
    }
    pub fn overlaps(&self, other: &Slot) -> bool {
        self.doctor == other.doctor && self.start < other.end() && self.end() > other.start
    }
}

/// 仮押さえ of a candidate date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    pub slot: Slot,
    pub until: NaiveDateTime,
    pub mark: Mark,
}

impl Hold {
    pub fn live(&self, now: NaiveDateTime) -> bool {
        now <= self.until
    }
}

/// 予約. The fee is frozen when the date is agreed (R50, R52).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Booking {
    pub slot: Slot,
    pub mode: Mode,
    pub fee: Fee,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PastBooking {
    pub booking: Booking,
    pub reason: String,
    pub ended: Mark,
    /// R92: an online booking must also be changed by the patient in CLINICS.
    pub in_clinics: InClinics,
}

/// The second of the two acts of R92.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum InClinics {
    #[serde(deserialize_with = "nothing_more")]
    NotNeeded,
    #[serde(deserialize_with = "nothing_more")]
    Open,
    Seen {
        mark: Mark,
    },
}

/// What the desk saw in CLINICS (R87, R91).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Clinics {
    pub registered: Option<Mark>,
    pub booked: Option<ClinicsBooking>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClinicsBooking {
    pub start: NaiveDateTime,
    pub menu: String,
    pub mark: Mark,
}

/// 会計済 (in person) or card settled (online). The desk keeps the fact, it is not the cashier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum Payment {
    Paid {
        mark: Mark,
    },
    /// 請求エラー: CLINICS side, noted only (W17).
    CardError {
        note: String,
        mark: Mark,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    pub booking: Booking,
    pub doctor: String,
    /// R77: the report follows by post although the visit was in person.
    pub report_later: bool,
    pub mark: Mark,
}

/// How the report left the desk (R76, R77, R98).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Delivery {
    HandedOver { mark: Mark },
    Posted { service: String, tracking: String, mark: Mark },
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Report {
    pub received: Option<Mark>,
    pub pages: u16,
    pub reminders: Vec<Mark>,
    pub delivered: Option<Delivery>,
}

/// How the materials went back (G8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "how", rename_all = "snake_case", deny_unknown_fields)]
pub enum Return {
    HandedOver {},
    /// Two names: who packed and who checked.
    Posted {
        service: String,
        tracking: String,
        packed_by: String,
        checked_by: String,
    },
    /// Kept or destroyed by the hospital's policy, with the reason.
    Kept {
        reason: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Returned {
    pub how: Return,
    pub mark: Mark,
}
