//! 宛名ラベル: address labels on a cut sheet. The sheet's measures are data; so is how far this printer is off, and
//! at which label a begun sheet goes on.

use serde::{Deserialize, Serialize};

use crate::block::address::{named, postal};
use crate::block::code::square_code;
use crate::face::{FaceId, Fonts};
use crate::pen::{Align, Pen, Style, place, place_all, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Block, Cmd, MM, Page};

/// Measures of a label sheet in millimetres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelStock {
    /// What the clerk chooses by: maker, numbers, labels on a sheet.
    pub name: String,
    pub columns: u32,
    pub rows: u32,
    pub width: f32,
    pub height: f32,
    /// From one label's left edge to the next one's.
    pub pitch_x: f32,
    pub pitch_y: f32,
    /// From the sheet's edges to the first label.
    pub left: f32,
    pub top: f32,
}

/// One label. Absent parts leave no gap.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub postcode: String,
    pub address: Vec<String>,
    #[serde(default)]
    pub institution: Option<String>,
    #[serde(default)]
    pub department: Option<String>,
    /// The person, or the institution when it is addressed itself (御中).
    pub name: String,
    /// 様, 先生 or 御中.
    pub honorific: String,
    /// 脇付.
    #[serde(default)]
    pub side_note: Option<String>,
    /// 外脇付: 親展, framed in the upper right corner.
    #[serde(default)]
    pub outer_mark: Option<String>,
    /// 簡易書留 and the like, framed below the outer mark.
    #[serde(default)]
    pub sending_mark: Option<String>,
    /// What the small code says; none prints no code.
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub receipt_no: Option<String>,
}

/// Labels, and the sheet they are printed on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelSheet {
    /// Prints 「見本」 on each label.
    #[serde(default)]
    pub practice: bool,
    /// Title of the file; is not printed.
    pub title: String,
    pub stock: LabelStock,
    /// The first free label: 1 is the upper left one, counted along the rows.
    pub start: u32,
    /// How far to shift everything for this printer, in millimetres, right and down.
    #[serde(default)]
    pub offset_x: f32,
    #[serde(default)]
    pub offset_y: f32,
    pub labels: Vec<Label>,
}

/// The sheets that are sold for office printers, all A4.
pub fn label_stocks() -> Vec<LabelStock> {
    serde_json::from_str(include_str!("../../data/label_stocks.json"))
        .expect("the table of sheets is part of the program")
}

const SCALES: [f32; 8] = [1.12, 1.06, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7];
const LEAST_NAME: f32 = 9.0;
const LEAST_TEXT: f32 = 7.5;
const CODE: f32 = 9.0 * MM;
const QUIET: f32 = 5.0;

pub(crate) fn pages(fonts: &Fonts, sheet: &LabelSheet) -> Result<Vec<Page>, Refused> {
    let per_page = check(sheet)?;
    let first = sheet.start as usize - 1;
    let count = (first + sheet.labels.len()).div_ceil(per_page);
    let mut pages: Vec<Page> = (0..count).map(|_| Page::a4()).collect();
    for (i, label) in sheet.labels.iter().enumerate() {
        let (page, position) = ((first + i) / per_page, (first + i) % per_page);
        let area = cell(sheet, position as u32);
        let reachable = pages[page].printable();
        let block = one(fonts, label, area, &reachable, sheet.practice)?;
        pages[page].blocks.push(block);
    }
    Ok(pages)
}

/// Labels on one sheet.
fn check(sheet: &LabelSheet) -> Result<usize, Refused> {
    let bad = |reason: &str| Err(Refused::bad_data("sheet", reason));
    let stock = &sheet.stock;
    let per_page = stock.columns.saturating_mul(stock.rows) as usize;
    let measures = [
        stock.width,
        stock.height,
        stock.pitch_x,
        stock.pitch_y,
        stock.left,
        stock.top,
        sheet.offset_x,
        sheet.offset_y,
    ];
    if per_page == 0
        || per_page > 500
        || measures.iter().any(|m| !m.is_finite())
        || stock.width < 20.0
        || stock.height < 15.0
    {
        return bad("the measures of the sheet make no sense");
    }
    if sheet.labels.is_empty() {
        return bad("there are no labels");
    }
    if sheet.start == 0 || sheet.start as usize > per_page {
        return bad("there is no label with the starting number");
    }
    let page = Page::a4();
    let whole = Area::new(0.0, 0.0, page.width, page.height);
    let corners = [cell(sheet, 0), cell(sheet, per_page as u32 - 1)];
    // A shifted sheet may lose a little of a label's blank edge, not more.
    if corners.iter().any(|c| !whole.holds(&c.inset(3.0 * MM, 3.0 * MM))) {
        return bad("the labels lie outside the sheet");
    }
    Ok(per_page)
}

fn cell(sheet: &LabelSheet, position: u32) -> Area {
    let stock = &sheet.stock;
    let (column, row) = (position % stock.columns, position / stock.columns);
    let x = stock.left + column as f32 * stock.pitch_x + sheet.offset_x;
    let y = stock.top + row as f32 * stock.pitch_y + sheet.offset_y;
    Area::mm(x, y, stock.width, stock.height)
}

fn one(fonts: &Fonts, label: &Label, area: Area, reachable: &Area, practice: bool) -> Result<Block, Refused> {
    let inner = common(&area.inset((area.w * 0.065).max(3.5 * MM), (area.h * 0.09).max(2.8 * MM)), reachable);
    let pen = Pen::new(fonts, &[]);
    let mut refused = None;
    for scale in SCALES {
        match set(&pen, label, inner, scale) {
            Ok(mut commands) => {
                if practice {
                    let mark = crate::block::marks::sample_mark(fonts, inner)?;
                    commands.splice(0..0, mark.commands);
                }
                return Ok(Block { name: "label", area, commands, under: false });
            }
            Err(r @ Refused::DoesNotFit { .. }) => refused = Some(r),
            Err(r) => return Err(r),
        }
    }
    Err(refused.expect("there is at least one scale"))
}

/// The part of a label a printer reaches.
fn common(a: &Area, b: &Area) -> Area {
    let (x, y) = (a.x.max(b.x), a.y.max(b.y));
    Area::new(x, y, a.right().min(b.right()) - x, a.bottom().min(b.bottom()) - y)
}

fn set(pen: &Pen, label: &Label, area: Area, scale: f32) -> Result<Vec<Cmd>, Refused> {
    let sized = |face, size: f32| {
        let size = (size * scale).max(LEAST_TEXT);
        Style::new(face, size, size * 1.3)
    };
    let (text, name) = (sized(FaceId::Gothic, 10.0), sized(FaceId::GothicBold, 15.0));
    let (marks, code) = (marks(pen, label, area)?, code(pen, label, area)?);
    let mut commands = marks.commands;
    commands.extend(code.commands);
    let mut y = area.y;
    if let Some(postcode) = postal(&label.postcode) {
        let style = sized(FaceId::Gothic, 11.0);
        let (style, line) = pen.fit("label.postcode", &postcode, style, LEAST_TEXT, area.w - marks.width)?;
        commands.push(place(&line, style, Align::Left, area.x, y, area.w - marks.width));
        y += style.lead;
    }
    y = y.max(area.y + marks.height);
    let (address_style, lines) =
        pen.fit_within("label.address", &label.address, text, text.size, area.w, area.bottom() - y)?;
    commands.extend(place_all(&lines, address_style, Align::Left, Area::new(area.x, y, area.w, 0.0)));
    y += lines.len() as f32 * text.lead + 1.5 * scale;
    for (block, part) in [("label.institution", &label.institution), ("label.department", &label.department)]
    {
        if let Some(part) = part.as_deref().filter(|p| !p.is_empty()) {
            let (style, line) = pen.fit(block, part, text, LEAST_TEXT, area.w)?;
            commands.push(place(&line, Style { lead: text.lead, ..style }, Align::Left, area.x, y, area.w));
            y += text.lead;
        }
    }
    let top = y + 2.0 * scale;
    if top + name.lead > area.bottom() + 0.01 {
        return Err(Refused::does_not_fit("label", &label.name));
    }
    // A name low enough to stand beside the code leaves it its room.
    let beside_code = top + name.lead > area.bottom() - code.height;
    let width = if beside_code { area.w - code.width } else { area.w };
    commands.extend(person(pen, label, name, Area::new(area.x, top, width, name.lead))?);
    Ok(commands)
}

fn person(pen: &Pen, label: &Label, style: Style, area: Area) -> Result<Vec<Cmd>, Refused> {
    const NAME: &str = "label.name";
    let side_style = Style::new(FaceId::Gothic, (style.size * 0.62).max(LEAST_TEXT), style.lead);
    let side = label.side_note.as_deref().filter(|s| !s.is_empty());
    let side = side.map(|text| pen.single(NAME, text, side_style)).transpose()?;
    let gap = 0.7 * side_style.size;
    let side_width = side.as_ref().map_or(0.0, |l| set_width(l, side_style) + gap);
    let (fitted, line) = pen.fit(
        NAME,
        &named(&label.name, &label.honorific),
        style,
        LEAST_NAME.min(style.size),
        area.w - side_width,
    )?;
    let fitted = Style { lead: style.lead, ..fitted };
    let mut commands = vec![place(&line, fitted, Align::Left, area.x, area.y, area.w)];
    if let Some(side) = side {
        let x = area.x + set_width(&line, fitted) + gap;
        commands.push(place(&side, side_style, Align::Left, x, area.y + 0.12 * style.size, side_width));
    }
    Ok(commands)
}

/// 親展 and the way of sending, framed, in a row in the upper right corner.
struct Marks {
    commands: Vec<Cmd>,
    width: f32,
    height: f32,
}

fn marks(pen: &Pen, label: &Label, area: Area) -> Result<Marks, Refused> {
    let style = Style::new(FaceId::GothicBold, 9.0, 15.0).tracked(0.8);
    let mut marks = Marks { commands: Vec::new(), width: 0.0, height: 0.0 };
    for text in [&label.outer_mark, &label.sending_mark].into_iter().flatten().filter(|m| !m.is_empty()) {
        let line = pen.single("label.mark", text, style)?;
        let own = set_width(&line, style) + 9.0;
        let frame = Area::new(area.right() - marks.width - own, area.y, own, style.lead);
        if frame.x < area.x + 0.3 * area.w {
            return Err(Refused::does_not_fit("label.mark", text));
        }
        marks.commands.push(Cmd::Frame { area: frame, line: 0.7, grey: 0.0 });
        marks.commands.push(place(&line, style, Align::Centre, frame.x, frame.y, frame.w));
        marks.width += own + 4.0;
        marks.height = style.lead + 2.0;
    }
    Ok(marks)
}

/// The code in the lower right corner with the receipt number over it.
struct Code {
    commands: Vec<Cmd>,
    /// Room it takes, with the blank zone a reader needs.
    width: f32,
    height: f32,
}

fn code(pen: &Pen, label: &Label, area: Area) -> Result<Code, Refused> {
    let Some(code) = label.code.as_deref().filter(|c| !c.is_empty()) else {
        return Ok(Code { commands: Vec::new(), width: 0.0, height: 0.0 });
    };
    let square = Area::new(area.right() - CODE, area.bottom() - CODE, CODE, CODE);
    let mut commands = vec![square_code("label.code", code, square)?];
    let mut height = CODE + QUIET;
    if let Some(number) = label.receipt_no.as_deref().filter(|n| !n.is_empty()) {
        let style = Style::new(FaceId::Gothic, 7.0, 9.0);
        let width = CODE + 14.0;
        let (fitted, line) = pen.fit("label.code", number, style, 5.5, width)?;
        let (x, y) = (area.right() - width, square.y - style.lead - 1.0);
        commands.push(place(&line, Style { lead: style.lead, ..fitted }, Align::Right, x, y, width));
        height += style.lead;
    }
    Ok(Code { commands, width: CODE + 14.0 + QUIET, height })
}
