//! 報告書送付状 and its 宛名ラベル (R77, R98): the report's way to the referring doctor.
use documents::paper::cover_letter::{CoverLetter, DoctorAddressee};
use documents::paper::label_sheet::{Label, LabelSheet};
use documents::paper::letter::{Code, Head, Letter, Part};
use documents::paper::part::LabelledList;
use domain::checklist::{Missing, missing};
use domain::era::wareki_weekday;
use domain::paper::PaperKind;
use domain::profile::Institution;
use domain::screening::Supplier;
use domain::{Refusal, Why};

use super::labels::{coded, on_stock};
use super::letters::{paragraph, rows, sentences, wanted};
use super::sheet::Sheet;
use crate::wire::Failure;

pub(super) fn letter(sheet: &Sheet) -> Result<CoverLetter, Failure> {
    let to = addressee(sheet)?;
    let held = sheet.case.consultation.as_ref().ok_or(Refusal::by(77, Why::NotHeldYet))?;
    let slot = &held.booking.slot;
    let patient = format!("{} {}", sheet.case.patient.name.written(), sheet.say("honorific", &[]));
    let department = sheet.doctor(&slot.doctor).and_then(|d| sheet.rules.department(&d.department));
    let department = department.map(|d| d.name.clone()).unwrap_or_default();
    let day = wareki_weekday(slot.date());
    let blanks = [("patient", patient.as_str()), ("date", day.as_str()), ("department", department.as_str())];
    let body = ["cover.body1", "cover.body2"];
    Ok(CoverLetter {
        practice: sheet.practice,
        window: sheet.printing.window(),
        issued: sheet.issued(),
        number: Some(sheet.say("cover.number", &[("number", &sheet.receipt_no())])),
        confidential: Some(sheet.say("cover.confidential", &[])),
        sender: sheet.sender(),
        subject: sheet.say("cover.subject", &[]),
        version_line: sheet.version_line(PaperKind::CoverLetter),
        opening: sheet.say("cover.opening", &[]),
        body: body.iter().map(|key| sheet.say(key, &blanks)).collect(),
        closing: sheet.say("cover.closing", &[]),
        below: sheet.say("cover.below", &[]),
        patient: sheet.labelled("cover.patient", &patient),
        birth: sheet.labelled("cover.birth", sheet.birth(slot.date())),
        day: sheet.labelled("cover.day", day.as_str()),
        doctor: sheet.labelled("cover.doctor", sheet.doctor_words(&slot.doctor)),
        enclosed: LabelledList {
            label: sheet.say("cover.enclosed", &[]),
            items: vec![sheet.say("cover.enclosed_report", &[])],
        },
        end: sheet.say("cover.end", &[]),
        reply: reply(sheet),
        contact: sheet.contact("cover.contact"),
        code: sheet.code(PaperKind::CoverLetter),
        receipt_no: sheet.receipt_no(),
        unbroken: vec![sheet.case.patient.name.written(), to.name.clone()],
        addressee: to,
    })
}

/// 受領書, to be sent back. A hospital that asks for none leaves its sentence empty.
fn reply(sheet: &Sheet) -> Vec<Part> {
    let sentence = sheet.say("cover.reply", &[]);
    if sentence.is_empty() {
        return Vec::new();
    }
    vec![
        Part::Cut { text: sheet.say("letter.cut", &[]) },
        Part::Centred { text: sheet.say("return.receipt_title", &[]) },
        paragraph(sentence),
        Part::Signature { lines: sentences(sheet, &["return.received_on", "cover.reply_signed"], &[]) },
    ]
}

pub(super) fn label(sheet: &Sheet) -> Result<LabelSheet, Failure> {
    let to = addressee(sheet)?;
    let label = Label {
        postcode: to.postcode,
        address: to.address,
        institution: Some(to.institution),
        department: to.department,
        name: to.name,
        honorific: to.honorific,
        side_note: to.side_note,
        outer_mark: Some(sheet.say("label.outer_mark", &[])),
        ..coded(sheet, PaperKind::MailingLabel)
    };
    on_stock(sheet, PaperKind::MailingLabel, label)
}

/// 主治医あて追加依頼: what the referring doctor can supply, in a letter from house to house.
pub(super) fn referrer_request(sheet: &Sheet) -> Result<Letter, Failure> {
    let to = addressee(sheet)?;
    let today = sheet.now.date();
    let patient = format!("{} {}", sheet.case.patient.name.written(), sheet.say("honorific", &[]));
    let mut asked: Vec<Missing> = missing(sheet.case, sheet.rules, today);
    asked.retain(|it| it.supplier == Supplier::Referrer);
    let by = sheet.in_days(sheet.profile.deadlines.missing_calendar_days);
    let body = sentences(sheet, &["referrer.body1", "referrer.body2"], &[("patient", patient.as_str())]);
    let mut parts = vec![paragraph(sheet.say("cover.opening", &[]))];
    parts.extend(body.into_iter().map(paragraph));
    parts.push(Part::Right { text: sheet.say("cover.closing", &[]) });
    parts.push(Part::Centred { text: sheet.say("cover.below", &[]) });
    parts.push(rows(vec![
        sheet.labelled("cover.patient", &patient),
        sheet.labelled("cover.birth", sheet.birth(today)),
        sheet.labelled("missing.by", by),
    ]));
    parts.push(wanted(sheet, &asked, false));
    parts.push(Part::Right { text: sheet.say("cover.end", &[]) });
    Ok(Letter {
        practice: sheet.practice,
        unbroken: vec![sheet.case.patient.name.written(), to.name.clone()],
        head: Head::Doctor {
            addressee: to,
            issued: sheet.issued(),
            number: Some(sheet.say("cover.number", &[("number", &sheet.receipt_no())])),
            confidential: Some(sheet.say("cover.confidential", &[])),
            sender: sheet.sender(),
        },
        title: sheet.say("referrer.title", &[]),
        version_line: sheet.version_line(PaperKind::ReferrerRequest),
        parts,
        contacts: vec![sheet.contact("cover.contact")],
        code: Some(Code { text: sheet.code(PaperKind::ReferrerRequest), caption: sheet.receipt_no() }),
        ..Letter::default()
    })
}

/// Address from the institution master, never from a name alone (P2); the doctor as written on the referral letter.
fn addressee(sheet: &Sheet) -> Result<DoctorAddressee, Failure> {
    let referrer = &sheet.case.referrer;
    let institution: Option<&Institution> =
        referrer.institution.as_deref().and_then(|id| sheet.rules.institution(id));
    let institution = institution.ok_or(Refusal::by(98, Why::InstitutionUnknown))?;
    let unknown = referrer.doctor.trim().is_empty();
    let name = if unknown { sheet.say("cover.unknown_doctor", &[]) } else { referrer.doctor.clone() };
    Ok(DoctorAddressee {
        postcode: institution.address.postal.clone(),
        address: institution.address.lines(),
        institution: institution.name.clone(),
        department: Some(referrer.department.clone()).filter(|d| !d.is_empty()),
        name,
        honorific: sheet.say("cover.honorific", &[]),
        side_note: Some(sheet.say("cover.side_note", &[])).filter(|note| !note.is_empty()),
    })
}
