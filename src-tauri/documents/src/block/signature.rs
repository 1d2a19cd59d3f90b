//! Labels with a rule to write on, at the right: signature, date, seal.

use crate::flow::Flow;
use crate::pen::{Align, Style, place, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

use super::spread::{spread, widest};

const LINE: f32 = 10.0 * MM;
/// No hand writes smaller than this, however full the page.
const LEAST_LINE: f32 = 0.8;
const SHARE: f32 = 0.6;
const NAME: &str = "signature";

/// Draws the lines below each other as one block.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn signature(flow: &mut Flow, lines: &[String]) -> Result<(), Refused> {
    if lines.is_empty() {
        return Ok(());
    }
    let style = flow.text();
    let high = LINE * flow.density.air.clamp(LEAST_LINE, 1.0);
    let whole = flow.take(NAME, &lines[0], lines.len() as f32 * high)?;
    let width = SHARE.max(90.0 * MM / whole.w).min(1.0) * whole.w;
    let area = Area { x: whole.right() - width, w: width, ..whole };
    let labels: Vec<&str> = lines.iter().map(String::as_str).collect();
    let column = widest(flow.pen, NAME, &labels, style)?.min(0.45 * width);
    let mut commands = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        let bottom = area.y + (i + 1) as f32 * high;
        let (fitted, line) = flow.pen.fit(NAME, label, style, 8.5, 0.6 * width)?;
        let fitted = Style { lead: style.lead, ..fitted };
        let top = bottom - style.lead - 1.0;
        let taken = set_width(&line, fitted).max(column);
        let own = Area::new(area.x, top, column, style.lead);
        if set_width(&line, fitted) <= column {
            commands.extend(spread(&[line], fitted, own));
        } else {
            commands.push(place(&line, fitted, Align::Left, area.x, top, taken));
        }
        let x = area.x + taken + style.size;
        commands.push(Cmd::Fill { area: Area::new(x, bottom - 0.6, area.right() - x, 0.6), grey: 0.0 });
    }
    flow.add(NAME, area, commands);
    Ok(())
}
