//! 審査: doubts ticked, doctors asked, verdicts taken (R13).
use crate::case::{Case, EndKind};
use crate::ids::{Mark, Rule};
use crate::people::Told;
use crate::screening::{Answer, Doubt, DoubtMark, Ground, Screening, Verdict};

use super::dates::Fall;

impl Case {
    pub(super) fn doubt(&mut self, ground: Ground, doubt: Doubt, mark: &Mark) {
        self.doubts.retain(|known| known.ground != ground);
        self.doubts.push(DoubtMark { ground, doubt, mark: mark.clone() });
        self.doubts.sort_by_key(|known| known.ground);
    }

    /// A case under judgement offers no dates.
    pub(super) fn ask(&mut self, department: &str, doctor: Option<String>, mark: &Mark) {
        self.holds.clear();
        self.screenings.push(Screening {
            department: department.to_owned(),
            doctor,
            asked: mark.clone(),
            reminders: vec![],
            verdict: None,
        });
    }

    pub(super) fn remind_doctor(&mut self, mark: &Mark) {
        if let Some(screening) = self.screenings.last_mut() {
            screening.reminders.push(mark.clone());
        }
    }

    pub(super) fn answer(&mut self, verdict: &Verdict, mark: &Mark) {
        if let Some(screening) = self.screenings.last_mut() {
            screening.verdict = Some(Answer { verdict: verdict.clone(), mark: mark.clone() });
        }
        match verdict {
            Verdict::Refuse { ground, words, .. } => self.end(EndKind::Declined, Some(*ground), words, mark),
            Verdict::GeneralOutpatient { words } => self.end(EndKind::GeneralOutpatient, None, words, mark),
            Verdict::OtherDepartment { department } => self.ask(department, None, mark),
            Verdict::Accept | Verdict::MoreMaterial { .. } => {}
        }
    }

    /// R44: what rested on the agreement falls, and the doctor is asked again.
    pub(super) fn withdraw_agreement(&mut self, reason: &str, mark: &Mark) {
        self.referrer.agreed = Told::No;
        self.waivers.retain(|waiver| waiver.rule != Rule(44));
        self.doubt(Ground::ReferrerNotAgreed, Doubt::Suspected, mark);
        self.unbook(reason, Fall::Changed, mark);
        self.holds.clear();
        let answered = self.screening().filter(|s| s.verdict.is_some());
        if let Some((department, doctor)) = answered.map(|s| (s.department.clone(), s.doctor.clone())) {
            self.ask(&department, doctor, mark);
        }
    }
}
