//! 今日の仕事, the frame round every screen, and the booked visits: what the desk has before it.
use chrono::{Duration, NaiveDate, NaiveTime};
use domain::brief::{Brief, due_key};
use domain::checklist::missing;
use domain::ids::CaseId;
use domain::steps::{Step, StepKind};
use register::{Filter, JournalFilter, Page, Sort};

use crate::act::in_hours;
use crate::desk::{Desk, Open, State};
use crate::reference;
use crate::wire::Failure;
use crate::wire::requests::{Nothing, ScheduleQuery};
use crate::wire::views::{CaseRow, ExpiringHold, Frame, OpenDesk, ScheduleDay, TodayView, VisitRow, WorkRow};

/// More cases than a desk ever works on in a day.
const MANY: u32 = 10_000;

impl Desk {
    pub(crate) fn frame(&self, _: Nothing) -> Result<Frame, Failure> {
        let today = self.day();
        let practice = self.place.practice;
        // A register that could not be opened may have come back: freed, mounted, given room.
        if matches!(&*self.state.read().expect("the state is swapped whole"), State::Broken(_)) {
            self.reopen();
        }
        let open = match &*self.state.read().expect("the state is swapped whole") {
            State::Absent => return Ok(Frame::FirstRun { practice, today }),
            State::Broken(failure) => {
                let backups = self.backup_rows().unwrap_or_default();
                return Ok(Frame::Broken { failure: failure.clone(), backups, practice, today });
            }
            State::Open(open) => open.clone(),
        };
        let rules = open.rules();
        let work = self.due_work(&open, today)?;
        let now = self.now();
        let desk = OpenDesk {
            practice,
            read_only: open.register.is_read_only(),
            today,
            now,
            closed: rules.days(today).why_closed(today),
            in_hours: in_hours(&rules, now),
            person: open.person.lock().expect("a name is swapped whole").clone(),
            staff: reference::staff(&open.register)?,
            language: reference::language(&open.register)?,
            profile: rules.profile(today).clone(),
            departments: rules.departments.clone(),
            doctors: rules.doctors.clone(),
            last_backup: open.last_backup.lock().expect("a row is swapped whole").clone(),
            work: work.len() as u32,
            overdue: work.iter().filter(|(_, _, step)| overdue(step, now)).count() as u32,
            visits_today: self.visits(&open, today, today)?.len() as u32,
            clock_back: open.register.last_at()?.filter(|last| *last > now + Duration::minutes(5)),
            damaged: open.damaged.load(std::sync::atomic::Ordering::Relaxed),
        };
        Ok(Frame::Open { desk: Box::new(desk) })
    }

    /// Every step that is in today's work, the most urgent first.
    fn due_work(&self, open: &Open, today: NaiveDate) -> Result<Vec<(CaseId, Brief, Step)>, Failure> {
        let mut work: Vec<(CaseId, Brief, Step)> = open
            .register
            .open_briefs(today)?
            .into_iter()
            .flat_map(|(id, brief)| {
                let steps: Vec<Step> = brief.steps.iter().filter(|s| s.from <= today).cloned().collect();
                steps.into_iter().map(move |step| (id, brief.clone(), step))
            })
            .collect();
        work.sort_by_key(|(id, _, step)| (due_key(step), *id));
        Ok(work)
    }

    pub(crate) fn today(&self, _: Nothing) -> Result<TodayView, Failure> {
        let open = self.opened()?;
        let (now, today) = (self.now(), self.day());
        let work = self.due_work(&open, today)?;
        let mut rows = Vec::with_capacity(work.len());
        for (id, brief, step) in work {
            rows.push(self.work_row(&open, id, brief, step)?);
        }
        let (overdue, due): (Vec<WorkRow>, Vec<WorkRow>) =
            rows.into_iter().partition(|row| overdue(&row.step, now));
        let since = JournalFilter {
            subject_kind: Some("case".into()),
            from: Some(today.and_time(NaiveTime::MIN)),
            ..JournalFilter::default()
        };
        let done_today = open.register.journal(&since, Page::first(MANY))?.len() as u32;
        let next = match overdue.is_empty() && due.is_empty() {
            true => self.next_deadline(&open, today)?,
            false => None,
        };
        let visits = self.visits(&open, today, today)?;
        let row = |(id, brief): (CaseId, Brief)| CaseRow { id, brief, found_by: None };
        let visits = visits.into_iter().map(row).collect();
        Ok(TodayView { overdue, today: due, done_today, visits, expiring: self.expiring(&open)?, next })
    }

    fn work_row(&self, open: &Open, id: CaseId, brief: Brief, step: Step) -> Result<WorkRow, Failure> {
        let rules = open.rules();
        let today = self.day();
        let late = rules.days(step.due).open_days_between(step.due, today).max(0) as u16;
        let case = open.register.load(id)?.ok_or(Failure::NotFound)?.case;
        let lacking = match step.kind {
            StepKind::ChaseMissing => missing(&case, &rules, today),
            _ => vec![],
        };
        let calls = case.calls.iter().rev().take(3).cloned().collect();
        Ok(WorkRow { id, brief, overdue_days: late, missing: lacking, calls, step })
    }

    fn next_deadline(&self, open: &Open, today: NaiveDate) -> Result<Option<NaiveDate>, Failure> {
        let later = open.register.open_briefs(today + Duration::days(366))?;
        Ok(later
            .iter()
            .flat_map(|(_, brief)| brief.steps.iter().map(|s| s.from))
            .filter(|d| *d > today)
            .min())
    }

    fn expiring(&self, open: &Open) -> Result<Vec<ExpiringHold>, Failure> {
        let now = self.now();
        let year = now + Duration::days(366);
        let mut found = Vec::new();
        for taken in open.register.slots(now, year, now)? {
            if taken.until.is_none_or(|until| until.date() != now.date()) {
                continue;
            }
            let Some(stored) = open.register.load(taken.case)? else { continue };
            let holds = stored.case.holds.iter().filter(|h| h.slot == taken.slot);
            let name = stored.brief.name.clone();
            found.extend(holds.map(|h| ExpiringHold { id: stored.id, name: name.clone(), hold: h.clone() }));
        }
        Ok(found)
    }

    pub(crate) fn visits(
        &self,
        open: &Open,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(CaseId, Brief)>, Failure> {
        let filter =
            Filter { visit_from: Some(from), visit_to: Some(to), sort: Sort::Visit, ..Filter::default() };
        Ok(open.register.list(&filter, Page::first(MANY))?.rows)
    }

    /// 予定表: each day with its visits and holds, and why the desk is closed on it.
    pub(crate) fn schedule(&self, request: ScheduleQuery) -> Result<Vec<ScheduleDay>, Failure> {
        let open = self.opened()?;
        let rules = open.rules();
        let days = request.days.clamp(1, 62);
        let to = request.from + Duration::days(i64::from(days) - 1);
        let start = request.from.and_time(NaiveTime::MIN);
        let end = (to + Duration::days(1)).and_time(NaiveTime::MIN);
        let mut visits = Vec::new();
        for taken in open.register.slots(start, end, self.now())? {
            let Some(stored) = open.register.load(taken.case)? else { continue };
            let booked = taken.until.is_none();
            visits.push(VisitRow {
                id: stored.id,
                brief: stored.brief,
                slot: taken.slot,
                booked,
                until: taken.until,
            });
        }
        let of = |date: NaiveDate| visits.iter().filter(|v| v.slot.date() == date).cloned().collect();
        let days = request.from.iter_days().take(days.into());
        Ok(days
            .map(|date| ScheduleDay { date, closed: rules.days(date).why_closed(date), visits: of(date) })
            .collect())
    }
}

/// Past its day, or past its promised time today.
fn overdue(step: &Step, now: chrono::NaiveDateTime) -> bool {
    step.due < now.date() || (step.due == now.date() && step.at.is_some_and(|at| at < now.time()))
}
