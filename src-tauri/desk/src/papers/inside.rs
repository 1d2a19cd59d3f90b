//! Papers that stay in the house or travel with the material: 審査依頼票, 督促, 返却票, 受付控え.
use documents::paper::letter::{Blank, Code, Column, Head, Letter, Part, Tick};
use documents::sheet::Size;
use domain::era::{wareki, wareki_weekday};
use domain::packet::Form;
use domain::paper::PaperKind;
use domain::screening::Ground;
use domain::{Refusal, Why};

use super::letters::{heading, paragraph, rows, sentences, to_applicant};
use super::sheet::Sheet;
use crate::wire::Failure;

/// 審査依頼票 with 院内送り状: what the doctor decides about, and what travels to the department (R13, row 14).
pub(super) fn screening_request(sheet: &Sheet) -> Result<Letter, Failure> {
    let case = sheet.case;
    let subject = &case.subject;
    let question = [subject.diagnosis.as_str(), subject.question.as_str()];
    let question: Vec<&str> = question.into_iter().filter(|text| !text.is_empty()).collect();
    let mut parts = vec![paragraph(sheet.say("screening.lead", &[])), about(sheet)];
    if !question.is_empty() {
        parts.push(heading(sheet, "screening.question"));
        parts.push(Part::Words { text: question.join("\n") });
    }
    parts.push(heading(sheet, "screening.doubts"));
    let doubt = |ground| Tick { text: sheet.word("ground", ground), done: case.suspects(ground) };
    parts.push(Part::Ticks { items: Ground::ALL.map(doubt).to_vec(), columns: 2 });
    parts.push(heading(sheet, "screening.material"));
    parts.push(material(sheet));
    parts.push(heading(sheet, "screening.answer"));
    let answers = ["accept", "more_material", "refuse", "general_outpatient", "other_department"];
    let answer = |code: &&str| Tick { text: sheet.say(&format!("verdict.{code}"), &[]), done: false };
    parts.push(Part::Ticks { items: answers.iter().map(answer).collect(), columns: 3 });
    parts.push(Part::Blanks {
        rows: vec![blank(sheet, "screening.reason", 2), blank(sheet, "screening.dates", 2)],
    });
    parts.push(Part::Signature { lines: sentences(sheet, &["screening.doctor", "screening.day"], &[]) });
    let screening = case.screening();
    let doctor = screening.and_then(|s| s.doctor.as_deref()).or(subject.wished_doctor.as_deref());
    let doctor = doctor.map(|id| sheet.doctor(id).map_or(id.to_owned(), |d| d.name.clone()));
    let to = doctor.map(|name| format!("{name} {}", sheet.say("honorific_doctor", &[])));
    let lines = std::iter::once(sheet.department()).chain(to).filter(|line| !line.is_empty()).collect();
    Ok(inside(sheet, PaperKind::ScreeningRequest, lines, "screening.title", parts))
}

fn about(sheet: &Sheet) -> Part {
    let case = sheet.case;
    let name = &case.patient.name;
    let kana = Some(name.kana()).filter(|kana| !kana.is_empty()).map(|kana| format!("（{kana}）"));
    let applicant = &case.applicant;
    let comes = match applicant.name.is_empty() {
        true => sheet.word("who", applicant.who),
        false => format!("{}（{}）", applicant.name.written(), applicant.kinship),
    };
    let referrer = &case.referrer;
    let at = [&referrer.institution_name, &referrer.department, &referrer.doctor];
    let at: Vec<&str> = at.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let topics: Vec<&str> = case
        .subject
        .topics
        .iter()
        .filter_map(|topic| sheet.profile.topics.get(usize::from(*topic).checked_sub(1)?))
        .map(String::as_str)
        .collect();
    rows(vec![
        sheet.labelled("screening.patient", format!("{}{}", name.written(), kana.unwrap_or_default())),
        sheet.labelled("cover.birth", sheet.birth(sheet.now.date())),
        sheet.labelled("screening.mode", sheet.word("mode", case.mode)),
        sheet.labelled("screening.applicant", comes),
        sheet.labelled("screening.referrer", at.join("　")),
        sheet.labelled("screening.topics", topics.join("、")),
    ])
}

/// Every item and disc of the case with its number and kind.
fn material(sheet: &Sheet) -> Part {
    let column = |key: &str, share: f32| Column { label: sheet.say(key, &[]), share };
    let item = |item: &domain::packet::Item| {
        let found = &item.found;
        vec![
            sheet.word("item", found.kind),
            found.count.to_string(),
            sheet.word("form", found.form),
            found.note.clone(),
        ]
    };
    let disc = |held: &domain::packet::HeldDisc| {
        let disc = &held.disc;
        vec![
            sheet.say("return.disc", &[("label", &disc.label)]),
            sheet.say("return.of", &[("n", &disc.n.to_string()), ("of", &disc.of.to_string())]),
            sheet.word("form", Form::Disc),
            String::new(),
        ]
    };
    let mut rows: Vec<Vec<String>> = sheet.case.items.iter().map(item).collect();
    rows.extend(sheet.case.discs.iter().map(disc));
    Part::Grid {
        columns: vec![
            column("return.item", 5.0),
            column("return.count", 1.6),
            column("return.form", 2.2),
            column("return.note", 3.4),
        ],
        rows,
    }
}

/// 資料返却票: everything that goes back, who packed and who checked it, and the receipt to send in.
pub(super) fn return_slip(sheet: &Sheet) -> Result<Letter, Failure> {
    let parts = vec![
        paragraph(sheet.say("return.lead", &[])),
        material(sheet),
        Part::Signature { lines: sentences(sheet, &["return.packed", "return.checked"], &[]) },
        Part::Foot,
        Part::Cut { text: sheet.say("letter.cut", &[]) },
        Part::Centred { text: sheet.say("return.receipt_title", &[]) },
        paragraph(sheet.say("return.receipt", &[("hospital", &sheet.profile.hospital)])),
        rows(vec![sheet.receipt()]),
        Part::Signature { lines: sentences(sheet, &["return.received_on", "return.signed"], &[]) },
    ];
    Ok(to_applicant(sheet, PaperKind::ReturnSlip, "return.title", parts))
}

/// 報告書督促: to the doctor of this house, with the day of the talk and the day the report was due (row 32).
pub(super) fn report_reminder(sheet: &Sheet) -> Result<Letter, Failure> {
    let held = sheet.case.consultation.as_ref().ok_or(Refusal::by(76, Why::NotHeldYet))?;
    let day = held.booking.slot.date();
    let due = day + chrono::Duration::days(sheet.profile.deadlines.report_calendar_days.into());
    let late = (sheet.now.date() - due).num_days().max(0).to_string();
    let doctor = sheet.doctor(&held.booking.slot.doctor);
    let name = doctor.map_or(held.doctor.clone(), |d| d.name.clone());
    let parts = vec![
        paragraph(sheet.say("reminder.lead", &[])),
        rows(vec![
            sheet.labelled("cover.patient", sheet.case.patient.name.written()),
            sheet.labelled("cover.day", wareki_weekday(day)),
            sheet.labelled("reminder.due", wareki_weekday(due)),
            sheet.labelled("reminder.late", sheet.say("reminder.days", &[("days", &late)])),
            sheet.labelled("reminder.times", (sheet.case.report.reminders.len() + 1).to_string()),
        ]),
        paragraph(sheet.say("reminder.close", &[("phone", &sheet.profile.phone)])),
        Part::Blanks { rows: vec![blank(sheet, "reminder.when", 1)] },
    ];
    let lines = vec![sheet.department(), format!("{name} {}", sheet.say("honorific_doctor", &[]))];
    Ok(inside(sheet, PaperKind::ReportReminder, lines, "reminder.title", parts))
}

/// 受付控え: that the packet is here, under which number, and whom to ask. Handed over, A5.
pub(super) fn receipt_stub(sheet: &Sheet) -> Result<Letter, Failure> {
    let arrived = sheet.case.received_on().map(wareki).unwrap_or_default();
    let honorific = sheet.say("honorific", &[]);
    let parts = vec![
        Part::Framed { label: sheet.say("receipt", &[]), text: sheet.receipt_no(), below: vec![] },
        rows(vec![
            sheet.labelled("stub.name", format!("{} {honorific}", sheet.applicant().name)),
            sheet.labelled("stub.arrived", arrived),
        ]),
        paragraph(sheet.say("stub.close", &[])),
    ];
    let stub = inside(sheet, PaperKind::ReceiptStub, vec![], "stub.title", parts);
    Ok(Letter { size: Size::A5, contacts: vec![sheet.contact("letter.contact")], ..stub })
}

fn inside(sheet: &Sheet, kind: PaperKind, lines: Vec<String>, title: &str, parts: Vec<Part>) -> Letter {
    Letter {
        practice: sheet.practice,
        unbroken: vec![sheet.case.patient.name.written()],
        head: Head::Inside {
            lines,
            issued: sheet.issued(),
            receipt: Some(sheet.receipt()),
            sender: sheet.desk_lines(),
        },
        title: sheet.say(title, &[]),
        version_line: sheet.version_line(kind),
        parts,
        code: Some(Code { text: sheet.code(kind), caption: sheet.receipt_no() }),
        ..Letter::default()
    }
}

fn blank(sheet: &Sheet, key: &str, lines: u8) -> Blank {
    Blank { label: sheet.say(key, &[]), hint: String::new(), text: String::new(), lines }
}
