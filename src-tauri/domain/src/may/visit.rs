//! The day before and the day itself (R51, R57, R58, R91, R97).
use chrono::NaiveDateTime;

use super::{Allowed, unless};
use crate::case::Case;
use crate::checklist::{Missing, missing_before_visit};
use crate::ids::Rule;
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};
use crate::stage::{ClinicsMatch, clinics_match};
use crate::visit::{Mode, Payment};

impl Case {
    pub(super) fn not_yet_held(&self) -> Allowed {
        unless(self.consultation.is_none(), || Refusal::of(Why::AlreadyDone))
    }

    pub(super) fn was_held(&self) -> Allowed {
        unless(self.consultation.is_some(), || Refusal::by(76, Why::NotHeldYet))
    }

    pub(super) fn visit_day(&self, at: NaiveDateTime) -> Allowed {
        let day = self.booked()?.slot.date();
        unless(day <= at.date(), || Refusal::of(Why::NotYet { day }))
    }

    fn paid(&self) -> bool {
        matches!(self.payment, Some(Payment::Paid { .. }))
    }

    /// 前日確認 (domain row 27): consent and proof are here or will be brought, and online the patient's own booking
    /// in CLINICS is the agreed one (R91).
    pub(super) fn may_confirm(&self, at: NaiveDateTime, rules: &Rules) -> Allowed {
        let visit = self.booked()?.slot.date();
        self.not_yet_held()?;
        unless(self.day_before.is_none(), || Refusal::of(Why::AlreadyDone))?;
        let day = rules.days(visit).previous_open(visit);
        unless(day <= at.date(), || Refusal::of(Why::NotYet { day }))?;
        let agreed = self.mode == Mode::InPerson
            || clinics_match(self, rules) == ClinicsMatch::Agrees
            || self.waived(Rule(91));
        unless(agreed, || Refusal::by(91, Why::ClinicsDiffers))?;
        self.lacks_none(crate::checklist::missing_before_day(self, rules, at.date()))
    }

    /// R51: in person on the day itself; R97: a card can only fail online.
    pub(super) fn may_pay(&self, card_error: &str, at: NaiveDateTime) -> Allowed {
        self.visit_day(at)?;
        unless(!self.paid(), || Refusal::of(Why::AlreadyDone))?;
        let at_counter = self.mode == Mode::InPerson && !card_error.is_empty();
        unless(!at_counter, || Refusal::by(97, Why::WrongMode))
    }

    /// R51: in person the fee is paid before the talk; R57, R58: consent and proof are there when it begins.
    pub(super) fn may_consult(&self, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.not_yet_held()?;
        self.visit_day(at)?;
        self.is_family(rules.profile(at.date()))?;
        self.not_disagreed()?;
        let settled = self.mode == Mode::Online || self.paid() || self.waived(Rule(51));
        unless(settled, || Refusal::by(51, Why::NotPaid))?;
        self.lacks_none(missing_before_visit(self, rules, at.date()))
    }

    /// R57, R58: without consent nobody speaks for the patient. Test material that still lacks is the doctor's affair.
    fn lacks_none(&self, mut missing: Vec<Missing>) -> Allowed {
        missing.retain(|m| m.is_consent());
        let rule = missing.first().map(|m| m.rule);
        unless(missing.is_empty(), || Refusal { why: Why::Lacking { missing }, rule })
    }
}
