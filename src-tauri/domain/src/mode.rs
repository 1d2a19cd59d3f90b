//! What a mode switch changes: fee, paper, who books, payment, report route; and which papers become void (R2, G14).
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::candidates::offers;
use crate::case::Case;
use crate::checklist::{Missing, missing};
use crate::money::Fee;
use crate::paper::PaperKind;
use crate::profile::Rules;
use crate::visit::Mode;

/// Who makes the booking (R71-R73, R91).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Booker {
    Desk,
    PatientInClinics,
}

/// R51, R53.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paying {
    CashierBefore,
    CardAfter,
}

/// R76, R98.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportRoute {
    HandedOver,
    Posted,
}

/// The five things that follow from the mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ModeFacts {
    pub mode: Mode,
    pub fee: Fee,
    pub paper: PaperKind,
    pub booker: Booker,
    pub paying: Paying,
    pub report: ReportRoute,
}

pub fn mode_facts(mode: Mode, rules: &Rules, on: NaiveDate) -> ModeFacts {
    let online = mode == Mode::Online;
    ModeFacts {
        mode,
        fee: *rules.profile(on).fees.of(mode),
        paper: PaperKind::of_booking(mode),
        booker: if online { Booker::PatientInClinics } else { Booker::Desk },
        paying: if online { Paying::CardAfter } else { Paying::CashierBefore },
        report: if online { ReportRoute::Posted } else { ReportRoute::HandedOver },
    }
}

/// A switch as shown before it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SwitchPreview {
    pub before: ModeFacts,
    pub after: ModeFacts,
    /// Papers that become void, with their versions.
    pub voided: Vec<VoidedPaper>,
    /// The agreed date falls with the switch: the doctor has no clinic of the new mode then.
    pub frees_booking: bool,
    pub missing_after: Vec<Missing>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoidedPaper {
    pub kind: PaperKind,
    pub version: u32,
    pub posted: bool,
}

pub fn preview_switch(case: &Case, rules: &Rules, on: NaiveDate) -> SwitchPreview {
    let to = case.mode.other();
    let switched = Case { mode: to, ..case.clone() };
    let voided = case
        .papers
        .iter()
        .filter(|p| !p.is_void() && p.kind.tells_date())
        .map(|p| VoidedPaper { kind: p.kind, version: p.version, posted: p.posted.is_some() })
        .collect();
    SwitchPreview {
        before: mode_facts(case.mode, rules, on),
        after: mode_facts(to, rules, on),
        voided,
        frees_booking: case.booking.is_some() && !keeps_date(case, to, rules),
        missing_after: missing(&switched, rules, on),
    }
}

/// Whether the doctor sees cases of mode `to` at the agreed time.
pub fn keeps_date(case: &Case, to: Mode, rules: &Rules) -> bool {
    let Some(slot) = case.booking.as_ref().map(|b| &b.slot) else { return false };
    rules.doctor(&slot.doctor).is_some_and(|doctor| offers(doctor, slot, to))
}
