//! A table with a head row, every cell between rules: lists of materials, of patients, of what is missing.

use crate::flow::Flow;
use crate::line::Line;
use crate::pen::{Align, Style, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

pub(crate) const RULE: f32 = 0.5;
pub(crate) const RULE_GREY: f32 = 0.35;
const HEAD_GREY: f32 = 0.91;
const SIDE: f32 = 4.5;
/// A column of nothing but shorter texts, in em, is centred: counts, marks.
const SHORT: f32 = 4.1;
const LEAST: f32 = 8.5;
/// A line of a cell shorter than this many em is saved, if text smaller by this many points does it.
const LONELY: f32 = 2.6;
const MOST_SHRUNK: f32 = 1.0;
const NAME: &str = "grid";

/// Heading of a column.
pub struct Head<'a> {
    pub label: &'a str,
    /// Share of the width, in any unit.
    pub share: f32,
}

/// Draws the head row and the rows, one block each. Rows shorter than the head end in empty cells.
///
/// # Errors
/// `BadData` for shares that make no widths or a row with too many cells; `DoesNotFit`, `MissingGlyph`.
pub fn grid(flow: &mut Flow, heads: &[Head], rows: &[Vec<String>]) -> Result<(), Refused> {
    let widths = widths(heads, flow.rest.w)?;
    if rows.iter().any(|row| row.len() > heads.len()) {
        return Err(Refused::bad_data(NAME, "a row has more cells than there are columns"));
    }
    let (bold, text) = (flow.bold(), flow.text());
    let size = (text.size - 0.5).max(9.0);
    let (bold, text) = (bold.at(size), text.at(size));
    let aligns: Vec<Align> =
        (0..heads.len()).map(|i| align(flow, rows, i, text)).collect::<Result<_, _>>()?;
    let labels: Vec<&str> = heads.iter().map(|h| h.label).collect();
    row(flow, &widths, &vec![Align::Centre; heads.len()], &labels, bold, true)?;
    for cells in rows {
        let cells: Vec<&str> = (0..heads.len()).map(|i| cells.get(i).map_or("", String::as_str)).collect();
        row(flow, &widths, &aligns, &cells, text, false)?;
    }
    Ok(())
}

fn widths(heads: &[Head], width: f32) -> Result<Vec<f32>, Refused> {
    let sound = |h: &Head| h.share.is_finite() && h.share > 0.0;
    if heads.is_empty() || !heads.iter().all(sound) {
        return Err(Refused::bad_data(NAME, "the columns have no widths"));
    }
    let whole: f32 = heads.iter().map(|h| h.share).sum();
    Ok(heads.iter().map(|h| width * h.share / whole).collect())
}

fn align(flow: &Flow, rows: &[Vec<String>], column: usize, style: Style) -> Result<Align, Refused> {
    for cell in rows.iter().filter_map(|row| row.get(column)) {
        if cell.contains('\n') || flow.pen.single(NAME, cell, style)?.width > SHORT {
            return Ok(Align::Left);
        }
    }
    Ok(Align::Centre)
}

fn row(
    flow: &mut Flow,
    widths: &[f32],
    aligns: &[Align],
    cells: &[&str],
    style: Style,
    head: bool,
) -> Result<(), Refused> {
    let pad = 3.5 * flow.density.air.clamp(0.5, 1.0);
    let mut set: Vec<(Style, Vec<Line>)> = Vec::new();
    for (cell, width) in cells.iter().zip(widths) {
        set.push(broken(flow, cell, style, width - 2.0 * SIDE)?);
    }
    let tallest = set.iter().map(|(s, lines)| lines.len() as f32 * s.lead).fold(style.lead, f32::max);
    let area = flow.take(NAME, cells.first().unwrap_or(&""), tallest + 2.0 * pad + RULE)?;
    let mut commands = Vec::new();
    if head {
        commands.push(Cmd::Fill { area, grey: HEAD_GREY });
        commands.push(rule(Area { h: RULE, ..area }));
    }
    commands.push(rule(Area { y: area.bottom() - RULE, h: RULE, ..area }));
    let mut x = area.x;
    for width in widths {
        commands.push(rule(Area { x, w: RULE, ..area }));
        x += width;
    }
    commands.push(rule(Area { x: area.right() - RULE, w: RULE, ..area }));
    x = area.x;
    for ((width, align), (style, lines)) in widths.iter().zip(aligns).zip(&set) {
        commands.push(Cmd::Cell { area: Area { x, w: *width, ..area }, head });
        let inner = Area::new(x + SIDE, area.y + pad, width - 2.0 * SIDE, tallest);
        // A short cell beside a tall one stands on its first line; a head stands in the middle.
        let drop = if head { (tallest - lines.len() as f32 * style.lead) / 2.0 } else { 0.0 };
        commands.extend(place_all(lines, *style, *align, Area { y: inner.y + drop, ..inner }));
        x += width;
    }
    flow.add(NAME, area, commands);
    Ok(())
}

/// A cell's lines, its own line breaks kept, smaller if a word that must stay whole is too wide.
fn broken(flow: &Flow, cell: &str, style: Style, width: f32) -> Result<(Style, Vec<Line>), Refused> {
    let texts: Vec<String> = cell.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect();
    if texts.is_empty() {
        return Ok((style, Vec::new()));
    }
    let least = LEAST.min(style.size);
    let (style, lines) = flow.pen.fit_within(NAME, &texts, style, least, width, f32::MAX)?;
    if lines.len() > texts.len() && lines.iter().any(|l| l.width < LONELY) {
        // オンライ|ン: a little smaller saves the line.
        let fewer = (lines.len() - 1) as f32 * style.lead;
        let smaller = style.at((style.size - MOST_SHRUNK).max(least));
        let saved = flow.pen.fit_within(NAME, &texts, style, smaller.size, width, fewer);
        if let Ok((shrunk, saved)) = saved
            && saved.len() < lines.len()
        {
            return Ok((Style { lead: style.lead, ..shrunk }, saved));
        }
    }
    Ok((style, lines))
}

fn rule(area: Area) -> Cmd {
    Cmd::Fill { area, grey: RULE_GREY }
}
