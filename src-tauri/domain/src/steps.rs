//! 次にすること: what the desk must do for a case, from which day and by when. Computed from facts, free of any clock.
use chrono::{Duration, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::call::Outcome;
use crate::case::Case;
use crate::checklist::missing_before_screening;
use crate::days::DeskDays;
use crate::ids::Rule;
use crate::paper::PaperKind;
use crate::profile::{Profile, Rules};
use crate::screening::Verdict;
use crate::stage::{ClinicsMatch, Stage, clinics_match, stage};
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
    fn after_calendar_days(&self, kind: StepKind, day: NaiveDate, n: u16) -> Step {
        let due = self.days.open_from(day + Duration::days(n.into()));
        self.step(kind, due, due)
    }
}

fn main_steps(case: &Case, rules: &Rules) -> Vec<Step> {
    let stage = stage(case, rules);
    let last = last_day(case);
    let plan = Planner { days: rules.days(last), profile: rules.profile(last) };
    match stage {
        Stage::Inquiry => vec![plan.now(StepKind::AnswerInquiry, last)],
        Stage::AwaitingPacket => {
            let due = case.inquiry.as_ref().map_or(last, |i| i.packet_due);
            let due = plan.days.open_from(due);
            vec![Step { tries: outgoing(case), ..plan.step(StepKind::ChasePacket, due, due) }]
        }
        Stage::Received => vec![plan.now(StepKind::OpenPacket, last)],
        Stage::Incomplete => vec![chase_missing(case, rules, &plan)],
        Stage::Checking => vec![Step {
            rule: Some(Rule(71)),
            ..plan.now(StepKind::AskDoctor, material_day(case).unwrap_or(last))
        }],
        Stage::Screening => case.screening().map_or(vec![], |screening| {
            let since = screening.reminders.last().unwrap_or(&screening.asked).date();
            let wait = plan.profile.deadlines.screening_days;
            let step = plan.after_desk_days(StepKind::ChaseDoctor, since, wait);
            vec![Step { tries: screening.reminders.len() as u32, rule: Some(Rule(13)), ..step }]
        }),
        Stage::Scheduling => {
            let since = scheduling_since(case).unwrap_or(last);
            let due = plan.days.add_open_days(since, plan.profile.deadlines.scheduling_days.into());
            vec![Step { rule: Some(Rule(71)), ..plan.step(StepKind::ProposeDates, since, due) }]
        }
        Stage::Offering | Stage::Unreachable => vec![phone(case, &plan)],
        Stage::Booked => vec![post_paper(case, rules, &plan)],
        Stage::PaperPosted if case.mode == Mode::Online => vec![confirm_clinics(case, rules, &plan)],
        Stage::PaperPosted | Stage::ClinicsConfirmed => vec![day_before(case, &plan)],
        Stage::Ready => vec![record_visit(case, &plan)],
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
    let open = case.ending.is_none();
    let first_packet = case.packets.first().map(|p| p.accepted.date());
    let never_spoken = case.inquiry.is_none() && !case.calls.iter().any(|c| !c.record.outcome.is_miss());
    add(open && never_spoken && first_packet.is_some() && case.consultation.is_none(), &|| Step {
        tries: outgoing(case),
        rule: Some(Rule(4)),
        ..plan.now(StepKind::FirstCall, first_packet.unwrap_or(last))
    });
    let offering = open && case.booking.is_none() && !case.holds.is_empty();
    let letter = u32::from(plan.profile.deadlines.misses_before_letter);
    add(offering && letter > 0 && case.misses() >= letter, &|| plan.now(StepKind::WriteUnreachable, last));
    let living = !case.deceased();
    let back = case.papers.iter().filter(|p| !p.is_void()).find_map(|p| p.came_back.as_ref());
    add(living && back.is_some(), &|| {
        plan.now(StepKind::ReturnedMail, back.map_or(last, |back| back.mark.date()))
    });
    let wrong = clinics_match(case, rules);
    add(open && matches!(wrong, ClinicsMatch::OtherTime | ClinicsMatch::OtherMenu), &|| Step {
        rule: Some(Rule(91)),
        ..plan
            .now(StepKind::CallClinicsMismatch, case.clinics.booked.as_ref().map_or(last, |b| b.mark.date()))
    });
    let second_act = case.past_bookings.iter().find(|p| p.in_clinics == InClinics::Open);
    add(living && second_act.is_some(), &|| Step {
        rule: Some(Rule(92)),
        ..plan.now(StepKind::SeeClinicsChange, second_act.map_or(last, |p| p.ended.date()))
    });
    let no_show = open && case.booking.is_none() && case.holds.is_empty() && !case.no_shows.is_empty();
    add(no_show, &|| plan.now(StepKind::DecideNoShow, last));
    let ended = case.ending.as_ref().filter(|_| case.holds_material());
    add(ended.is_some(), &|| give_back(&plan, ended.map_or(last, |e| e.mark.date())));
    side
}

fn chase_missing(case: &Case, rules: &Rules, plan: &Planner) -> Step {
    let since = material_day(case).unwrap_or_else(|| last_day(case));
    let asked = match case.verdict() {
        Some(Verdict::MoreMaterial { .. }) => case.screening().and_then(|s| s.verdict.as_ref()),
        _ => None,
    };
    let since = asked.map_or(since, |answer| answer.mark.date());
    let told = case.calls.iter().filter(|c| c.mark.date() >= since && !c.record.outcome.is_miss()).count();
    let tries = outgoing(case);
    let rule = missing_before_screening(case, rules, since).first().map(|m| m.rule);
    // Not asked for yet: today. Asked: when the time given for the answer is over.
    let step = match told {
        0 => plan.now(StepKind::ChaseMissing, since),
        _ => plan.after_calendar_days(
            StepKind::ChaseMissing,
            since,
            plan.profile.deadlines.missing_calendar_days,
        ),
    };
    Step { tries, rule, ..step }
}

fn phone(case: &Case, plan: &Planner) -> Step {
    let until = case.holds.iter().map(|h| h.until).min();
    let held = case.holds.iter().map(|h| h.mark.date()).min().unwrap_or_else(|| last_day(case));
    let promise = case
        .calls
        .last()
        .filter(|c| c.record.outcome == Outcome::CallBack || c.record.outcome.is_miss())
        .and_then(|c| c.record.next_try);
    let due = promise.or(until);
    let day = due.map_or(held, |d| d.date());
    Step {
        at: due.map(|d| d.time()),
        tries: case.misses(),
        rule: Some(Rule(72)),
        ..plan.step(StepKind::PhoneCandidates, held, day)
    }
}

fn post_paper(case: &Case, rules: &Rules, plan: &Planner) -> Step {
    let Some(booking) = &case.booking else {
        return plan.now(StepKind::PostPaper, last_day(case));
    };
    let agreed = booking.mark.date();
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

fn day_before(case: &Case, plan: &Planner) -> Step {
    let visit = case.booking.as_ref().map_or_else(|| last_day(case), |b| b.slot.date());
    let due = plan.days.previous_open(visit);
    plan.step(StepKind::DayBefore, due, due)
}

fn record_visit(case: &Case, plan: &Planner) -> Step {
    let Some(booking) = &case.booking else { return plan.now(StepKind::RecordVisit, last_day(case)) };
    let day = booking.slot.date();
    Step { at: Some(booking.slot.start.time()), ..plan.step(StepKind::RecordVisit, day, day) }
}

fn chase_report(case: &Case, plan: &Planner) -> Step {
    let held = case.consultation.as_ref().map_or_else(|| last_day(case), |c| c.mark.date());
    let rule = Some(Rule(if case.report_by_post() { 77 } else { 76 }));
    let tries = case.report.reminders.len() as u32;
    let step = match (case.report_by_post(), case.report.reminders.last()) {
        (false, None) => plan.now(StepKind::ChaseReport, held),
        (_, None) => {
            plan.after_calendar_days(StepKind::ChaseReport, held, plan.profile.deadlines.report_calendar_days)
        }
        (_, Some(reminded)) => plan.after_desk_days(StepKind::ChaseReport, reminded.date(), 3),
    };
    Step { rule, tries, ..step }
}

fn give_back(plan: &Planner, since: NaiveDate) -> Step {
    let days = plan.profile.deadlines.return_calendar_days;
    let due = plan.days.open_from(since + Duration::days(days.into()));
    plan.step(StepKind::ReturnMaterial, since, due)
}

fn outgoing(case: &Case) -> u32 {
    case.calls.iter().filter(|c| c.record.direction == crate::call::Direction::Out).count() as u32
}

fn material_day(case: &Case) -> Option<NaiveDate> {
    case.packets.last().map(|p| p.accepted.date())
}

fn delivered_day(case: &Case) -> Option<NaiveDate> {
    use crate::visit::Delivery;
    case.report.delivered.as_ref().map(|d| match d {
        Delivery::HandedOver { mark } | Delivery::Posted { mark, .. } => mark.date(),
    })
}

/// Since when dates are looked for: the verdict, or the end of the last booking.
fn scheduling_since(case: &Case) -> Option<NaiveDate> {
    let accepted = case.screening().and_then(|s| s.verdict.as_ref()).map(|a| a.mark.date());
    let fell = case.past_bookings.last().map(|p| p.ended.date());
    accepted.max(fell)
}

/// The last day on which something happened that moves the case; the anchor where nothing better is known.
fn last_day(case: &Case) -> NaiveDate {
    let marks = [
        case.inquiry.as_ref().map(|i| i.mark.date()),
        material_day(case),
        scheduling_since(case),
        case.calls.last().map(|c| c.mark.date()),
        case.booking.as_ref().map(|b| b.mark.date()),
        case.no_shows.last().map(|m| m.date()),
        case.consultation.as_ref().map(|c| c.mark.date()),
        case.ending.as_ref().map(|e| e.mark.date()),
    ];
    marks.into_iter().flatten().max().unwrap_or_default()
}
