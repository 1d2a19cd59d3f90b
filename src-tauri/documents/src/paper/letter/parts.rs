//! From parts to pieces: which block draws a part, how much air is around it, and what stays together.

use std::rc::Rc;

use crate::block::blanks::{self, Field};
use crate::block::grid::{self, Head as GridHead};
use crate::block::notes::{bulleted, numbered};
use crate::block::table::{Cell, Look, Row, table};
use crate::block::text::{paragraph, words};
use crate::block::when::{When, framed};
use crate::block::{cut, reply, signature, ticks};
use crate::flow::{Density, Faces, Flow, MINCHO};
use crate::paper::letter::part::Part;
use crate::paper::letter::stack::{self, Piece};
use crate::paper::part::Labelled;
use crate::pen::{Align, Pen, Style, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Block, Cmd, MM};

/// All parts of a letter in a column, with their space, in points before the density's air.
pub(super) fn pieces(
    pen: &Pen,
    density: Density,
    faces: Faces,
    column: Area,
    parts: &[Part],
) -> Result<Vec<Piece>, Refused> {
    let mut all: Vec<Piece> = Vec::new();
    let (mut after, mut spring, mut cut_off) = (0.0_f32, false, false);
    for part in parts {
        if matches!(part, Part::Foot) {
            spring = true;
            continue;
        }
        let (above, below) = air(part, faces);
        let mut pieces = stack::pieces(pen, density, faces, column, |flow| match part {
            // What is cut off has a title of its own.
            Part::Centred { text } if cut_off => {
                flow.para("heading", text, flow.bold().at(13.0), Align::Centre)
            }
            part => draw(flow, part),
        })?;
        let Some(first) = pieces.first_mut() else { continue };
        first.gap += density.air * after.max(above);
        first.spring = std::mem::take(&mut spring);
        hold(&mut pieces, part, column);
        cut_off |= matches!(part, Part::Cut { .. });
        if cut_off {
            pieces.iter_mut().for_each(|p| p.keep = true);
        }
        after = below;
        all.append(&mut pieces);
    }
    if let Some(last) = all.last_mut() {
        last.keep = false;
    }
    Ok(all)
}

/// Space above and below a part.
fn air(part: &Part, faces: Faces) -> (f32, f32) {
    let letter = faces == MINCHO;
    match part {
        Part::Paragraph { .. } if letter => (0.0, 0.0),
        Part::Paragraph { .. } => (5.0, 5.0),
        Part::Right { .. } => (if letter { 0.0 } else { 4.0 }, 6.0),
        Part::Centred { .. } => (8.0, 8.0),
        Part::Heading { .. } => (14.0, 3.0),
        Part::Framed { .. } => (12.0, 12.0),
        Part::Cut { .. } => (14.0, 10.0),
        Part::Signature { .. } => (14.0, 8.0),
        _ => (7.0, 7.0),
    }
}

/// What of a part stays together, and what is repeated where it goes on.
fn hold(pieces: &mut [Piece], part: &Part, column: Area) {
    match part {
        Part::Heading { .. } | Part::Centred { .. } => pieces.iter_mut().for_each(|p| p.keep = true),
        Part::Grid { .. } => {
            let Some((head, rows)) = pieces.split_first_mut() else { return };
            head.keep = true;
            let again = Rc::new(head.blocks[0].clone());
            rows.iter_mut().for_each(|row| row.head = Some(Rc::clone(&again)));
        }
        Part::Rows { .. } => {
            pieces.iter_mut().skip(1).for_each(|p| p.head = Some(rule_above("rows", column)));
        }
        // A person fills in one group after the other; a group is not torn if a page has room for it.
        Part::Blanks { .. } => {
            let last = pieces.len().saturating_sub(1);
            pieces[..last].iter_mut().for_each(|p| p.keep = true);
            pieces.iter_mut().skip(1).for_each(|p| p.head = Some(rule_above("blanks", column)));
        }
        // Two lines of a paragraph stay together at either end.
        Part::Paragraph { .. } | Part::Words { .. } => {
            let count = pieces.len();
            if let Some(last_but_one) = count.checked_sub(2) {
                pieces[last_but_one].keep = true;
            }
        }
        _ => {}
    }
}

fn draw(flow: &mut Flow, part: &Part) -> Result<(), Refused> {
    match part {
        Part::Paragraph { text } if text.is_empty() => Ok(()),
        Part::Paragraph { text } => {
            let style = running(flow);
            paragraph(flow, text, style)
        }
        Part::Centred { text } => aligned(flow, text, Align::Centre),
        Part::Right { text } => aligned(flow, text, Align::Right),
        Part::Heading { text } if text.is_empty() => Ok(()),
        Part::Heading { text } => {
            let bold = flow.bold();
            flow.para("heading", text, bold.at(bold.size + 0.5), Align::Left)
        }
        Part::Framed { label, text, below } => framed(flow, &When { label, date: text, below }),
        Part::Rows { rows } => labelled(flow, rows),
        Part::List { items } => {
            let style = flow.text();
            bulleted(flow, "list", items, style, 1.5)
        }
        Part::Numbered { items } => {
            let style = flow.text();
            numbered(flow, "numbered", items, style, 2.0)
        }
        Part::Grid { columns, rows } => {
            let heads: Vec<GridHead> =
                columns.iter().map(|c| GridHead { label: &c.label, share: c.share }).collect();
            grid::grid(flow, &heads, rows)
        }
        Part::Ticks { items, columns } => {
            let boxes: Vec<(&str, bool)> = items.iter().map(|t| (t.text.as_str(), t.done)).collect();
            ticks::ticks(flow, &boxes, *columns)
        }
        Part::Blanks { rows } => {
            let fields: Vec<Field> = rows
                .iter()
                .map(|b| Field { label: &b.label, hint: &b.hint, text: &b.text, lines: b.lines })
                .collect();
            blanks::blanks(flow, &fields)
        }
        Part::Words { text } => words(flow, text),
        Part::Signature { lines } => signature::signature(flow, lines),
        Part::Cut { text } => cut::cut(flow, text),
        Part::ReplyAddress { postcode, address, name, honorific } => {
            reply::reply_address(flow, &reply::Reply { postcode, address, name, honorific })
        }
        Part::Foot => Ok(()),
    }
}

/// Letters in mincho are set a little wider apart.
fn running(flow: &Flow) -> Style {
    let style = flow.text();
    if flow.faces == MINCHO {
        return Style { lead: style.size * (1.5 + 0.25 * flow.density.air.min(1.0)), ..style };
    }
    style
}

fn aligned(flow: &mut Flow, text: &str, align: Align) -> Result<(), Refused> {
    if text.is_empty() {
        return Ok(());
    }
    let style = running(flow);
    flow.para("body", text, style, align)
}

/// The label column is as wide as its widest label, within reason.
fn labelled(flow: &mut Flow, rows: &[Labelled]) -> Result<(), Refused> {
    let bold = flow.bold();
    let mut widest = 0.0_f32;
    for row in rows.iter().filter(|r| !r.text.is_empty()) {
        widest = widest.max(set_width(&flow.pen.single("rows", &row.label, bold)?, bold));
    }
    let most = 0.3 * flow.rest.w;
    let label_width = (widest + 2.0 * bold.size).clamp((22.0 * MM).min(most), most);
    let label = if flow.faces == MINCHO { flow.faces.regular } else { flow.faces.bold };
    let spread = flow.faces == MINCHO;
    let look = Look { label, text: flow.faces.regular, label_width, padding: 5.0, spread };
    let rows: Vec<Row> =
        rows.iter().map(|r| Row { name: "rows", label: &r.label, text: Cell::Text(&r.text) }).collect();
    table(flow, look, &rows)
}

/// A block of no height but a rule's, repeated where a ruled list goes on at the head of a page.
fn rule_above(name: &'static str, column: Area) -> Rc<Block> {
    let area = Area::new(column.x, 0.0, column.w, grid::RULE);
    Rc::new(Block { name, area, commands: vec![Cmd::Fill { area, grey: grid::RULE_GREY }], under: false })
}
