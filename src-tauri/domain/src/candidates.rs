//! 候補日: for each day its free slots or every reason against it, and the ranked proposals. Holds nothing by itself.
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::case::Case;
use crate::days::ClosedReason;
use crate::ids::CaseId;
use crate::people::Half;
use crate::profile::{ClinicException, ClinicRule, Doctor, PostService, Rules};
use crate::visit::{Mode, Slot};

/// A slot somebody holds or has booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Taken {
    pub slot: Slot,
    pub case: CaseId,
    /// End of a hold; `None` for a booking.
    pub until: Option<NaiveDateTime>,
    /// Who took it.
    pub by: String,
}

/// Why a day cannot be offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    Past,
    Closed {
        closed: ClosedReason,
    },
    NotClinicDay,
    Leave {
        words: String,
    },
    /// The paper could not arrive in time; `first` is the first day that works, `days` the desk days it takes.
    TooEarly {
        first: NaiveDate,
        days: u16,
    },
    PatientAway,
    OtherHalf,
    FullyBooked,
    HeldByOther {
        by: String,
        until: NaiveDateTime,
    },
    /// The doctor does not see cases of this mode then.
    OtherMode,
    DepartmentStopped {
        message: String,
    },
}

impl Reason {
    /// Also ends what is held already: the doctor is not there. A full day, a late letter or a wish does not.
    pub fn ends_holds(&self) -> bool {
        use Reason::{Closed, Leave, NotClinicDay, OtherMode, Past};
        matches!(self, Past | Closed { .. } | NotClinicDay | Leave { .. } | OtherMode)
    }
}

/// One day of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Day {
    pub date: NaiveDate,
    /// Free slots in order of time.
    pub free: Vec<Slot>,
    /// This case's own holds on the day.
    pub held: Vec<Slot>,
    /// Others' holds and bookings on the day.
    pub taken: Vec<Taken>,
    /// Empty when something is free; of a day held by this case only what ends the hold (W8).
    pub reasons: Vec<Reason>,
    /// How the paper still arrives in time; `None` when nothing can be offered.
    pub posting: Option<PostPlan>,
}

/// The slowest service that still reaches the patient, and the last desk day to post by it (5.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostPlan {
    /// Code of the profile's service; empty where the profile names none.
    pub service: String,
    pub by: NaiveDate,
}

/// Why a proposal stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Merit {
    Earliest,
    FitsWish,
    OtherWeek,
    Later,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proposal {
    pub slot: Slot,
    pub held: bool,
    pub posting: Option<PostPlan>,
    pub merit: Merit,
}

/// What the question "which day?" depends on, besides the hospital's rules.
pub struct Ask<'a> {
    pub id: Option<CaseId>,
    pub case: &'a Case,
    pub doctor: &'a Doctor,
    pub now: NaiveDateTime,
    /// Slots held or booked by anybody, this case included; expired holds are left out by the register.
    pub taken: &'a [Taken],
}

/// Judges one day: its free slots, or all the reasons against it (5.6, engines E2).
pub fn judge(ask: &Ask, rules: &Rules, date: NaiveDate) -> Day {
    let today = ask.now.date();
    let days = rules.days(date);
    let mut reasons = Vec::new();
    let mut refuse = |wrong: bool, reason: Reason| {
        if wrong {
            reasons.push(reason);
        }
    };
    refuse(date < today, Reason::Past);
    let closed = days.why_closed(date);
    let sessions = sessions(ask.doctor, date);
    if let Some(closed) = &closed {
        refuse(true, Reason::Closed { closed: closed.clone() });
    }
    let leave = leave(ask.doctor, date);
    refuse(leave.is_none() && sessions.is_empty() && closed.is_none(), Reason::NotClinicDay);
    if let Some(words) = leave.clone() {
        refuse(true, Reason::Leave { words });
    }
    let posting = post_plan(rules, today, date);
    if date >= today && posting.is_none() {
        let (first, days) = first_day(rules, today);
        refuse(true, Reason::TooEarly { first, days });
    }
    refuse(away(ask.case, date), Reason::PatientAway);
    if let Some(department) = rules.department(&ask.doctor.department).filter(|d| !d.stopped.is_empty()) {
        refuse(true, Reason::DepartmentStopped { message: department.stopped.clone() });
    }
    let in_mode: Vec<&Session> = sessions.iter().filter(|s| s.modes.contains(&ask.case.mode)).collect();
    refuse(!sessions.is_empty() && in_mode.is_empty(), Reason::OtherMode);
    let all: Vec<Slot> = in_mode.iter().flat_map(|s| s.slots(&ask.doctor.id, date)).collect();
    let fits: Vec<Slot> = all.iter().filter(|slot| in_half(ask.case, slot)).cloned().collect();
    refuse(!all.is_empty() && fits.is_empty(), Reason::OtherHalf);
    let ahead: Vec<Slot> = fits.iter().filter(|slot| slot.start > ask.now).cloned().collect();
    refuse(date == today && !fits.is_empty() && ahead.is_empty(), Reason::Past);

    let on_day = |t: &&Taken| t.slot.date() == date && t.slot.doctor == ask.doctor.id;
    let day_taken: Vec<Taken> = ask.taken.iter().filter(on_day).cloned().collect();
    let mine = |t: &&Taken| ask.id.is_some() && Some(t.case) == ask.id;
    let held: Vec<Slot> =
        day_taken.iter().filter(mine).filter(|t| t.until.is_some()).map(|t| t.slot.clone()).collect();
    let others: Vec<Taken> = day_taken.iter().filter(|t| !mine(t)).cloned().collect();
    let open: Vec<Slot> =
        ahead.iter().filter(|slot| !day_taken.iter().any(|t| t.slot.overlaps(slot))).cloned().collect();
    if !ahead.is_empty() && open.is_empty() && held.is_empty() {
        reasons.push(full(&others));
    }
    let free = if reasons.is_empty() { open } else { vec![] };
    if !held.is_empty() {
        reasons.retain(Reason::ends_holds);
    }
    let posting = posting.filter(|_| !free.is_empty() || !held.is_empty());
    Day { date, free, held, taken: others, reasons, posting }
}

/// Fully booked, or held by somebody until then.
fn full(others: &[Taken]) -> Reason {
    let last =
        others.iter().filter_map(|t| t.until.map(|until| (until, &t.by))).min_by_key(|(until, _)| *until);
    match last {
        Some((until, by)) => Reason::HeldByOther { by: by.clone(), until },
        None => Reason::FullyBooked,
    }
}

/// Every day from `from` to `to`, both included, in order.
pub fn grid(ask: &Ask, rules: &Rules, from: NaiveDate, to: NaiveDate) -> Vec<Day> {
    from.iter_days().take_while(|day| *day <= to).map(|day| judge(ask, rules, day)).collect()
}

/// Up to `n` proposals within `horizon` days: what this case holds already, then one slot a day, the wish first,
/// spread over weeks. Stable: the same question gives the same answer.
pub fn propose(ask: &Ask, rules: &Rules, horizon: i64, n: usize) -> Vec<Proposal> {
    let today = ask.now.date();
    let days = grid(ask, rules, today, today + Duration::days(horizon));
    let wish = &ask.case.subject.wishes;
    let wished = wish.half.is_some() || wish.not_before.is_some();
    let mut found: Vec<Proposal> = Vec::new();
    let mut weeks = Vec::new();
    for day in &days {
        let week = day.date.iso_week();
        for slot in day.held.iter().filter(|_| day.reasons.is_empty()) {
            found.push(proposal(slot, true, Merit::FitsWish, day));
        }
        let Some(slot) = day.free.first().filter(|_| day.held.is_empty()) else { continue };
        let merit = match (found.iter().any(|p| !p.held), wished, weeks.contains(&week)) {
            (false, ..) => Merit::Earliest,
            (_, true, _) => Merit::FitsWish,
            (_, _, false) => Merit::OtherWeek,
            _ => Merit::Later,
        };
        weeks.push(week);
        found.push(proposal(slot, false, merit, day));
    }
    // Two days of one week are worth less to a patient than two weeks to choose from.
    found.sort_by_key(|p| (!p.held, p.merit == Merit::Later, p.slot.start));
    found.truncate(n);
    found.sort_by_key(|p| (!p.held, p.slot.start));
    found
}

fn proposal(slot: &Slot, held: bool, merit: Merit, day: &Day) -> Proposal {
    Proposal { slot: slot.clone(), held, merit, posting: day.posting.clone() }
}

/// Last desk day on which a paper for a visit on `date` can be posted by `service`. Ordinary mail does not move on
/// weekends and holidays, so its lead counts desk days; other services count calendar days (5.6).
pub fn post_by(rules: &Rules, date: NaiveDate, service: &PostService) -> NaiveDate {
    let days = rules.days(date);
    match service.weekend_delivery {
        true => days.open_until(date - Duration::days(service.lead_days.into())),
        false => days.add_open_days(date, -i32::from(service.lead_days)),
    }
}

/// The slowest service by which a paper posted from `today` on still arrives for `date`, if any does.
pub fn post_plan(rules: &Rules, today: NaiveDate, date: NaiveDate) -> Option<PostPlan> {
    let posted = rules.days(today).open_from(today);
    let services = rules.profile(today).services.iter();
    let in_time = services.map(|s| (post_by(rules, date, s), s)).filter(|(by, _)| posted <= *by);
    in_time.min_by_key(|(by, _)| *by).map(|(by, s)| PostPlan { service: s.code.clone(), by })
}

/// First day that the quickest service reaches, and the days it takes.
fn first_day(rules: &Rules, today: NaiveDate) -> (NaiveDate, u16) {
    let days = rules.profile(today).services.iter().map(|s| s.lead_days).min().unwrap_or(0);
    let reached = today.iter_days().skip(1).take(60).find(|day| post_plan(rules, today, *day).is_some());
    (reached.unwrap_or(today), days)
}

fn away(case: &Case, date: NaiveDate) -> bool {
    let wishes = &case.subject.wishes;
    let weekday = date.weekday().num_days_from_monday() as u8;
    wishes.unavailable.contains(&date)
        || wishes.unavailable_weekdays.contains(&weekday)
        || wishes.not_before.is_some_and(|day| date < day)
}

fn in_half(case: &Case, slot: &Slot) -> bool {
    match case.subject.wishes.half {
        None => true,
        Some(Half::Morning) => slot.start.hour() < 12,
        Some(Half::Afternoon) => slot.start.hour() >= 12,
    }
}

fn leave(doctor: &Doctor, date: NaiveDate) -> Option<String> {
    doctor.exceptions.iter().find_map(|exception| match exception {
        ClinicException::Leave { from, to, reason } if *from <= date && date <= *to => Some(reason.clone()),
        _ => None,
    })
}

/// A stretch of clinic time on one day.
struct Session {
    from: NaiveTime,
    to: NaiveTime,
    minutes: u16,
    room: String,
    modes: Vec<Mode>,
}

impl Session {
    fn slots(&self, doctor: &str, date: NaiveDate) -> Vec<Slot> {
        let end = date.and_time(self.to);
        let length = Duration::minutes(i64::from(self.minutes.max(1)));
        std::iter::successors(Some(date.and_time(self.from)), |start| Some(*start + length))
            .take_while(|start| *start + length <= end)
            .map(|start| Slot {
                doctor: doctor.to_owned(),
                start,
                minutes: self.minutes,
                room: self.room.clone(),
            })
            .collect()
    }
}

fn sessions(doctor: &Doctor, date: NaiveDate) -> Vec<Session> {
    let weekly = doctor.clinics.iter().filter(|rule| applies(rule, date)).map(|rule| Session {
        from: rule.from,
        to: rule.to,
        minutes: rule.slot_minutes,
        room: rule.room.clone(),
        modes: rule.modes.clone(),
    });
    let extra = doctor.exceptions.iter().filter_map(|exception| match exception {
        ClinicException::Extra { date: day, from, to, slot_minutes, room } if *day == date => Some(Session {
            from: *from,
            to: *to,
            minutes: *slot_minutes,
            room: room.clone(),
            modes: vec![Mode::InPerson, Mode::Online],
        }),
        _ => None,
    });
    let mut sessions: Vec<Session> = weekly.chain(extra).collect();
    sessions.sort_by_key(|s| s.from);
    sessions
}

/// Whether the doctor's clinic has this very slot for this mode.
pub fn offers(doctor: &Doctor, slot: &Slot, mode: Mode) -> bool {
    let date = slot.date();
    leave(doctor, date).is_none()
        && sessions(doctor, date)
            .iter()
            .any(|s| s.modes.contains(&mode) && s.slots(&doctor.id, date).contains(slot))
}

fn applies(rule: &ClinicRule, date: NaiveDate) -> bool {
    let weekday = date.weekday().num_days_from_monday() as u8;
    let nth = (date.day0() / 7 + 1) as u8;
    rule.weekdays.contains(&weekday)
        && (rule.nth.is_empty() || rule.nth.contains(&nth))
        && rule.valid_from.is_none_or(|from| from <= date)
        && rule.valid_to.is_none_or(|to| date <= to)
}
