//! Rows of a label and its text between hairlines: calm to read, no boxes around cells.

use crate::block::notes::BULLET;
use crate::block::spread::{spread, widest};
use crate::face::FaceId;
use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

const HAIRLINE: f32 = 0.4;
const HAIRLINE_GREY: f32 = 0.45;
const LEAST_LABEL: f32 = 8.0;

/// One row: a short label on the left; on the right either one paragraph or a list.
pub struct Row<'a> {
    pub name: &'static str,
    pub label: &'a str,
    pub text: Cell<'a>,
}

pub enum Cell<'a> {
    Text(&'a str),
    /// Each entry on its own line, behind a dot.
    List(&'a [String]),
}

/// The faces and measures of a table.
#[derive(Clone, Copy)]
pub struct Look {
    pub label: FaceId,
    pub text: FaceId,
    /// Width of the label column in points.
    pub label_width: f32,
    /// Space above and below the text of a row in points, before the density.
    pub padding: f32,
    /// 均等割付: labels are spread over the widest label's width.
    pub spread: bool,
}

/// Sets rows one below the other. Empty rows (no text, no list) are left out.
///
/// # Errors
/// `DoesNotFit` naming the row, `MissingGlyph`.
pub fn table(flow: &mut Flow, look: Look, rows: &[Row]) -> Result<(), Refused> {
    let mut first = true;
    let labels: Vec<&str> = rows.iter().filter(|r| !r.is_empty()).map(|r| r.label).collect();
    let style = flow.body(look.label);
    let spread_to = if look.spread { widest(flow.pen, "rows", &labels, style)? } else { 0.0 };
    for row in rows.iter().filter(|r| !r.is_empty()) {
        set_row(flow, look, row, spread_to, first)?;
        first = false;
    }
    Ok(())
}

impl Row<'_> {
    fn is_empty(&self) -> bool {
        match self.text {
            Cell::Text(text) => text.is_empty(),
            Cell::List(items) => items.is_empty(),
        }
    }
}

fn set_row(flow: &mut Flow, look: Look, row: &Row, spread_to: f32, first: bool) -> Result<(), Refused> {
    let (label_style, text_style) = (flow.body(look.label), flow.body(look.text));
    let padding = look.padding * flow.density.air.min(1.0);
    let gap = text_style.size;
    let column = Area::new(flow.rest.x + look.label_width, 0.0, flow.rest.w - look.label_width, 0.0);
    let (label_style, label) =
        flow.pen.fit(row.name, row.label, label_style, LEAST_LABEL, look.label_width - gap)?;
    let entries = entries(flow, row, text_style, column.w)?;
    let height = entries.iter().map(|e| e.height).sum::<f32>() + 2.0 * padding;
    let area = flow.take(row.name, row.label, height)?;

    let mut commands = Vec::new();
    if first {
        commands.push(rule(Area::new(area.x, area.y, area.w, HAIRLINE)));
    }
    commands.push(rule(Area::new(area.x, area.bottom() - HAIRLINE, area.w, HAIRLINE)));
    let label_style = Style { lead: text_style.lead, ..label_style };
    let room = Area::new(area.x, area.y + padding, spread_to.min(look.label_width - gap), label_style.lead);
    commands.extend(spread(&[label], label_style, room));
    let mut y = area.y + padding;
    for entry in entries {
        commands.extend(entry.at(column.x, y));
        y += entry.height;
    }
    flow.add(row.name, area, commands);
    Ok(())
}

/// One paragraph of a cell, set at the origin and moved into place later.
struct Entry {
    commands: Vec<Cmd>,
    height: f32,
}

impl Entry {
    fn at(&self, dx: f32, dy: f32) -> impl Iterator<Item = Cmd> + '_ {
        self.commands.iter().cloned().map(move |c| c.moved(dx, dy))
    }
}

fn entries(flow: &Flow, row: &Row, style: Style, width: f32) -> Result<Vec<Entry>, Refused> {
    let paragraph = |text: &str, indent: f32| -> Result<Entry, Refused> {
        let (style, lines) = flow.pen.wrapped_without_orphan(row.name, text, style, width - indent)?;
        let height = lines.len() as f32 * style.lead;
        let area = Area::new(indent, 0.0, width - indent, height);
        Ok(Entry { commands: place_all(&lines, style, Align::Left, area), height })
    };
    match row.text {
        Cell::Text(text) => Ok(vec![paragraph(text, 0.0)?]),
        Cell::List([only]) => Ok(vec![paragraph(only, 0.0)?]),
        Cell::List(items) => items
            .iter()
            .map(|item| {
                let mut entry = paragraph(item, style.size)?;
                let dot = flow.pen.single(row.name, BULLET, style)?;
                entry.commands.insert(0, place(&dot, style, Align::Left, 0.0, 0.0, style.size));
                Ok(entry)
            })
            .collect(),
    }
}

fn rule(area: Area) -> Cmd {
    Cmd::Fill { area, grey: HAIRLINE_GREY }
}
