//! 次にすること: what the desk must do for a case, from which day and by when. Computed from facts, free of any clock.
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::call::{Call, Direction, Matter, Outcome, Party};
use crate::case::Case;
use crate::checklist::{hard_missing, missing};
use crate::days::DeskDays;
use crate::ids::Rule;
use crate::paper::PaperKind;
use crate::profile::{Due, Profile, Rules};
use crate::screening::Verdict;
use crate::stage::{ClinicsMatch, Stage, clinics_match, goes_back, scheduling_since, stage};
use crate::visit::{InClinics, Mode};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// A packet came without a call: call first (R4, domain row 6).
    FirstCall,
    /// The applicant still has to be told the steps, or turned to another way.
    AnswerInquiry,
    ChasePacket,
    OpenPacket,
    ChaseMissing,
    AskDoctor,
    ChaseDoctor,
    ProposeDates,
    PhoneCandidates,
    /// Three misses: write (profile).
    WriteUnreachable,
    PostPaper,
    /// The doctor's answer goes to the applicant in writing (domain rows 16, 17).
    PostAnswer,
    /// 漏えい: the first, then the final report (P11).
    ReportLeak,
    ReturnedMail,
    ConfirmClinics,
    CallClinicsMismatch,
    /// The patient's own act in CLINICS after a change is still open (R92).
    SeeClinicsChange,
    DayBefore,
    RecordVisit,
    ChaseReport,
    DeliverReport,
    ReturnMaterial,
    DecideNoShow,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    pub kind: StepKind,
    /// The day it enters today's work.
    pub from: NaiveDate,
    pub due: NaiveDate,
    /// A promised or binding time on that day.
    pub at: Option<NaiveTime>,
    /// How often it was tried.
    pub tries: u32,
    pub rule: Option<Rule>,
}

/// Everything to do, the most urgent first.
pub fn steps(case: &Case, rules: &Rules) -> Vec<Step> {
    let mut found: Vec<Step> = main_steps(case, rules).into_iter().chain(side_steps(case, rules)).collect();
    found.sort_by_key(|s| (s.due, s.at, s.kind));
    found.dedup();
    found
}

struct Planner<'a> {
    days: DeskDays<'a>,
    profile: &'a Profile,
}

impl Planner<'_> {
    fn step(&self, kind: StepKind, from: NaiveDate, due: NaiveDate) -> Step {
        Step { kind, from, due, at: None, tries: 0, rule: None }
    }
    /// Due on the day itself, or the next desk day.
    fn now(&self, kind: StepKind, day: NaiveDate) -> Step {
        let due = self.days.open_from(day);
        self.step(kind, day, due)
    }
    /// Enters today's work on its due day: until then somebody else has it.
    fn after_desk_days(&self, kind: StepKind, day: NaiveDate, n: u16) -> Step {
        let due = self.days.add_open_days(day, n.into());
        self.step(kind, due, due)
    }
    fn after_calendar_days(&self, kind: StepKind, day: NaiveDate, n: i64) -> Step {
        let due = self.days.open_from(day + Duration::days(n));
        self.step(kind, due, due)
    }
    /// The next try after the last call for it: when promised, the next desk day after a miss, else when the time
    /// given for an answer is over. Nothing if nobody was called since.
    fn after_call(&self, kind: StepKind, case: &Case, since: NaiveDateTime) -> Option<Step> {
        let inside = |party: Party| matches!(party, Party::Doctor | Party::Clinics);
        let call = case.calls.iter().rev().find(|c| c.mark.at >= since && !inside(c.record.party))?;
        let day = call.mark.date();
        Some(match call.record.next_try.filter(|next| *next > call.mark.at) {
            Some(next) => Step { at: Some(next.time()), ..self.step(kind, next.date(), next.date()) },
            None if call.record.outcome.is_miss() => self.after_desk_days(kind, day, 1),
            None => self.after_calendar_days(kind, day, self.profile.deadlines.missing_calendar_days.into()),
        })
    }
    /// The next try after the last letter that asked for material: when the time given for an answer is over.
    fn after_letter(&self, kind: StepKind, case: &Case, since: NaiveDateTime) -> Option<Step> {
        let asked = case.papers.iter().filter(|p| REQUESTS.contains(&p.kind));
        let posted =
            asked.filter_map(|p| p.posted.as_ref()).map(|p| p.mark.at).filter(|at| *at >= since).max()?;
        let days = self.profile.deadlines.missing_calendar_days.into();
        Some(self.after_calendar_days(kind, posted.date(), days))
    }
}

/// Papers that ask for material.
const REQUESTS: [PaperKind; 3] =
    [PaperKind::MissingNotice, PaperKind::ReferrerRequest, PaperKind::MoreRequest];

fn main_steps(case: &Case, rules: &Rules) -> Vec<Step> {
    let last = last_day(case);
    let plan = Planner { days: rules.days(last), profile: rules.profile(last) };
    match stage(case, rules) {
        Stage::Inquiry => vec![plan.now(StepKind::AnswerInquiry, last)],
        Stage::AwaitingPacket => vec![chase_packet(case, &plan)],
        Stage::Received => vec![plan.now(StepKind::OpenPacket, last)],
        Stage::Incomplete => vec![chase_missing(case, rules, &plan)],
        Stage::Checking => {
            let day = material_at(case).map_or(last, |at| at.date());
            vec![Step { rule: Some(Rule(71)), ..plan.now(StepKind::AskDoctor, day) }]
        }
        Stage::Screening => case.screening().map_or(vec![], |screening| {
            let since = screening.reminders.last().unwrap_or(&screening.asked).date();
            let wait = plan.profile.deadlines.screening_days;
            let step = plan.after_desk_days(StepKind::ChaseDoctor, since, wait);
            vec![Step { tries: screening.reminders.len() as u32, rule: Some(Rule(13)), ..step }]
        }),
        Stage::Scheduling => vec![find_dates(case, &plan)],
        Stage::Offering | Stage::Unreachable => vec![phone(case, &plan)],
        Stage::Booked => [post_paper(case, rules, &plan)].into_iter().chain(visit(case, rules)).collect(),
        Stage::PaperPosted if case.mode == Mode::Online => {
            // A booking that does not match is a step of its own.
            let unseen = case.clinics.booked.is_none();
            unseen
                .then(|| confirm_clinics(case, rules, &plan))
                .into_iter()
                .chain(visit(case, rules))
                .collect()
        }
        Stage::PaperPosted | Stage::ClinicsConfirmed | Stage::Ready => visit(case, rules),
        Stage::Consulted | Stage::ReportAwaited => vec![chase_report(case, &plan)],
        Stage::ReportReceived => {
            let since = case.report.received.as_ref().map_or(last, |m| m.date());
            let by_post = case.report_by_post();
            let step = plan.now(StepKind::DeliverReport, since);
            vec![Step { rule: Some(Rule(if by_post { 98 } else { 76 })), ..step }]
        }
        Stage::Returning => vec![give_back(&plan, delivered_day(case).unwrap_or(last))],
        _ => vec![],
    }
}

/// What runs beside the main stage.
fn side_steps(case: &Case, rules: &Rules) -> Vec<Step> {
    let last = last_day(case);
    let plan = Planner { days: rules.days(last), profile: rules.profile(last) };
    let mut side = Vec::new();
    let mut add = |when: bool, step: &dyn Fn() -> Step| {
        if when {
            side.push(step());
        }
    };
    let stage = stage(case, rules);
    let open = case.ending.is_none();
    let before_visit = open && case.consultation.is_none();
    let never_spoken = case.inquiry.is_none() && !case.spoke_after(NaiveDateTime::MIN);
    let first_packet = case.packets.first().map(|p| p.accepted.date());
    add(before_visit && never_spoken && first_packet.is_some(), &|| Step {
        tries: outgoing(case),
        rule: Some(Rule(4)),
        ..plan.now(StepKind::FirstCall, first_packet.unwrap_or(last))
    });
    let unopened = case.packets.iter().find(|p| p.packet.unopened).map(|p| p.accepted.date());
    add(open && stage != Stage::Received && unopened.is_some(), &|| {
        plan.now(StepKind::OpenPacket, unopened.unwrap_or(last))
    });
    let beside = before_visit && !matches!(stage, Stage::Received | Stage::Incomplete);
    add(beside && still_wanted(case, rules, last), &|| chase_missing(case, rules, &plan));
    let letter = u32::from(plan.profile.deadlines.misses_before_letter);
    let given_up = letter > 0 && stage == Stage::Unreachable && offering_misses(case) >= letter;
    let given_up = given_up && !written_since_missed(case);
    add(given_up, &|| plan.now(StepKind::WriteUnreachable, last));
    let living = !case.deceased();
    let answer = unposted_answer(case);
    add(living && answer.is_some(), &|| Step {
        rule: Some(Rule(13)),
        ..plan.now(StepKind::PostAnswer, answer.unwrap_or(last))
    });
    let back = case.papers.iter().filter(|p| !p.is_void()).find_map(|p| p.came_back.as_ref());
    add(living && back.is_some(), &|| {
        plan.now(StepKind::ReturnedMail, back.map_or(last, |back| back.mark.date()))
    });
    let wrong = before_visit.then(|| clinics_match(case, rules));
    add(matches!(wrong, Some(ClinicsMatch::OtherTime | ClinicsMatch::OtherMenu)), &|| {
        clinics_differs(case, &plan)
    });
    let second_act = case.past_bookings.iter().find(|p| p.in_clinics == InClinics::Open);
    add(living && second_act.is_some(), &|| Step {
        rule: Some(Rule(92)),
        ..plan.now(StepKind::SeeClinicsChange, second_act.map_or(last, |p| p.ended.date()))
    });
    for leak in &case.leaks {
        let term = match (&leak.first_report, &leak.final_report) {
            (None, None) => Some(FIRST_REPORT),
            (Some(_), None) => Some(FINAL_REPORT),
            _ => None,
        };
        add(term.is_some(), &|| {
            let due = leak.noticed + Duration::days(term.unwrap_or_default());
            plan.step(StepKind::ReportLeak, leak.noticed, due)
        });
    }
    let ended = case.ending.as_ref().filter(|end| goes_back(case, rules, end.mark.date()));
    add(ended.is_some(), &|| give_back(&plan, ended.map_or(last, |e| e.mark.date())));
    side
}

/// Calendar days after which the first report of a leak is late: "promptly" is three to five (個人情報保護委員会規則8条).
const FIRST_REPORT: i64 = 5;
/// Calendar days for the final report.
const FINAL_REPORT: i64 = 30;

/// ご連絡のお願い went out after the last call that reached nobody.
fn written_since_missed(case: &Case) -> bool {
    let missed =
        case.calls.iter().rev().find(|c| c.record.party.is_applicant() && c.record.outcome.is_miss());
    let posted = case.paper(PaperKind::ContactRequest).and_then(|p| p.posted.as_ref());
    posted.is_some_and(|posted| missed.is_none_or(|missed| posted.mark.at >= missed.mark.at))
}

/// Since when the doctor's refusal, or the advice to see the general outpatient clinic, waits to be posted.
fn unposted_answer(case: &Case) -> Option<NaiveDate> {
    let answer = case.screening()?.verdict.as_ref()?;
    let kind = match answer.verdict {
        Verdict::Refuse { .. } => PaperKind::Decline,
        Verdict::GeneralOutpatient { .. } => PaperKind::GeneralOutpatient,
        _ => return None,
    };
    let posted = case.paper(kind).is_some_and(|p| p.posted.is_some() && p.came_back.is_none());
    (!posted).then(|| answer.mark.date())
}

/// What the doctor or the talk waits for although the case moves on. Once accepted, only consent and the papers
/// that must be there; what the doctor could do without is not asked for again.
fn still_wanted(case: &Case, rules: &Rules, on: NaiveDate) -> bool {
    match case.accepted() {
        true => !hard_missing(case, rules, on).is_empty(),
        false => {
            missing(case, rules, on).iter().any(|m| m.due == Due::WithPacket) && !case.packets.is_empty()
        }
    }
}

fn chase_packet(case: &Case, plan: &Planner) -> Step {
    let due = case.inquiry.as_ref().map_or_else(|| last_day(case), |i| i.packet_due);
    let again = plan.after_call(StepKind::ChasePacket, case, due.and_time(NaiveTime::MIN));
    let due = plan.days.open_from(due);
    let step = again.unwrap_or_else(|| plan.step(StepKind::ChasePacket, due, due));
    Step { tries: outgoing(case), ..step }
}

/// Not asked for yet: today. Asked: after the time given for the answer, again and again.
fn chase_missing(case: &Case, rules: &Rules, plan: &Planner) -> Step {
    let answered = case.screening().and_then(|s| s.verdict.as_ref()).map(|answer| answer.mark.at);
    let agreed = case.booking.as_ref().map(|booking| booking.mark.at);
    let since = material_at(case).max(answered).max(agreed);
    let since = since.unwrap_or_else(|| last_day(case).and_time(NaiveTime::MIN));
    let rule = missing(case, rules, since.date()).first().map(|m| m.rule);
    let again = plan.after_call(StepKind::ChaseMissing, case, since);
    let written = plan.after_letter(StepKind::ChaseMissing, case, since);
    let again = [again, written].into_iter().flatten().max_by_key(|step| step.due);
    let step = again.unwrap_or_else(|| plan.now(StepKind::ChaseMissing, since.date()));
    // What the visit needs is asked for before the visit.
    let eve = case.booking.as_ref().map(|b| rules.days(b.slot.date()).previous_open(b.slot.date()));
    let due = eve.map_or(step.due, |eve| step.due.min(eve));
    Step { tries: outgoing(case), rule, due, from: step.from.min(due), ..step }
}

/// After a no-show the desk first decides whether there is to be another date (E6).
fn find_dates(case: &Case, plan: &Planner) -> Step {
    let last = last_day(case);
    let missed = case.past_bookings.last().map(|past| &past.ended);
    if let Some(missed) = missed.filter(|missed| case.no_shows.last() == Some(missed)) {
        return plan.now(StepKind::DecideNoShow, missed.date());
    }
    let about_dates = |c: &&Call| c.record.matter == Matter::Candidates;
    let asked_anew = case.calls.iter().rev().find(about_dates).map(|c| c.mark.at);
    let since = scheduling_since(case).max(asked_anew).map_or(last, |at| at.date());
    let due = plan.days.add_open_days(since, plan.profile.deadlines.scheduling_days.into());
    Step { rule: Some(Rule(71)), ..plan.step(StepKind::ProposeDates, since, due) }
}

/// Something else than was agreed was seen in CLINICS: call. In vain: again. Spoken to: look there again (R91).
fn clinics_differs(case: &Case, plan: &Planner) -> Step {
    let seen = case.clinics.booked.as_ref().map_or_else(NaiveDateTime::default, |booked| booked.mark.at);
    let about = |c: &&Call| c.mark.at >= seen && c.record.matter == Matter::Clinics;
    let calls: Vec<&Call> =
        case.calls.iter().filter(about).filter(|c| c.record.party.is_applicant()).collect();
    let spoke = calls.iter().rfind(|c| c.record.outcome == Outcome::Spoke);
    let promise = calls.last().and_then(|c| c.record.next_try.filter(|next| *next > c.mark.at));
    let step = match (spoke, promise, calls.last()) {
        (Some(call), _, _) => plan.after_desk_days(StepKind::ConfirmClinics, call.mark.date(), 1),
        (None, Some(next), _) => {
            let step = plan.step(StepKind::CallClinicsMismatch, next.date(), next.date());
            Step { at: Some(next.time()), ..step }
        }
        (None, None, Some(missed)) => {
            plan.after_desk_days(StepKind::CallClinicsMismatch, missed.mark.date(), 1)
        }
        (None, None, None) => plan.now(StepKind::CallClinicsMismatch, seen.date()),
    };
    Step { tries: calls.len() as u32, rule: Some(Rule(91)), ..step }
}

fn offering_misses(case: &Case) -> u32 {
    case.misses_since(scheduling_since(case).unwrap_or(NaiveDateTime::MIN))
}

/// Before the holds run out, or at the time promised since.
fn phone(case: &Case, plan: &Planner) -> Step {
    let until = case.holds.iter().map(|h| h.until).min();
    let held = case.holds.iter().map(|h| h.mark.at).min();
    let last = case.calls.iter().rev().find(|c| c.record.party.is_applicant());
    let last = last.filter(|c| held.is_none_or(|held| c.mark.at >= held));
    let unmet = last.filter(|c| c.record.outcome != Outcome::Spoke);
    let promise = unmet.and_then(|c| c.record.next_try.filter(|next| *next > c.mark.at));
    let from = held.map_or_else(|| last_day(case), |at| at.date());
    let due = promise.or(until);
    Step {
        at: due.map(|d| d.time()),
        tries: offering_misses(case),
        rule: Some(Rule(72)),
        ..plan.step(StepKind::PhoneCandidates, from, due.map_or(from, |d| d.date()))
    }
}

fn post_paper(case: &Case, rules: &Rules, plan: &Planner) -> Step {
    let Some(booking) = &case.booking else {
        return plan.now(StepKind::PostPaper, last_day(case));
    };
    // A paper that came back is posted again: from that day on, not from the day the date was agreed.
    let back = case.paper(PaperKind::of_booking(case.mode)).and_then(|paper| paper.came_back.as_ref());
    let agreed = back.map_or(booking.mark.date(), |back| back.mark.date());
    let planned = crate::candidates::post_plan(rules, agreed, booking.slot.date());
    let prompt = plan.days.add_open_days(agreed, plan.profile.deadlines.post_days.into());
    let due = planned.map_or(prompt, |p| p.by.min(prompt));
    let rule = Rule(if case.mode == Mode::Online { 87 } else { 73 });
    Step { rule: Some(rule), ..plan.step(StepKind::PostPaper, agreed, due.max(agreed)) }
}

fn confirm_clinics(case: &Case, rules: &Rules, plan: &Planner) -> Step {
    let visit = case.booking.as_ref().map_or_else(|| last_day(case), |b| b.slot.date());
    let days = rules.days(visit);
    let due = days.add_open_days(visit, -i32::from(plan.profile.deadlines.clinics_days_before));
    let posted = case.paper(PaperKind::ClinicsGuide).and_then(|p| p.posted.as_ref()).map(|p| p.mark.date());
    let from = posted.map_or(due, |p| plan.days.add_open_days(p, 1)).min(due);
    Step { rule: Some(Rule(91)), tries: outgoing(case), ..plan.step(StepKind::ConfirmClinics, from, due) }
}

/// The day before and the day: neither waits for a paper that was never posted or a booking that was never seen.
fn visit(case: &Case, rules: &Rules) -> Vec<Step> {
    let Some(booking) = &case.booking else { return vec![] };
    let day = booking.slot.date();
    let plan = Planner { days: rules.days(day), profile: rules.profile(day) };
    let eve = plan.days.previous_open(day);
    let unconfirmed = case.day_before.is_none();
    let before = unconfirmed.then(|| plan.step(StepKind::DayBefore, eve, eve));
    let seen = Step { at: Some(booking.slot.start.time()), ..plan.step(StepKind::RecordVisit, day, day) };
    before.into_iter().chain([seen]).collect()
}

/// Calendar days between one reminder and the next: on the due day, 3 and 7 days after, then weekly (domain row 32).
const BETWEEN_REMINDERS: [i64; 3] = [3, 4, 7];

fn chase_report(case: &Case, plan: &Planner) -> Step {
    let held = case.consultation.as_ref().map_or_else(|| last_day(case), |c| c.mark.date());
    let by_post = case.report_by_post();
    let tries = case.report.reminders.len();
    let step = match case.report.reminders.last() {
        Some(reminded) => {
            let wait = BETWEEN_REMINDERS[tries.min(BETWEEN_REMINDERS.len()) - 1];
            plan.after_calendar_days(StepKind::ChaseReport, reminded.date(), wait)
        }
        None if by_post => {
            let wait = plan.profile.deadlines.report_calendar_days.into();
            plan.after_calendar_days(StepKind::ChaseReport, held, wait)
        }
        None => plan.now(StepKind::ChaseReport, held),
    };
    Step { rule: Some(Rule(if by_post { 77 } else { 76 })), tries: tries as u32, ..step }
}

fn give_back(plan: &Planner, since: NaiveDate) -> Step {
    let days = plan.profile.deadlines.return_calendar_days;
    let due = plan.days.open_from(since + Duration::days(days.into()));
    plan.step(StepKind::ReturnMaterial, since, due)
}

fn outgoing(case: &Case) -> u32 {
    case.calls.iter().filter(|c| c.record.direction == Direction::Out).count() as u32
}

fn material_at(case: &Case) -> Option<NaiveDateTime> {
    case.packets.last().map(|p| p.accepted.at)
}

fn delivered_day(case: &Case) -> Option<NaiveDate> {
    use crate::visit::Delivery;
    case.report.delivered.as_ref().map(|d| match d {
        Delivery::HandedOver { mark } | Delivery::Posted { mark, .. } => mark.date(),
    })
}

/// The last day on which something happened that moves the case; the anchor where nothing better is known.
fn last_day(case: &Case) -> NaiveDate {
    let marks = [
        case.inquiry.as_ref().map(|i| i.mark.at),
        material_at(case),
        scheduling_since(case),
        case.calls.last().map(|c| c.mark.at),
        case.booking.as_ref().map(|b| b.mark.at),
        case.consultation.as_ref().map(|c| c.mark.at),
        case.ending.as_ref().map(|e| e.mark.at),
    ];
    marks.into_iter().flatten().max().unwrap_or_default().date()
}
