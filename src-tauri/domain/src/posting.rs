//! 発送: which letters must go out, computed from what there is to do and from what was printed and not posted.
use chrono::NaiveDate;

use crate::case::Case;
use crate::paper::PaperKind;
use crate::profile::Rules;
use crate::screening::Verdict;
use crate::steps::{Step, StepKind, steps};

/// The letters of a case that wait to be posted on `today`, each with the day by which it must be. Nothing after a death.
pub fn letters_due(case: &Case, rules: &Rules, today: NaiveDate) -> Vec<(PaperKind, NaiveDate)> {
    if case.deceased() {
        return vec![];
    }
    let steps = steps(case, rules);
    let mut due: Vec<(PaperKind, NaiveDate)> =
        steps.iter().filter(|step| step.from <= today).filter_map(|step| asked(case, step)).collect();
    let printed = case.papers.iter().filter(|paper| paper.kind.is_letter() && !paper.is_void());
    for paper in printed.filter(|paper| paper.posted.is_none() || paper.came_back.is_some()) {
        // What a step asks for keeps its day; what came back goes out again on the day it came.
        if !due.iter().any(|(letter, _)| *letter == paper.kind) {
            let since = paper.came_back.as_ref().map_or(&paper.printed, |back| &back.mark);
            due.push((paper.kind, since.date()));
        }
    }
    let rides_along: Vec<PaperKind> =
        due.iter().flat_map(|(letter, _)| case.envelope(*letter).split_off(1)).collect();
    due.retain(|(letter, _)| !rides_along.contains(letter));
    due.sort_by_key(|(letter, day)| (*letter, *day));
    due.dedup_by_key(|(letter, _)| *letter);
    due.sort_by_key(|(letter, day)| (*day, *letter));
    due
}

/// The letter that a step asks for.
fn asked(case: &Case, step: &Step) -> Option<(PaperKind, NaiveDate)> {
    let letter = match step.kind {
        StepKind::PostPaper => PaperKind::of_booking(case.mode),
        StepKind::DeliverReport if case.report_by_post() => PaperKind::CoverLetter,
        StepKind::WriteUnreachable => PaperKind::ContactRequest,
        StepKind::ReturnMaterial
            if case.paper(PaperKind::ReturnSlip).is_none_or(|slip| slip.posted.is_none()) =>
        {
            PaperKind::ReturnSlip
        }
        StepKind::PostAnswer => match case.verdict()? {
            Verdict::Refuse { .. } => PaperKind::Decline,
            Verdict::GeneralOutpatient { .. } => PaperKind::GeneralOutpatient,
            _ => return None,
        },
        _ => return None,
    };
    Some((letter, step.due))
}
