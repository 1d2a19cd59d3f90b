//! 報告書送付状 and its 宛名ラベル (R77, R98): the report's way to the referring doctor.
use documents::paper::cover_letter::{CoverLetter, DoctorAddressee};
use documents::paper::label_sheet::{Label, LabelSheet, label_stocks};
use documents::paper::part::LabelledList;
use domain::Refusal;
use domain::Why;
use domain::age::age_on;
use domain::era::{wareki, wareki_weekday};
use domain::paper::PaperKind;
use domain::profile::Institution;

use super::Sheet;
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
    let birth = sheet.case.patient.birth.as_ref().map(|b| {
        let born = sheet.say("born", &[("date", &wareki(b.date))]);
        let age = sheet.say("age", &[("age", &age_on(b.date, slot.date()).to_string())]);
        format!("{born}（{age}）")
    });
    let body = ["cover.body1", "cover.body2"];
    Ok(CoverLetter {
        practice: sheet.practice,
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
        birth: sheet.labelled("cover.birth", birth.unwrap_or_default()),
        day: sheet.labelled("cover.day", day.as_str()),
        doctor: sheet.labelled("cover.doctor", sheet.doctor_words(&slot.doctor)),
        enclosed: LabelledList {
            label: sheet.say("cover.enclosed", &[]),
            items: vec![sheet.say("cover.enclosed_report", &[])],
        },
        end: sheet.say("cover.end", &[]),
        contact: sheet.contact("cover.contact"),
        code: sheet.code(),
        receipt_no: sheet.receipt_no(),
        unbroken: vec![sheet.case.patient.name.written(), to.name.clone()],
        addressee: to,
    })
}

pub(super) fn label(sheet: &Sheet) -> Result<LabelSheet, Failure> {
    let to = addressee(sheet)?;
    let stock = label_stocks().into_iter().next();
    let stock = stock.ok_or(Failure::Internal { report: "paper:stock".into() })?;
    let label = Label {
        postcode: to.postcode,
        address: to.address,
        institution: Some(to.institution),
        department: to.department,
        name: to.name,
        honorific: to.honorific,
        side_note: to.side_note,
        outer_mark: Some(sheet.say("label.outer_mark", &[])),
        sending_mark: None,
        code: Some(sheet.code()),
        receipt_no: Some(sheet.receipt_no()),
    };
    Ok(LabelSheet {
        practice: sheet.practice,
        title: sheet.say("label.title", &[]),
        stock,
        start: 1,
        offset_x: 0.0,
        offset_y: 0.0,
        labels: vec![label],
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
