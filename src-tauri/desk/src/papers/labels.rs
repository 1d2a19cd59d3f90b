//! Labels: to the applicant, to this desk (返信用宛名), and the spine of the folder.
use documents::paper::label_sheet::{Label, LabelSheet, label_stocks};
use domain::era::wareki;
use domain::paper::PaperKind;

use super::sheet::Sheet;
use crate::wire::Failure;

/// 宛名ラベル to the patient's side.
pub(super) fn applicant(sheet: &Sheet) -> Result<LabelSheet, Failure> {
    let to = sheet.applicant();
    let label = Label {
        postcode: to.postcode,
        address: to.address,
        name: to.name,
        honorific: to.honorific,
        outer_mark: Some(sheet.say("label.outer_mark", &[])).filter(|mark| !mark.is_empty()),
        ..coded(sheet, PaperKind::PatientLabel)
    };
    on_stock(sheet, PaperKind::PatientLabel, label)
}

/// 返信用宛名: this desk's own address.
pub(super) fn reply(sheet: &Sheet) -> Result<LabelSheet, Failure> {
    let p = sheet.profile;
    let label = Label {
        postcode: p.address.postal.clone(),
        address: p.address.lines(),
        institution: Some(p.hospital.clone()),
        department: Some(p.centre.clone()),
        name: p.desk.clone(),
        honorific: sheet.say("honorific_desk", &[]),
        ..coded(sheet, PaperKind::ReplyLabel)
    };
    on_stock(sheet, PaperKind::ReplyLabel, label)
}

/// 背ラベル: what is read on the spine of the folder, and the code that leads to the case.
pub(super) fn spine(sheet: &Sheet) -> Result<LabelSheet, Failure> {
    let case = sheet.case;
    let arrived = case.received_on().map(wareki).unwrap_or_default();
    let label = Label {
        address: vec![sheet.say("spine.arrived", &[("date", &arrived)]), sheet.word("mode", case.mode)],
        department: Some(sheet.department()).filter(|name| !name.is_empty()),
        name: case.patient.name.written(),
        honorific: sheet.say("honorific", &[]),
        ..coded(sheet, PaperKind::SpineLabel)
    };
    on_stock(sheet, PaperKind::SpineLabel, label)
}

/// An empty label with the code of its kind.
pub(super) fn coded(sheet: &Sheet, kind: PaperKind) -> Label {
    let code = Some(sheet.code(kind)).filter(|code| !code.is_empty());
    Label { code, receipt_no: Some(sheet.receipt_no()), ..Label::default() }
}

/// One label on the sheet that lies in the printer, at the first free place.
pub(super) fn on_stock(sheet: &Sheet, kind: PaperKind, label: Label) -> Result<LabelSheet, Failure> {
    let stocks = label_stocks();
    let stock = stocks.iter().find(|stock| stock.name == sheet.printing.label_stock).or(stocks.first());
    let stock = stock.cloned().ok_or(Failure::Internal { report: "paper:stock".into() })?;
    let places = (stock.columns * stock.rows).max(1);
    Ok(LabelSheet {
        practice: sheet.practice,
        title: sheet.say(&format!("paper.{}", super::code(kind)), &[]),
        start: sheet.printing.label_start.clamp(1, places),
        offset_x: sheet.printing.offset_x,
        offset_y: sheet.printing.offset_y,
        stock,
        labels: vec![label],
    })
}
