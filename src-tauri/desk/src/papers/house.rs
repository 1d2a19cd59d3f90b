//! Papers of the desk itself, of no single case: 本日の相談一覧, 発送一覧, blank forms, the test sheet for a printer.
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::NaiveDate;
use documents::Paper;
use documents::paper::calibration::Calibration;
use documents::paper::letter::{Blank, Column, Head, Letter, Part, Tick};
use domain::Rules;
use domain::era::wareki_weekday;
use domain::profile::Profile;
use domain::visit::Mode;

use super::letters::paragraph;
use crate::desk::{Desk, Open};
use crate::reference::{self, Printing};
use crate::wire::Failure;
use crate::wire::requests::{HouseKind, HouseQuery, Nothing};
use crate::wire::views::{HouseView, JobView, Saved};

impl Desk {
    pub(crate) fn preview_house(&self, request: HouseQuery) -> Result<HouseView, Failure> {
        let paper = self.house_paper(&request)?;
        let pages = documents::layout(self.fonts(), &paper)?.len() as u32;
        let pdf = documents::render(self.fonts(), &paper)?;
        Ok(HouseView { kind: request.kind, pdf: BASE64_STANDARD.encode(&pdf), pages })
    }

    pub(crate) fn print_house(&self, request: HouseQuery) -> Result<JobView, Failure> {
        let paper = self.house_paper(&request)?;
        let job = self.to_printer(&paper, &self.house_title(request.kind))?;
        Ok(JobView { state: self.outside.job(&job), job })
    }

    pub(crate) fn save_house(&self, request: HouseQuery) -> Result<Saved, Failure> {
        let pdf = documents::render(self.fonts(), &self.house_paper(&request)?)?;
        let saved = self.to_file(&pdf, &self.house_title(request.kind))?;
        Ok(Saved { saved })
    }

    /// Names nobody: kind and day.
    fn house_title(&self, kind: HouseKind) -> String {
        format!("{}-{}", super::code(kind), self.day().format("%Y%m%d"))
    }

    fn house_paper(&self, request: &HouseQuery) -> Result<Paper, Failure> {
        let open = self.opened()?;
        let rules = open.rules();
        let day = request.day.unwrap_or(self.day());
        let house = House { profile: rules.profile(day), practice: self.place.practice, today: self.day() };
        Ok(match request.kind {
            HouseKind::DayList => Paper::DayList(self.day_list(&open, &house, &rules, day)?),
            HouseKind::PostingList => Paper::DayList(self.posting_list(&house)?),
            HouseKind::ApplicationForm => Paper::ApplicationForm(house.application_form()),
            HouseKind::ConsentForm => Paper::ConsentForm(house.consent_form()),
            HouseKind::Calibration => {
                let printing = reference::printing(&open.register)?;
                Paper::Calibration(house.calibration(&printing))
            }
        })
    }

    /// 日報: each visit with its time, doctor, place, and what the counter still has to settle.
    fn day_list(&self, open: &Open, house: &House, rules: &Rules, day: NaiveDate) -> Result<Letter, Failure> {
        let columns = house.columns(&[
            ("daylist.time", 1.6),
            ("receipt", 2.0),
            ("daylist.name", 3.4),
            ("daylist.doctor", 4.0),
            ("daylist.place", 2.6),
            ("daylist.note", 3.4),
        ]);
        let mut rows = Vec::new();
        for (id, brief) in self.visits(open, day, day)? {
            let case = open.register.load(id)?.ok_or(Failure::NotFound)?.case;
            let Some(booking) = &case.booking else { continue };
            let doctor = rules.doctor(&booking.slot.doctor);
            let department = doctor.and_then(|d| rules.department(&d.department)).map(|d| d.name.as_str());
            let online = booking.mode == Mode::Online;
            let note = if online { "mode.online" } else { "daylist.pay_first" };
            rows.push(vec![
                booking.slot.start.format("%-H:%M").to_string(),
                case.number.map(|number| number.to_string()).unwrap_or_default(),
                brief.name.clone(),
                [department.unwrap_or_default(), doctor.map_or("", |d| d.name.as_str())].join("　"),
                if online { rules.profile(day).clinics.name.clone() } else { booking.slot.room.clone() },
                house.say(note),
            ]);
        }
        let title = house.profile.say("daylist.title", &[("date", &wareki_weekday(day))]);
        Ok(house.list(title, columns, rows, "daylist.none"))
    }

    /// The cover list of a batch: each envelope that waits, to be ticked off when it leaves.
    fn posting_list(&self, house: &House) -> Result<Letter, Failure> {
        let columns = house.columns(&[
            ("postlist.done", 1.0),
            ("receipt", 2.0),
            ("postlist.to", 5.0),
            ("postlist.paper", 3.6),
            ("postlist.tracking", 4.0),
        ]);
        let view = self.posting(Nothing {})?;
        let row = |row: &crate::wire::views::EnvelopeRow| {
            vec![
                "□".to_owned(),
                row.brief.number.map(|number| number.to_string()).unwrap_or_default(),
                row.to.join("　"),
                house.say(&format!("paper.{}", super::code(row.letter))),
                String::new(),
            ]
        };
        let rows: Vec<Vec<String>> = view.envelopes.iter().map(row).collect();
        let title = house.profile.say("postlist.title", &[("date", &wareki_weekday(house.today))]);
        Ok(house.list(title, columns, rows, "postlist.none"))
    }
}

/// What the desk's own papers are filled from.
struct House<'a> {
    profile: &'a Profile,
    practice: bool,
    today: NaiveDate,
}

impl House<'_> {
    fn say(&self, key: &str) -> String {
        self.profile.say(key, &[])
    }

    fn columns(&self, columns: &[(&str, f32)]) -> Vec<Column> {
        columns.iter().map(|(key, share)| Column { label: self.say(key), share: *share }).collect()
    }

    fn list(&self, title: String, columns: Vec<Column>, rows: Vec<Vec<String>>, none: &str) -> Letter {
        let part = match rows.is_empty() {
            true => paragraph(self.say(none)),
            false => Part::Grid { columns, rows },
        };
        self.sheet(title, vec![part])
    }

    fn sheet(&self, title: String, parts: Vec<Part>) -> Letter {
        let p = self.profile;
        let issued = domain::era::wareki(self.today);
        let sender = vec![p.hospital.clone(), format!("{}（{}）", p.centre, p.desk)];
        Letter {
            practice: self.practice,
            head: Head::Inside { lines: vec![], issued, receipt: None, sender },
            title,
            parts,
            ..Letter::default()
        }
    }

    /// A form is handed out: it bears no date of its own.
    fn form(&self, title: &str, parts: Vec<Part>) -> Letter {
        let p = self.profile;
        let mut form = self.sheet(self.say(title), parts);
        let to = format!("{}　{}", p.hospital, self.say("honorific_house"));
        form.head = Head::Inside { lines: vec![to], issued: String::new(), receipt: None, sender: vec![] };
        form
    }

    fn application_form(&self) -> Letter {
        let heading = |key: &str| Part::Heading { text: self.say(key) };
        let topics = self.profile.topics.iter().cloned().chain([self.say("apply.other_topic")]);
        let ticks = |texts: Vec<String>, columns: u8| Part::Ticks {
            items: texts.into_iter().map(|text| Tick { text, done: false }).collect(),
            columns,
        };
        let words = |keys: &[&str]| keys.iter().map(|key| self.say(key)).collect::<Vec<String>>();
        let materials = [
            "item.application",
            "item.referral_letter",
            "item.consent",
            "item.relationship_proof",
            "item.blood",
            "item.ultrasound_result",
            "item.xray_ct_mri",
            "item.pathology",
        ];
        self.form(
            "apply.title",
            vec![
                self.blanks(&[("apply.day", 1)]),
                ticks(words(&["mode.in_person", "mode.online"]), 2),
                heading("apply.patient"),
                self.blanks(&[
                    ("apply.kana", 1),
                    ("apply.name", 1),
                    ("apply.birth", 1),
                    ("apply.address", 2),
                    ("apply.phone", 1),
                    ("apply.call_times", 1),
                ]),
                ticks(words(&["apply.message_yes", "apply.message_no"]), 2),
                heading("apply.applicant"),
                self.blanks(&[
                    ("apply.name", 1),
                    ("apply.kinship", 1),
                    ("apply.phone", 1),
                    ("apply.companions", 1),
                ]),
                heading("apply.referrer"),
                self.blanks(&[("apply.institution", 1), ("apply.doctor", 1)]),
                ticks(words(&["apply.agreed", "apply.may_ask"]), 1),
                heading("apply.question"),
                self.blanks(&[
                    ("apply.diagnosis", 1),
                    ("apply.course", 3),
                    ("apply.asked", 4),
                    ("apply.wishes", 2),
                ]),
                heading("apply.topics"),
                ticks(topics.collect(), 1),
                heading("apply.check"),
                ticks(words(&["apply.no_treatment", "apply.no_dispute"]), 1),
                heading("apply.material"),
                ticks(words(&materials), 2),
                Part::Signature { lines: words(&["apply.signed"]) },
            ],
        )
    }

    fn consent_form(&self) -> Letter {
        let words = |keys: &[&str]| keys.iter().map(|key| self.say(key)).collect::<Vec<String>>();
        self.form(
            "consent.title",
            vec![
                paragraph(self.profile.say("consent.body1", &[("hospital", &self.profile.hospital)])),
                paragraph(self.say("consent.body2")),
                paragraph(self.say("consent.body3")),
                self.blanks(&[("consent.applicant", 1), ("apply.kinship", 1)]),
                Part::Signature { lines: words(&["consent.day", "consent.signed", "apply.birth"]) },
                Part::Heading { text: self.say("consent.unable") },
                self.blanks(&[("consent.reason", 2), ("consent.writer", 1), ("apply.kinship", 1)]),
            ],
        )
    }

    fn blanks(&self, rows: &[(&str, u8)]) -> Part {
        let blank = |(key, lines): &(&str, u8)| Blank {
            label: self.say(key),
            hint: String::new(),
            text: String::new(),
            lines: *lines,
        };
        Part::Blanks { rows: rows.iter().map(blank).collect() }
    }

    fn calibration(&self, printing: &Printing) -> Calibration {
        Calibration {
            practice: self.practice,
            title: self.say("calibration.title"),
            window: printing.window(),
            offset_x: printing.offset_x,
            offset_y: printing.offset_y,
            safe: self.say("calibration.safe"),
            swept: self.say("calibration.swept"),
            lines: ["calibration.line1", "calibration.line2", "calibration.line3"]
                .map(|key| self.say(key))
                .to_vec(),
        }
    }
}
