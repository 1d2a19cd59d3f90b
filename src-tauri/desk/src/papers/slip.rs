//! 予約票 (R73): when, where, what it costs, what to bring. Never why.
use chrono::Duration;
use documents::paper::part::{Agreed, LabelledList};
use documents::paper::slip::Slip;
use documents::sheet::Size;
use domain::paper::PaperKind;

use super::sheet::{Sheet, booking};
use crate::calendar::bring_words;
use crate::wire::Failure;

pub(super) fn slip(sheet: &Sheet) -> Result<Slip, Failure> {
    let booking = booking(sheet)?;
    let (slot, visit) = (&booking.slot, &sheet.profile.visit);
    let arrive = slot.start - Duration::minutes(visit.arrive_minutes_before.into());
    let arrive = arrive.format("%-H:%M").to_string();
    let arrive = sheet.say("slip.arrive", &[("time", &arrive), ("counter", &visit.counter)]);
    let below = [arrive, sheet.say("slip.arrive_then", &[])];
    let below = below.into_iter().filter(|line| !line.is_empty()).collect();
    let gross = booking.fee.gross().to_string();
    let bring = bring_words(sheet.case, sheet.rules, sheet.profile, sheet.now.date());
    let notes = ["slip.note1", "slip.note2", "slip.note3", "slip.note4"];
    Ok(Slip {
        practice: sheet.practice,
        size: Size::default(),
        window: sheet.printing.window(),
        addressee: sheet.applicant(),
        issued: sheet.issued(),
        receipt: sheet.receipt(),
        sender: sheet.sender(),
        title: sheet.say("slip.title", &[]),
        version_line: sheet.version_line(PaperKind::Slip),
        lead: sheet.say("slip.lead", &[]),
        agreed: Agreed { label: sheet.say("slip.when", &[]), date: sheet.span(slot), below },
        doctor: sheet.labelled("slip.doctor", sheet.doctor_words(&slot.doctor)),
        place: sheet.labelled("slip.place", &slot.room),
        fee: sheet.labelled("slip.fee", sheet.say("slip.fee_text", &[("gross", &gross)])),
        bring: LabelledList { label: sheet.say("slip.bring", &[]), items: bring },
        notes_heading: sheet.say("slip.notes_heading", &[]),
        notes: notes.iter().map(|key| sheet.say(key, &[])).filter(|note| !note.is_empty()).collect(),
        contact: sheet.contact("slip.contact"),
        code: sheet.code(PaperKind::Slip),
        unbroken: vec![sheet.doctor(&slot.doctor).map(|d| d.name.clone()).unwrap_or_default()],
    })
}
