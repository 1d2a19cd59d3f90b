//! What every paper says in the same words: sender, contact, dates, the doctor, the code of the sheet.
use chrono::{Duration, NaiveDate, NaiveDateTime};
use documents::block::address::Addressee;
use documents::paper::part::{Contact, Labelled};
use domain::addressee::addressee;
use domain::age::age_on;
use domain::era::{wareki, wareki_weekday, weekday_kanji};
use domain::paper::{IssuedPaper, PaperKind};
use domain::profile::{Doctor, Profile};
use domain::visit::Slot;
use domain::{Case, Rules};

use crate::reference::Printing;
use crate::wire::Failure;

/// What a paper is filled from.
pub(crate) struct Sheet<'a> {
    pub case: &'a Case,
    pub rules: &'a Rules,
    pub profile: &'a Profile,
    pub now: NaiveDateTime,
    pub practice: bool,
    pub printing: &'a Printing,
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
    /// The sender without the desk's name, which says what a letter is about.
    pub fn plain_sender(&self) -> Vec<String> {
        let named = format!("{}（{}）", self.profile.centre, self.profile.desk);
        let plain = |line: String| if line == named { self.profile.centre.clone() } else { line };
        self.sender().into_iter().map(plain).collect()
    }
    /// The desk as the house knows it.
    pub fn desk_lines(&self) -> Vec<String> {
        let p = self.profile;
        vec![format!("{}（{}）", p.centre, p.desk), format!("TEL. {}（{}）", p.phone, p.phone_note)]
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
        let name = self.say(&format!("paper.{}", super::code(old.kind)), &[]);
        let blanks = [("version", version.to_string()), ("old", name), ("date", date)];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(k, v)| (*k, v.as_str())).collect();
        Some(self.say("version", &blanks))
    }
    /// What the square code of the version now printed says ([`domain::seal::SheetCode`]).
    pub fn code(&self, kind: PaperKind) -> String {
        let version = self.case.next_version(kind);
        let code = self.case.sheet_code(kind, version, self.rules);
        code.map(|code| code.to_string()).unwrap_or_default()
    }
    /// Name and address of the applicant's side as they stand on a sheet.
    pub fn applicant(&self) -> Addressee {
        let (name, address) = addressee(self.case);
        Addressee {
            postcode: address.postal.clone(),
            address: address.lines(),
            name: name.written(),
            honorific: self.say("honorific", &[]),
        }
    }
    /// The department that has the case, by name.
    pub fn department(&self) -> String {
        let department = self.case.department().and_then(|id| self.rules.department(id));
        department.map(|d| d.name.clone()).unwrap_or_default()
    }
    /// A day some calendar days from now, on which the desk is open.
    pub fn in_days(&self, days: u16) -> String {
        let day = self.now.date() + Duration::days(days.into());
        wareki_weekday(self.rules.days(day).open_from(day))
    }
    /// Birth date with the age on `day`.
    pub fn birth(&self, day: NaiveDate) -> String {
        let Some(birth) = &self.case.patient.birth else { return String::new() };
        let born = self.say("born", &[("date", &wareki(birth.date))]);
        let age = self.say("age", &[("age", &age_on(birth.date, day).to_string())]);
        format!("{born}（{age}）")
    }
    /// A sentence of the profile about a code, such as `item.blood` or `defect.N02`.
    pub fn word(&self, group: &str, code: impl serde::Serialize) -> String {
        let code = serde_json::to_value(code).ok().and_then(|v| v.as_str().map(str::to_owned));
        self.say(&format!("{group}.{}", code.unwrap_or_default()), &[])
    }
}

/// The case a paper belongs to has an agreed date; [`Case::may`] asked before.
pub(crate) fn booking<'a>(sheet: &'a Sheet<'a>) -> Result<&'a domain::visit::Booking, Failure> {
    let none = || domain::Refusal::by(73, domain::Why::PaperNeedsBooking).into();
    sheet.case.booking.as_ref().ok_or_else(none)
}
