//! 報告書送付状: the letter to the referring doctor that goes with the report. One A4 sheet in mincho, in the order
//! of a Japanese business letter: number and date, addressee, sender, subject, greeting, 記, list, 以上.

use serde::{Deserialize, Serialize};

use crate::block::address::{fitted_lines, named, postal, right_lines};
use crate::block::marks;
use crate::block::table::{Cell, Look, Row, table};
use crate::face::{FaceId, Fonts};
use crate::flow::{Density, Flow, roomiest};
use crate::paper::foot::code_with_caption;
use crate::paper::head::version_line;
use crate::paper::part::{Contact, Labelled, LabelledList};
use crate::pen::{Align, Pen, Style, place, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM, Page};

/// A doctor at an institution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoctorAddressee {
    /// `980-0000`; the postal mark is added. May be empty.
    pub postcode: String,
    pub address: Vec<String>,
    pub institution: String,
    #[serde(default)]
    pub department: Option<String>,
    /// The doctor's full name, or 担当医.
    pub name: String,
    /// 先生.
    pub honorific: String,
    /// 脇付: 御侍史, 御机下, or none.
    #[serde(default)]
    pub side_note: Option<String>,
}

/// Everything printed on the letter (R77, R98).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverLetter {
    /// Prints 「見本」 across the sheet.
    #[serde(default)]
    pub practice: bool,
    pub issued: String,
    /// 発信番号.
    #[serde(default)]
    pub number: Option<String>,
    /// 親展, framed above the addressee.
    #[serde(default)]
    pub confidential: Option<String>,
    pub addressee: DoctorAddressee,
    pub sender: Vec<String>,
    pub subject: String,
    /// Says which earlier letter is void; absent on the first version.
    #[serde(default)]
    pub version_line: Option<String>,
    /// 謹啓 or 拝啓.
    pub opening: String,
    pub body: Vec<String>,
    /// 謹白 or 敬具.
    pub closing: String,
    /// 記.
    pub below: String,
    pub patient: Labelled,
    pub birth: Labelled,
    pub day: Labelled,
    pub doctor: Labelled,
    pub enclosed: LabelledList,
    /// 以上.
    pub end: String,
    pub contact: Contact,
    /// What the square code says, and the number under it.
    pub code: String,
    pub receipt_no: String,
    /// Names in running text that must not be broken over two lines.
    #[serde(default)]
    pub unbroken: Vec<String>,
}

const LEFT: f32 = 25.0 * MM;
const TOP: f32 = 16.0 * MM;
const BOTTOM: f32 = 15.0 * MM;
const ADDRESS_WIDTH: f32 = 92.0 * MM;
const CODE: f32 = 15.0 * MM;
const TABLE: Look =
    Look { label: FaceId::Mincho, text: FaceId::Mincho, label_width: 38.0 * MM, padding: 5.0 };

pub(crate) fn pages(fonts: &Fonts, letter: &CoverLetter) -> Result<Vec<Page>, Refused> {
    let pen = Pen::new(fonts, &letter.unbroken);
    roomiest(|density| page(&pen, letter, density)).map(|page| vec![page])
}

fn page(pen: &Pen, letter: &CoverLetter, density: Density) -> Result<Page, Refused> {
    let mut page = Page::a4();
    if letter.practice {
        page.blocks.push(marks::sample_mark(pen.fonts, page.printable())?);
    }
    marks::fold_marks(&mut page);
    let column = Area::new(LEFT, TOP, page.width - 2.0 * LEFT, page.height - TOP - BOTTOM);
    let mut flow = Flow::new(pen, density, page, column);
    foot(&mut flow, letter)?;
    top(&mut flow, letter)?;
    greeting(&mut flow, letter)?;
    list(&mut flow, letter)?;
    flow.finish("end", &letter.end, 10.0)
}

/// Number and date at the right, the addressee at the left, then the sender at the right.
fn top(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let style = Style::new(FaceId::Mincho, 10.5, 16.0);
    let x = LEFT + ADDRESS_WIDTH + 4.0 * MM;
    let beside = Area::new(x, TOP, flow.rest.right() - x, 2.0 * style.lead);
    let dated: Vec<String> = letter.number.iter().chain([&letter.issued]).cloned().collect();
    right_lines(flow, "issued", &dated, style, beside)?;
    addressee(flow, letter)?;
    flow.space(6.0);
    let height = letter.sender.iter().filter(|l| !l.is_empty()).count() as f32 * style.lead;
    let taken = flow.take("sender", &letter.sender.concat(), height)?;
    let right = Area::new(taken.x + taken.w * 0.4, taken.y, taken.w * 0.6, taken.h);
    right_lines(flow, "sender", &letter.sender, style, right)?;
    flow.space(18.0);
    let subject = Style::new(FaceId::MinchoBold, 14.0, 24.0).tracked(0.6);
    flow.one_line("subject", &letter.subject, subject, 11.0, Align::Centre)?;
    if let Some(text) = &letter.version_line {
        flow.space(4.0);
        version_line(flow, text)?;
    }
    flow.space(14.0);
    Ok(())
}

fn addressee(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let to = &letter.addressee;
    if let Some(mark) = &letter.confidential {
        confidential(flow, mark)?;
        flow.space(5.0);
    }
    let style = Style::new(FaceId::Mincho, 10.5, 16.0);
    let mut lines: Vec<String> = postal(&to.postcode).into_iter().collect();
    lines.extend(to.address.iter().cloned());
    lines.push(to.institution.clone());
    lines.extend(to.department.iter().cloned());
    lines.retain(|l| !l.is_empty());
    let name_style = Style::new(FaceId::MinchoBold, 14.0, 24.0);
    let height = lines.len() as f32 * style.lead + name_style.lead;
    let area = flow.take("addressee", &to.institution, height)?;
    let area = Area { w: ADDRESS_WIDTH, ..area };
    let mut commands = fitted_lines(flow.pen, "addressee.address", &lines, style, Align::Left, area)?;
    let top = area.bottom() - name_style.lead;
    commands.extend(doctor_name(flow.pen, to, name_style, Area::new(area.x, top, area.w, name_style.lead))?);
    flow.add("addressee", area, commands);
    Ok(())
}

/// The name with 先生, and behind it the smaller 脇付 on the same baseline.
fn doctor_name(pen: &Pen, to: &DoctorAddressee, style: Style, area: Area) -> Result<Vec<Cmd>, Refused> {
    const NAME: &str = "addressee.name";
    let side_style = Style::new(FaceId::Mincho, 10.0, style.lead);
    let side = to.side_note.as_deref().filter(|s| !s.is_empty());
    let side = side.map(|text| pen.single(NAME, text, side_style)).transpose()?;
    let side_width = side.as_ref().map_or(0.0, |line| set_width(line, side_style) + 0.8 * side_style.size);
    let name = named(&to.name, &to.honorific);
    let (fitted, line) = pen.fit(NAME, &name, style, 9.0, area.w - side_width)?;
    let name_style = Style { lead: style.lead, ..fitted };
    let mut commands = vec![place(&line, name_style, Align::Left, area.x, area.y, area.w)];
    if let Some(side) = side {
        let x = area.x + set_width(&line, name_style) + 0.8 * side_style.size;
        let mut note = place(&side, side_style, Align::Left, x, area.y, side_width);
        // On the name's baseline, not on its own.
        if let (Cmd::Text { y, .. }, Some(Cmd::Text { y: base, .. })) = (&mut note, commands.first()) {
            *y = *base;
        }
        commands.push(note);
    }
    Ok(commands)
}

fn confidential(flow: &mut Flow, mark: &str) -> Result<(), Refused> {
    const NAME: &str = "confidential";
    let style = Style::new(FaceId::MinchoBold, 11.0, 19.0).tracked(3.0);
    let line = flow.pen.single(NAME, mark, style)?;
    let width = set_width(&line, style) + 16.0;
    let taken = flow.take(NAME, mark, style.lead)?;
    if width > ADDRESS_WIDTH {
        return Err(Refused::does_not_fit(NAME, mark));
    }
    let area = Area { w: width, ..taken };
    let text = place(&line, style, Align::Centre, area.x, area.y, area.w);
    flow.add(NAME, area, vec![Cmd::Frame { area, line: 0.8, grey: 0.0 }, text]);
    Ok(())
}

fn greeting(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let mincho = flow.body(FaceId::Mincho);
    let body = Style { lead: mincho.size * (1.5 + 0.25 * flow.density.air.min(1.0)), ..mincho };
    flow.para("opening", &letter.opening, body, Align::Left)?;
    for paragraph in &letter.body {
        flow.para("body", paragraph, body, Align::Justified)?;
    }
    flow.para("closing", &letter.closing, body, Align::Right)
}

fn list(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let body = flow.body(FaceId::Mincho);
    flow.space(8.0);
    flow.para("below", &letter.below, body, Align::Centre)?;
    flow.space(8.0);
    let rows = [
        Row { name: "patient", label: &letter.patient.label, text: Cell::Text(&letter.patient.text) },
        Row { name: "birth", label: &letter.birth.label, text: Cell::Text(&letter.birth.text) },
        Row { name: "day", label: &letter.day.label, text: Cell::Text(&letter.day.text) },
        Row { name: "doctor", label: &letter.doctor.label, text: Cell::Text(&letter.doctor.text) },
        Row { name: "enclosed", label: &letter.enclosed.label, text: Cell::List(&letter.enclosed.items) },
    ];
    table(flow, TABLE, &rows)?;
    flow.space(6.0);
    flow.para("end", &letter.end, body, Align::Right)
}

/// Whom to ask, at the left; the code at the right.
fn foot(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let (heading, style) = (Style::new(FaceId::MinchoBold, 9.5, 15.0), Style::new(FaceId::Mincho, 9.5, 15.0));
    let lines: Vec<String> = letter.contact.lines.iter().filter(|l| !l.is_empty()).cloned().collect();
    let height = (heading.lead + lines.len() as f32 * style.lead).max(CODE + 10.0);
    let foot = flow.take_foot("contact", &letter.contact.heading, height)?;
    let left = Area { w: foot.w - CODE - 6.0 * MM, ..foot };
    let mut commands = Vec::new();
    let (fitted, line) = flow.pen.fit("contact", &letter.contact.heading, heading, 8.0, left.w)?;
    commands.push(place(&line, fitted, Align::Left, left.x, left.y, left.w));
    let below = Area::new(left.x, left.y + heading.lead, left.w, left.h - heading.lead);
    commands.extend(fitted_lines(flow.pen, "contact", &lines, style, Align::Left, below)?);
    flow.add_foot("contact", left, commands);
    let code = Area::new(foot.right() - CODE, foot.bottom() - CODE - 10.0, CODE, CODE + 10.0);
    code_with_caption(flow, &letter.code, &letter.receipt_no, code)
}
