//! Papers and the report: printed, posted, come back, void (R73, R76, R77, R98).
use crate::case::Case;
use crate::ids::Mark;
use crate::paper::{CameBack, IssuedPaper, PaperKind, Posting, ReturnReason, VoidReason, Voided};
use crate::visit::Delivery;

/// What goes to the referrer in one envelope.
const REPORT_LETTER: [PaperKind; 2] = [PaperKind::CoverLetter, PaperKind::MailingLabel];

impl Case {
    pub(super) fn issue(&mut self, kind: PaperKind, version: u32, data: &str, digest: &str, mark: &Mark) {
        self.void_where(|other| other == kind, VoidReason::NewerVersion, mark);
        self.papers.push(IssuedPaper {
            kind,
            version,
            data: data.to_owned(),
            digest: digest.to_owned(),
            printed: mark.clone(),
            posted: None,
            came_back: None,
            voided: None,
        });
    }

    /// To post the cover letter is to post the report.
    pub(super) fn post(&mut self, kind: PaperKind, service: &str, tracking: &str, mark: &Mark) {
        match kind.tells_date() {
            true => self.posted(kind, service, tracking, mark),
            false => self.post_report(service, tracking, mark),
        }
    }

    pub(super) fn post_report(&mut self, service: &str, tracking: &str, mark: &Mark) {
        for kind in REPORT_LETTER {
            self.posted(kind, service, tracking, mark);
        }
        let (service, tracking) = (service.to_owned(), tracking.to_owned());
        self.report.delivered = Some(Delivery::Posted { service, tracking, mark: mark.clone() });
    }

    fn posted(&mut self, kind: PaperKind, service: &str, tracking: &str, mark: &Mark) {
        let valid = self.papers.iter_mut().rev().find(|paper| paper.kind == kind && !paper.is_void());
        if let Some(paper) = valid {
            let (service, tracking) = (service.to_owned(), tracking.to_owned());
            paper.posted = Some(Posting { service, tracking, mark: mark.clone() });
            paper.came_back = None;
        }
    }

    /// The letter posted last came back. With the cover letter the report is at the desk again, to be delivered anew.
    pub(super) fn mail_came_back(&mut self, kind: PaperKind, reason: ReturnReason, mark: &Mark) {
        let kinds = if kind.tells_date() { vec![kind] } else { REPORT_LETTER.to_vec() };
        for kind in kinds {
            let last =
                self.papers.iter_mut().rev().find(|paper| paper.kind == kind && paper.posted.is_some());
            if let Some(paper) = last {
                paper.came_back = Some(CameBack { reason, mark: mark.clone() });
            }
        }
        if !kind.tells_date() {
            self.report.delivered = None;
        }
    }

    pub(super) fn receive_report(&mut self, pages: u16, mark: &Mark) {
        self.report.received = Some(mark.clone());
        self.report.pages = pages;
    }

    pub(super) fn hand_over_report(&mut self, mark: &Mark) {
        self.report.delivered = Some(Delivery::HandedOver { mark: mark.clone() });
    }

    pub(super) fn void_where(&mut self, which: impl Fn(PaperKind) -> bool, reason: VoidReason, mark: &Mark) {
        for paper in self.papers.iter_mut().filter(|paper| !paper.is_void() && which(paper.kind)) {
            paper.voided = Some(Voided { reason, mark: mark.clone() });
        }
    }
}
