//! Candidates may be held, one of them booked (R71, R72).
use chrono::NaiveDateTime;

use super::{Allowed, need_reason, unless};
use crate::candidates::{Ask, Reason, judge, offers};
use crate::case::Case;
use crate::profile::{Doctor, Rules};
use crate::refusal::{Refusal, Why};
use crate::stage::scheduling_since;
use crate::visit::{Booking, Hold, Mode, Slot};

impl Case {
    /// Dates may be looked for: the doctor accepted and none is agreed yet.
    pub(crate) fn may_offer(&self) -> Allowed {
        unless(self.ending.is_none(), || Refusal::of(Why::Ended))?;
        unless(self.accepted(), || Refusal::by(71, Why::NotAccepted))?;
        unless(self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))
    }

    pub(super) fn may_hold(&self, slot: &Slot, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.may_offer()?;
        let max = rules.profile(at.date()).deadlines.max_holds;
        let others: Vec<&Hold> = self.live_holds(at).filter(|h| h.slot.start != slot.start).collect();
        unless(others.len() < usize::from(max), || Refusal::by(72, Why::TooManyHolds { max }))?;
        let overlaps = others.iter().any(|hold| hold.slot.overlaps(slot));
        unless(!overlaps, || Refusal::by(71, Why::SlotTaken))?;
        let doctor = self.doctor_of(slot, rules).ok_or(Refusal::of(Why::UnknownDepartment))?;
        let ask = Ask { id: None, case: self, doctor, now: at, taken: &[] };
        let day = judge(&ask, rules, slot.date());
        let foreign = day.reasons.is_empty() && !day.free.contains(slot);
        let reasons = if foreign { vec![Reason::NotClinicDay] } else { day.reasons };
        unless(reasons.is_empty(), || Refusal::by(71, Why::SlotRefused { reasons }))
    }

    /// Checked again while the patient is on the line: the hold may have run out, the doctor gone on leave (W8, W9).
    pub(super) fn may_book(&self, start: NaiveDateTime, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.may_offer()?;
        self.not_disagreed()?;
        let hold = self.held(start)?;
        unless(hold.live(at), || Refusal::of(Why::HoldExpired { until: hold.until }))?;
        let reasons = self.against_hold(&hold.slot, at, rules);
        unless(reasons.is_empty(), || Refusal::by(71, Why::SlotRefused { reasons }))?;
        self.fee_was_told()
    }

    /// R50, R52: nobody agrees to a date without having heard the fee of the mode it is for.
    fn fee_was_told(&self) -> Allowed {
        let since = scheduling_since(self).max(self.mode_changes.last().map(|change| change.mark.at));
        let told = self.calls.iter().any(|call| {
            let said = &call.record;
            said.fee_told && said.party.is_applicant() && since.is_none_or(|since| call.mark.at >= since)
        });
        let rule = if self.mode == Mode::Online { 52 } else { 50 };
        unless(told, || Refusal::by(rule, Why::FeeNotTold))
    }

    /// R2: before the talk, with a reason, to a mode the department takes here (R81).
    pub(super) fn may_switch(&self, to: Mode, reason: &str, rules: &Rules) -> Allowed {
        unless(to != self.mode, || Refusal::by(2, Why::SameMode))?;
        self.not_yet_held()?;
        need_reason(reason)?;
        self.may_mode(to, self.department(), rules)
    }

    fn against_hold(&self, slot: &Slot, at: NaiveDateTime, rules: &Rules) -> Vec<Reason> {
        let Some(doctor) = self.doctor_of(slot, rules) else { return vec![Reason::NotClinicDay] };
        let ask = Ask { id: None, case: self, doctor, now: at, taken: &[] };
        let mut reasons = judge(&ask, rules, slot.date()).reasons;
        reasons.retain(Reason::ends_holds);
        if reasons.is_empty() && slot.start <= at {
            reasons.push(Reason::Past);
        }
        if reasons.is_empty() && !offers(doctor, slot, self.mode) {
            reasons.push(Reason::NotClinicDay);
        }
        reasons
    }

    /// The slot's doctor, if of the department that has the case.
    fn doctor_of<'a>(&self, slot: &Slot, rules: &'a Rules) -> Option<&'a Doctor> {
        let doctor = rules.doctor(&slot.doctor).filter(|doctor| !doctor.retired);
        doctor.filter(|doctor| Some(doctor.department.as_str()) == self.department())
    }

    pub(super) fn held(&self, start: NaiveDateTime) -> Result<&Hold, Refusal> {
        self.holds.iter().find(|hold| hold.slot.start == start).ok_or(Refusal::of(Why::NotHeld))
    }

    pub(super) fn booked(&self) -> Result<&Booking, Refusal> {
        self.booking.as_ref().ok_or(Refusal::by(72, Why::NotBooked))
    }
}
