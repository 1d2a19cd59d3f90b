//! What a practice case can show, each by the facts that tell it apart.
use chrono::NaiveDateTime;
use domain::Case;
use domain::call::{Matter, Outcome, Party};
use domain::case::EndKind;
use domain::checklist::ages;
use domain::ids::Rule;
use domain::packet::{Defect, ItemKind, NameMatch};
use domain::paper::{PaperKind, VoidReason};
use domain::people::{Told, Who};
use domain::screening::Verdict;
use domain::visit::{InClinics, Mode, Payment};

pub type Sight = (&'static str, fn(&Case) -> bool);

/// The troubles and scenarios that facts can express (W1-W22, A1-A16), each by what tells it apart.
pub const SIGHTS: &[Sight] = &[
    ("W1 a letter that came back and was not posted again", |c| {
        c.ending.is_none() && c.booking.is_some() && came_back(c) == Some(true)
    }),
    ("W1 a letter that came back and was posted again", |c| {
        c.booking.is_some()
            && c.papers.iter().any(|p| p.is_void() && p.came_back.is_some())
            && came_back(c) == Some(false)
    }),
    ("W2 a packet without a call", |c| c.inquiry.is_none() && !c.packets.is_empty() && c.calls.is_empty()),
    ("W3 a sealed packet", |c| c.packets.iter().any(|p| p.packet.unopened)),
    ("W5 a disc from the hospital under another form of the name", |c| {
        c.packets.len() > 1 && c.packets.iter().any(|p| p.packet.name_on_it == "高橋 美津江")
    }),
    ("W5 a disc alone, nobody knows whose", |c| {
        c.item(ItemKind::Application).is_none() && c.item(ItemKind::XrayCtMri).is_some()
    }),
    ("W6 no disc opens, and it goes on", |c| {
        !c.screenings.is_empty()
            && !c.discs.is_empty()
            && c.discs.iter().all(|h| h.disc.troubles.iter().any(|t| t.blocks()))
    }),
    ("W7 a disc of another person", |c| c.discs.iter().any(|h| h.disc.name == NameMatch::Different)),
    ("W9 holds that ran out while the patient was not reached", |c| {
        c.ending.is_none() && !c.holds.is_empty() && c.holds.iter().all(|h| h.until < last_call(c))
    }),
    ("W10 the wrong person", |c| c.calls.iter().any(|call| call.record.outcome == Outcome::WrongPerson)),
    ("W12 consent signed by family", |c| {
        c.item(ItemKind::Consent).is_some_and(|i| i.found.defects.contains(&Defect::N03))
    }),
    ("W13 the 18th birthday between the dates", |c| ages(c).changes),
    ("W14 an expired card", |c| {
        c.item(ItemKind::RelationshipProof).is_some_and(|i| i.found.defects.contains(&Defect::N13))
    }),
    ("W15 a former name", |c| {
        !c.patient.former_name.is_empty() && c.discs.iter().any(|h| h.disc.name == NameMatch::Variant)
    }),
    ("W16 another birth date", |c| c.items.iter().any(|i| i.found.defects.contains(&Defect::N07))),
    ("W17 another time in CLINICS", |c| match (&c.booking, &c.clinics.booked) {
        (Some(booking), Some(seen)) => seen.start != booking.slot.start,
        _ => false,
    }),
    ("W17 an error of the card", |c| matches!(c.payment, Some(Payment::CardError { .. }))),
    ("W18 the report came back and went to the successor", |c| {
        c.papers.iter().any(|p| p.kind == PaperKind::CoverLetter && p.came_back.is_some())
            && c.report.delivered.is_some()
    }),
    ("W19 a late report, reminded", |c| !c.report.reminders.is_empty() && c.report.received.is_none()),
    ("W22 a wrong enclosure", |c| c.notes.iter().any(|n| n.text.contains("誤封入"))),
    ("A4 family alone, with consent", |c| {
        c.applicant.who == Who::Family
            && c.item(ItemKind::Consent).is_some_and(|i| i.found.defects.is_empty())
            && !c.screenings.is_empty()
    }),
    ("a patient who cannot sign", |c| {
        c.applicant.patient_cannot_sign && c.item(ItemKind::InabilityProof).is_some()
    }),
    ("a minor with the mother", |c| {
        c.applicant.who == Who::PatientWithFamily && c.applicant.kinship == "母" && c.booking.is_some()
    }),
    ("A8 the mode switched after the slip was posted, the date kept", |c| {
        c.mode == Mode::Online && c.past_bookings.len() == 1 && slip_voided_by_switch(c) && same_date(c)
    }),
    ("A8 the mode switched after the slip was posted, the date fallen", |c| {
        c.mode == Mode::Online && slip_voided_by_switch(c) && c.booking.is_some() && !same_date(c)
    }),
    ("A10 changed by telephone, the act in CLINICS open", |c| {
        c.past_bookings.iter().any(|past| past.in_clinics == InClinics::Open)
    }),
    ("cancelled, the act in CLINICS seen", |c| {
        c.past_bookings.iter().any(|past| matches!(past.in_clinics, InClinics::Seen { .. }))
    }),
    ("A11 an online caller for epilepsy", |c| {
        c.packets.is_empty() && c.ending.as_ref().is_some_and(|e| e.kind == EndKind::EpilepsyOnline)
    }),
    ("A14 a death after the slip was posted", |c| {
        c.deceased() && c.papers.iter().any(|p| p.posted.is_some()) && c.papers.iter().all(|p| p.is_void())
    }),
    ("did not come, has another date", |c| !c.no_shows.is_empty() && c.booking.is_some()),
    ("more material asked for, not here yet", |c| {
        c.booking.is_none() && matches!(c.verdict(), Some(Verdict::MoreMaterial { .. }))
    }),
    ("more material came, asked again", |c| c.screenings.len() > 1 && c.packets.len() > 1),
    ("another department", |c| {
        c.screenings
            .iter()
            .any(|s| s.verdict.as_ref().is_some_and(|a| matches!(a.verdict, Verdict::OtherDepartment { .. })))
    }),
    ("先行審査", |c| c.waived(Rule(65)) && !c.screenings.is_empty()),
    ("the agreement withdrawn", |c| {
        c.referrer.agreed == Told::No && c.ending.is_none() && c.screenings.len() > 1
    }),
    ("all dates declined", |c| c.calls.iter().any(|call| call.record.note.contains("どちらの日も"))),
    ("a call out of hours", |c| c.inquiry.as_ref().is_some_and(|i| i.out_of_hours)),
    ("three misses", |c| c.misses() >= 3),
    ("a promise to call back today", |c| {
        c.calls.last().is_some_and(|call| {
            let promised = call.record.outcome == Outcome::CallBack;
            promised && call.record.party == Party::Family && call.record.matter == Matter::Candidates
        })
    }),
    ("a second slip after a change", |c| {
        c.mode == Mode::InPerson && c.paper(PaperKind::Slip).is_some_and(|p| p.version > 1)
    }),
    ("A2 a character beyond the basic plane", |c| c.patient.name.family == "𠮷田"),
    ("a variation selector", |c| c.patient.name.family == "辻\u{E0100}"),
    ("a long name and address on a paper", |c| {
        let address = &c.patient.address;
        let chars = address.line1.chars().count() + address.line2.chars().count();
        chars > 50 && c.patient.name.written().chars().count() >= 10 && !c.papers.is_empty()
    }),
];

fn came_back(c: &Case) -> Option<bool> {
    c.paper(PaperKind::of_booking(c.mode)).map(|p| p.came_back.is_some())
}

fn last_call(c: &Case) -> NaiveDateTime {
    c.calls.last().map_or(NaiveDateTime::MIN, |call| call.mark.at)
}

fn slip_voided_by_switch(c: &Case) -> bool {
    c.papers.iter().any(|p| {
        let switched = p.voided.as_ref().is_some_and(|v| v.reason == VoidReason::ModeSwitched);
        p.kind == PaperKind::Slip && p.posted.is_some() && switched
    })
}

fn same_date(c: &Case) -> bool {
    let old = c.past_bookings.last().map(|past| &past.booking.slot);
    old.is_some() && c.booking.as_ref().map(|b| &b.slot) == old
}
