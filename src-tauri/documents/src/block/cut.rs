//! きりとり線: a broken line across the sheet with its words in the middle.

use crate::flow::Flow;
use crate::pen::{Align, Style, place, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

const DASH: f32 = 4.0;
const BREAK: f32 = 3.0;
const THICK: f32 = 0.6;
/// From the sheet's edges: beside the fold marks.
const EDGE: f32 = 11.5 * MM;

/// Draws the line over the whole sheet, wider than the column.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn cut(flow: &mut Flow, text: &str) -> Result<(), Refused> {
    const NAME: &str = "cut";
    let style = Style::new(flow.faces.regular, 9.0, 14.0).tracked(1.5);
    let (style, line) = flow.pen.fit(NAME, text, style, 8.0, 0.6 * flow.rest.w)?;
    let taken = flow.take(NAME, text, style.lead)?;
    // The column stands in the middle of its sheet.
    let sheet = 2.0 * taken.x + taken.w;
    let area = Area { x: EDGE, w: sheet - 2.0 * EDGE, ..taken };
    let words = if text.is_empty() { 0.0 } else { set_width(&line, style) + 14.0 };
    let middle = area.x + area.w / 2.0;
    let mut commands = Vec::new();
    let mut x = area.x;
    while x + DASH <= area.right() {
        if x + DASH <= middle - words / 2.0 || x >= middle + words / 2.0 {
            let y = area.y + (area.h - THICK) / 2.0;
            commands.push(Cmd::Fill { area: Area::new(x, y, DASH, THICK), grey: 0.2 });
        }
        x += DASH + BREAK;
    }
    if !text.is_empty() {
        commands.push(place(&line, style, Align::Centre, area.x, area.y, area.w));
    }
    flow.add(NAME, area, commands);
    Ok(())
}
