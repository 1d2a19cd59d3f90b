//! What each step of a life does at the real desk.
use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::Case;
use domain::action::Action;
use domain::call::CallRecord;
use domain::candidates::{Ask, judge, post_plan};
use domain::history::undoable;
use domain::ids::CaseId;
use domain::paper::PaperKind;
use domain::people::Intake;
use domain::profile::{ClinicException, Doctor};
use domain::screening::{Ground, Verdict};
use domain::visit::{Return, Slot};

use super::at;
use super::hospital::{EXACT_UNTIL, STAFF_NAMES};
use super::life::{Move, Talk, call};
use super::play::Stage;
use crate::reference::{self, DOCTOR};
use crate::wire::Failure;
use crate::wire::requests::{PaperQuery, Undo};

/// How far ahead a date is looked for, in days.
const HORIZON: i64 = 120;

impl Stage<'_> {
    /// Does one step of a life; answers its case.
    pub fn perform(
        &self,
        id: Option<CaseId>,
        form: &Intake,
        what: &Move,
        now: NaiveDateTime,
    ) -> Result<CaseId, Failure> {
        let Some(id) = id else { return self.first(form, what, now) };
        match what {
            Move::Ring { .. } => Err(Failure::NotFound),
            Move::Hold { doctor, days } => self.hold(id, doctor, days, now),
            Move::DoctorAway(doctor) => self.doctor_away(id, doctor, now),
            Move::PrintDate => self.print(id, PaperKind::of_booking(self.case(id)?.mode)),
            Move::SendReport => {
                self.print(id, PaperKind::CoverLetter)?;
                self.print(id, PaperKind::MailingLabel)?;
                self.seal(id, PaperKind::CoverLetter)?;
                let (service, tracking) = self.letter("registered", id, now)?;
                self.take(id, Action::PostReport { service, tracking })
            }
            Move::PostDate => {
                self.seal(id, PaperKind::of_booking(self.case(id)?.mode))?;
                let action = self.action(id, form, what, now)?;
                self.take(id, action)
            }
            Move::Print(kind) => self.print(id, *kind),
            Move::Send(kind) => self.send(id, *kind, now),
            Move::SendAnswer => self.answer(id, now),
            Move::TakeBack => {
                let entries = self.open.register.history(id)?;
                let seq = undoable(&entries).map(|entry| entry.seq).ok_or(Failure::NotFound)?;
                self.desk.undo(Undo { id, seq })?;
                Ok(id)
            }
            Move::Book => {
                self.take(id, self.log(&call(domain::call::Matter::Candidates)))?;
                let case = self.case(id)?;
                let start = case.holds.first().map(|h| h.slot.start).ok_or(Failure::NotFound)?;
                self.take(id, Action::Book { start, fee: None })
            }
            simple => {
                let action = self.action(id, form, simple, now)?;
                self.take(id, action)
            }
        }
    }

    /// A case begins with a call or a packet.
    fn first(&self, form: &Intake, what: &Move, now: NaiveDateTime) -> Result<CaseId, Failure> {
        let action = match what {
            Move::Ring { heard, explained } => Action::Inquire {
                intake: heard_on_the_phone(form),
                heard: heard.clone(),
                explained: *explained,
                out_of_hours: false,
                packet_due: None,
            },
            Move::Arrive(envelope) => envelope.arriving(now.date(), form, &self.required(form)),
            _ => return Err(Failure::NotFound),
        };
        self.desk.take(self.open, None, None, action)
    }

    /// Steps that are one action.
    fn action(&self, id: CaseId, form: &Intake, what: &Move, now: NaiveDateTime) -> Result<Action, Failure> {
        let case = self.case(id)?;
        Ok(match what {
            Move::Do(action) => (**action).clone(),
            Move::Arrive(envelope) => envelope.arriving(now.date(), form, &self.required(form)),
            Move::Talk(talk) => self.log(talk),
            Move::Ask(other) => {
                let department = other.or(case.department()).unwrap_or_default().to_owned();
                Action::AskDoctor { department, doctor: None }
            }
            Move::Refuse(ground) => Action::RecordVerdict { verdict: self.refusal(*ground, now)? },
            Move::PostDate => {
                let visit = case.booking.as_ref().map(|b| b.slot.date()).ok_or(Failure::NotFound)?;
                let plan = post_plan(&self.open.rules(), now.date(), visit).ok_or(Failure::NotFound)?;
                let (service, tracking) = self.letter(&plan.service, id, now)?;
                Action::PostPaper { kind: PaperKind::of_booking(case.mode), service, tracking }
            }
            Move::InClinics { minutes_off, menu } => {
                let start = case.booking.as_ref().map(|b| b.slot.start).ok_or(Failure::NotFound)?;
                let agreed = self.open.rules().profile(now.date()).clinics.menu.clone();
                let menu = if menu.is_empty() { agreed } else { (*menu).to_owned() };
                Action::ClinicsBooked { start: start + Duration::minutes(*minutes_off), menu }
            }
            Move::Pay => Action::RecordPayment { card_error: String::new() },
            Move::Seen { report_later } => {
                let doctor = case.booking.as_ref().map(|b| b.slot.doctor.clone()).unwrap_or_default();
                Action::Consult { doctor, report_later: *report_later }
            }
            Move::NoShow => Action::NoShow {},
            Move::ReturnByPost => {
                let (service, tracking) = self.letter("letter_pack", id, now)?;
                let [packed_by, checked_by] = [STAFF_NAMES[0], STAFF_NAMES[2]].map(str::to_owned);
                Action::ReturnMaterial { how: Return::Posted { service, tracking, packed_by, checked_by } }
            }
            Move::Leak(what) => Action::ReportLeak { what: (*what).to_owned(), noticed: now.date() },
            Move::Seeing(action) => action(&case),
            Move::Ring { .. }
            | Move::Hold { .. }
            | Move::DoctorAway(_)
            | Move::PrintDate
            | Move::SendReport
            | Move::SendAnswer
            | Move::Print(_)
            | Move::Send(_)
            | Move::TakeBack
            | Move::Book => return Err(Failure::NotFound),
        })
    }

    fn hold(&self, id: CaseId, doctor: &str, days: &[i32], now: NaiveDateTime) -> Result<CaseId, Failure> {
        let rules = self.open.rules();
        let doctor = rules.doctor(doctor).ok_or(Failure::NotFound)?;
        let mut after = now.date();
        for (n, day) in days.iter().enumerate() {
            let exact = n == 0 && *day <= EXACT_UNTIL;
            let date = self.anchor.visit(*day);
            let slot = match exact {
                true => self.free(id, doctor, date, now)?,
                false => self.next_free(id, doctor, date.max(after), now)?,
            };
            after = slot.date() + Duration::days(1);
            self.take(id, Action::HoldSlot { slot, until: None })?;
        }
        Ok(id)
    }

    fn free(
        &self,
        id: CaseId,
        doctor: &Doctor,
        date: NaiveDate,
        now: NaiveDateTime,
    ) -> Result<Slot, Failure> {
        let (case, rules) = (self.case(id)?, self.open.rules());
        let taken = self.open.register.slots(date.and_time(at((0, 0))), date.and_time(at((23, 0))), now)?;
        let day = judge(&Ask { id: Some(id), case: &case, doctor, now, taken: &taken }, &rules, date);
        let reasons = day.reasons;
        let none = || domain::Refusal::by(71, domain::Why::SlotRefused { reasons });
        day.free.into_iter().next().ok_or_else(|| none().into())
    }

    /// The doctor's next clinic with a free time, on a day that no life has for itself.
    fn next_free(
        &self,
        id: CaseId,
        doctor: &Doctor,
        from: NaiveDate,
        now: NaiveDateTime,
    ) -> Result<Slot, Failure> {
        let fixed = |date: &NaiveDate| self.fixed.iter().any(|(who, day)| *who == doctor.id && day == date);
        let days = from.iter_days().take(HORIZON as usize).filter(|date| !fixed(date));
        let found = days.map(|date| self.free(id, doctor, date, now)).find(Result::is_ok);
        found.unwrap_or(Err(Failure::NotFound))
    }

    /// The doctor goes on leave on the day this case holds first (W8).
    fn doctor_away(&self, id: CaseId, doctor: &str, now: NaiveDateTime) -> Result<CaseId, Failure> {
        let rules = self.open.rules();
        let mut doctor = rules.doctor(doctor).cloned().ok_or(Failure::NotFound)?;
        let day = self.case(id)?.holds.first().map(|h| h.slot.date()).ok_or(Failure::NotFound)?;
        let leave = ClinicException::Leave { from: day, to: day, reason: "出張".to_owned() };
        doctor.exceptions.push(leave);
        let mark = domain::ids::Mark { at: now, by: STAFF_NAMES[0].to_owned() };
        reference::put(&self.open.register, DOCTOR, &doctor.id, &doctor, &mark, "出張の届け")?;
        self.open.reload_rules()?;
        Ok(id)
    }

    fn log(&self, talk: &Talk) -> Action {
        let spoke = !talk.outcome.is_miss();
        let call = CallRecord {
            direction: talk.direction,
            party: talk.party,
            person: String::new(),
            number: String::new(),
            matter: talk.matter,
            outcome: talk.outcome,
            identity_checked: spoke && talk.party.is_applicant(),
            fee_told: spoke && talk.matter == domain::call::Matter::Candidates,
            next_try: talk.next.map(|(day, time)| self.anchor.work(day).and_time(at(time))),
            note: talk.note.to_owned(),
        };
        Action::LogCall { call, out_of_hours: false }
    }

    fn refusal(&self, ground: Ground, now: NaiveDateTime) -> Result<Verdict, Failure> {
        let code = serde_json::to_value(ground).ok().and_then(|v| v.as_str().map(str::to_owned));
        let code = code.ok_or(Failure::Internal { report: "practice:ground".into() })?;
        let words = self.open.rules().profile(now.date()).say(&format!("decline.{code}"), &[]);
        Ok(Verdict::Refuse { ground, words, approver: "副センター長".to_owned() })
    }

    /// The service, and a tracking number of as many figures as it has.
    fn letter(&self, service: &str, id: CaseId, now: NaiveDateTime) -> Result<(String, String), Failure> {
        let rules = self.open.rules();
        let known = rules.profile(now.date()).service(service).ok_or(Failure::NotFound)?;
        let length = usize::from(known.tracking_digits);
        Ok((service.to_owned(), if length == 0 { String::new() } else { tracking(length, id) }))
    }

    fn print(&self, id: CaseId, kind: PaperKind) -> Result<CaseId, Failure> {
        self.desk.print_paper(PaperQuery { id, kind, version: None })?;
        Ok(id)
    }

    /// The sheets of the envelope read, as a scanner reads them.
    fn seal(&self, id: CaseId, letter: PaperKind) -> Result<CaseId, Failure> {
        let (case, rules) = (self.case(id)?, self.open.rules());
        let code = |kind: PaperKind| {
            let version = case.paper(kind)?.version;
            case.sheet_code(kind, version, &rules).map(|code| code.to_string())
        };
        let scanned = case.envelope(letter).into_iter().filter_map(code).collect();
        self.take(id, Action::Seal { letter, scanned, second: String::new() })
    }

    fn send(&self, id: CaseId, letter: PaperKind, now: NaiveDateTime) -> Result<CaseId, Failure> {
        self.print(id, letter)?;
        self.seal(id, letter)?;
        let (service, tracking) = self.letter("ordinary", id, now)?;
        self.take(id, Action::PostPaper { kind: letter, service, tracking })
    }

    /// What the doctor answered, in one envelope with the list of what goes back.
    fn answer(&self, id: CaseId, now: NaiveDateTime) -> Result<CaseId, Failure> {
        let refused = matches!(self.case(id)?.verdict(), Some(Verdict::Refuse { .. }));
        let letter = if refused { PaperKind::Decline } else { PaperKind::GeneralOutpatient };
        self.take(id, Action::ApprovePaper { kind: letter })?;
        self.print(id, PaperKind::ReturnSlip)?;
        self.send(id, letter, now)
    }

    /// What the department asks for besides the usual.
    fn required(&self, form: &Intake) -> Vec<domain::packet::ItemKind> {
        let rules = self.open.rules();
        let department = form.subject.department.as_deref().and_then(|id| rules.department(id));
        department.map(|d| d.requires.clone()).unwrap_or_default()
    }

    fn case(&self, id: CaseId) -> Result<Case, Failure> {
        Ok(self.open.register.load(id)?.ok_or(Failure::NotFound)?.case)
    }

    fn take(&self, id: CaseId, action: Action) -> Result<CaseId, Failure> {
        self.desk.take(self.open, Some(id), None, action)
    }
}

/// A caller gives name, number and department; the rest comes with the form.
fn heard_on_the_phone(form: &Intake) -> Intake {
    let mut intake = form.clone();
    intake.patient.address = domain::people::Address::default();
    intake.patient.hospital_id.clear();
    intake.referrer.institution = None;
    intake.subject.question.clear();
    intake
}

/// A number whose last figure is the remainder by 7 of the others.
fn tracking(length: usize, id: CaseId) -> String {
    let body = format!("3{:0width$}", id * 7919 % 100_000_000, width = length - 2);
    let rest = body.bytes().fold(0, |rest, figure| (rest * 10 + u32::from(figure - b'0')) % 7);
    format!("{body}{rest}")
}
