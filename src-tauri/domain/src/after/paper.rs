//! Papers and the report: printed, posted, come back, void (R73, R76, R77, R98).
use crate::case::Case;
use crate::ids::Mark;
use crate::paper::{
    Approval, CameBack, IssuedPaper, PaperKind, Posting, ReturnReason, Sealed, VoidReason, Voided,
};
use crate::visit::Delivery;

impl Case {
    pub(super) fn issue(&mut self, kind: PaperKind, version: u32, data: &str, digest: &str, mark: &Mark) {
        self.void_where(|other| other == kind, VoidReason::NewerVersion, mark);
        self.papers.push(IssuedPaper {
            kind,
            version,
            data: data.to_owned(),
            digest: digest.to_owned(),
            printed: mark.clone(),
            sealed: None,
            posted: None,
            came_back: None,
            voided: None,
        });
    }

    pub(super) fn approve(&mut self, kind: PaperKind, mark: &Mark) {
        let version = self.next_version(kind);
        self.approvals.push(Approval { kind, version, mark: mark.clone() });
    }

    pub(super) fn seal(&mut self, letter: PaperKind, second: &str, mark: &Mark) {
        for kind in self.envelope(letter) {
            if let Some(paper) = self.valid(kind) {
                paper.sealed = Some(Sealed { second: second.to_owned(), mark: mark.clone() });
            }
        }
    }

    /// What lies in the envelope goes with its letter. To post the cover letter is to post the report.
    pub(super) fn post(&mut self, kind: PaperKind, service: &str, tracking: &str, mark: &Mark) {
        let letter = if kind == PaperKind::MailingLabel { PaperKind::CoverLetter } else { kind };
        for kind in self.envelope(letter) {
            self.posted(kind, service, tracking, mark);
        }
        if letter == PaperKind::CoverLetter {
            let (service, tracking) = (service.to_owned(), tracking.to_owned());
            self.report.delivered = Some(Delivery::Posted { service, tracking, mark: mark.clone() });
        }
    }

    pub(super) fn post_report(&mut self, service: &str, tracking: &str, mark: &Mark) {
        self.post(PaperKind::CoverLetter, service, tracking, mark);
    }

    fn valid(&mut self, kind: PaperKind) -> Option<&mut IssuedPaper> {
        self.papers.iter_mut().rev().find(|paper| paper.kind == kind && !paper.is_void())
    }

    fn posted(&mut self, kind: PaperKind, service: &str, tracking: &str, mark: &Mark) {
        if let Some(paper) = self.valid(kind) {
            let (service, tracking) = (service.to_owned(), tracking.to_owned());
            paper.posted = Some(Posting { service, tracking, mark: mark.clone() });
            paper.came_back = None;
        }
    }

    /// The letter posted last came back. With the cover letter the report is at the desk again, to be delivered anew.
    pub(super) fn mail_came_back(&mut self, kind: PaperKind, reason: ReturnReason, mark: &Mark) {
        let report = matches!(kind, PaperKind::CoverLetter | PaperKind::MailingLabel);
        let letter = if report { PaperKind::CoverLetter } else { kind };
        for kind in [Some(letter), letter.label()].into_iter().flatten() {
            let last =
                self.papers.iter_mut().rev().find(|paper| paper.kind == kind && paper.posted.is_some());
            if let Some(paper) = last {
                paper.came_back = Some(CameBack { reason, mark: mark.clone() });
                // It was opened or will be: what goes out again is looked at again.
                paper.sealed = None;
            }
        }
        if report {
            self.report.delivered = None;
        }
    }

    pub(super) fn leak_reported(&mut self, index: usize, last: bool, mark: &Mark) {
        if let Some(leak) = self.leaks.get_mut(index) {
            let report = if last { &mut leak.final_report } else { &mut leak.first_report };
            *report = Some(mark.clone());
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
