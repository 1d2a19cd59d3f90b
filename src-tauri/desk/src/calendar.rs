//! 日程 and the call card: candidate dates with reasons, and what a clerk needs in hand while the telephone rings.
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime};
use domain::candidates::{Ask, grid, propose};
use domain::era::wareki_weekday;
use domain::profile::{Doctor, Profile};
use domain::visit::Mode;
use domain::{Case, Rules};

use crate::act::in_hours;
use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::{CalendarQuery, OfCase};
use crate::wire::views::{CalendarView, CallCard, HoldView, ScriptLine, ScriptPart};

/// How far ahead a proposal looks, in days.
const HORIZON: i64 = 120;
const PROPOSALS: usize = 5;
const WEEKS: u8 = 13;

impl Desk {
    pub(crate) fn calendar(&self, request: CalendarQuery) -> Result<CalendarView, Failure> {
        let open = self.opened()?;
        let case = open.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        let rules = open.rules();
        let (now, today) = (self.now(), self.day());
        let doctors: Vec<Doctor> = rules
            .doctors
            .iter()
            .filter(|d| Some(d.department.as_str()) == case.department() && !d.retired)
            .cloned()
            .collect();
        let wished = request.doctor.as_deref().or(asked_doctor(&case));
        let doctor = doctors.iter().find(|d| Some(d.id.as_str()) == wished).or(doctors.first());
        let monday = today - Duration::days(today.weekday().num_days_from_monday().into());
        let from = request.from.unwrap_or(monday);
        let to = from + Duration::days(i64::from(request.weeks.clamp(1, WEEKS)) * 7 - 1);
        let holds = self.hold_views(&open, request.id, &case)?;
        let max_holds = rules.profile(today).deadlines.max_holds;
        let (mut days, mut proposals) = (vec![], vec![]);
        if let Some(doctor) = doctor {
            let until = to.max(today + Duration::days(HORIZON)) + Duration::days(1);
            let since = from.min(today).and_time(NaiveTime::MIN);
            let taken = open.register.slots(since, until.and_time(NaiveTime::MIN), now)?;
            let taken: Vec<_> = taken.into_iter().filter(|t| t.slot.doctor == doctor.id).collect();
            let ask = Ask { id: Some(request.id), case: &case, doctor, now, taken: &taken };
            days = grid(&ask, &rules, from, to);
            if case.accepted() && case.booking.is_none() && case.ending.is_none() {
                proposals = propose(&ask, &rules, HORIZON, PROPOSALS);
            }
        }
        Ok(CalendarView { doctor: doctor.cloned(), doctors, from, days, proposals, holds, max_holds })
    }

    pub(crate) fn call_card(&self, request: OfCase) -> Result<CallCard, Failure> {
        let open = self.opened()?;
        let case = open.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        let rules = open.rules();
        let (now, today) = (self.now(), self.day());
        let profile = rules.profile(today);
        let person = open.person.lock().expect("a name is swapped whole").clone().unwrap_or_default();
        let named = [("person", person.as_str()), ("centre", profile.centre.as_str())];
        let announce = match case.patient.announce_as.is_empty() {
            true => profile.say("call.announce", &named),
            false => case.patient.announce_as.clone(),
        };
        let candidates = self.hold_views(&open, request.id, &case)?;
        let visit = candidates.first().map_or(today, |c| c.hold.slot.date());
        let fee = *rules.profile(visit).fees.of(case.mode);
        let script = script(&case, &rules, profile, &candidates, &fee.gross().to_string(), today);
        Ok(CallCard {
            phones: case.patient.phones.clone(),
            announce,
            may_leave_message: case.patient.may_leave_message,
            message: profile.say("call.message", &named),
            call_times: case.patient.call_times.clone(),
            candidates,
            fee,
            script,
            calls: case.calls.iter().rev().cloned().collect(),
            misses: case.misses(),
            letter_after: profile.deadlines.misses_before_letter,
            next_try: next_try(&open, now),
            in_hours: in_hours(&rules, now),
        })
    }
}

fn asked_doctor(case: &Case) -> Option<&str> {
    let asked = case.screening().and_then(|s| s.doctor.as_deref());
    asked.or(case.subject.wished_doctor.as_deref())
}

/// The next moment inside desk hours worth a try: three hours on, else the next desk morning.
fn next_try(open: &Open, now: NaiveDateTime) -> NaiveDateTime {
    let rules = open.rules();
    let hours = &rules.profile(now.date()).hours;
    let later = now + Duration::hours(3);
    let later = later.date().and_hms_opt(chrono::Timelike::hour(&later), 0, 0).unwrap_or(later);
    if in_hours(&rules, now) && in_hours(&rules, later) {
        return later;
    }
    let days = rules.days(now.date());
    let before_opening = days.is_open(now.date()) && now.time() < hours.open;
    let day = if before_opening { now.date() } else { days.next_open(now.date()) };
    day.and_time(hours.open) + Duration::minutes(90)
}

/// What to say, in order, in the hospital's words.
fn script(
    case: &Case,
    rules: &Rules,
    profile: &Profile,
    candidates: &[HoldView],
    gross: &str,
    today: NaiveDate,
) -> Vec<ScriptLine> {
    let when = |c: &HoldView| {
        let slot = &c.hold.slot;
        format!("{}{}", wareki_weekday(slot.date()), slot.start.format("%-H時%M分"))
    };
    let dates: Vec<String> = candidates.iter().filter(|c| c.live).map(when).collect();
    let (minutes, mode) = match case.mode {
        Mode::InPerson => (profile.visit.arrive_minutes_before, "in_person"),
        Mode::Online => (profile.clinics.start_minutes_before, "online"),
    };
    let minutes = minutes.to_string();
    let bring = bring_words(case, rules, profile, today).join("、");
    let blanks = [
        ("dates", dates.join("、")),
        ("gross", gross.to_owned()),
        ("clinics", profile.clinics.name.clone()),
        ("counter", profile.visit.counter.clone()),
        ("minutes", minutes),
        ("bring", bring),
    ];
    let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let line = |part: ScriptPart, key: &str| ScriptLine { part, say: profile.say(key, &blanks) };
    let mut lines = vec![line(ScriptPart::Identity, "call.identity")];
    if !dates.is_empty() {
        lines.push(line(ScriptPart::Candidates, "call.candidates"));
    }
    lines.push(line(ScriptPart::Fee, &format!("call.fee_{mode}")));
    lines.push(line(ScriptPart::OnTheDay, &format!("call.day_{mode}")));
    lines.push(line(ScriptPart::Close, &format!("call.close_{mode}")));
    lines
}

/// What the patient brings: the slip, proof of identity, and what is due on the day (R57, R58).
pub(crate) fn bring_words(case: &Case, rules: &Rules, profile: &Profile, today: NaiveDate) -> Vec<String> {
    let mut words = vec![profile.say("slip.bring_slip", &[]), profile.say("slip.bring_identity", &[])];
    for item in domain::checklist::to_bring(case, rules, today) {
        let key = serde_json::to_value(item).ok().and_then(|v| v.as_str().map(str::to_owned));
        words.push(profile.say(&format!("item.{}", key.unwrap_or_default()), &[]));
    }
    words.retain(|word| !word.is_empty());
    words
}
