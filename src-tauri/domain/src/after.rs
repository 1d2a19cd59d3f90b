//! What a case is after an action: total, without rules or clock, so that replaying the journal gives the case again.
use crate::action::Action;
use crate::call::Call;
use crate::case::{Case, EndKind, Ending, Inquiry, Note, Waiver};
use crate::ids::Mark;
use crate::packet::{ArrivedPacket, Custody, FoundItem, HeldDisc, Item, ItemKind};
use crate::paper::{CameBack, IssuedPaper, PaperKind, Posting, VoidReason, Voided};
use crate::people::{Intake, Told};
use crate::screening::{Answer, Doubt, DoubtMark, Ground, Screening, Verdict};
use crate::visit::{
    Booking, Clinics, ClinicsBooking, Consultation, Delivery, Hold, InClinics, Mode, ModeChange, PastBooking,
    Payment, Returned,
};

impl Case {
    /// The case after `action` at `mark`. Never fails: whether the action is allowed is asked before ([`Case::apply`]).
    pub fn after(&self, action: &Action, mark: &Mark) -> Case {
        let mut case = self.clone();
        case.take(action, mark);
        case
    }

    fn take(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::Inquire { .. }
            | Action::ReceivePacket { .. }
            | Action::AmendPatient { .. }
            | Action::AmendApplicant { .. }
            | Action::AmendReferrer { .. }
            | Action::AmendSubject { .. } => self.take_arrival(action, mark),
            Action::CheckItem { .. }
            | Action::BringOnDay { .. }
            | Action::CheckDisc { .. }
            | Action::Move { .. }
            | Action::ReturnMaterial { .. } => self.take_material(action, mark),
            Action::Doubt { .. }
            | Action::Waive { .. }
            | Action::AskDoctor { .. }
            | Action::RemindDoctor {}
            | Action::RecordVerdict { .. }
            | Action::WithdrawAgreement { .. } => self.take_screening(action, mark),
            Action::HoldSlot { .. }
            | Action::ReleaseSlot { .. }
            | Action::DeclineCandidates { .. }
            | Action::LogCall { .. }
            | Action::Book { .. }
            | Action::Unbook { .. }
            | Action::SwitchMode { .. } => self.take_dates(action, mark),
            Action::IssuePaper { .. }
            | Action::PostPaper { .. }
            | Action::VoidPaper { .. }
            | Action::MailCameBack { .. } => self.take_paper(action, mark),
            Action::ClinicsRegistered {}
            | Action::ClinicsBooked { .. }
            | Action::ClinicsChangeSeen {}
            | Action::ConfirmDayBefore {}
            | Action::RecordPayment { .. }
            | Action::NoShow {}
            | Action::Consult { .. }
            | Action::ReceiveReport { .. }
            | Action::RemindReport {}
            | Action::HandOverReport {}
            | Action::PostReport { .. } => self.take_visit(action, mark),
            Action::End { kind, ground, reason } => self.end(*kind, *ground, reason, mark),
            Action::Note { text } => self.notes.push(Note { text: text.clone(), mark: mark.clone() }),
        }
    }

    fn take_arrival(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::Inquire { intake, heard, explained, out_of_hours, packet_due } => {
                self.take_intake(intake);
                for ground in heard {
                    self.doubt(*ground, Doubt::Suspected, mark);
                }
                self.inquiry = Some(Inquiry {
                    mark: mark.clone(),
                    out_of_hours: *out_of_hours,
                    explained: *explained,
                    packet_due: packet_due.unwrap_or(mark.date()),
                });
            }
            Action::ReceivePacket { packet, items, discs, bring_on_day, intake, number } => {
                self.number = self.number.or(*number);
                if let Some(intake) = intake {
                    self.take_intake(intake);
                }
                for item in bring_on_day {
                    self.bring(*item, true);
                }
                if !packet.place.is_empty() {
                    self.custody.push(Custody { place: packet.place.clone(), mark: mark.clone() });
                }
                let arrived = packet.arrived;
                self.packets.push(ArrivedPacket { packet: packet.clone(), accepted: mark.clone() });
                for item in items {
                    self.found(item, arrived, mark);
                }
                for disc in discs {
                    self.discs.push(HeldDisc { disc: disc.clone(), arrived, checked: mark.clone() });
                }
                self.returned = None;
            }
            Action::AmendPatient { patient } => self.patient = patient.clone(),
            Action::AmendApplicant { applicant } => self.applicant = applicant.clone(),
            Action::AmendReferrer { referrer } => self.referrer = referrer.clone(),
            Action::AmendSubject { subject, applied_on } => {
                self.subject = subject.clone();
                self.applied_on = *applied_on;
            }
            _ => {}
        }
    }

    fn take_intake(&mut self, intake: &Intake) {
        self.mode = intake.mode;
        self.patient = intake.patient.clone();
        self.applicant = intake.applicant.clone();
        self.referrer = intake.referrer.clone();
        self.subject = intake.subject.clone();
        self.applied_on = intake.applied_on;
    }

    fn take_material(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::CheckItem { item } => {
                let arrived = self.item(item.kind).map_or(mark.date(), |known| known.arrived);
                self.found(item, arrived, mark);
            }
            Action::BringOnDay { item, bring } => self.bring(*item, *bring),
            Action::CheckDisc { index, disc } => {
                if let Some(held) = self.discs.get_mut(*index) {
                    held.disc = disc.clone();
                    held.checked = mark.clone();
                }
            }
            Action::Move { place } => {
                self.custody.push(Custody { place: place.clone(), mark: mark.clone() });
            }
            Action::ReturnMaterial { how } => {
                self.returned = Some(Returned { how: how.clone(), mark: mark.clone() });
            }
            _ => {}
        }
    }

    fn take_screening(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::Doubt { ground, doubt } => self.doubt(*ground, *doubt, mark),
            Action::Waive { rule, reason } => {
                self.waivers.push(Waiver { rule: *rule, reason: reason.clone(), mark: mark.clone() });
            }
            Action::AskDoctor { department, doctor } => self.ask(department, doctor.clone(), mark),
            Action::RemindDoctor {} => {
                if let Some(screening) = self.screenings.last_mut() {
                    screening.reminders.push(mark.clone());
                }
            }
            Action::RecordVerdict { verdict } => self.answer(verdict, mark),
            Action::WithdrawAgreement { .. } => {
                self.referrer.agreed = Told::No;
                self.doubt(Ground::ReferrerNotAgreed, Doubt::Suspected, mark);
                self.unbook("", mark);
                self.holds.clear();
                if let Some((department, doctor)) =
                    self.screening().map(|s| (s.department.clone(), s.doctor.clone()))
                {
                    self.ask(&department, doctor, mark);
                }
            }
            _ => {}
        }
    }

    fn ask(&mut self, department: &str, doctor: Option<String>, mark: &Mark) {
        self.screenings.push(Screening {
            department: department.to_owned(),
            doctor,
            asked: mark.clone(),
            reminders: vec![],
            verdict: None,
        });
    }

    fn answer(&mut self, verdict: &Verdict, mark: &Mark) {
        if let Some(screening) = self.screenings.last_mut() {
            screening.verdict = Some(Answer { verdict: verdict.clone(), mark: mark.clone() });
        }
        match verdict {
            Verdict::Refuse { ground, words, .. } => self.end(EndKind::Declined, Some(*ground), words, mark),
            Verdict::GeneralOutpatient { words } => self.end(EndKind::GeneralOutpatient, None, words, mark),
            Verdict::OtherDepartment { department } => self.ask(&department.clone(), None, mark),
            Verdict::Accept | Verdict::MoreMaterial { .. } => {}
        }
    }

    fn take_dates(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::HoldSlot { slot, until } => {
                self.holds.retain(|hold| hold.slot.start != slot.start);
                self.holds.push(Hold {
                    slot: slot.clone(),
                    until: until.unwrap_or(mark.at),
                    mark: mark.clone(),
                });
                self.holds.sort_by_key(|hold| hold.slot.start);
            }
            Action::ReleaseSlot { start } => self.holds.retain(|hold| hold.slot.start != *start),
            Action::DeclineCandidates { .. } => self.holds.clear(),
            Action::LogCall { call, out_of_hours } => self.calls.push(Call {
                record: call.clone(),
                out_of_hours: *out_of_hours,
                mark: mark.clone(),
            }),
            Action::Book { start, fee } => {
                let chosen = self.holds.iter().find(|hold| hold.slot.start == *start).map(|h| h.slot.clone());
                if let (Some(slot), Some(fee)) = (chosen, fee) {
                    self.holds.clear();
                    self.booking =
                        Some(Booking { slot, mode: self.mode, fee: fee.clone(), mark: mark.clone() });
                }
            }
            Action::Unbook { reason } => self.unbook(reason, mark),
            Action::SwitchMode { to, asked_by, reason, fee, keeps_date } => {
                self.mode_changes.push(ModeChange {
                    from: self.mode,
                    to: *to,
                    asked_by: *asked_by,
                    reason: reason.clone(),
                    mark: mark.clone(),
                });
                self.void_where(PaperKind::tells_date, VoidReason::ModeSwitched, mark);
                let old = self.booking.clone();
                self.unbook(reason, mark);
                self.mode = *to;
                if let (true, Some(old), Some(fee)) = (*keeps_date, old, fee) {
                    self.booking =
                        Some(Booking { slot: old.slot, mode: *to, fee: fee.clone(), mark: mark.clone() });
                }
            }
            _ => {}
        }
    }

    /// The agreed date falls: its papers are void, CLINICS needs the patient's own act (R92).
    fn unbook(&mut self, reason: &str, mark: &Mark) {
        let Some(booking) = self.booking.take() else { return };
        let seen_in_clinics = self.clinics.booked.is_some();
        let in_clinics = match booking.mode {
            Mode::Online if seen_in_clinics => InClinics::Open,
            _ => InClinics::NotNeeded,
        };
        self.clinics = Clinics { booked: None, ..self.clinics.clone() };
        self.day_before = None;
        self.past_bookings.push(PastBooking {
            booking,
            reason: reason.to_owned(),
            ended: mark.clone(),
            in_clinics,
        });
        self.void_where(PaperKind::tells_date, VoidReason::BookingEnded, mark);
    }

    fn take_paper(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::IssuePaper { kind, version, data, digest } => {
                self.void_where(|other| other == *kind, VoidReason::NewerVersion, mark);
                self.papers.push(IssuedPaper {
                    kind: *kind,
                    version: *version,
                    data: data.clone(),
                    digest: digest.clone(),
                    printed: mark.clone(),
                    posted: None,
                    came_back: None,
                    voided: None,
                });
            }
            Action::PostPaper { kind, service, tracking } => {
                let posting =
                    Posting { service: service.clone(), tracking: tracking.clone(), mark: mark.clone() };
                if let Some(paper) = self.valid_paper(*kind) {
                    paper.posted = Some(posting);
                    paper.came_back = None;
                }
            }
            Action::VoidPaper { kind, reason } => self.void_where(|other| other == *kind, *reason, mark),
            Action::MailCameBack { kind, reason } => {
                if let Some(paper) = self.valid_paper(*kind) {
                    paper.came_back = Some(CameBack { reason: *reason, mark: mark.clone() });
                }
            }
            _ => {}
        }
    }

    fn take_visit(&mut self, action: &Action, mark: &Mark) {
        match action {
            Action::ClinicsRegistered {} => self.clinics.registered = Some(mark.clone()),
            Action::ClinicsBooked { start, menu } => {
                self.clinics.registered.get_or_insert_with(|| mark.clone());
                self.clinics.booked =
                    Some(ClinicsBooking { start: *start, menu: menu.clone(), mark: mark.clone() });
            }
            Action::ClinicsChangeSeen {} => {
                for past in self.past_bookings.iter_mut().filter(|p| p.in_clinics == InClinics::Open) {
                    past.in_clinics = InClinics::Seen { mark: mark.clone() };
                }
            }
            Action::ConfirmDayBefore {} => self.day_before = Some(mark.clone()),
            Action::RecordPayment { card_error } => {
                self.payment = Some(match card_error.is_empty() {
                    true => Payment::Paid { mark: mark.clone() },
                    false => Payment::CardError { note: card_error.clone(), mark: mark.clone() },
                });
            }
            Action::NoShow {} => {
                self.no_shows.push(mark.clone());
                self.unbook("", mark);
            }
            Action::Consult { doctor, report_later } => {
                self.consultation = self.booking.clone().map(|booking| Consultation {
                    booking,
                    doctor: doctor.clone(),
                    report_later: *report_later,
                    mark: mark.clone(),
                });
            }
            Action::ReceiveReport { pages } => {
                self.report.received = Some(mark.clone());
                self.report.pages = *pages;
            }
            Action::RemindReport {} => self.report.reminders.push(mark.clone()),
            Action::HandOverReport {} => {
                self.report.delivered = Some(Delivery::HandedOver { mark: mark.clone() });
            }
            Action::PostReport { service, tracking } => {
                let posting =
                    Posting { service: service.clone(), tracking: tracking.clone(), mark: mark.clone() };
                for kind in [PaperKind::CoverLetter, PaperKind::MailingLabel] {
                    if let Some(paper) = self.valid_paper(kind) {
                        paper.posted = Some(posting.clone());
                        paper.came_back = None;
                    }
                }
                self.report.delivered = Some(Delivery::Posted {
                    service: service.clone(),
                    tracking: tracking.clone(),
                    mark: mark.clone(),
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, kind: EndKind, ground: Option<Ground>, reason: &str, mark: &Mark) {
        self.unbook(reason, mark);
        self.holds.clear();
        self.ending = Some(Ending { kind, ground, reason: reason.to_owned(), mark: mark.clone() });
        let why = if kind == EndKind::Deceased { VoidReason::Deceased } else { VoidReason::CaseEnded };
        self.void_where(|_| true, why, mark);
    }

    fn bring(&mut self, item: ItemKind, bring: bool) {
        self.bring_on_day.retain(|kind| *kind != item);
        if bring {
            self.bring_on_day.push(item);
        }
    }

    fn doubt(&mut self, ground: Ground, doubt: Doubt, mark: &Mark) {
        self.doubts.retain(|known| known.ground != ground);
        self.doubts.push(DoubtMark { ground, doubt, mark: mark.clone() });
        self.doubts.sort_by_key(|known| known.ground);
    }

    fn found(&mut self, item: &FoundItem, arrived: chrono::NaiveDate, mark: &Mark) {
        self.items.retain(|known| known.found.kind != item.kind);
        self.items.push(Item { found: item.clone(), arrived, checked: mark.clone() });
        self.items.sort_by_key(|known| known.found.kind);
    }

    fn valid_paper(&mut self, kind: PaperKind) -> Option<&mut IssuedPaper> {
        self.papers.iter_mut().rev().find(|paper| paper.kind == kind && !paper.is_void())
    }

    fn void_where(&mut self, which: impl Fn(PaperKind) -> bool, reason: VoidReason, mark: &Mark) {
        for paper in self.papers.iter_mut().filter(|paper| !paper.is_void() && which(paper.kind)) {
            paper.voided = Some(Voided { reason, mark: mark.clone() });
        }
    }
}
