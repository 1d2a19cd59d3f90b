//! The day itself: what stood in CLINICS, what was paid, who was seen (R51-R53, R74, R87-R97).
use chrono::NaiveDateTime;

use crate::case::Case;
use crate::ids::Mark;
use crate::visit::{ClinicsBooking, Consultation, InClinics, Payment};

impl Case {
    /// Who has booked has registered.
    pub(super) fn seen_in_clinics(&mut self, start: NaiveDateTime, menu: &str, mark: &Mark) {
        self.clinics.registered.get_or_insert_with(|| mark.clone());
        self.clinics.booked = Some(ClinicsBooking { start, menu: menu.to_owned(), mark: mark.clone() });
    }

    pub(super) fn change_seen_in_clinics(&mut self, mark: &Mark) {
        for past in self.past_bookings.iter_mut().filter(|past| past.in_clinics == InClinics::Open) {
            past.in_clinics = InClinics::Seen { mark: mark.clone() };
        }
    }

    pub(super) fn pay(&mut self, card_error: &str, mark: &Mark) {
        self.payment = Some(match card_error.is_empty() {
            true => Payment::Paid { mark: mark.clone() },
            false => Payment::CardError { note: card_error.to_owned(), mark: mark.clone() },
        });
    }

    pub(super) fn consult(&mut self, doctor: &str, report_later: bool, mark: &Mark) {
        self.consultation = self.booking.clone().map(|booking| Consultation {
            booking,
            doctor: doctor.to_owned(),
            report_later,
            mark: mark.clone(),
        });
    }
}
