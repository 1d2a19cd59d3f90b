//! Who may be asked, and what may be answered (R13, R39-R46, R65, R80, R81).
use chrono::NaiveDateTime;

use super::{Allowed, need_reason, unless};
use crate::case::Case;
use crate::checklist::{may_consult, missing_before_screening, referrer_agrees};
use crate::ids::Rule;
use crate::people::Told;
use crate::profile::{Department, Profile, Rules};
use crate::refusal::{Refusal, Why};
use crate::screening::{Screening, Verdict};
use crate::visit::Mode;

impl Case {
    /// R80, R81: a department may take online cases elsewhere.
    pub(super) fn may_mode(&self, mode: Mode, department: Option<&str>, rules: &Rules) -> Allowed {
        let Some(department) = department else { return Ok(()) };
        let known = rules.department(department).ok_or(Refusal::of(Why::UnknownDepartment))?;
        takes_mode(known, mode)
    }

    /// The department exists, takes new cases (G17) and takes them in this mode.
    fn may_turn_to(&self, department: &str, rules: &Rules) -> Allowed {
        let known = rules.department(department).filter(|d| !d.retired);
        let known = known.ok_or(Refusal::of(Why::UnknownDepartment))?;
        let message = known.stopped.clone();
        unless(message.is_empty(), || Refusal::of(Why::DepartmentStopped { message }))?;
        takes_mode(known, self.mode)
    }

    pub(super) fn may_ask(&self, department: &str, at: NaiveDateTime, rules: &Rules) -> Allowed {
        unless(!self.packets.is_empty(), || Refusal::by(71, Why::NothingReceived))?;
        unless(self.packets.iter().any(|p| !p.packet.unopened), || Refusal::of(Why::NotOpened))?;
        unless(self.pending().is_err(), || Refusal::of(Why::AlreadyAsked))?;
        unless(self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))?;
        self.may_turn_to(department, rules)?;
        self.is_family(rules.profile(at.date()))?;
        self.not_disagreed()?;
        let missing = missing_before_screening(self, rules, at.date());
        let rule = missing.first().map_or(Rule(65), |m| m.rule);
        unless(missing.is_empty(), || Refusal { why: Why::Lacking { missing }, rule: Some(rule) })
    }

    /// R39: the patient or family, as the hospital counts family (G1).
    pub(super) fn is_family(&self, profile: &Profile) -> Allowed {
        let family = may_consult(self, profile) || self.waived(Rule(39));
        unless(family, || Refusal::by(39, Why::NotFamily))
    }

    /// R44: the referrer did not say no.
    pub(super) fn not_disagreed(&self) -> Allowed {
        let refused = self.referrer.agreed == Told::No && !self.waived(Rule(44));
        unless(!refused, || Refusal::by(44, Why::ReferrerNotAgreed))
    }

    pub(super) fn pending(&self) -> Result<&Screening, Refusal> {
        self.screening().filter(|s| s.verdict.is_none()).ok_or(Refusal::by(13, Why::NotAsked))
    }

    pub(super) fn may_answer(&self, verdict: &Verdict, rules: &Rules) -> Allowed {
        let asked = self.pending()?;
        match verdict {
            // R44: 未確認 is allowed until here, not past it.
            Verdict::Accept => {
                self.not_disagreed()?;
                unless(referrer_agrees(self), || Refusal::by(44, Why::ReferrerUnknown))
            }
            Verdict::MoreMaterial { what, .. } => need_reason(what),
            Verdict::Refuse { words, approver, .. } => {
                need_reason(words)?;
                unless(!approver.trim().is_empty(), || Refusal::by(13, Why::ApproverNeeded))
            }
            Verdict::GeneralOutpatient { words } => need_reason(words),
            Verdict::OtherDepartment { department } => {
                unless(*department != asked.department, || Refusal::of(Why::AlreadyAsked))?;
                self.may_turn_to(department, rules)
            }
        }
    }
}

fn takes_mode(department: &Department, mode: Mode) -> Allowed {
    let message = department.online_elsewhere.clone();
    let elsewhere = mode == Mode::Online && !message.is_empty();
    unless(!elsewhere, || Refusal::by(81, Why::OnlineElsewhere { message }))
}
