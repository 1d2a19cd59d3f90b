//! Plays every life of the practice register in the order of time, each step through the real desk, up to now.
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate, NaiveDateTime};
use domain::Case;
use domain::ids::CaseId;
use domain::people::Intake;

use super::anchor::Anchor;
use super::at;
use super::hospital::{STAFF_NAMES, fixed_days};
use super::life::{Born, Life, Move};
use super::people::form_of;
use crate::clock::SetClock;
use crate::desk::{Desk, Open};
use crate::wire::Failure;

/// The desk of the past, and what the lives share.
pub(super) struct Stage<'a> {
    pub desk: &'a Desk,
    pub open: &'a Open,
    pub anchor: Anchor,
    /// Days that some life fixes with a doctor: nobody else takes them.
    pub fixed: BTreeSet<(&'static str, NaiveDate)>,
}

/// A life on the way: its form, its case once there is one, and the step that comes next.
struct Player<'a> {
    life: &'a Life,
    form: Intake,
    case: Option<CaseId>,
    next: usize,
    last: NaiveDateTime,
}

/// Plays all lives up to the anchor.
pub(super) fn play(desk: &Desk, clock: &SetClock, anchor: Anchor, lives: &[Life]) -> Result<(), Failure> {
    let open = desk.opened()?;
    let fixed = fixed_days(&anchor, lives).map(|(doctor, _, date)| (doctor, date)).collect();
    let stage = Stage { desk, open: &open, anchor, fixed };
    let mut players: Vec<Player> = lives.iter().map(|life| player(life, &stage.anchor)).collect();
    let mut queue: BTreeMap<(NaiveDateTime, usize), ()> = BTreeMap::new();
    for (n, player) in players.iter().enumerate() {
        enqueue(&mut queue, &stage, player, n)?;
    }
    while let Some(((when, n), ())) = queue.pop_first() {
        clock.set(when);
        *open.person.lock().expect("a name is swapped whole") = Some(STAFF_NAMES[n % 3].to_owned());
        let player = &mut players[n];
        let what = &player.life.steps[player.next].what;
        player.case = Some(stage.perform(player.case, &player.form, what, when)?);
        player.next += 1;
        player.last = when;
        enqueue(&mut queue, &stage, player, n)?;
    }
    clock.set(stage.anchor.now);
    Ok(())
}

fn player<'a>(life: &'a Life, anchor: &Anchor) -> Player<'a> {
    let mut form = form_of(life.who, anchor.now.date());
    form.mode = life.mode;
    let born = match life.born {
        Born::AsInTable => None,
        Born::Aged(years) => Some(anchor.aged(years)),
        Born::Turns18In(days) => Some(anchor.turning_18_in(days)),
    };
    if let Some(date) = born {
        let typed = domain::era::wareki(date);
        form.patient.birth = Some(domain::people::TypedDate { typed, date });
    }
    life.form.iter().for_each(|change| change(&mut form));
    Player { life, form, case: None, next: 0, last: NaiveDateTime::MIN }
}

fn enqueue(
    queue: &mut BTreeMap<(NaiveDateTime, usize), ()>,
    stage: &Stage,
    player: &Player,
    n: usize,
) -> Result<(), Failure> {
    let Some(step) = player.life.steps.get(player.next) else { return Ok(()) };
    let case = player.case.map(|id| stage.open.register.load(id)).transpose()?.flatten();
    let hour = step.time.map(at);
    let when = match (hour, visit_hour(case.as_ref().map(|stored| &stored.case), &step.what)) {
        (Some(hour), _) => stage.anchor.work(step.day).and_time(hour),
        (None, Some(hour)) => hour,
        (None, None) => stage.anchor.work(step.day).and_time(at((8, 35))) + usual_delay(step.day, n),
    };
    let after_the_last = player.last.checked_add_signed(Duration::minutes(4)).unwrap_or(when);
    // What is told of today has happened, however early the register is made.
    let when = when.max(after_the_last).min(stage.anchor.now).max(player.last);
    queue.insert((when, n), ());
    Ok(())
}

/// Cases are not all worked on at the same minute; today's are done first thing.
fn usual_delay(day: i32, n: usize) -> Duration {
    let span = if day == 0 { 40 } else { 420 };
    Duration::minutes((n * 37 % span) as i64)
}

/// What happens at the visit happens at its hour.
fn visit_hour(case: Option<&Case>, what: &Move) -> Option<NaiveDateTime> {
    let slot = &case?.booking.as_ref()?.slot;
    match what {
        Move::Pay => Some(slot.start - Duration::minutes(20)),
        Move::Seen { .. } => Some(slot.end()),
        Move::NoShow => Some(slot.start + Duration::minutes(40)),
        _ => None,
    }
}
