//! Whether an action may be taken now, and if not, why (R35-R98). Changes nothing.
use chrono::NaiveDateTime;

use crate::action::Action;
use crate::candidates::{Ask, judge};
use crate::case::{Case, EndKind};
use crate::checklist::{may_consult, missing_before_screening, missing_before_visit, referrer_agrees};
use crate::ids::{Mark, Rule, Staff};
use crate::paper::PaperKind;
use crate::people::Told;
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};
use crate::screening::Verdict;
use crate::typed;
use crate::visit::{InClinics, Mode, Return, Slot};

type Allowed = Result<(), Refusal>;

fn unless(fine: bool, refusal: impl FnOnce() -> Refusal) -> Allowed {
    if fine { Ok(()) } else { Err(refusal()) }
}

impl Case {
    /// The whole desk in one signature: the case after `action`, or why it may not be taken.
    ///
    /// `at` is desk time; `rules` what the hospital fixes. A refusal changes nothing.
    pub fn apply(
        &self,
        action: &Action,
        at: NaiveDateTime,
        by: &Staff,
        rules: &Rules,
    ) -> Result<Case, Refusal> {
        self.may(action, at, rules)?;
        Ok(self.after(action, &Mark { at, by: by.name.clone() }))
    }

    /// Whether `action` may be taken at `at`.
    pub fn may(&self, action: &Action, at: NaiveDateTime, rules: &Rules) -> Allowed {
        typed::check(action)?;
        self.may_after_end(action)?;
        match action {
            // A call or a form that asks for what the desk does not do is logged all the same (R80, R81).
            Action::Inquire { .. } => unless(self == &Case::default(), || Refusal::by(4, Why::NotNew)),
            Action::CheckItem { .. } | Action::Move { .. } | Action::BringOnDay { .. } => {
                unless(!self.packets.is_empty(), || Refusal::of(Why::NothingReceived))
            }
            Action::CheckDisc { index, .. } => {
                unless(*index < self.discs.len(), || Refusal::of(Why::NoSuchDisc))
            }
            Action::Waive { reason, .. } | Action::WithdrawAgreement { reason } => need_reason(reason),
            Action::AskDoctor { department, .. } => self.may_ask(department, at, rules),
            Action::RemindDoctor {} => self.pending().map(|_| ()),
            Action::RecordVerdict { verdict } => self.may_answer(verdict, rules),
            Action::HoldSlot { slot, .. } => self.may_hold(slot, at, rules),
            Action::ReleaseSlot { start } => {
                unless(self.holds.iter().any(|h| h.slot.start == *start), || Refusal::of(Why::NotHeld))
            }
            Action::DeclineCandidates { reason } => {
                unless(!self.holds.is_empty(), || Refusal::of(Why::NotHeld))?;
                need_reason(reason)
            }
            Action::Book { start, .. } => self.may_book(*start, at),
            Action::Unbook { reason } => {
                self.booked()?;
                self.not_yet_held()?;
                need_reason(reason)
            }
            Action::IssuePaper { kind, .. } => self.may_print(*kind, rules),
            Action::PostPaper { kind, service, tracking } => {
                self.may_post(*kind, service, tracking, at, rules)
            }
            Action::VoidPaper { kind, .. } => self.printed(*kind).map(|_| ()),
            Action::MailCameBack { kind, .. } => {
                let posted = self.printed(*kind)?.posted.is_some();
                unless(posted, || Refusal::of(Why::NotPosted))
            }
            Action::ClinicsRegistered {} | Action::ClinicsBooked { .. } => {
                self.booked()?;
                unless(self.mode == Mode::Online, || Refusal::by(91, Why::WrongMode))
            }
            Action::ClinicsChangeSeen {} => {
                let open = self.past_bookings.iter().any(|p| p.in_clinics == InClinics::Open);
                unless(open, || Refusal::by(92, Why::AlreadyDone))
            }
            Action::ConfirmDayBefore {} => {
                self.booked()?;
                unless(self.day_before.is_none(), || Refusal::of(Why::AlreadyDone))
            }
            Action::RecordPayment { .. } => self.may_pay(),
            Action::NoShow {} => {
                self.visit_day(at)?;
                self.not_yet_held()
            }
            Action::Consult { .. } => self.may_consult(at, rules),
            Action::ReceiveReport { .. } => self.was_held(),
            Action::RemindReport {} => {
                self.was_held()?;
                unless(self.report.received.is_none(), || Refusal::of(Why::AlreadyDone))
            }
            Action::HandOverReport {} => {
                self.report_ready()?;
                unless(!self.report_by_post(), || Refusal::by(98, Why::ReportByPost))
            }
            Action::PostReport { service, tracking } => self.may_post_report(service, tracking, at, rules),
            Action::ReturnMaterial { how } => self.may_return(how, at, rules),
            Action::SwitchMode { to, reason, .. } => {
                unless(*to != self.mode, || Refusal::by(2, Why::SameMode))?;
                self.not_yet_held()?;
                need_reason(reason)?;
                self.may_mode(*to, self.department(), rules)
            }
            Action::End { kind, ground, reason } => self.may_end(*kind, *ground, reason, rules),
            Action::Note { text } => need_reason(text),
            Action::ReceivePacket { .. }
            | Action::AmendPatient { .. }
            | Action::AmendApplicant { .. }
            | Action::AmendReferrer { .. }
            | Action::AmendSubject { .. }
            | Action::Doubt { .. }
            | Action::LogCall { .. } => Ok(()),
        }
    }

    /// After the end only what closes the file is left; after a death nothing that rings or is posted by itself.
    fn may_after_end(&self, action: &Action) -> Allowed {
        let Some(ending) = &self.ending else { return Ok(()) };
        let closing = matches!(
            action,
            Action::Note { .. }
                | Action::Move { .. }
                | Action::ReturnMaterial { .. }
                | Action::MailCameBack { .. }
                | Action::ClinicsChangeSeen {}
                | Action::End { kind: EndKind::Deceased, .. }
        );
        let letter_or_call = matches!(
            action,
            Action::LogCall { .. }
                | Action::IssuePaper { .. }
                | Action::PostPaper { .. }
                | Action::PostReport { .. }
        );
        if ending.kind == EndKind::Deceased && letter_or_call {
            return Err(Refusal::by(43, Why::Deceased));
        }
        unless(closing || matches!(action, Action::LogCall { .. }), || Refusal::of(Why::Ended))
    }

    /// R80, R81: a department may take online cases elsewhere, or be stopped.
    fn may_mode(&self, mode: Mode, department: Option<&str>, rules: &Rules) -> Allowed {
        let Some(department) = department else { return Ok(()) };
        let known = rules.department(department).ok_or(Refusal::of(Why::UnknownDepartment))?;
        let elsewhere = mode == Mode::Online && !known.online_elsewhere.is_empty();
        unless(!elsewhere, || {
            Refusal::by(81, Why::OnlineElsewhere { message: known.online_elsewhere.clone() })
        })
    }

    fn may_ask(&self, department: &str, at: NaiveDateTime, rules: &Rules) -> Allowed {
        unless(!self.packets.is_empty(), || Refusal::by(71, Why::NothingReceived))?;
        unless(self.packets.iter().any(|p| !p.packet.unopened), || Refusal::of(Why::NotOpened))?;
        let pending = self.screening().is_some_and(|s| s.verdict.is_none());
        unless(!pending, || Refusal::of(Why::AlreadyAsked))?;
        unless(!self.accepted() || self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))?;
        let known = rules.department(department).ok_or(Refusal::of(Why::UnknownDepartment))?;
        let stopped = known.stopped.clone();
        unless(stopped.is_empty(), || Refusal::of(Why::DepartmentStopped { message: stopped }))?;
        self.may_mode(self.mode, Some(department), rules)?;
        let family = may_consult(self, rules.profile(at.date())) || self.waived(Rule(39));
        unless(family, || Refusal::by(39, Why::NotFamily))?;
        let refused = self.referrer.agreed == Told::No && !self.waived(Rule(44));
        unless(!refused, || Refusal::by(44, Why::ReferrerNotAgreed))?;
        let missing = missing_before_screening(self, rules, at.date());
        let rule = missing.first().map_or(Rule(65), |m| m.rule);
        // R65 set aside is 先行審査: the doctor is asked although something still lacks.
        let complete = missing.is_empty() || self.waived(Rule(65));
        unless(complete, || Refusal { why: Why::Lacking { missing }, rule: Some(rule) })
    }

    fn pending(&self) -> Result<&crate::screening::Screening, Refusal> {
        self.screening().filter(|s| s.verdict.is_none()).ok_or(Refusal::by(13, Why::NotAsked))
    }

    fn may_answer(&self, verdict: &Verdict, rules: &Rules) -> Allowed {
        self.pending()?;
        match verdict {
            Verdict::Accept => {
                let unknown = self.referrer.agreed == Told::Unknown && !referrer_agrees(self);
                unless(!unknown, || Refusal::by(44, Why::ReferrerUnknown))?;
                unless(referrer_agrees(self), || Refusal::by(44, Why::ReferrerNotAgreed))
            }
            Verdict::MoreMaterial { what, .. } => need_reason(what),
            Verdict::Refuse { words, approver, .. } => {
                need_reason(words)?;
                unless(!approver.trim().is_empty(), || Refusal::by(13, Why::ApproverNeeded))
            }
            Verdict::GeneralOutpatient { words } => need_reason(words),
            Verdict::OtherDepartment { department } => self.may_mode(self.mode, Some(department), rules),
        }
    }

    /// Dates may be looked for: the doctor accepted and none is agreed yet.
    pub(crate) fn may_offer(&self) -> Allowed {
        unless(self.ending.is_none(), || Refusal::of(Why::Ended))?;
        unless(self.accepted(), || Refusal::by(71, Why::NotAccepted))?;
        unless(self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))
    }

    fn may_hold(&self, slot: &Slot, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.may_offer()?;
        let max = rules.profile(at.date()).deadlines.max_holds;
        let others = self.live_holds(at).filter(|h| h.slot.start != slot.start).count();
        unless(others < usize::from(max), || Refusal::by(72, Why::TooManyHolds { max }))?;
        let doctor = rules.doctor(&slot.doctor).filter(|d| Some(d.department.as_str()) == self.department());
        let doctor = doctor.ok_or(Refusal::of(Why::UnknownDepartment))?;
        let ask = Ask { id: None, case: self, doctor, now: at, taken: &[] };
        let day = judge(&ask, rules, slot.date());
        let reasons = if day.reasons.is_empty() && !day.free.contains(slot) {
            vec![crate::candidates::Reason::NotClinicDay]
        } else {
            day.reasons
        };
        unless(reasons.is_empty(), || Refusal::by(71, Why::SlotRefused { reasons }))
    }

    fn may_book(&self, start: NaiveDateTime, at: NaiveDateTime) -> Allowed {
        unless(self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))?;
        unless(self.accepted(), || Refusal::by(71, Why::NotAccepted))?;
        let hold = self.holds.iter().find(|h| h.slot.start == start).ok_or(Refusal::of(Why::NotHeld))?;
        unless(hold.live(at), || Refusal::of(Why::HoldExpired { until: hold.until }))
    }

    fn booked(&self) -> Result<&crate::visit::Booking, Refusal> {
        self.booking.as_ref().ok_or(Refusal::by(72, Why::NotBooked))
    }

    fn printed(&self, kind: PaperKind) -> Result<&crate::paper::IssuedPaper, Refusal> {
        self.paper(kind).ok_or(Refusal::of(Why::NoSuchPaper { paper: kind }))
    }

    fn not_yet_held(&self) -> Allowed {
        unless(self.consultation.is_none(), || Refusal::of(Why::AlreadyDone))
    }

    fn was_held(&self) -> Allowed {
        unless(self.consultation.is_some(), || Refusal::by(76, Why::NotHeldYet))
    }

    fn report_ready(&self) -> Allowed {
        self.was_held()?;
        unless(self.report.received.is_some(), || Refusal::by(77, Why::NoReport))?;
        unless(self.report.delivered.is_none(), || Refusal::of(Why::AlreadyDone))
    }

    fn may_print(&self, kind: PaperKind, rules: &Rules) -> Allowed {
        match kind {
            PaperKind::Slip | PaperKind::ClinicsGuide => {
                let booking = self.booking.as_ref().ok_or(Refusal::by(73, Why::PaperNeedsBooking))?;
                unless(PaperKind::of_booking(booking.mode) == kind, || Refusal::by(86, Why::WrongMode))?;
                unless(!self.patient.address.is_empty(), || Refusal::by(73, Why::PaperNeedsAddress))
            }
            PaperKind::CoverLetter | PaperKind::MailingLabel => {
                unless(self.report.received.is_some(), || Refusal::by(77, Why::PaperNeedsReport))?;
                self.institution(rules).map(|_| ())
            }
        }
    }

    fn institution<'a>(&self, rules: &'a Rules) -> Result<&'a crate::profile::Institution, Refusal> {
        let id = self.referrer.institution.as_deref();
        id.and_then(|id| rules.institution(id)).ok_or(Refusal::by(98, Why::InstitutionUnknown))
    }

    fn may_post(
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

    fn may_post_report(&self, service: &str, tracking: &str, at: NaiveDateTime, rules: &Rules) -> Allowed {
        let back = self.paper(PaperKind::CoverLetter).is_some_and(|p| p.came_back.is_some());
        if !back {
            self.report_ready()?;
        }
        self.printed(PaperKind::CoverLetter)?;
        let checked = self.institution(rules)?.checked.is_some();
        unless(checked, || Refusal::by(98, Why::InstitutionUnchecked))?;
        may_send(service, tracking, at, rules)
    }

    fn visit_day(&self, at: NaiveDateTime) -> Allowed {
        let day = self.booked()?.slot.date();
        unless(day <= at.date(), || Refusal::of(Why::NotYet { day }))
    }

    fn may_pay(&self) -> Allowed {
        self.booked()?;
        let paid = matches!(self.payment, Some(crate::visit::Payment::Paid { .. }));
        unless(!paid, || Refusal::of(Why::AlreadyDone))
    }

    /// R51: in person the fee is paid before the talk; R57, R58: consent and proof are there when it begins.
    fn may_consult(&self, at: NaiveDateTime, rules: &Rules) -> Allowed {
        self.not_yet_held()?;
        self.visit_day(at)?;
        let in_person = self.mode == Mode::InPerson;
        let paid = !in_person || self.payment.is_some() || self.waived(Rule(51));
        unless(paid, || Refusal::by(51, Why::NotPaid))?;
        let missing: Vec<_> = missing_before_visit(self, rules, at.date())
            .into_iter()
            .filter(|m| matches!(m.rule, Rule(57) | Rule(58)) && !self.waived(m.rule))
            .collect();
        let rule = missing.first().map(|m| m.rule);
        unless(missing.is_empty(), || Refusal { why: Why::Lacking { missing }, rule })
    }

    fn may_return(&self, how: &Return, at: NaiveDateTime, rules: &Rules) -> Allowed {
        unless(self.holds_material(), || Refusal::of(Why::NothingToReturn))?;
        match how {
            Return::HandedOver {} => Ok(()),
            Return::Kept { reason } => need_reason(reason),
            Return::Posted { service, tracking, packed_by, checked_by } => {
                let two = !packed_by.trim().is_empty()
                    && !checked_by.trim().is_empty()
                    && packed_by.trim() != checked_by.trim();
                unless(two, || Refusal::of(Why::TwoPeople))?;
                may_send(service, tracking, at, rules)
            }
        }
    }

    fn may_end(
        &self,
        kind: EndKind,
        ground: Option<crate::screening::Ground>,
        reason: &str,
        rules: &Rules,
    ) -> Allowed {
        match kind {
            EndKind::EpilepsyOnline => {
                let department = self.department().and_then(|id| rules.department(id));
                let elsewhere = department.is_some_and(|d| !d.online_elsewhere.is_empty());
                unless(self.mode == Mode::Online && elsewhere, || Refusal::by(81, Why::OnlyOnline))
            }
            EndKind::Declined => {
                // Before papers came the clerk may inform about what is plain on the telephone (domain row 3).
                let plain = ground.is_some_and(|g| g.plain_on_the_phone()) && self.packets.is_empty();
                unless(plain, || Refusal::by(13, Why::DoctorDecides))
            }
            EndKind::GeneralOutpatient => {
                unless(self.packets.is_empty(), || Refusal::by(13, Why::DoctorDecides))
            }
            EndKind::Deceased => {
                let known = self.deceased();
                unless(!known, || Refusal::of(Why::AlreadyDone))
            }
            EndKind::NoShow => {
                unless(!self.no_shows.is_empty(), || Refusal::of(Why::NotBooked))?;
                self.not_yet_held()
            }
            EndKind::Cancelled | EndKind::Lapsed | EndKind::Misdelivered | EndKind::Duplicate => {
                self.not_yet_held()?;
                need_reason(reason)
            }
        }
    }
}

fn need_reason(text: &str) -> Allowed {
    unless(!text.trim().is_empty(), || Refusal::of(Why::ReasonNeeded))
}

/// The service is one of the profile's and its tracking number has the digits it must have.
fn may_send(service: &str, tracking: &str, at: NaiveDateTime, rules: &Rules) -> Allowed {
    let known = rules.profile(at.date()).service(service).ok_or(Refusal::of(Why::UnknownService))?;
    let digits = crate::phone::digits(tracking).len();
    let wanted = usize::from(known.tracking_digits);
    let right = if wanted == 0 { true } else { digits == wanted };
    unless(right, || Refusal::of(Why::TrackingDigits { digits: known.tracking_digits }))
}
