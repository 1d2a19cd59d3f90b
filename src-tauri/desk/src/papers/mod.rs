//! 書類: fills a paper from the case and the hospital's words, shows it, prints it, keeps what was printed.
mod cover_letter;
mod guide;
mod house;
mod inside;
mod labels;
mod letters;
mod sheet;
mod slip;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use documents::block::window::window_profiles;
use documents::paper::label_sheet::{LabelStock, label_stocks};
use documents::sheet::MM;
use documents::{Fonts, Paper};
use domain::action::Action;
use domain::candidates::post_plan;
use domain::paper::{IssuedPaper, PaperKind};
use domain::{Case, Refusal, Why};
use sha2::{Digest, Sha256};

use crate::desk::{Desk, Open};
use crate::outside::PrintJob;
use crate::reference::{self, CHOICE, Printing};
use crate::wire::Failure;
use crate::wire::requests::{JobQuery, Nothing, PaperQuery, SavePrinting};
use crate::wire::views::{JobView, PaperView, Printed, PrintingView, Saved, StockRow};
use sheet::Sheet;

/// A5 is 148 mm wide, A4 210 mm.
const A5_AND_LESS: f32 = 180.0 * MM;
/// Millimetres; a printer that is farther off needs a person.
const FARTHEST: f32 = 20.0;

impl Desk {
    /// The paper as it would be printed now, or a version as it was printed.
    pub(crate) fn preview_paper(&self, request: PaperQuery) -> Result<PaperView, Failure> {
        let open = self.opened()?;
        let case = open.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        let rules = open.rules();
        let visit = case.booking.as_ref().map(|b| b.slot.date());
        let posting = visit.and_then(|day| post_plan(&rules, self.day(), day));
        let Some(version) = request.version else {
            let (paper, version) = self.fill(&open, &case, request.kind, true)?;
            return view(self.fonts(), &paper, request.kind, version, false, posting);
        };
        let issued = case.papers.iter().find(|p| p.kind == request.kind && p.version == version);
        let issued = issued.ok_or(Failure::NotFound)?;
        view(self.fonts(), &as_printed(issued)?, request.kind, version, issued.is_void(), posting)
    }

    /// Prints the next version; with a version, that one again as it was printed, which makes no new one.
    pub(crate) fn print_paper(&self, request: PaperQuery) -> Result<Printed, Failure> {
        if let Some(version) = request.version {
            let (paper, title) = self.again(&request, version)?;
            let job = self.to_printer(&paper, &title)?;
            return Ok(Printed { view: self.view(&*self.opened()?, request.id)?, job });
        }
        let mut job = String::new();
        let view = self.issue(&request, |paper, _, title| {
            job = self.to_printer(paper, title)?;
            Ok(true)
        })?;
        Ok(Printed { view: view.ok_or(Failure::NotFound)?, job })
    }

    /// A saved file is a paper that left the desk: it gets its version like a printed one; with a version, that one
    /// again.
    pub(crate) fn save_paper(&self, request: PaperQuery) -> Result<Saved, Failure> {
        if let Some(version) = request.version {
            let (paper, title) = self.again(&request, version)?;
            let pdf = documents::render(self.fonts(), &paper)?;
            return Ok(Saved { saved: self.to_file(&pdf, &title)? });
        }
        let saved = self.issue(&request, |_, pdf, title| self.to_file(pdf, title))?;
        Ok(Saved { saved: saved.is_some() })
    }

    /// A valid version as it was printed, and its title.
    fn again(&self, request: &PaperQuery, version: u32) -> Result<(Paper, String), Failure> {
        let case = self.opened()?.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        let issued = case.papers.iter().find(|p| p.kind == request.kind && p.version == version);
        let issued = issued.ok_or(Failure::NotFound)?;
        if issued.is_void() {
            return Err(Refusal::of(Why::VoidSheet { paper: request.kind, version }).into());
        }
        Ok((as_printed(issued)?, self.title(request.kind, version)))
    }

    /// What became of a job; that a queue took it is not that it was printed.
    pub(crate) fn job(&self, request: JobQuery) -> Result<JobView, Failure> {
        Ok(JobView { state: self.outside.job(&request.job), job: request.job })
    }

    pub(crate) fn printing(&self, _: Nothing) -> Result<PrintingView, Failure> {
        let open = self.opened()?;
        let row = |stock: LabelStock| StockRow { name: stock.name, columns: stock.columns, rows: stock.rows };
        Ok(PrintingView {
            choice: reference::printing(&open.register)?,
            stocks: label_stocks().into_iter().map(row).collect(),
            windows: window_profiles().into_iter().map(|window| window.name).collect(),
            printers: self.outside.printers(),
        })
    }

    pub(crate) fn save_printing(&self, request: SavePrinting) -> Result<PrintingView, Failure> {
        let open = self.opened()?;
        let choice = request.choice;
        let far = |offset: f32| !offset.is_finite() || offset.abs() > FARTHEST;
        let known =
            choice.label_stock.is_empty() || label_stocks().iter().any(|s| s.name == choice.label_stock);
        let known =
            known && (choice.window.is_empty() || window_profiles().iter().any(|w| w.name == choice.window));
        if !known || far(choice.offset_x) || far(choice.offset_y) || choice.label_start == 0 {
            return Err(Failure::BadRequest { what: "printing".into() });
        }
        reference::put(&open.register, CHOICE, "printing", &choice, &self.mark(&open)?, "")?;
        self.printing(Nothing {})
    }

    /// Draws the paper, lets it out, and registers its version; nothing is registered that did not get out.
    fn issue(
        &self,
        request: &PaperQuery,
        let_out: impl FnOnce(&Paper, &[u8], &str) -> Result<bool, Failure>,
    ) -> Result<Option<crate::wire::views::CaseView>, Failure> {
        let open = self.opened()?;
        let mark = self.mark(&open)?;
        let stored = open.register.load(request.id)?.ok_or(Failure::NotFound)?;
        let (paper, version) = self.fill(&open, &stored.case, request.kind, false)?;
        let pdf = documents::render(self.fonts(), &paper)?;
        if !let_out(&paper, &pdf, &self.title(request.kind, version))? {
            return Ok(None);
        }
        let action = Action::IssuePaper {
            kind: request.kind,
            version,
            data: serde_json::to_string(&paper)
                .map_err(|_| Failure::Internal { report: "paper:data".into() })?,
            digest: digest(&pdf),
        };
        self.take(&open, Some(request.id), Some(stored.revision), action)?;
        if let Some(label_start) = next_label(&paper) {
            let choice = Printing { label_start, ..reference::printing(&open.register)? };
            reference::put(&open.register, CHOICE, "printing", &choice, &mark, "")?;
        }
        self.view(&open, request.id).map(Some)
    }

    /// A file name that names nobody: kind, version, day.
    fn title(&self, kind: PaperKind, version: u32) -> String {
        format!("{}-v{version}-{}", code(kind), self.day().format("%Y%m%d"))
    }

    fn to_printer(&self, paper: &Paper, title: &str) -> Result<String, Failure> {
        let pages = documents::layout(self.fonts(), paper)?;
        let small = pages.first().is_some_and(|page| page.width < A5_AND_LESS);
        let printer = reference::printing(&self.opened()?.register)?.printer;
        let job = PrintJob { title: title.to_owned(), printer, media: if small { "A5" } else { "A4" } };
        let pdf = documents::render(self.fonts(), paper)?;
        self.outside.print(&pdf, &job).map_err(|detail| Failure::Printer { detail })
    }

    fn to_file(&self, pdf: &[u8], title: &str) -> Result<bool, Failure> {
        self.outside
            .save(pdf, &format!("{title}.pdf"))
            .map_err(|kind| Failure::Store { trouble: crate::wire::StoreTrouble::Io { kind } })
    }

    /// The paper filled with today's facts, and the version it would carry. A draft may be read before it is approved.
    fn fill(&self, open: &Open, case: &Case, kind: PaperKind, draft: bool) -> Result<(Paper, u32), Failure> {
        let rules = open.rules();
        let version = case.next_version(kind);
        let probe = Action::IssuePaper { kind, version, data: String::new(), digest: String::new() };
        match case.may(&probe, self.now(), &rules) {
            Err(refusal) if draft && matches!(refusal.why, Why::NotApproved { .. }) => {}
            judged => judged?,
        }
        let profile = rules.profile(self.day());
        let practice = self.place.practice;
        let printing = reference::printing(&open.register)?;
        let sheet = Sheet { case, rules: &rules, profile, now: self.now(), practice, printing: &printing };
        let paper = match kind {
            PaperKind::Slip => Paper::Slip(slip::slip(&sheet)?),
            PaperKind::ClinicsGuide => Paper::ClinicsGuide(guide::guide(&sheet)?),
            PaperKind::CoverLetter => Paper::CoverLetter(cover_letter::letter(&sheet)?),
            PaperKind::MailingLabel => Paper::MailingLabel(cover_letter::label(&sheet)?),
            PaperKind::MissingNotice => Paper::MissingNotice(letters::missing_notice(&sheet)?),
            PaperKind::ReferrerRequest => Paper::ReferrerRequest(cover_letter::referrer_request(&sheet)?),
            PaperKind::MoreRequest => Paper::MoreRequest(letters::more_request(&sheet)?),
            PaperKind::Decline => Paper::Decline(letters::decline(&sheet)?),
            PaperKind::GeneralOutpatient => Paper::GeneralOutpatient(letters::general_outpatient(&sheet)?),
            PaperKind::ContactRequest => Paper::ContactRequest(letters::contact_request(&sheet)?),
            PaperKind::ReportReminder => Paper::ReportReminder(inside::report_reminder(&sheet)?),
            PaperKind::ReturnSlip => Paper::ReturnSlip(inside::return_slip(&sheet)?),
            PaperKind::ScreeningRequest => Paper::ScreeningRequest(inside::screening_request(&sheet)?),
            PaperKind::AddressPage => Paper::AddressPage(letters::address_page(&sheet)?),
            PaperKind::PatientLabel => Paper::PatientLabel(labels::applicant(&sheet)?),
            PaperKind::ReplyLabel => Paper::ReplyLabel(labels::reply(&sheet)?),
            PaperKind::SpineLabel => Paper::SpineLabel(labels::spine(&sheet)?),
            PaperKind::ReceiptStub => Paper::ReceiptStub(inside::receipt_stub(&sheet)?),
        };
        Ok((paper, version))
    }
}

/// The first free label after this paper, if it is one of labels; the first of a new sheet after the last.
fn next_label(paper: &Paper) -> Option<u32> {
    let (Paper::MailingLabel(sheet)
    | Paper::PatientLabel(sheet)
    | Paper::ReplyLabel(sheet)
    | Paper::SpineLabel(sheet)) = paper
    else {
        return None;
    };
    let places = (sheet.stock.columns * sheet.stock.rows).max(1);
    Some((sheet.start - 1 + sheet.labels.len() as u32) % places + 1)
}

/// A stored paper drawn again from its own data.
fn as_printed(issued: &IssuedPaper) -> Result<Paper, Failure> {
    serde_json::from_str(&issued.data).map_err(|_| Failure::Internal { report: "paper:stored".into() })
}

fn view(
    fonts: &Fonts,
    paper: &Paper,
    kind: PaperKind,
    version: u32,
    void: bool,
    posting: Option<domain::candidates::PostPlan>,
) -> Result<PaperView, Failure> {
    let pages = documents::layout(fonts, paper)?.len() as u32;
    let pdf = documents::render(fonts, paper)?;
    Ok(PaperView {
        kind,
        version,
        pages,
        digest: digest(&pdf),
        pdf: BASE64_STANDARD.encode(&pdf),
        void,
        posting,
    })
}

fn digest(pdf: &[u8]) -> String {
    Sha256::digest(pdf).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The kind's name in data, wording and file names.
pub(crate) fn code(kind: impl serde::Serialize) -> String {
    let name = serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned));
    name.expect("a kind of paper is written as a word")
}
