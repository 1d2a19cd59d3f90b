//! In which stage a case is (status model 5.2), computed from its facts. Never stored by hand.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::case::{Case, EndKind};
use crate::checklist::missing_before_screening;
use crate::paper::PaperKind;
use crate::profile::{ReturnPolicy, Rules};
use crate::screening::Verdict;
use crate::visit::{Delivery, Mode};

/// S00-S17; an ended case carries E1-E9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Inquiry,
    AwaitingPacket,
    Received,
    Checking,
    Incomplete,
    Screening,
    Scheduling,
    Offering,
    Unreachable,
    Booked,
    PaperPosted,
    ClinicsConfirmed,
    Ready,
    Consulted,
    ReportAwaited,
    ReportReceived,
    Returning,
    Done,
    EndedDeclined,
    EndedGeneralOutpatient,
    EndedCancelled,
    EndedLapsed,
    EndedDeceased,
    EndedNoShow,
    EndedEpilepsyOnline,
    EndedMisdelivered,
    EndedDuplicate,
}

impl Stage {
    pub const ALL: [Stage; 27] = [
        Stage::Inquiry,
        Stage::AwaitingPacket,
        Stage::Received,
        Stage::Checking,
        Stage::Incomplete,
        Stage::Screening,
        Stage::Scheduling,
        Stage::Offering,
        Stage::Unreachable,
        Stage::Booked,
        Stage::PaperPosted,
        Stage::ClinicsConfirmed,
        Stage::Ready,
        Stage::Consulted,
        Stage::ReportAwaited,
        Stage::ReportReceived,
        Stage::Returning,
        Stage::Done,
        Stage::EndedDeclined,
        Stage::EndedGeneralOutpatient,
        Stage::EndedCancelled,
        Stage::EndedLapsed,
        Stage::EndedDeceased,
        Stage::EndedNoShow,
        Stage::EndedEpilepsyOnline,
        Stage::EndedMisdelivered,
        Stage::EndedDuplicate,
    ];
    pub fn is_end(self) -> bool {
        self >= Stage::Done
    }
}

fn ended(kind: EndKind) -> Stage {
    match kind {
        EndKind::Declined => Stage::EndedDeclined,
        EndKind::GeneralOutpatient => Stage::EndedGeneralOutpatient,
        EndKind::Cancelled => Stage::EndedCancelled,
        EndKind::Lapsed => Stage::EndedLapsed,
        EndKind::Deceased => Stage::EndedDeceased,
        EndKind::NoShow => Stage::EndedNoShow,
        EndKind::EpilepsyOnline => Stage::EndedEpilepsyOnline,
        EndKind::Misdelivered => Stage::EndedMisdelivered,
        EndKind::Duplicate => Stage::EndedDuplicate,
    }
}

/// The stage: who must act next.
pub fn stage(case: &Case, rules: &Rules) -> Stage {
    if let Some(ending) = &case.ending {
        return ended(ending.kind);
    }
    if case.consultation.is_some() {
        return after_visit(case, rules);
    }
    if case.booking.is_some() {
        return booked(case, rules);
    }
    match case.verdict() {
        Some(Verdict::Accept) => return offering(case),
        Some(Verdict::MoreMaterial { .. }) if !more_came(case) => return Stage::Incomplete,
        None if case.screening().is_some() => return Stage::Screening,
        _ => {}
    }
    if !case.packets.is_empty() {
        return material(case, rules);
    }
    match &case.inquiry {
        // Explained then, or by a call since.
        Some(inquiry) if inquiry.explained || case.spoke_after(inquiry.mark.at) => Stage::AwaitingPacket,
        _ => Stage::Inquiry,
    }
}

fn material(case: &Case, rules: &Rules) -> Stage {
    let on = case.packets.last().map(|p| p.accepted.date()).unwrap_or_default();
    if case.packets.iter().all(|p| p.packet.unopened) {
        Stage::Received
    } else if missing_before_screening(case, rules, on).is_empty() {
        Stage::Checking
    } else {
        Stage::Incomplete
    }
}

/// A packet or a check, of an item or a disc, after the doctor asked for more.
pub(crate) fn more_came(case: &Case) -> bool {
    let asked = case.screening().and_then(|s| s.verdict.as_ref()).map(|a| a.mark.at);
    let packets = case.packets.iter().filter(|p| !p.packet.unopened).map(|p| p.accepted.at);
    let items = case.items.iter().map(|i| i.checked.at);
    let discs = case.discs.iter().map(|d| d.checked.at);
    let newest = packets.chain(items).chain(discs).max();
    asked.is_none_or(|asked| newest.is_some_and(|at| at > asked))
}

fn offering(case: &Case) -> Stage {
    // Misses of an earlier errand do not count: the candidates were not yet found then.
    let since = scheduling_since(case).unwrap_or(NaiveDateTime::MIN);
    match (case.holds.is_empty(), case.misses_since(since)) {
        (true, _) => Stage::Scheduling,
        (false, 0) => Stage::Offering,
        (false, _) => Stage::Unreachable,
    }
}

/// Since when dates are looked for: the verdict, or the end of the last booking.
pub(crate) fn scheduling_since(case: &Case) -> Option<NaiveDateTime> {
    let accepted = case.screening().and_then(|s| s.verdict.as_ref()).map(|answer| answer.mark.at);
    let fell = case.past_bookings.last().map(|past| past.ended.at);
    accepted.max(fell)
}

fn booked(case: &Case, rules: &Rules) -> Stage {
    if case.day_before.is_some() {
        Stage::Ready
    } else if case.mode == Mode::Online && clinics_match(case, rules) == ClinicsMatch::Agrees {
        Stage::ClinicsConfirmed
    } else if paper_posted(case) {
        Stage::PaperPosted
    } else {
        Stage::Booked
    }
}

/// The paper that tells the date is on its way.
pub(crate) fn paper_posted(case: &Case) -> bool {
    let paper = case.paper(PaperKind::of_booking(case.mode));
    paper.is_some_and(|p| p.posted.is_some() && p.came_back.is_none())
}

/// How the booking in CLINICS compares with what was agreed by telephone (R91).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClinicsMatch {
    NotSeen,
    Agrees,
    OtherTime,
    OtherMenu,
}

/// Time and menu name must both be the agreed ones, the name letter for letter.
pub fn clinics_match(case: &Case, rules: &Rules) -> ClinicsMatch {
    let (Some(booking), Some(seen)) = (&case.booking, &case.clinics.booked) else {
        return ClinicsMatch::NotSeen;
    };
    if seen.start != booking.slot.start {
        ClinicsMatch::OtherTime
    } else if seen.menu.trim() != rules.profile(booking.mark.date()).clinics.menu {
        ClinicsMatch::OtherMenu
    } else {
        ClinicsMatch::Agrees
    }
}

fn after_visit(case: &Case, rules: &Rules) -> Stage {
    match (&case.report.delivered, &case.report.received) {
        (Some(delivery), _) if to_return(case, rules, delivery) => Stage::Returning,
        (Some(_), _) => Stage::Done,
        (None, Some(_)) => Stage::ReportReceived,
        (None, None) if case.report_by_post() => Stage::ReportAwaited,
        (None, None) => Stage::Consulted,
    }
}

fn to_return(case: &Case, rules: &Rules, delivery: &Delivery) -> bool {
    let (Delivery::HandedOver { mark } | Delivery::Posted { mark, .. }) = delivery;
    goes_back(case, rules, mark.date())
}

/// The desk has material and the hospital's policy is to give it back (G8).
pub(crate) fn goes_back(case: &Case, rules: &Rules, on: NaiveDate) -> bool {
    case.holds_material() && rules.profile(on).visit.return_material == ReturnPolicy::Return
}
