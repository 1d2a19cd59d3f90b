//! Doing something to a case: fill in what the desk knows, ask the rules, write it in one transaction.
use chrono::NaiveDateTime;
use domain::action::Action;
use domain::brief::{brief, search_fields};
use domain::days::within_hours;
use domain::era::fiscal_year;
use domain::history::{Event, replay, undoable};
use domain::ids::{CaseId, Mark, ReceiptNumber, Staff};
use domain::mode::keeps_date;
use domain::people::{Intake, Name};
use domain::text::katakana;
use domain::{Case, Refusal, Rules, Why};
use register::{Decided, Tx};

use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::{Act, Undo};
use crate::wire::views::Acted;

impl Desk {
    pub(crate) fn act(&self, request: Act) -> Result<Acted, Failure> {
        if matches!(request.action, Action::IssuePaper { .. }) {
            return Err(Failure::BadRequest { what: "a paper is issued by printing it".into() });
        }
        let open = self.opened()?;
        let id = self.take(&open, request.id, request.revision, request.action)?;
        if let Some(key) = &request.draft {
            open.register.drop_draft(key)?;
        }
        Ok(Acted { view: self.view(&open, id)? })
    }

    /// Does `action` to the case and answers its id. `revision` is the one the person saw.
    pub(crate) fn take(
        &self,
        open: &Open,
        id: Option<CaseId>,
        revision: Option<i64>,
        action: Action,
    ) -> Result<CaseId, Failure> {
        let opens = matches!(action, Action::Inquire { .. } | Action::ReceivePacket { .. });
        if id.is_none() && !opens {
            return Err(Failure::BadRequest { what: "only a call or a packet opens a case".into() });
        }
        let mark = self.mark(open)?;
        let rules = open.rules();
        let committed = open.register.change(id, &mark, |tx| {
            let case = match id {
                Some(id) => seen(tx, id, revision)?,
                None => Case::default(),
            };
            let action = complete(action, &case, &mark, &rules, tx)?;
            let case = case.apply(&action, mark.at, &Staff::named(&mark.by), &rules)?;
            Ok::<_, Failure>(decided(Event::Done { action }, case, &mark, &rules))
        })?;
        Ok(committed.id)
    }

    pub(crate) fn undo(&self, request: Undo) -> Result<Acted, Failure> {
        let open = self.opened()?;
        let mark = self.mark(&open)?;
        let rules = open.rules();
        open.register.change(Some(request.id), &mark, |tx| {
            let mut entries = tx.history(request.id)?;
            let last = undoable(&entries).map(|entry| entry.seq);
            if last != Some(request.seq) {
                return Err(Failure::Conflict);
            }
            let event = Event::TakenBack { seq: request.seq };
            let seq = entries.last().map_or(0, |e| e.seq) + 1;
            entries.push(domain::history::Entry { seq, mark: mark.clone(), event: event.clone() });
            Ok(decided(event, replay(&entries), &mark, &rules))
        })?;
        Ok(Acted { view: self.view(&open, request.id)? })
    }
}

/// The case as it stands, if it is the one the person saw.
fn seen(tx: &Tx, id: CaseId, revision: Option<i64>) -> Result<Case, Failure> {
    let stored = tx.load(id)?.ok_or(Failure::NotFound)?;
    match revision {
        Some(revision) if revision != stored.revision => Err(Failure::Conflict),
        _ => Ok(stored.case),
    }
}

pub(crate) fn decided(event: Event, case: Case, mark: &Mark, rules: &Rules) -> Decided {
    Decided { event, brief: brief(&case, rules, mark.date()), search: search_fields(&case), case }
}

/// Fills the fields that are the desk's to fill, whatever the request says, so that the journal holds every fact.
pub(crate) fn complete(
    action: Action,
    case: &Case,
    mark: &Mark,
    rules: &Rules,
    tx: &Tx,
) -> Result<Action, Failure> {
    let today = mark.date();
    let profile = rules.profile(today);
    Ok(match action {
        Action::Inquire { intake, heard, explained, .. } => {
            let days = chrono::Duration::days(profile.deadlines.packet_calendar_days.into());
            let out_of_hours = !in_hours(rules, mark.at);
            let packet_due = Some(today + days);
            Action::Inquire { intake: tidy(intake), heard, explained, out_of_hours, packet_due }
        }
        Action::ReceivePacket { packet, items, discs, bring_on_day, intake, .. } => {
            if packet.arrived > today {
                return Err(Refusal::of(Why::NotYet { day: packet.arrived }).into());
            }
            let intake = intake.map(tidy);
            let number = match case.number {
                Some(number) => number,
                None => {
                    let fiscal_year = fiscal_year(packet.arrived);
                    ReceiptNumber { fiscal_year, serial: tx.next_serial(fiscal_year)? }
                }
            };
            Action::ReceivePacket { packet, items, discs, bring_on_day, intake, number: Some(number) }
        }
        Action::AmendPatient { mut patient } => {
            tidy_name(&mut patient.name);
            Action::AmendPatient { patient }
        }
        Action::AmendApplicant { mut applicant } => {
            tidy_name(&mut applicant.name);
            Action::AmendApplicant { applicant }
        }
        Action::HoldSlot { slot, .. } => {
            let day = rules.days(today).add_open_days(today, profile.deadlines.hold_days.into());
            Action::HoldSlot { slot, until: Some(day.and_time(profile.hours.close)) }
        }
        Action::LogCall { call, .. } => Action::LogCall { call, out_of_hours: !in_hours(rules, mark.at) },
        Action::Book { start, .. } => {
            let fee = *rules.profile(start.date()).fees.of(case.mode);
            Action::Book { start, fee: Some(fee) }
        }
        Action::SwitchMode { to, asked_by, reason, .. } => {
            let visit = case.booking.as_ref().map_or(today, |b| b.slot.date());
            let fee = *rules.profile(visit).fees.of(to);
            let keeps_date = keeps_date(case, to, rules);
            Action::SwitchMode { to, asked_by, reason, fee: Some(fee), keeps_date }
        }
        other => other,
    })
}

/// R68: a desk day, within the hours of the notice.
pub(crate) fn in_hours(rules: &Rules, at: NaiveDateTime) -> bool {
    let hours = &rules.profile(at.date()).hours;
    rules.days(at.date()).is_open(at.date()) && within_hours(at.time(), hours.open, hours.close)
}

fn tidy(mut intake: Intake) -> Intake {
    tidy_name(&mut intake.patient.name);
    tidy_name(&mut intake.applicant.name);
    intake
}

/// フリガナ is kept in full-width katakana; the name itself stays as written.
fn tidy_name(name: &mut Name) {
    name.family_kana = katakana(name.family_kana.trim());
    name.given_kana = katakana(name.given_kana.trim());
}
