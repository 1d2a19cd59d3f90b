//! Plays every life of the practice register in the order of time, each step through the real desk.
use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::action::Action;
use domain::call::{CallRecord, Direction, Matter, Outcome, Party};
use domain::candidates::{Ask, propose};
use domain::ids::CaseId;
use domain::paper::PaperKind;
use domain::visit::Mode;

use super::at;
use super::lives::{Life, Move, lives};
use crate::clock::SetClock;
use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::PaperQuery;

/// One step of one life at its moment.
struct Turn {
    when: NaiveDateTime,
    life: usize,
    step: Move,
}

/// Plays all lives up to `now`.
pub(super) fn play(desk: &Desk, clock: &SetClock, now: NaiveDateTime) -> Result<(), Failure> {
    let open = desk.opened()?;
    let lives = lives();
    let mut turns = turns(&open, &lives, now);
    turns.sort_by_key(|turn| (turn.when, turn.life));
    let mut cases: BTreeMap<usize, CaseId> = BTreeMap::new();
    for turn in turns {
        clock.set(turn.when);
        let staff = super::hospital::STAFF_NAMES;
        *open.person.lock().expect("a name is swapped whole") = Some(staff[turn.life % 2].to_owned());
        let known = cases.get(&turn.life).copied();
        if let Some(id) = take(desk, &open, known, turn.step, turn.when)? {
            cases.insert(turn.life, id);
        }
    }
    clock.set(now);
    Ok(())
}

fn turns(open: &Open, lives: &[Life], now: NaiveDateTime) -> Vec<Turn> {
    let rules = open.rules();
    let mut turns = Vec::new();
    for (n, life) in lives.iter().enumerate() {
        for (i, (days, step)) in life.steps.iter().enumerate() {
            let today = rules.days(now.date()).open_until(now.date());
            let day: NaiveDate = rules.days(today).add_open_days(today, *days);
            // Steps of one day follow each other by minutes; today's lie before now.
            let minutes = (n * 7 % 240 + i * 3) as i64;
            let when = (day.and_time(at((9, 0))) + Duration::minutes(minutes)).min(now);
            turns.push(Turn { when, life: n, step: arriving(step.clone(), day) });
        }
    }
    turns
}

/// A packet arrives on the day it is logged.
fn arriving(step: Move, day: NaiveDate) -> Move {
    match step {
        Move::Do(mut action) => {
            if let Action::ReceivePacket { packet, .. } = action.as_mut() {
                packet.arrived = day;
            }
            Move::Do(action)
        }
        other => other,
    }
}

fn take(
    desk: &Desk,
    open: &Open,
    id: Option<CaseId>,
    step: Move,
    now: NaiveDateTime,
) -> Result<Option<CaseId>, Failure> {
    let Some(known) = id else {
        let Move::Do(action) = step else { return Err(Failure::NotFound) };
        return desk.take(open, None, None, *action).map(Some);
    };
    let case = open.register.load(known)?.ok_or(Failure::NotFound)?.case;
    let go = |action: Action| desk.take(open, id, None, action).map(|_| ());
    match step {
        Move::Do(action) => go(*action)?,
        Move::Hold(n) => {
            let rules = open.rules();
            let asked = case.screening().and_then(|s| s.doctor.clone());
            let doctor = rules.doctors.iter().find(|d| match &asked {
                Some(id) => d.id == *id,
                None => Some(d.department.as_str()) == case.department(),
            });
            let doctor = doctor.ok_or(Failure::NotFound)?;
            let taken = open.register.slots(now, now + Duration::days(200), now)?;
            let ask = Ask { id, case: &case, doctor, now, taken: &taken };
            let proposals = propose(&ask, &rules, 150, n);
            for proposal in proposals.into_iter().filter(|p| !p.held) {
                go(Action::HoldSlot { slot: proposal.slot, until: None })?;
            }
        }
        Move::Call(outcome) => go(call(outcome, Matter::Candidates))?,
        Move::CallAbout(matter, outcome) => go(call(outcome, matter))?,
        Move::Book => {
            let start = case.holds.first().map(|h| h.slot.start).ok_or(Failure::NotFound)?;
            go(call(Outcome::Spoke, Matter::Candidates))?;
            go(Action::Book { start, fee: None })?;
        }
        Move::Print(kind) => {
            desk.print_paper(PaperQuery { id: known, kind, version: None })?;
        }
        Move::PrintAndPost => {
            let kind = PaperKind::of_booking(case.mode);
            desk.print_paper(PaperQuery { id: known, kind, version: None })?;
            go(Action::PostPaper { kind, service: "ordinary".into(), tracking: String::new() })?;
        }
        Move::SeenInClinics { minutes_off } => {
            let start = case.booking.as_ref().map(|b| b.slot.start).ok_or(Failure::NotFound)?;
            let menu = open.rules().profile(now.date()).clinics.menu.clone();
            go(Action::ClinicsBooked { start: start + Duration::minutes(minutes_off), menu })?;
        }
        Move::Visit { report_later } => {
            if case.mode == Mode::InPerson {
                go(Action::RecordPayment { card_error: String::new() })?;
            }
            let doctor = case.booking.as_ref().map(|b| b.slot.doctor.clone()).unwrap_or_default();
            go(Action::Consult { doctor, report_later })?;
        }
        Move::SendReport => {
            desk.print_paper(PaperQuery { id: known, kind: PaperKind::CoverLetter, version: None })?;
            desk.print_paper(PaperQuery { id: known, kind: PaperKind::MailingLabel, version: None })?;
            go(Action::PostReport { service: "registered".into(), tracking: "31234567890".into() })?;
        }
    }
    Ok(id)
}

fn call(outcome: Outcome, matter: Matter) -> Action {
    let spoke = outcome == Outcome::Spoke;
    let call = CallRecord {
        direction: Direction::Out,
        party: Party::Patient,
        person: String::new(),
        number: String::new(),
        matter,
        outcome,
        identity_checked: spoke,
        fee_told: spoke && matter == Matter::Candidates,
        next_try: None,
        note: String::new(),
    };
    Action::LogCall { call, out_of_hours: false }
}
