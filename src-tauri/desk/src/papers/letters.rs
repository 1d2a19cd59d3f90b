//! Letters to the applicant's side: what is missing, what the doctor still wants, the answer, a request to call back.
//! Each says what concerns its reader and nothing about the illness.
use documents::paper::letter::{Code, Column, Head, Letter, Part};
use documents::paper::part::{Contact, Labelled};
use domain::checklist::{ChecklistRow, Missing, RowState, checklist, missing};
use domain::packet::Form;
use domain::paper::PaperKind;
use domain::screening::Verdict;
use domain::{Refusal, Why};

use super::sheet::Sheet;
use crate::wire::Failure;

/// 資料不足のお知らせ: what came, everything that is missing, who can supply it and how, by when.
pub(super) fn missing_notice(sheet: &Sheet) -> Result<Letter, Failure> {
    let today = sheet.now.date();
    let arrived =
        sheet.case.packets.last().map(|p| domain::era::wareki(p.packet.arrived)).unwrap_or_default();
    let here: Vec<String> =
        checklist(sheet.case, sheet.rules, today).iter().filter_map(|row| received(sheet, row)).collect();
    let days = sheet.profile.deadlines.missing_calendar_days;
    let mut parts = vec![paragraph(sheet.say("missing.lead", &[("date", &arrived)]))];
    if !here.is_empty() {
        parts.push(heading(sheet, "missing.received"));
        parts.push(Part::List { items: here });
    }
    parts.push(heading(sheet, "missing.wanted"));
    parts.push(wanted(sheet, &missing(sheet.case, sheet.rules, today), true));
    parts.push(framed(sheet, "missing.by", sheet.in_days(days)));
    parts.push(Part::Numbered { items: sentences(sheet, &["missing.note1", "missing.note2"], &[]) });
    parts.extend(reply_address(sheet));
    Ok(to_applicant(sheet, PaperKind::MissingNotice, "missing.title", parts))
}

fn received(sheet: &Sheet, row: &ChecklistRow) -> Option<String> {
    let RowState::Here { count, form, .. } = row.state else { return None };
    let name = sheet.word("item", row.item);
    let counted = if form == Form::Disc { "missing.discs" } else { "missing.sheets" };
    match count {
        0 | 1 => Some(name),
        _ => Some(format!("{name}　{}", sheet.say(counted, &[("count", &count.to_string())]))),
    }
}

/// Every missing thing and its state; `ways` adds who can supply it and how it is sent.
pub(super) fn wanted(sheet: &Sheet, missing: &[Missing], ways: bool) -> Part {
    let row = |it: &Missing| {
        let item = match it.item {
            Some(item) => sheet.word("item", item),
            None => sheet.say("item.any_material", &[]),
        };
        let state = match it.defects.as_slice() {
            [] => sheet.say("defect.N01", &[]),
            defects => {
                let words: Vec<String> = defects.iter().map(|defect| sheet.word("defect", defect)).collect();
                words.join("、")
            }
        };
        vec![item, state, sheet.word("supplier", it.supplier), sheet.word("send", it.supplier)]
    };
    let columns =
        [("missing.item", 4.2), ("missing.state", 4.0), ("missing.supplier", 2.6), ("missing.send", 3.6)];
    let shown = if ways { columns.len() } else { 2 };
    let column = |(key, share): &(&str, f32)| Column { label: sheet.say(key, &[]), share: *share };
    Part::Grid {
        columns: columns.iter().take(shown).map(column).collect(),
        rows: missing.iter().map(|it| row(it).into_iter().take(shown).collect()).collect(),
    }
}

/// 追加資料のお願い: the doctor's own words, from whom, by when.
pub(super) fn more_request(sheet: &Sheet) -> Result<Letter, Failure> {
    let Some(Verdict::MoreMaterial { what, from }) = sheet.case.verdict() else {
        return Err(Refusal::by(13, Why::PaperNeedsAnswer).into());
    };
    let days = sheet.profile.deadlines.missing_calendar_days;
    let mut parts = vec![
        paragraph(sheet.say("more.lead", &[])),
        Part::Words { text: what.clone() },
        Part::Rows {
            rows: vec![
                sheet.labelled("missing.supplier", sheet.word("supplier", from)),
                sheet.labelled("missing.send", sheet.word("send", from)),
            ],
        },
        framed(sheet, "missing.by", sheet.in_days(days)),
        Part::Numbered { items: sentences(sheet, &["missing.note1", "missing.note2"], &[]) },
    ];
    parts.extend(reply_address(sheet));
    Ok(to_applicant(sheet, PaperKind::MoreRequest, "more.title", parts))
}

/// お断り: the approved words for the ground, neutral, with what happens to the material and to the fee.
pub(super) fn decline(sheet: &Sheet) -> Result<Letter, Failure> {
    let Some(Verdict::Refuse { words, .. }) = sheet.case.verdict() else {
        return Err(Refusal::by(13, Why::PaperNeedsAnswer).into());
    };
    let mut parts = vec![paragraph(sheet.say("decline_letter.lead", &[]))];
    parts.extend(words.lines().filter(|line| !line.trim().is_empty()).map(|line| paragraph(line.to_owned())));
    parts.extend(settled(sheet, &["decline_letter.fee", "decline_letter.close"]));
    Ok(to_applicant(sheet, PaperKind::Decline, "decline_letter.title", parts))
}

/// 一般外来のご案内: on another day, through the doctor at home (R46, R66).
pub(super) fn general_outpatient(sheet: &Sheet) -> Result<Letter, Failure> {
    let Some(Verdict::GeneralOutpatient { words }) = sheet.case.verdict() else {
        return Err(Refusal::by(46, Why::PaperNeedsAnswer).into());
    };
    let mut parts = vec![paragraph(sheet.say("outpatient.lead", &[]))];
    parts.extend(words.lines().filter(|line| !line.trim().is_empty()).map(|line| paragraph(line.to_owned())));
    parts.push(paragraph(sheet.say("general_outpatient", &[])));
    parts.extend(settled(sheet, &["decline_letter.fee"]));
    Ok(to_applicant(sheet, PaperKind::GeneralOutpatient, "outpatient.title", parts))
}

/// What goes back, and sentences that end a letter of refusal.
fn settled(sheet: &Sheet, keys: &[&str]) -> Vec<Part> {
    let material = sheet.case.holds_material().then(|| sheet.say("decline_letter.material", &[]));
    let closing = sentences(sheet, keys, &[]);
    material.into_iter().chain(closing).map(paragraph).collect()
}

/// ご連絡のお願い: nobody could be reached. Whoever opens it learns only that the hospital would like a call.
pub(super) fn contact_request(sheet: &Sheet) -> Result<Letter, Failure> {
    let days = sheet.profile.deadlines.missing_calendar_days;
    let p = sheet.profile;
    let blanks = [("phone", p.phone.as_str()), ("hours", p.hours.words.as_str())];
    let parts = vec![
        paragraph(sheet.say("contact_request.lead", &blanks)),
        Part::Framed {
            label: sheet.say("contact_request.by", &[]),
            text: sheet.in_days(days),
            below: vec![p.phone.clone(), p.hours.words.clone()],
        },
        paragraph(sheet.say("contact_request.close", &blanks)),
    ];
    let mut letter = to_applicant(sheet, PaperKind::ContactRequest, "contact_request.title", parts);
    // The desk's own name says what it is about.
    if let Head::Window { sender, .. } = &mut letter.head {
        *sender = sheet.plain_sender();
    }
    Ok(letter)
}

/// 宛先台紙: the address alone.
pub(super) fn address_page(sheet: &Sheet) -> Result<Letter, Failure> {
    let page = to_applicant(sheet, PaperKind::AddressPage, "", vec![]);
    Ok(Letter { title: String::new(), contacts: vec![], ..page })
}

/// A letter in a window envelope to the patient, or to the family that applied.
pub(super) fn to_applicant(sheet: &Sheet, kind: PaperKind, title: &str, parts: Vec<Part>) -> Letter {
    let addressee = sheet.applicant();
    Letter {
        practice: sheet.practice,
        window: sheet.printing.window(),
        unbroken: vec![addressee.name.clone(), sheet.case.patient.name.written()],
        head: Head::Window {
            addressee,
            issued: sheet.issued(),
            receipt: sheet.receipt(),
            sender: sheet.sender(),
        },
        title: sheet.say(title, &[]),
        version_line: sheet.version_line(kind),
        parts,
        contacts: vec![contact(sheet)],
        code: Some(Code { text: sheet.code(kind), caption: sheet.receipt_no() }),
        ..Letter::default()
    }
}

fn contact(sheet: &Sheet) -> Contact {
    sheet.contact("letter.contact")
}

/// きりとり線 and this desk's address, to be glued on the answer.
fn reply_address(sheet: &Sheet) -> Vec<Part> {
    let p = sheet.profile;
    vec![
        Part::Foot,
        Part::Cut { text: sheet.say("letter.cut_address", &[]) },
        Part::ReplyAddress {
            postcode: p.address.postal.clone(),
            address: [p.address.lines(), vec![format!("{}　{}", p.hospital, p.centre)]].concat(),
            name: p.desk.clone(),
            honorific: sheet.say("honorific_desk", &[]),
        },
    ]
}

pub(super) fn paragraph(text: String) -> Part {
    Part::Paragraph { text }
}

pub(super) fn heading(sheet: &Sheet, key: &str) -> Part {
    Part::Heading { text: sheet.say(key, &[]) }
}

fn framed(sheet: &Sheet, label: &str, text: String) -> Part {
    Part::Framed { label: sheet.say(label, &[]), text, below: vec![] }
}

pub(super) fn sentences(sheet: &Sheet, keys: &[&str], blanks: &[(&str, &str)]) -> Vec<String> {
    keys.iter().map(|key| sheet.say(key, blanks)).filter(|text| !text.is_empty()).collect()
}

/// Rows that have something to say.
pub(super) fn rows(rows: Vec<Labelled>) -> Part {
    Part::Rows { rows: rows.into_iter().filter(|row| !row.text.is_empty()).collect() }
}
