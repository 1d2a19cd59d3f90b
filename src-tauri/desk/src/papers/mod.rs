//! 書類: fills a paper from the case and the hospital's words, shows it, prints it, keeps what was printed.
mod cover_letter;
mod guide;
mod slip;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::NaiveDateTime;
use documents::paper::part::{Contact, Labelled};
use documents::{Fonts, Paper};
use domain::action::Action;
use domain::candidates::post_plan;
use domain::era::{wareki, weekday_kanji};
use domain::paper::{IssuedPaper, PaperKind};
use domain::profile::{Doctor, Profile};
use domain::visit::Slot;
use domain::{Case, Rules};
use sha2::{Digest, Sha256};

use crate::desk::{Desk, Open};
use crate::wire::Failure;
use crate::wire::requests::PaperQuery;
use crate::wire::views::{PaperView, Printed, Saved};

/// What a paper is filled from.
pub(crate) struct Sheet<'a> {
    pub case: &'a Case,
    pub rules: &'a Rules,
    pub profile: &'a Profile,
    pub now: NaiveDateTime,
    pub practice: bool,
}

impl Desk {
    /// The paper as it would be printed now, or a version as it was printed.
    pub(crate) fn preview_paper(&self, request: PaperQuery) -> Result<PaperView, Failure> {
        let open = self.opened()?;
        let case = open.register.load(request.id)?.ok_or(Failure::NotFound)?.case;
        let rules = open.rules();
        let visit = case.booking.as_ref().map(|b| b.slot.date());
        let posting = visit.and_then(|day| post_plan(&rules, self.day(), day));
        let Some(version) = request.version else {
            let (paper, version) = self.fill(&open, &case, request.kind)?;
            return view(&paper, request.kind, version, false, posting);
        };
        let issued = case.papers.iter().find(|p| p.kind == request.kind && p.version == version);
        let issued = issued.ok_or(Failure::NotFound)?;
        view(&as_printed(issued)?, request.kind, version, issued.is_void(), posting)
    }

    pub(crate) fn print_paper(&self, request: PaperQuery) -> Result<Printed, Failure> {
        let mut job = String::new();
        let view = self.issue(&request, |pdf, title| {
            job = self.outside.print(pdf, title).map_err(|detail| Failure::Printer { detail })?;
            Ok(true)
        })?;
        Ok(Printed { view: view.ok_or(Failure::NotFound)?, job })
    }

    /// A saved file is a paper that left the desk: it gets its version like a printed one.
    pub(crate) fn save_paper(&self, request: PaperQuery) -> Result<Saved, Failure> {
        let saved = self.issue(&request, |pdf, title| {
            self.outside
                .save(pdf, &format!("{title}.pdf"))
                .map_err(|kind| Failure::Store { trouble: crate::wire::StoreTrouble::Io { kind } })
        })?;
        Ok(Saved { saved: saved.is_some() })
    }

    /// Draws the paper, lets it out, and registers its version; nothing is registered that did not get out.
    fn issue(
        &self,
        request: &PaperQuery,
        let_out: impl FnOnce(&[u8], &str) -> Result<bool, Failure>,
    ) -> Result<Option<crate::wire::views::CaseView>, Failure> {
        let open = self.opened()?;
        self.mark(&open)?;
        let stored = open.register.load(request.id)?.ok_or(Failure::NotFound)?;
        let (paper, version) = self.fill(&open, &stored.case, request.kind)?;
        let pdf = documents::render(Fonts::embedded(), &paper)?;
        // A file name that names nobody: kind, version, day.
        let title = format!("{}-v{version}-{}", code(request.kind), self.day().format("%Y%m%d"));
        if !let_out(&pdf, &title)? {
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
        self.view(&open, request.id).map(Some)
    }

    /// The paper filled with today's facts, and the version it would carry.
    fn fill(&self, open: &Open, case: &Case, kind: PaperKind) -> Result<(Paper, u32), Failure> {
        let rules = open.rules();
        let version = case.next_version(kind);
        let probe = Action::IssuePaper { kind, version, data: String::new(), digest: String::new() };
        case.may(&probe, self.now(), &rules)?;
        let profile = rules.profile(self.day());
        let practice = self.place.practice;
        let sheet = Sheet { case, rules: &rules, profile, now: self.now(), practice };
        let paper = match kind {
            PaperKind::Slip => Paper::Slip(slip::slip(&sheet)?),
            PaperKind::ClinicsGuide => Paper::ClinicsGuide(guide::guide(&sheet)?),
            PaperKind::CoverLetter => Paper::CoverLetter(cover_letter::letter(&sheet)?),
            PaperKind::MailingLabel => Paper::MailingLabel(cover_letter::label(&sheet)?),
        };
        Ok((paper, version))
    }
}

/// A stored paper drawn again from its own data.
fn as_printed(issued: &IssuedPaper) -> Result<Paper, Failure> {
    serde_json::from_str(&issued.data).map_err(|_| Failure::Internal { report: "paper:stored".into() })
}

fn view(
    paper: &Paper,
    kind: PaperKind,
    version: u32,
    void: bool,
    posting: Option<domain::candidates::PostPlan>,
) -> Result<PaperView, Failure> {
    let fonts = Fonts::embedded();
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
pub(crate) fn code(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Slip => "slip",
        PaperKind::ClinicsGuide => "clinics_guide",
        PaperKind::CoverLetter => "cover_letter",
        PaperKind::MailingLabel => "mailing_label",
    }
}

impl Sheet<'_> {
    pub fn say(&self, key: &str, blanks: &[(&str, &str)]) -> String {
        self.profile.say(key, blanks)
    }
    pub fn labelled(&self, key: &str, text: impl Into<String>) -> Labelled {
        Labelled { label: self.say(key, &[]), text: text.into() }
    }
    pub fn receipt_no(&self) -> String {
        self.case.number.map(|n| n.to_string()).unwrap_or_default()
    }
    pub fn receipt(&self) -> Labelled {
        self.labelled("receipt", self.receipt_no())
    }
    pub fn issued(&self) -> String {
        wareki(self.now.date())
    }
    /// 病院, センター（担当）, 〒, 住所, 電話.
    pub fn sender(&self) -> Vec<String> {
        let p = self.profile;
        let lines = [
            p.hospital.clone(),
            format!("{}（{}）", p.centre, p.desk),
            format!("〒{}", p.address.postal),
            p.address.lines().join(" "),
            format!("TEL. {}（{}）", p.phone, p.phone_note),
        ];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }
    pub fn contact(&self, heading: &str) -> Contact {
        let p = self.profile;
        let phone = self.say("slip.contact1", &[("phone", &p.phone), ("phone_note", &p.phone_note)]);
        let hours = self.say("slip.contact2", &[("hours", &p.hours.words)]);
        Contact { heading: self.say(heading, &[]), lines: vec![phone, hours] }
    }
    /// `令和8年12月10日（木）14:00～15:00`.
    pub fn span(&self, slot: &Slot) -> String {
        let date = slot.date();
        let weekday = weekday_kanji(chrono::Datelike::weekday(&date));
        format!(
            "{}（{weekday}）{}～{}",
            wareki(date),
            slot.start.format("%-H:%M"),
            slot.end().format("%-H:%M")
        )
    }
    pub fn doctor(&self, id: &str) -> Option<&Doctor> {
        self.rules.doctor(id)
    }
    /// 診療科　医師名 医師.
    pub fn doctor_words(&self, id: &str) -> String {
        let Some(doctor) = self.doctor(id) else { return String::new() };
        let department =
            self.rules.department(&doctor.department).map(|d| d.name.as_str()).unwrap_or_default();
        format!("{department}　{} {}", doctor.name, self.say("doctor_suffix", &[]))
    }
    /// Says which earlier paper is void, from the second version on.
    pub fn version_line(&self, kind: PaperKind) -> Option<String> {
        let version = self.case.next_version(kind);
        let tells = kind.tells_date();
        let same = |p: &&IssuedPaper| p.kind == kind || (tells && p.kind.tells_date());
        let old = self.case.papers.iter().filter(same).max_by_key(|p| p.version)?;
        let date = old.printed.date().format("%-m月%-d日").to_string();
        let name = self.say(&format!("paper.{}", code(old.kind)), &[]);
        let blanks = [("version", version.to_string()), ("old", name), ("date", date)];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(k, v)| (*k, v.as_str())).collect();
        Some(self.say("version", &blanks))
    }
    /// What the square code says: the receipt number, as the search box takes it.
    pub fn code(&self) -> String {
        self.receipt_no()
    }
}

/// The case a paper belongs to has an agreed date; [`Case::may`] asked before.
pub(crate) fn booking<'a>(sheet: &'a Sheet) -> Result<&'a domain::visit::Booking, Failure> {
    let none = || domain::Refusal::by(73, domain::Why::PaperNeedsBooking).into();
    sheet.case.booking.as_ref().ok_or_else(none)
}
