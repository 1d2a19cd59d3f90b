//! Papers may be printed and posted, the report delivered (R73, R76, R77, R87, R98).
use chrono::NaiveDateTime;

use super::{Allowed, unless};
use crate::addressee::addressee;
use crate::case::Case;
use crate::checklist::{Missing, missing};
use crate::paper::{IssuedPaper, PaperKind, Reader};
use crate::people::Told;
use crate::profile::{Institution, Rules, Sealing};
use crate::refusal::{Refusal, Why};
use crate::screening::{Supplier, Verdict};

impl Case {
    pub(super) fn printed(&self, kind: PaperKind) -> Result<&IssuedPaper, Refusal> {
        self.paper(kind).ok_or(Refusal::of(Why::NoSuchPaper { paper: kind }))
    }

    pub(super) fn may_print(&self, kind: PaperKind, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.has_its_facts(kind, at, rules)?;
        let asked = rules.profile(at.date()).approvals.contains(&kind);
        unless(!asked || self.approval(kind).is_some(), || Refusal::of(Why::NotApproved { paper: kind }))
    }

    /// What the paper says is known, and it is the paper for it.
    pub(super) fn has_its_facts(&self, kind: PaperKind, at: NaiveDateTime, rules: &Rules) -> Allowed {
        match kind {
            PaperKind::Slip | PaperKind::ClinicsGuide => {
                let booking = self.booking.as_ref().ok_or(Refusal::by(73, Why::PaperNeedsBooking))?;
                self.not_yet_held()?;
                unless(PaperKind::of_booking(booking.mode) == kind, || Refusal::by(86, Why::WrongMode))?;
                self.has_address()
            }
            PaperKind::CoverLetter | PaperKind::MailingLabel => {
                unless(self.report.received.is_some(), || Refusal::by(77, Why::PaperNeedsReport))?;
                // A newer version would void the one that is on its way.
                unless(self.report.delivered.is_none(), || Refusal::of(Why::AlreadyDone))?;
                self.institution(rules).map(|_| ())
            }
            PaperKind::MissingNotice => {
                self.has_number()?;
                unless(!missing(self, rules, at.date()).is_empty(), || Refusal::by(65, Why::NothingMissing))?;
                self.has_address()
            }
            PaperKind::ReferrerRequest => {
                self.has_number()?;
                let theirs = |m: &Missing| m.supplier == Supplier::Referrer;
                let asked = missing(self, rules, at.date()).iter().any(theirs);
                unless(asked, || Refusal::by(65, Why::NothingMissing))?;
                let agreed = self.applicant.may_ask_referrer == Told::Yes;
                unless(agreed, || Refusal::of(Why::MayNotAskReferrer))?;
                self.institution(rules).map(|_| ())
            }
            PaperKind::MoreRequest => {
                let asked = matches!(self.verdict(), Some(Verdict::MoreMaterial { .. }));
                unless(asked, || Refusal::by(13, Why::PaperNeedsAnswer))?;
                self.has_address()
            }
            PaperKind::Decline => {
                let refused = matches!(self.verdict(), Some(Verdict::Refuse { .. }));
                unless(refused, || Refusal::by(13, Why::PaperNeedsAnswer))?;
                self.has_address()
            }
            PaperKind::GeneralOutpatient => {
                let sent = matches!(self.verdict(), Some(Verdict::GeneralOutpatient { .. }));
                unless(sent, || Refusal::by(46, Why::PaperNeedsAnswer))?;
                self.has_address()
            }
            PaperKind::ContactRequest => {
                unless(self.misses() > 0, || Refusal::of(Why::NobodyMissed))?;
                self.has_number()?;
                self.has_address()
            }
            PaperKind::ReportReminder => {
                self.was_held()?;
                unless(self.report.received.is_none(), || Refusal::of(Why::AlreadyDone))
            }
            PaperKind::ReturnSlip => {
                self.has_number()?;
                unless(self.holds_material(), || Refusal::of(Why::NothingToReturn))?;
                self.has_address()
            }
            PaperKind::ScreeningRequest => {
                self.has_number()?;
                self.not_yet_held()
            }
            PaperKind::AddressPage | PaperKind::PatientLabel => {
                self.has_number()?;
                self.has_address()
            }
            PaperKind::ReplyLabel => Ok(()),
            PaperKind::SpineLabel | PaperKind::ReceiptStub => self.has_number(),
        }
    }

    fn has_number(&self) -> Allowed {
        unless(self.number.is_some(), || Refusal::of(Why::PaperNeedsNumber))
    }

    fn has_address(&self) -> Allowed {
        let (_, address) = addressee(self);
        unless(!address.is_empty(), || Refusal::by(73, Why::PaperNeedsAddress))
    }

    fn institution<'a>(&self, rules: &'a Rules) -> Result<&'a Institution, Refusal> {
        let id = self.referrer.institution.as_deref();
        id.and_then(|id| rules.institution(id)).ok_or(Refusal::by(98, Why::InstitutionUnknown))
    }

    /// P3: a second person compared the address with a letterhead.
    fn checked_institution(&self, rules: &Rules) -> Allowed {
        let checked = self.institution(rules)?.checked.is_some();
        unless(checked, || Refusal::by(98, Why::InstitutionUnchecked))
    }

    pub(super) fn may_post(
        &self,
        kind: PaperKind,
        service: &str,
        tracking: &str,
        at: NaiveDateTime,
        rules: &Rules,
    ) -> Allowed {
        self.not_on_its_way(kind)?;
        if kind.reader() == Reader::Referrer {
            self.checked_institution(rules)?;
        }
        self.sealed_as_asked(kind, at, rules)?;
        may_send(service, tracking, at, rules)
    }

    fn not_on_its_way(&self, letter: PaperKind) -> Allowed {
        unless(letter.is_letter(), || Refusal::of(Why::NotALetter))?;
        let paper = self.printed(letter)?;
        unless(paper.posted.is_none() || paper.came_back.is_some(), || Refusal::of(Why::AlreadyPosted))
    }

    /// P1-P6: nothing is posted whose sheets were not seen to belong together.
    pub(super) fn sealed_as_asked(&self, letter: PaperKind, at: NaiveDateTime, rules: &Rules) -> Allowed {
        let by_eye = rules.profile(at.date()).sealing == Sealing::ByEye;
        let sealed = |kind: PaperKind| self.paper(kind).is_some_and(|paper| paper.sealed.is_some());
        let closed = by_eye || self.envelope(letter).into_iter().all(sealed);
        unless(closed, || Refusal::of(Why::NotSealed))
    }

    /// The sheets scanned are those of the envelope, and where the hospital asks for it a second person is named.
    pub(super) fn may_seal(
        &self,
        letter: PaperKind,
        scanned: &[String],
        second: &str,
        at: NaiveDateTime,
        rules: &Rules,
    ) -> Allowed {
        self.not_on_its_way(letter)?;
        self.check_scans(letter, scanned, rules)?;
        let two = rules.profile(at.date()).sealing == Sealing::ScanByTwo;
        unless(!two || !second.trim().is_empty(), || Refusal::of(Why::TwoPeople))
    }

    pub(super) fn may_approve(&self, kind: PaperKind, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.has_its_facts(kind, at, rules)?;
        unless(self.approval(kind).is_none(), || Refusal::of(Why::AlreadyDone))
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
        self.checked_institution(rules)?;
        self.sealed_as_asked(PaperKind::CoverLetter, at, rules)?;
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
