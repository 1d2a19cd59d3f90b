//! What a case is after an action: total, without rules or clock, so that replaying the journal gives the case again.
mod dates;
mod material;
mod paper;
mod screening;
mod visit;

use crate::action::Action;
use crate::case::{Case, EndKind, Ending, Leak, Note, Waiver};
use crate::ids::Mark;
use crate::paper::VoidReason;
use crate::screening::Ground;

use dates::Fall;

impl Case {
    /// The case after `action` at `mark`. Never fails: whether the action is allowed is asked before ([`Case::apply`]).
    pub fn after(&self, action: &Action, mark: &Mark) -> Case {
        let mut case = self.clone();
        case.take(action, mark);
        case
    }

    fn take(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::Inquire { .. } => self.inquire(action, mark),
            Action::ReceivePacket { .. } => self.receive(action, mark),
            Action::AmendPatient { patient } => self.patient = patient.clone(),
            Action::AmendApplicant { applicant } => self.applicant = applicant.clone(),
            Action::AmendReferrer { referrer } => self.referrer = referrer.clone(),
            Action::AmendSubject { subject, applied_on } => {
                self.subject = subject.clone();
                self.applied_on = *applied_on;
            }
            Action::CheckItem { item } => self.check_item(item, mark),
            Action::BringOnDay { item, bring } => self.bring(*item, *bring),
            Action::CheckDisc { index, disc } => self.check_disc(*index, disc, mark),
            Action::Move { place } => self.lay(place, mark),
            Action::ReturnMaterial { how } => self.give_back(how, mark),
            Action::Doubt { ground, doubt } => self.doubt(*ground, *doubt, mark),
            Action::Waive { rule, reason } => {
                self.waivers.push(Waiver { rule: *rule, reason: reason.clone(), mark: mark.clone() });
            }
            Action::AskDoctor { department, doctor } => self.ask(department, doctor.clone(), mark),
            Action::RemindDoctor {} => self.remind_doctor(mark),
            Action::RecordVerdict { verdict } => self.answer(verdict, mark),
            Action::WithdrawAgreement { reason } => self.withdraw_agreement(reason, mark),
            Action::HoldSlot { slot, until } => self.hold(slot, *until, mark),
            Action::ReleaseSlot { start } => self.holds.retain(|hold| hold.slot.start != *start),
            Action::DeclineCandidates { .. } => self.holds.clear(),
            Action::LogCall { call, out_of_hours } => self.log_call(call, *out_of_hours, mark),
            Action::Book { start, fee } => self.book(*start, fee.as_ref(), mark),
            Action::Unbook { reason } => self.unbook(reason, Fall::Changed, mark),
            Action::SwitchMode { .. } => self.switch_mode(action, mark),
            Action::IssuePaper { kind, version, data, digest } => {
                self.issue(*kind, *version, data, digest, mark);
            }
            Action::ApprovePaper { kind } => self.approve(*kind, mark),
            Action::Seal { letter, second, .. } => self.seal(*letter, second, mark),
            Action::ReportLeak { what, noticed } => self.leaks.push(Leak {
                what: what.clone(),
                noticed: *noticed,
                mark: mark.clone(),
                first_report: None,
                final_report: None,
            }),
            Action::LeakReported { index, last } => self.leak_reported(*index, *last, mark),
            Action::PostPaper { kind, service, tracking } => self.post(*kind, service, tracking, mark),
            Action::VoidPaper { kind, reason } => self.void_where(|other| other == *kind, *reason, mark),
            Action::MailCameBack { kind, reason } => self.mail_came_back(*kind, *reason, mark),
            Action::ClinicsRegistered {} => self.clinics.registered = Some(mark.clone()),
            Action::ClinicsBooked { start, menu } => self.seen_in_clinics(*start, menu, mark),
            Action::ClinicsChangeSeen {} => self.change_seen_in_clinics(mark),
            Action::ConfirmDayBefore {} => self.day_before = Some(mark.clone()),
            Action::RecordPayment { card_error } => self.pay(card_error, mark),
            Action::NoShow {} => {
                self.no_shows.push(mark.clone());
                self.unbook("", Fall::NoShow, mark);
            }
            Action::Consult { doctor, report_later } => self.consult(doctor, *report_later, mark),
            Action::ReceiveReport { pages } => self.receive_report(*pages, mark),
            Action::RemindReport {} => self.report.reminders.push(mark.clone()),
            Action::HandOverReport {} => self.hand_over_report(mark),
            Action::PostReport { service, tracking } => self.post_report(service, tracking, mark),
            Action::End { kind, ground, reason } => self.end(*kind, *ground, reason, mark),
            Action::Note { text } => self.notes.push(Note { text: text.clone(), mark: mark.clone() }),
        }
    }

    /// The file closes: dates fall, every paper is void. R43: a death is a death, whoever records it as a ground.
    fn end(&mut self, kind: EndKind, ground: Option<Ground>, reason: &str, mark: &Mark) {
        let kind = if ground == Some(Ground::Deceased) { EndKind::Deceased } else { kind };
        self.unbook(reason, Fall::Ended(kind), mark);
        self.holds.clear();
        self.ending = Some(Ending { kind, ground, reason: reason.to_owned(), mark: mark.clone() });
        let why = if kind == EndKind::Deceased { VoidReason::Deceased } else { VoidReason::CaseEnded };
        self.void_where(|_| true, why, mark);
    }
}
