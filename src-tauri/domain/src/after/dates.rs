//! Candidate dates, calls about them, the booking and its fall, the switch of mode (R71-R73, R2, R92).
use chrono::NaiveDateTime;

use crate::action::Action;
use crate::call::{Call, CallRecord};
use crate::case::{Case, EndKind};
use crate::ids::Mark;
use crate::money::Fee;
use crate::paper::{PaperKind, VoidReason};
use crate::visit::{Booking, Clinics, Hold, InClinics, Mode, ModeChange, PastBooking, Slot};

/// Why an agreed date falls.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fall {
    Changed,
    ModeSwitched,
    NoShow,
    Ended(EndKind),
}

impl Fall {
    fn voids(self) -> VoidReason {
        match self {
            Fall::Changed | Fall::NoShow => VoidReason::BookingEnded,
            Fall::ModeSwitched => VoidReason::ModeSwitched,
            Fall::Ended(EndKind::Deceased) => VoidReason::Deceased,
            Fall::Ended(_) => VoidReason::CaseEnded,
        }
    }
    /// R92 asks the patient to act in CLINICS too; not for a time that has passed, and never after a death (R43).
    fn patient_acts(self) -> bool {
        !matches!(self, Fall::NoShow | Fall::Ended(EndKind::Deceased))
    }
}

impl Case {
    /// Holds that have run out go with the next one.
    pub(super) fn hold(&mut self, slot: &Slot, until: Option<NaiveDateTime>, mark: &Mark) {
        self.holds.retain(|hold| hold.live(mark.at) && hold.slot.start != slot.start);
        self.holds.push(Hold { slot: slot.clone(), until: until.unwrap_or(mark.at), mark: mark.clone() });
        self.holds.sort_by_key(|hold| hold.slot.start);
    }

    pub(super) fn log_call(&mut self, call: &CallRecord, out_of_hours: bool, mark: &Mark) {
        self.calls.push(Call { record: call.clone(), out_of_hours, mark: mark.clone() });
    }

    pub(super) fn book(&mut self, start: NaiveDateTime, fee: Option<&Fee>, mark: &Mark) {
        let chosen = self.holds.iter().find(|hold| hold.slot.start == start).map(|hold| hold.slot.clone());
        if let (Some(slot), Some(fee)) = (chosen, fee) {
            self.holds.clear();
            self.booking = Some(Booking { slot, mode: self.mode, fee: *fee, mark: mark.clone() });
        }
    }

    /// The agreed date falls: its papers are void, its payment is history, CLINICS needs the patient's own act (R92).
    /// A consultation that was held keeps its booking with it; here only the date is given back.
    pub(super) fn unbook(&mut self, reason: &str, fall: Fall, mark: &Mark) {
        let Some(booking) = self.booking.take() else { return };
        if self.consultation.is_none() {
            let guide_out = self.paper(PaperKind::ClinicsGuide).is_some_and(|p| p.posted.is_some());
            let may_stand_there = self.clinics.booked.is_some() || guide_out;
            let open = booking.mode == Mode::Online && may_stand_there && fall.patient_acts();
            let in_clinics = if open { InClinics::Open } else { InClinics::NotNeeded };
            self.clinics = Clinics { booked: None, ..self.clinics.clone() };
            self.day_before = None;
            self.payment = None;
            let (reason, ended) = (reason.to_owned(), mark.clone());
            self.past_bookings.push(PastBooking { booking, reason, ended, in_clinics });
        }
        self.void_where(PaperKind::tells_date, fall.voids(), mark);
    }

    /// Candidates held for one mode are none for the other; an agreed date stands where the doctor sees both.
    pub(super) fn switch_mode(&mut self, action: &Action, mark: &Mark) {
        let Action::SwitchMode { to, asked_by, reason, fee, keeps_date } = action else { return };
        let (from, to, asked_by) = (self.mode, *to, *asked_by);
        self.mode_changes.push(ModeChange { from, to, asked_by, reason: reason.clone(), mark: mark.clone() });
        let old = self.booking.as_ref().map(|booking| booking.slot.clone());
        self.unbook(reason, Fall::ModeSwitched, mark);
        self.holds.clear();
        self.mode = to;
        if let (true, Some(slot), Some(fee)) = (*keeps_date, old, fee) {
            self.booking = Some(Booking { slot, mode: to, fee: *fee, mark: mark.clone() });
        }
    }
}
