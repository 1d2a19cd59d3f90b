//! Papers the desk issued: kind, version, what became of each. The drawing lives elsewhere.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::Mark;
use crate::visit::Mode;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 予約票, in person (R73).
    Slip,
    /// CLINICS予約のご案内, online (R87-R97).
    ClinicsGuide,
    /// 報告書送付状 (R77, R98).
    CoverLetter,
    /// 宛名ラベル of the cover letter.
    MailingLabel,
}

impl PaperKind {
    /// The paper that tells the patient the date.
    pub fn of_booking(mode: Mode) -> PaperKind {
        match mode {
            Mode::InPerson => PaperKind::Slip,
            Mode::Online => PaperKind::ClinicsGuide,
        }
    }
    /// Tells the patient about the appointment: a mode switch or a new date voids it.
    pub fn tells_date(self) -> bool {
        matches!(self, PaperKind::Slip | PaperKind::ClinicsGuide)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VoidReason {
    NewerVersion,
    ModeSwitched,
    BookingEnded,
    Deceased,
    CaseEnded,
    ByHand,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Voided {
    pub reason: VoidReason,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    pub service: String,
    pub tracking: String,
    pub mark: Mark,
}

/// Why a letter came back (W1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnReason {
    UnknownAddress,
    Refused,
    StorageExpired,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CameBack {
    pub reason: ReturnReason,
    pub mark: Mark,
}

/// One printed paper. A newer version of its kind voids it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuedPaper {
    pub kind: PaperKind,
    pub version: u32,
    /// The data the paper was drawn from, as JSON text: the same data gives the same bytes.
    pub data: String,
    /// SHA-256 of the PDF, hexadecimal.
    pub digest: String,
    pub printed: Mark,
    pub posted: Option<Posting>,
    pub came_back: Option<CameBack>,
    pub voided: Option<Voided>,
}

impl IssuedPaper {
    pub fn is_void(&self) -> bool {
        self.voided.is_some()
    }
}
