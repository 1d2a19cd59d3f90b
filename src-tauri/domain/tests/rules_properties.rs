//! What holds whatever is done in whatever order: no panic, no illegal state, the journal gives the case again,
//! no proposal that could not be kept.

mod common;
#[path = "common/wild.rs"]
mod wild;

use chrono::{Days, Duration, NaiveDateTime};
use common::*;
use domain::brief::{Brief, brief, search_fields};
use domain::call::{CallRecord, Direction, Matter, Outcome, Party};
use domain::candidates::{Ask, Taken, grid, judge, propose};
use domain::case::EndKind;
use domain::checklist::{missing_before_visit, to_bring};
use domain::deeds::deeds;
use domain::history::{Entry, Event, replay, undoable};
use domain::ids::{Mark, ReceiptNumber};
use domain::mode::{keeps_date, preview_switch};
use domain::paper::{PaperKind, ReturnReason, VoidReason};
use domain::people::Wishes;
use domain::screening::{Ground, Verdict};
use domain::steps::steps;
use domain::visit::{AskedBy, Mode, Return, Slot};
use domain::{Action, Case, Rules, Why};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> = LazyLock::new(rules);

/// Everything the screens ask about a case, asked at once.
fn ask_everything(case: &Case, now: NaiveDateTime) -> Brief {
    let today = now.date();
    for deed in deeds(case, now, &RULES) {
        serde_json::to_string(&deed).unwrap();
    }
    let line = brief(case, &RULES, today);
    search_fields(case);
    to_bring(case, &RULES, today);
    missing_before_visit(case, &RULES, today);
    preview_switch(case, &RULES, today);
    let ask = Ask { id: Some(1), case, doctor: RULES.doctor("森").unwrap(), now, taken: &[] };
    grid(&ask, &RULES, today, today + Days::new(3));
    line
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Without any guard: `after` is total, every question has an answer, what is stored comes back.
    #[test]
    fn nothing_panics_and_the_journal_gives_the_case_again(
        doings in prop::collection::vec((wild::action(), wild::mark()), 0..24),
        now in wild::moment(),
    ) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut case = Case::default();
        for (action, mark) in doings {
            let _ = case.may(&action, mark.at, &RULES);
            let written = serde_json::to_string(&action).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Action>(&written).unwrap(), &action);
            case = case.after(&action, &mark);
            entries.push(Entry { seq: entries.len() as i64 + 1, mark, event: Event::Done { action } });
        }
        prop_assert_eq!(&replay(&entries), &case);
        let written = serde_json::to_string(&case).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Case>(&written).unwrap(), &case);
        let line = ask_everything(&case, now);
        let written = serde_json::to_string(&line).unwrap();
        prop_assert_eq!(serde_json::from_str::<Brief>(&written).unwrap(), line);
    }
}

/// What a clerk does next: mostly the next thing that may be done and leads on, else anything.
fn next(case: &Case, now: NaiveDateTime, pick: u32) -> Action {
    let beside = |kind: &PaperKind| !kind.tells_date() && *kind != PaperKind::CoverLetter;
    let leads_on = |action: &Action| {
        !matches!(action, Action::IssuePaper { kind, .. } if beside(kind))
            && !matches!(action, Action::AskDoctor { .. } if case.accepted())
            && !matches!(
                action,
                Action::Unbook { .. }
                    | Action::SwitchMode { .. }
                    | Action::End { .. }
                    | Action::WithdrawAgreement { .. }
                    | Action::VoidPaper { .. }
                    | Action::NoShow {}
                    | Action::LogCall { call: CallRecord { fee_told: false, .. }, .. }
                    | Action::ReceivePacket { .. }
            )
            && case.may(action, now, &RULES).is_ok()
    };
    let anything = tries(case, now, pick);
    if (pick / MOVES).is_multiple_of(4) {
        return anything;
    }
    let mut ahead = (0..MOVES).map(|n| tries(case, now, pick.wrapping_add(n)));
    ahead.find(leads_on).unwrap_or(anything)
}

const MOVES: u32 = 44;

/// Moves a clerk may try in a state, sensible and not; `pick` chooses among them.
fn tries(case: &Case, now: NaiveDateTime, pick: u32) -> Action {
    let other = |n: u32| (pick / 64 + n) as usize;
    let choose = |kinds: &[PaperKind]| kinds[other(0) % kinds.len()];
    let usual = [PaperKind::Slip, PaperKind::ClinicsGuide, PaperKind::CoverLetter, PaperKind::MailingLabel];
    let papers = if other(1).is_multiple_of(3) { &PaperKind::ALL[..] } else { &usual };
    let to = if other(0).is_multiple_of(2) { Mode::Online } else { Mode::InPerson };
    let until = Some(now + Duration::hours(90));
    let start = case.holds.get(other(0) % case.holds.len().max(1)).map_or(now, |h| h.slot.start);
    let visit = case.booking.as_ref().map_or(now, |b| b.slot.start);
    let number = Some(ReceiptNumber { fiscal_year: 2026, serial: pick });
    let kind = choose(papers);
    let form = |mode| Some(domain::people::Intake { mode, ..intake() });
    let receive = |items, intake| Action::ReceivePacket {
        packet: arrival(now.date()),
        items,
        discs: vec![],
        bring_on_day: vec![],
        intake,
        number,
    };
    match pick % MOVES {
        0 => Action::Inquire {
            intake: intake(),
            heard: vec![],
            explained: true,
            out_of_hours: false,
            packet_due: Some(now.date()),
        },
        1 | 2 => receive(complete(), form(to)),
        3 => receive(complete(), None),
        4..=7 => Action::AskDoctor { department: "respiratory".into(), doctor: None },
        8..=11 => Action::RecordVerdict { verdict: Verdict::Accept },
        12 => Action::RecordVerdict { verdict: more_material() },
        13 => Action::RecordVerdict { verdict: Verdict::OtherDepartment { department: "cardiology".into() } },
        14 if other(0).is_multiple_of(8) => {
            let verdict = Verdict::Refuse {
                ground: Ground::ALL[other(1) % 7],
                words: "不可".into(),
                approver: "佐藤".into(),
            };
            Action::RecordVerdict { verdict }
        }
        14..=18 => Action::HoldSlot { slot: next_slot(case, now, other(0)), until },
        19..=22 if !fee_wanted(case, start, now) => Action::Book { start, fee: fee(case.mode) },
        19..=22 => {
            let call = call(Party::Patient, Outcome::Spoke, Matter::Candidates);
            Action::LogCall { call: CallRecord { fee_told: true, ..call }, out_of_hours: false }
        }
        23 => Action::Unbook { reason: "都合".into() },
        24 => Action::SwitchMode {
            to,
            asked_by: AskedBy::Hospital,
            reason: "感染".into(),
            fee: fee(to),
            keeps_date: keeps_date(case, to, &RULES),
        },
        25..=27 => print(kind, case.next_version(kind)),
        28 | 29 => post(kind),
        30 => Action::MailCameBack { kind, reason: ReturnReason::Refused },
        31 => Action::VoidPaper { kind, reason: VoidReason::ByHand },
        32 => Action::ClinicsBooked { start: visit, menu: RULES.profile(now.date()).clinics.menu.clone() },
        33 => Action::ConfirmDayBefore {},
        34 | 35 => Action::RecordPayment { card_error: String::new() },
        36 => Action::Consult { doctor: "森".into(), report_later: other(0).is_multiple_of(2) },
        37 => Action::ReceiveReport { pages: 1 },
        38 => {
            if other(0).is_multiple_of(2) {
                post_report()
            } else {
                Action::HandOverReport {}
            }
        }
        39 if other(0).is_multiple_of(4) => {
            end([EndKind::Cancelled, EndKind::Deceased, EndKind::NoShow, EndKind::Lapsed][other(1) % 4], None)
        }
        39 => Action::NoShow {},
        40 => Action::ReturnMaterial { how: Return::HandedOver {} },
        41 => Action::WithdrawAgreement { reason: "電話".into() },
        42 => Action::ClinicsChangeSeen {},
        _ => a_call(now, other(0), pick),
    }
}

/// Only the fee still has to be told before the held time can be booked.
fn fee_wanted(case: &Case, start: NaiveDateTime, now: NaiveDateTime) -> bool {
    let book = Action::Book { start, fee: fee(case.mode) };
    case.may(&book, now, &RULES).is_err_and(|refusal| refusal.why == Why::FeeNotTold)
}

fn a_call(now: NaiveDateTime, n: usize, pick: u32) -> Action {
    let outcome = if n.is_multiple_of(2) { Outcome::NoAnswer } else { Outcome::CallBack };
    let mut call = call(Party::Patient, outcome, Matter::Candidates);
    call.direction = if n.is_multiple_of(3) { Direction::In } else { Direction::Out };
    call.next_try = Some(now + Duration::hours(i64::from(pick % 90) - 20));
    Action::LogCall { call, out_of_hours: false }
}

/// A free slot some days on, or none that anybody has.
fn next_slot(case: &Case, now: NaiveDateTime, n: usize) -> Slot {
    let doctor = RULES.doctor(["森", "伊藤"][n % 2]).unwrap();
    let ask = Ask { id: Some(1), case, doctor, now, taken: &[] };
    let days = grid(&ask, &RULES, now.date(), now.date() + Days::new(16));
    let free: Vec<Slot> = days.into_iter().flat_map(|day| day.free).collect();
    free.get(n % free.len().max(1)).cloned().unwrap_or_else(|| slot("森", VISIT))
}

/// What may never be, whatever was done.
fn check(case: &Case, ever_held: &[Slot], before: &Case, now: NaiveDateTime) {
    assert!(case.booking.is_none() || case.holds.is_empty(), "a booking together with holds");
    for kind in PaperKind::ALL {
        let valid = case.papers.iter().filter(|p| p.kind == kind && !p.is_void()).count();
        assert!(valid <= 1, "two valid papers of one kind");
        assert!(
            valid == 0 || !kind.tells_date() || case.booking.is_some(),
            "a valid date paper without a booking"
        );
        assert!(valid == 0 || case.ending.is_none() || kind.closes(), "a valid paper after the end");
    }
    let versions: Vec<u32> = case.papers.iter().filter(|p| p.kind.tells_date()).map(|p| p.version).collect();
    assert!(versions.is_sorted_by(|a, b| a < b), "versions of the date papers rise");
    if let Some(booking) = &case.booking {
        assert!(ever_held.contains(&booking.slot), "the booking came from no hold");
        assert_eq!(booking.mode, case.mode, "the booking is of another mode");
        assert!(case.accepted(), "booked without the doctor");
    }
    assert!(case.report.delivered.is_none() || case.report.received.is_some(), "delivered what never came");
    assert!(case.report.received.is_none() || case.consultation.is_some(), "a report of no talk");
    assert!(before.number.is_none() || before.number == case.number, "the receipt number changed");
    assert!(case.packets.is_empty() || case.number.is_some(), "a packet without a number");
    assert!(before.consultation.is_none() || before.consultation == case.consultation, "the talk changed");
    assert!(
        case.ending.is_none() || (case.booking.is_none() && case.holds.is_empty()),
        "an ended case has dates"
    );
    assert!(
        case.payment.is_none() || case.booking.is_some() || case.consultation.is_some(),
        "paid for nothing"
    );
    let max = usize::from(RULES.profile(now.date()).deadlines.max_holds);
    assert!(case.live_holds(now).count() <= max, "too many holds");
    assert!(case.past_bookings.len() >= before.past_bookings.len(), "a fallen date vanished");
    assert!(case.papers.len() >= before.papers.len(), "a paper vanished");
    for step in steps(case, &RULES) {
        assert!(step.from <= step.due, "{step:?} is due before it can be seen");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Through `apply`, with steps taken back in between: no illegal state, and the journal gives every state again.
    #[test]
    fn no_illegal_state_is_reachable(picks in prop::collection::vec((any::<u32>(), 1u16..1500, 0u8..10), 1..120)) {
        let mut now = time("2026-11-24T09:00");
        let mut case = Case::default();
        let mut entries: Vec<Entry> = Vec::new();
        let mut stack: Vec<Case> = vec![];
        let mut ever_held: Vec<Slot> = vec![];
        for (pick, minutes, undo) in picks {
            now += Duration::minutes(minutes.into());
            let seq = entries.len() as i64 + 1;
            let mark = Mark { at: now, by: "受付 花子".into() };
            if undo == 0 {
                if let Some(back) = undoable(&entries).map(|entry| entry.seq) {
                    entries.push(Entry { seq, mark, event: Event::TakenBack { seq: back } });
                    case = stack.pop().unwrap();
                    prop_assert_eq!(&replay(&entries), &case, "taken back");
                }
                continue;
            }
            let action = next(&case, now, pick);
            let staff = domain::Staff::named("受付 花子");
            let Ok(after) = case.apply(&action, now, &staff, &RULES) else { continue };
            prop_assert_eq!(&after, &case.after(&action, &mark), "apply is may, then after");
            if let Action::HoldSlot { slot, .. } = &action {
                ever_held.push(slot.clone());
            }
            check(&after, &ever_held, &case, now);
            entries.push(Entry { seq, mark, event: Event::Done { action } });
            prop_assert_eq!(&replay(&entries), &after);
            stack.push(std::mem::replace(&mut case, after));
        }
        ask_everything(&case, now);
    }

    /// What is proposed can be held: an open day ahead, a time nobody has, the same answer twice.
    #[test]
    fn proposals_can_be_kept(
        start in 0u64..700,
        minutes in 0i64..1440,
        weekdays in prop::collection::vec(0u8..7, 1..4),
        away in prop::collection::vec(0u8..7, 0..3),
        booked in prop::collection::vec((0u64..40, 9u32..17, 0i64..3), 0..20),
        leave in 0u64..30,
    ) {
        let now = (day("2026-04-01") + Days::new(start)).and_hms_opt(0, 0, 0).unwrap() + Duration::minutes(minutes);
        let mut rules = rules();
        let from = (now.date() + Days::new(leave)).to_string();
        rules = on_leave(rules, "森", &from, &from);
        let doctor = rules.doctors.iter_mut().find(|d| d.id == "森").unwrap();
        doctor.clinics = vec![clinic(&weekdays, "09:00:00", "17:00:00", &[Mode::InPerson])];
        let life = Life::new().with(|i| i.subject.wishes = Wishes { unavailable_weekdays: away.clone(), ..Wishes::default() }).accepted();
        let taken: Vec<Taken> = booked
            .iter()
            .map(|(days, hour, case)| {
                let start = (now.date() + Days::new(*days)).and_hms_opt(*hour, 0, 0).unwrap();
                let slot = Slot { doctor: "森".into(), start, minutes: 60, room: "外来診療棟".into() };
                Taken { slot, case: *case, until: (*case == 1).then(|| now + Duration::hours(9)), by: "木村".into() }
            })
            .collect();
        let ask = Ask { id: Some(1), case: &life.case, doctor: rules.doctor("森").unwrap(), now, taken: &taken };
        let proposals = propose(&ask, &rules, 40, 6);
        prop_assert_eq!(&propose(&ask, &rules, 40, 6), &proposals, "the same question, the same answer");
        prop_assert!(proposals.len() <= 6);
        prop_assert!(proposals.is_sorted_by_key(|p| (!p.held, p.slot.start)), "held first, then by time");
        for proposal in proposals.iter().filter(|p| !p.held) {
            let slot = &proposal.slot;
            prop_assert!(slot.start > now, "in the past");
            prop_assert!(rules.days(slot.date()).is_open(slot.date()), "on a closed day");
            prop_assert!(!taken.iter().any(|t| t.slot.overlaps(slot)), "taken already");
            prop_assert!(proposal.posting.as_ref().is_some_and(|p| p.by >= now.date()), "the slip would come late");
            let hold = Action::HoldSlot { slot: slot.clone(), until: Some(now) };
            prop_assert_eq!(life.case.may(&hold, now, &rules), Ok(()), "what is proposed may be held");
        }
        for proposal in proposals.iter().filter(|p| p.held) {
            prop_assert!(taken.iter().any(|t| t.case == 1 && t.until.is_some() && t.slot == proposal.slot));
        }
        for day in grid(&ask, &rules, now.date(), now.date() + Days::new(40)) {
            prop_assert_eq!(&judge(&ask, &rules, day.date), &day);
            let silent = day.free.is_empty() && day.held.is_empty() && day.reasons.is_empty();
            prop_assert!(!silent, "{} is refused without a reason", day.date);
        }
    }
}

/// The walk above is only worth something if it gets far.
#[test]
fn the_random_walk_reaches_the_end() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = prop::collection::vec((any::<u32>(), 1u16..1500), 120);
    let (mut booked, mut consulted, mut delivered) = (0, 0, 0);
    for _ in 0..60 {
        let picks = strategy.new_tree(&mut runner).unwrap().current();
        let mut now = time("2026-11-24T09:00");
        let mut case = Case::default();
        for (pick, minutes) in picks {
            now += Duration::minutes(minutes.into());
            let action = next(&case, now, pick);
            let staff = domain::Staff::named("受付 花子");
            if let Ok(after) = case.apply(&action, now, &staff, &RULES) {
                case = after;
            }
        }
        booked += u32::from(case.booking.is_some() || !case.past_bookings.is_empty());
        consulted += u32::from(case.consultation.is_some());
        delivered += u32::from(case.report.delivered.is_some());
    }
    assert!(
        booked > 20 && consulted > 10 && delivered > 4,
        "{booked} booked, {consulted} consulted, {delivered} delivered"
    );
}
