//! Whether an action may be taken now, and if not, why (R35-R98). Changes nothing.
mod dates;
mod ending;
mod material;
mod paper;
mod screening;
mod visit;

use chrono::NaiveDateTime;

use crate::action::Action;
use crate::case::{Case, EndKind};
use crate::ids::{Mark, Staff};
use crate::paper::PaperKind;
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};
use crate::typed;
use crate::visit::{InClinics, Mode};

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
        self.by_a_second_person(action, at, by, rules)?;
        Ok(self.after(action, &Mark { at, by: by.name.clone() }))
    }

    /// Whether `action` may be taken at `at`.
    pub fn may(&self, action: &Action, at: NaiveDateTime, rules: &Rules) -> Allowed {
        typed::check(action)?;
        self.may_after_end(action)?;
        match action {
            // A call or a form that asks for what the desk does not do is logged all the same (R80, R81).
            Action::Inquire { .. } => unless(self == &Case::default(), || Refusal::by(4, Why::NotNew)),
            Action::ReceivePacket { packet, intake, .. } => self.may_receive(packet, intake.as_ref(), at),
            Action::CheckItem { .. } | Action::Move { .. } | Action::BringOnDay { .. } => {
                unless(!self.packets.is_empty(), || Refusal::of(Why::NothingReceived))
            }
            Action::CheckDisc { index, .. } => {
                unless(*index < self.discs.len(), || Refusal::of(Why::NoSuchDisc))
            }
            Action::ReturnMaterial { how } => self.may_return(how, at, rules),
            Action::Waive { reason, .. } => need_reason(reason),
            Action::AskDoctor { department, .. } => self.may_ask(department, at, rules),
            Action::RemindDoctor {} => self.pending().map(|_| ()),
            Action::RecordVerdict { verdict } => self.may_answer(verdict, rules),
            Action::WithdrawAgreement { reason } => {
                self.not_yet_held()?;
                need_reason(reason)
            }
            Action::HoldSlot { slot, .. } => self.may_hold(slot, at, rules),
            Action::ReleaseSlot { start } => self.held(*start).map(|_| ()),
            Action::DeclineCandidates { reason } => {
                unless(!self.holds.is_empty(), || Refusal::of(Why::NotHeld))?;
                need_reason(reason)
            }
            Action::Book { start, .. } => self.may_book(*start, at, rules),
            Action::Unbook { reason } => {
                self.booked()?;
                self.not_yet_held()?;
                need_reason(reason)
            }
            Action::SwitchMode { to, reason, .. } => self.may_switch(*to, reason, rules),
            Action::IssuePaper { kind, .. } => self.may_print(*kind, at, rules),
            Action::ApprovePaper { kind } => self.may_approve(*kind, at, rules),
            Action::Seal { letter, scanned, second } => self.may_seal(*letter, scanned, second, at, rules),
            Action::PostReport { service, tracking }
            | Action::PostPaper {
                kind: PaperKind::CoverLetter | PaperKind::MailingLabel,
                service,
                tracking,
            } => self.may_post_report(service, tracking, at, rules),
            Action::PostPaper { kind, service, tracking } => {
                self.may_post(*kind, service, tracking, at, rules)
            }
            Action::ReportLeak { what, noticed } => {
                unless(*noticed <= at.date(), || Refusal::of(Why::NotYet { day: *noticed }))?;
                need_reason(what)
            }
            Action::LeakReported { index, last } => {
                let leak = self.leaks.get(*index).ok_or(Refusal::of(Why::NoSuchLeak))?;
                let done = if *last { &leak.final_report } else { &leak.first_report };
                unless(done.is_none(), || Refusal::of(Why::AlreadyDone))
            }
            Action::VoidPaper { kind, .. } => self.printed(*kind).map(|_| ()),
            Action::MailCameBack { kind, .. } => self.may_come_back(*kind),
            Action::ClinicsRegistered {} | Action::ClinicsBooked { .. } => {
                self.booked()?;
                unless(self.mode == Mode::Online, || Refusal::by(91, Why::WrongMode))
            }
            Action::ClinicsChangeSeen {} => {
                let open = self.past_bookings.iter().any(|p| p.in_clinics == InClinics::Open);
                unless(open, || Refusal::by(92, Why::AlreadyDone))
            }
            Action::ConfirmDayBefore {} => self.may_confirm(at, rules),
            Action::RecordPayment { card_error } => self.may_pay(card_error, at),
            Action::NoShow {} => {
                self.visit_day(at)?;
                self.not_yet_held()
            }
            Action::Consult { .. } => self.may_consult(at, rules),
            Action::ReceiveReport { .. } | Action::RemindReport {} => {
                self.was_held()?;
                unless(self.report.received.is_none(), || Refusal::of(Why::AlreadyDone))
            }
            Action::HandOverReport {} => {
                self.report_ready()?;
                unless(!self.report_by_post(), || Refusal::by(98, Why::ReportByPost))
            }
            Action::End { kind, ground, reason } => self.may_end(*kind, *ground, reason, at, rules),
            Action::Note { text } => need_reason(text),
            Action::AmendPatient { .. }
            | Action::AmendApplicant { .. }
            | Action::AmendReferrer { .. }
            | Action::AmendSubject { .. }
            | Action::Doubt { .. }
            | Action::LogCall { .. } => Ok(()),
        }
    }

    /// Where two people are asked for, one may not be both.
    fn by_a_second_person(&self, action: &Action, at: NaiveDateTime, by: &Staff, rules: &Rules) -> Allowed {
        let other = match action {
            Action::Seal { second, .. } => Some(second.as_str()),
            Action::IssuePaper { kind, .. } if rules.profile(at.date()).approvals.contains(kind) => {
                self.approval(*kind).map(|approval| approval.mark.by.as_str())
            }
            _ => None,
        };
        unless(other.is_none_or(|other| other.trim() != by.name.trim()), || Refusal::of(Why::TwoPeople))
    }

    /// After the end only what closes the file is left, and late material, so that it can go back;
    /// after a death nothing that rings or is posted by itself (R43, domain row 37).
    fn may_after_end(&self, action: &Action) -> Allowed {
        let Some(ending) = &self.ending else { return Ok(()) };
        let stopped = matches!(
            action,
            Action::LogCall { .. }
                | Action::IssuePaper { .. }
                | Action::ApprovePaper { .. }
                | Action::Seal { .. }
                | Action::PostPaper { .. }
                | Action::PostReport { .. }
        );
        if ending.kind == EndKind::Deceased && stopped {
            return Err(Refusal::by(43, Why::Deceased));
        }
        let closing = match action {
            Action::IssuePaper { kind, .. }
            | Action::ApprovePaper { kind }
            | Action::PostPaper { kind, .. }
            | Action::Seal { letter: kind, .. } => kind.closes(),
            Action::Note { .. }
            | Action::Move { .. }
            | Action::ReportLeak { .. }
            | Action::LeakReported { .. }
            | Action::ReturnMaterial { .. }
            | Action::MailCameBack { .. }
            | Action::ClinicsChangeSeen {}
            | Action::LogCall { .. }
            | Action::End { kind: EndKind::Deceased, .. } => true,
            // A new form is a new case (domain row 40); a disc that comes after the end joins its number.
            Action::ReceivePacket { intake, .. } => intake.is_none() && self.number.is_some(),
            _ => false,
        };
        unless(closing, || Refusal::of(Why::Ended))
    }
}

fn need_reason(text: &str) -> Allowed {
    unless(!text.trim().is_empty(), || Refusal::of(Why::ReasonNeeded))
}
