//! Papers may be printed and posted, the report delivered (R73, R76, R77, R87, R98).
use chrono::NaiveDateTime;

use super::{Allowed, unless};
use crate::case::Case;
use crate::paper::{IssuedPaper, PaperKind};
use crate::profile::{Institution, Rules};
use crate::refusal::{Refusal, Why};

impl Case {
    pub(super) fn printed(&self, kind: PaperKind) -> Result<&IssuedPaper, Refusal> {
        self.paper(kind).ok_or(Refusal::of(Why::NoSuchPaper { paper: kind }))
    }

    pub(super) fn may_print(&self, kind: PaperKind, rules: &Rules) -> Allowed {
        match kind {
            PaperKind::Slip | PaperKind::ClinicsGuide => {
                let booking = self.booking.as_ref().ok_or(Refusal::by(73, Why::PaperNeedsBooking))?;
                self.not_yet_held()?;
                unless(PaperKind::of_booking(booking.mode) == kind, || Refusal::by(86, Why::WrongMode))?;
                unless(!self.patient.address.is_empty(), || Refusal::by(73, Why::PaperNeedsAddress))
            }
            PaperKind::CoverLetter | PaperKind::MailingLabel => {
                unless(self.report.received.is_some(), || Refusal::by(77, Why::PaperNeedsReport))?;
                // A newer version would void the one that is on its way.
                unless(self.report.delivered.is_none(), || Refusal::of(Why::AlreadyDone))?;
                self.institution(rules).map(|_| ())
            }
        }
    }

    fn institution<'a>(&self, rules: &'a Rules) -> Result<&'a Institution, Refusal> {
        let id = self.referrer.institution.as_deref();
        id.and_then(|id| rules.institution(id)).ok_or(Refusal::by(98, Why::InstitutionUnknown))
    }

    pub(super) fn may_post(
        &self,
        kind: PaperKind,
        service: &str,
        tracking: &str,
        at: NaiveDateTime,
        rules: &Rules,
    ) -> Allowed {
        let paper = self.printed(kind)?;
        unless(paper.posted.is_none() || paper.came_back.is_some(), || Refusal::of(Why::AlreadyPosted))?;
        may_send(service, tracking, at, rules)
    }

    /// P2, P3: only to an institution that a second person compared with its letterhead.
    pub(super) fn may_post_report(
        &self,
        service: &str,
        tracking: &str,
        at: NaiveDateTime,
        rules: &Rules,
    ) -> Allowed {
        self.report_ready()?;
        self.printed(PaperKind::CoverLetter)?;
        let checked = self.institution(rules)?.checked.is_some();
        unless(checked, || Refusal::by(98, Why::InstitutionUnchecked))?;
        may_send(service, tracking, at, rules)
    }

    /// A letter may come back after its case has ended or a newer version was printed (W1).
    pub(super) fn may_come_back(&self, kind: PaperKind) -> Allowed {
        let mut printed = self.papers.iter().rev().filter(|paper| paper.kind == kind).peekable();
        unless(printed.peek().is_some(), || Refusal::of(Why::NoSuchPaper { paper: kind }))?;
        let posted = printed.find(|paper| paper.posted.is_some()).ok_or(Refusal::of(Why::NotPosted))?;
        unless(posted.came_back.is_none(), || Refusal::of(Why::AlreadyDone))
    }

    pub(super) fn report_ready(&self) -> Allowed {
        self.was_held()?;
        unless(self.report.received.is_some(), || Refusal::by(77, Why::NoReport))?;
        unless(self.report.delivered.is_none(), || Refusal::of(Why::AlreadyDone))
    }
}

/// The service is one of the profile's and its tracking number has the digits it must have.
pub(super) fn may_send(service: &str, tracking: &str, at: NaiveDateTime, rules: &Rules) -> Allowed {
    let known = rules.profile(at.date()).service(service).ok_or(Refusal::of(Why::UnknownService))?;
    let digits = known.tracking_digits;
    let right = digits == 0 || crate::phone::digits(tracking).len() == usize::from(digits);
    unless(right, || Refusal::of(Why::TrackingDigits { digits }))
}
