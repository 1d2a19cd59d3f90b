//! One case as the screens see it: the facts, and beside them everything computed from them today.
use chrono::NaiveDateTime;
use domain::action::Action;
use domain::age::age_on;
use domain::candidates::{Taken, post_plan};
use domain::checklist::{ages, checklist, looks, missing};
use domain::deeds::deeds;
use domain::history::{Event, undoable};
use domain::ids::CaseId;
use domain::mode::{SwitchPreview, mode_facts, preview_switch};
use domain::paper::PaperKind;
use domain::people::Name;
use domain::posting::letters_due;
use domain::stage::{clinics_match, stage};
use domain::steps::steps;
use domain::{Case, Rules};
use register::Stored;

use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::{AlikeQuery, OfCase, Weigh};
use crate::wire::views::{CaseRow, CaseView, HoldView, PaperOffer, TimelineEntry, Weighed};

impl Desk {
    pub(crate) fn case(&self, request: OfCase) -> Result<CaseView, Failure> {
        let open = self.opened()?;
        self.view(&open, request.id)
    }

    pub(crate) fn view(&self, open: &Open, id: CaseId) -> Result<CaseView, Failure> {
        let stored = open.register.load(id)?.ok_or(Failure::NotFound)?;
        let entries = open.register.history(id)?;
        let rules = open.rules();
        let (now, today) = (self.now(), self.day());
        let Stored { id, revision, case, brief } = stored;
        let back: Vec<i64> = entries
            .iter()
            .filter_map(|e| if let Event::TakenBack { seq } = e.event { Some(seq) } else { None })
            .collect();
        let undo = undoable(&entries).map(|entry| entry.seq);
        let timeline = entries
            .into_iter()
            .rev()
            .map(|e| TimelineEntry {
                taken_back: back.contains(&e.seq),
                seq: e.seq,
                mark: e.mark,
                event: e.event,
            })
            .collect();
        let birth = case.patient.birth.as_ref().map(|b| b.date);
        Ok(CaseView {
            id,
            revision,
            stage: stage(&case, &rules),
            steps: steps(&case, &rules),
            checklist: checklist(&case, &rules, today),
            missing: missing(&case, &rules, today),
            ages: ages(&case),
            looks: looks(&case, rules.profile(today)),
            age_today: birth.map(|birth| age_on(birth, today)),
            deeds: deeds(&case, now, &rules),
            offers: offers(&case, now, &rules),
            holds: self.hold_views(open, id, &case)?,
            mode: mode_facts(case.mode, &rules, today),
            clinics: clinics_match(&case, &rules),
            timeline,
            alike: alike_rows(open, &case.patient.name, birth, Some(id))?,
            institution: case.referrer.institution.as_deref().and_then(|i| rules.institution(i)).cloned(),
            undo,
            brief,
            case,
        })
    }

    /// The case's holds, each looked up again: live, expired, or meanwhile somebody else's (W9).
    pub(crate) fn hold_views(&self, open: &Open, id: CaseId, case: &Case) -> Result<Vec<HoldView>, Failure> {
        let (now, rules) = (self.now(), open.rules());
        let mut views = Vec::new();
        for hold in &case.holds {
            let taken: Vec<Taken> = open.register.slots(hold.slot.start, hold.slot.end(), now)?;
            let lost = taken.iter().any(|t| t.case != id && t.slot.overlaps(&hold.slot));
            let posting = post_plan(&rules, now.date(), hold.slot.date());
            views.push(HoldView { live: hold.live(now) && !lost, lost, hold: hold.clone(), posting });
        }
        Ok(views)
    }

    pub(crate) fn alike(&self, request: AlikeQuery) -> Result<Vec<CaseRow>, Failure> {
        let open = self.opened()?;
        let name =
            Name { family_kana: request.family_kana, given_kana: request.given_kana, ..Name::default() };
        alike_rows(&open, &name, request.birth, request.except)
    }

    /// What an unsaved form would lack.
    pub(crate) fn weigh(&self, request: Weigh) -> Result<Weighed, Failure> {
        let open = self.opened()?;
        let rules = open.rules();
        let today = self.day();
        let case = crate::drafted::case_of(&request, self.now());
        Ok(Weighed {
            checklist: checklist(&case, &rules, today),
            missing: missing(&case, &rules, today),
            ages: ages(&case),
            not_family: !domain::checklist::may_consult(&case, rules.profile(today)),
        })
    }

    pub(crate) fn switch_preview(&self, request: OfCase) -> Result<SwitchPreview, Failure> {
        let open = self.opened()?;
        let stored = open.register.load(request.id)?.ok_or(Failure::NotFound)?;
        Ok(preview_switch(&stored.case, &open.rules(), self.day()))
    }
}

fn alike_rows(
    open: &Open,
    name: &Name,
    birth: Option<chrono::NaiveDate>,
    except: Option<CaseId>,
) -> Result<Vec<CaseRow>, Failure> {
    if name.kana().trim().is_empty() {
        return Ok(vec![]);
    }
    let alike = open.register.alike(&name.kana(), birth)?;
    let others = alike.into_iter().filter(|(id, _)| Some(*id) != except);
    Ok(others.map(|(id, brief)| CaseRow { id, brief, found_by: None }).collect())
}

/// Every kind of paper with what stands against it; `wanted` where a step of today or the past asks for it.
fn offers(case: &Case, now: NaiveDateTime, rules: &Rules) -> Vec<PaperOffer> {
    let due = letters_due(case, rules, now.date());
    let offer = |kind: PaperKind| {
        let next_version = case.next_version(kind);
        let print =
            Action::IssuePaper { kind, version: next_version, data: String::new(), digest: String::new() };
        PaperOffer {
            kind,
            refusal: case.may(&print, now, rules).err(),
            next_version,
            letter: kind.is_letter(),
            wanted: due.iter().any(|(letter, _)| case.envelope(*letter).contains(&kind)),
        }
    };
    PaperKind::ALL.map(offer).to_vec()
}
