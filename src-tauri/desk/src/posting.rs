//! 発送: what must go out today, grouped by envelope; printing one envelope; reading its sheets before it is closed.
use chrono::NaiveTime;
use domain::Case;
use domain::candidates::post_plan;
use domain::ids::CaseId;
use domain::paper::{PaperKind, Reader};
use domain::posting::letters_due;
use domain::seal::SheetCode;
use domain::{Refusal, Rules, Why};
use register::{JournalFilter, Page, Stored};

use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::{Nothing, OfEnvelope, PaperQuery, ScanQuery};
use crate::wire::views::{
    EnvelopePrinted, EnvelopeRow, EnvelopeState, PostedRow, PostingView, ScanView, SheetRow,
};

/// More cases than a desk ever has open.
const MANY: u32 = 10_000;

impl Desk {
    pub(crate) fn posting(&self, _: Nothing) -> Result<PostingView, Failure> {
        let open = self.opened()?;
        let (rules, today) = (open.rules(), self.day());
        let mut view =
            PostingView { envelopes: vec![], posted_today: vec![], sealing: rules.profile(today).sealing };
        for stored in self.with_letters(&open)? {
            for (letter, due) in letters_due(&stored.case, &rules, today) {
                view.envelopes.push(self.envelope_row(&stored, letter, due, &rules));
            }
            view.posted_today.extend(posted_on(&stored, today));
        }
        view.envelopes.sort_by_key(|row| (row.due, row.id));
        view.posted_today.sort_by_key(|row| std::cmp::Reverse(row.posting.mark.at));
        Ok(view)
    }

    /// Cases with something to do today, and those something was posted for today.
    fn with_letters(&self, open: &Open) -> Result<Vec<Stored>, Failure> {
        let today = self.day();
        let mut ids: Vec<CaseId> = open.register.open_briefs(today)?.into_iter().map(|(id, _)| id).collect();
        let touched = JournalFilter {
            subject_kind: Some("case".into()),
            from: Some(today.and_time(NaiveTime::MIN)),
            ..JournalFilter::default()
        };
        let touched = open.register.journal(&touched, Page::first(MANY))?;
        ids.extend(touched.iter().filter_map(|row| row.subject_key.parse::<CaseId>().ok()));
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(|id| open.register.load(id)?.ok_or(Failure::NotFound)).collect()
    }

    fn envelope_row(
        &self,
        stored: &Stored,
        letter: PaperKind,
        due: chrono::NaiveDate,
        rules: &Rules,
    ) -> EnvelopeRow {
        let case = &stored.case;
        let sheets: Vec<SheetRow> = case.envelope(letter).into_iter().map(|kind| sheet(case, kind)).collect();
        let came_back = case.paper(letter).is_some_and(|paper| paper.came_back.is_some());
        let state = match () {
            () if sheets.iter().any(|sheet| sheet.version.is_none()) => EnvelopeState::ToPrint,
            () if sheets.iter().any(|sheet| !sheet.sealed) => EnvelopeState::ToSeal,
            () => EnvelopeState::ToPost,
        };
        let visit = case.booking.as_ref().map(|booking| booking.slot.date());
        let posting = visit.filter(|_| letter.tells_date()).and_then(|day| post_plan(rules, self.day(), day));
        let probe = domain::Action::IssuePaper {
            kind: letter,
            version: case.next_version(letter),
            data: String::new(),
            digest: String::new(),
        };
        let institution = match letter.reader() {
            Reader::Referrer => case.referrer.institution.as_deref().and_then(|id| rules.institution(id)),
            _ => None,
        };
        let namesakes = institution.map(|one| {
            let same = |other: &&domain::profile::Institution| other.name == one.name && other.id != one.id;
            rules.institutions.iter().filter(same).cloned().collect()
        });
        let (to, address) = self.reader(case, institution, rules);
        EnvelopeRow {
            id: stored.id,
            revision: stored.revision,
            brief: stored.brief.clone(),
            letter,
            sheets,
            to,
            address,
            namesakes: namesakes.unwrap_or_default(),
            institution: institution.cloned(),
            due,
            posting,
            came_back,
            state,
            refusal: case.may(&probe, self.now(), rules).err(),
        }
    }

    /// Whose name and address stand on the envelope.
    fn reader(
        &self,
        case: &Case,
        institution: Option<&domain::profile::Institution>,
        rules: &Rules,
    ) -> (Vec<String>, Vec<String>) {
        let profile = rules.profile(self.day());
        let whole = |address: &domain::people::Address| {
            let postal = Some(format!("〒{}", address.postal)).filter(|_| !address.postal.is_empty());
            postal.into_iter().chain(address.lines()).collect()
        };
        match institution {
            Some(institution) => {
                let referrer = &case.referrer;
                let doctor = format!("{} {}", referrer.doctor, profile.say("cover.honorific", &[]));
                let to = [institution.name.clone(), referrer.department.clone(), doctor];
                (to.into_iter().filter(|line| !line.is_empty()).collect(), whole(&institution.address))
            }
            None => {
                let (name, address) = domain::addressee::addressee(case);
                (vec![format!("{} {}", name.written(), profile.say("honorific", &[]))], whole(address))
            }
        }
    }

    /// Prints what the envelope still lacks; where nothing lacks, every sheet again as it was.
    /// Letters go in one job, each label in its own: it lies in another tray.
    pub(crate) fn print_envelope(&self, request: OfEnvelope) -> Result<EnvelopePrinted, Failure> {
        let open = self.opened()?;
        let case = open.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        if !request.letter.is_letter() {
            return Err(Refusal::of(Why::NotALetter).into());
        }
        let sheets = case.envelope(request.letter);
        let lacking: Vec<PaperKind> =
            sheets.iter().copied().filter(|kind| case.paper(*kind).is_none()).collect();
        let again = lacking.is_empty();
        let mut jobs = Vec::new();
        for kind in if again { sheets } else { lacking } {
            let version = case.paper(kind).filter(|_| again).map(|paper| paper.version);
            jobs.push(self.print_paper(PaperQuery { id: request.id, kind, version })?.job);
        }
        Ok(EnvelopePrinted { view: self.view(&open, request.id)?, jobs })
    }

    /// How the scans of an envelope stand: a stop, or what is still to be read.
    pub(crate) fn scan(&self, request: ScanQuery) -> Result<ScanView, Failure> {
        let open = self.opened()?;
        let case = open.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        let read: Vec<PaperKind> =
            request.scanned.iter().filter_map(|text| SheetCode::read(text)).map(|code| code.kind).collect();
        let stop = case.check_scans(request.letter, &request.scanned, &open.rules()).err();
        let stop = stop.filter(|refusal| !matches!(refusal.why, Why::NotScanned { .. }));
        let left = case.envelope(request.letter).into_iter().filter(|kind| !read.contains(kind)).collect();
        Ok(ScanView { read, open: left, stop })
    }
}

fn sheet(case: &Case, kind: PaperKind) -> SheetRow {
    let paper = case.paper(kind);
    SheetRow {
        kind,
        version: paper.map(|paper| paper.version),
        sealed: paper.is_some_and(|paper| paper.sealed.is_some()),
    }
}

fn posted_on(stored: &Stored, day: chrono::NaiveDate) -> Vec<PostedRow> {
    let letters = stored.case.papers.iter().filter(|paper| paper.kind.is_letter());
    let row = |paper: &domain::paper::IssuedPaper| {
        let posting = paper.posted.clone().filter(|posting| posting.mark.date() == day)?;
        Some(PostedRow { id: stored.id, brief: stored.brief.clone(), letter: paper.kind, posting })
    };
    letters.filter_map(row).collect()
}
