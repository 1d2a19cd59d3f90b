//! 均等割付: short labels of one column are spread over the same width, as printed forms do it.

use crate::line::Line;
use crate::pen::{Align, Pen, Style, place, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

/// A gap wider than this many em looks torn.
const WIDEST_GAP: f32 = 6.5;
/// Labels wider than this many em are sentences; the others are not spread to their width.
const LONGEST: f32 = 8.0;

/// The width to which these labels are spread.
///
/// # Errors
/// `MissingGlyph`.
pub(crate) fn widest(pen: &Pen, name: &str, labels: &[&str], style: Style) -> Result<f32, Refused> {
    let mut widest = 0.0_f32;
    for label in labels {
        widest = widest.max(set_width(&pen.single(name, label, style)?, style).min(LONGEST * style.size));
    }
    Ok(widest)
}

/// Draws a label over the whole width of `area` if it is one line of kanji and kana; else flush left.
pub(crate) fn spread(lines: &[Line], style: Style, area: Area) -> Vec<Cmd> {
    let track = match lines {
        [line] => even(line, style, area.w),
        _ => None,
    };
    let style = track.map_or(style, |track| style.tracked(track));
    let placed = |(i, line)| place(line, style, Align::Left, area.x, area.y + i as f32 * style.lead, area.w);
    lines.iter().enumerate().map(placed).collect()
}

fn even(line: &Line, style: Style, width: f32) -> Option<f32> {
    let gaps = line.glyphs.len().checked_sub(1).filter(|g| *g > 0)?;
    let plain = line.glyphs.iter().all(|g| g.advance > 0.9 && !"（）".contains(&*g.text));
    let track = (width - set_width(line, style)) / gaps as f32;
    (plain && (0.0..=WIDEST_GAP * style.size).contains(&track)).then_some(track)
}
