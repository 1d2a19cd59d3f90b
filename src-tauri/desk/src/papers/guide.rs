//! CLINICS予約のご案内 (R87-R97): the agreed date, and what the patient does himself.
use documents::block::steps::Step;
use documents::paper::clinics_guide::ClinicsGuide;
use documents::paper::part::{Agreed, Contact};
use domain::era::wareki_weekday;
use domain::paper::PaperKind;

use super::sheet::{Sheet, booking};
use crate::wire::Failure;

pub(super) fn guide(sheet: &Sheet) -> Result<ClinicsGuide, Failure> {
    let booking = booking(sheet)?;
    let (slot, clinics) = (&booking.slot, &sheet.profile.clinics);
    let minutes = clinics.start_minutes_before.to_string();
    let gross = booking.fee.gross().to_string();
    let blanks = [
        ("clinics", clinics.name.as_str()),
        ("vendor", clinics.vendor.as_str()),
        ("menu", clinics.menu.as_str()),
        ("minutes", minutes.as_str()),
        ("gross", gross.as_str()),
        ("phone", sheet.profile.phone.as_str()),
    ];
    let say = |key: &str| sheet.say(key, &blanks);
    let days = sheet.rules.days(slot.date());
    let before = i32::from(sheet.profile.deadlines.clinics_days_before);
    let deadline = days.add_open_days(slot.date(), -before).max(sheet.now.date());
    let step =
        |n: u8| Step { title: say(&format!("guide.step{n}_title")), text: say(&format!("guide.step{n}")) };
    let notes = ["guide.note1", "guide.note2", "guide.note3", "guide.note4"];
    Ok(ClinicsGuide {
        practice: sheet.practice,
        window: sheet.printing.window(),
        addressee: sheet.applicant(),
        issued: sheet.issued(),
        receipt: sheet.receipt(),
        sender: sheet.sender(),
        title: say("guide.title"),
        version_line: sheet.version_line(PaperKind::ClinicsGuide),
        lead: say("guide.lead"),
        agreed: Agreed { label: say("guide.when"), date: sheet.span(slot), below: vec![say("guide.start")] },
        deadline: sheet.labelled("guide.deadline", wareki_weekday(deadline)),
        steps_heading: say("guide.steps_heading"),
        steps: (1..=4).map(step).collect(),
        menu: sheet.labelled("guide.menu", &clinics.menu),
        doctor: sheet.labelled("guide.doctor", sheet.doctor_words(&slot.doctor)),
        fee: sheet.labelled("guide.fee", say("guide.fee_text")),
        report: sheet.labelled("guide.report", say("guide.report_text")),
        notes_heading: say("guide.notes_heading"),
        notes: notes.iter().map(|key| say(key)).filter(|note| !note.is_empty()).collect(),
        disclaimer: say("guide.disclaimer"),
        contact: sheet.contact("guide.contact"),
        help_desk: Contact {
            heading: say("guide.help"),
            lines: vec![clinics.help_name.clone(), clinics.help_phone.clone()],
        },
        code: sheet.code(PaperKind::ClinicsGuide),
        unbroken: vec![sheet.doctor(&slot.doctor).map(|d| d.name.clone()).unwrap_or_default()],
    })
}
