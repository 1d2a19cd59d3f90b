//! Boxes with a text behind each, ticked or to be ticked by hand, in one or several columns.

use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

const BOX: &str = "□";
const TICK: &str = "✓";
/// A box is a little larger than the text behind it, so that a pen finds it.
const BOX_SIZE: f32 = 1.1;
const GAP: f32 = 2.0;
const NAME: &str = "ticks";

/// Draws the items along the rows, each with its box: true is ticked.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn ticks(flow: &mut Flow, items: &[(&str, bool)], columns: u8) -> Result<(), Refused> {
    let columns = usize::from(columns.clamp(1, 6));
    let style = flow.text();
    let mark = Style { size: style.size * BOX_SIZE, ..style };
    let indent = 1.75 * style.size;
    let width = flow.rest.w / columns as f32;
    for (i, row) in items.chunks(columns).enumerate() {
        if i > 0 {
            flow.space(GAP);
        }
        let mut set = Vec::new();
        for (text, _) in row {
            set.push(flow.pen.wrapped(NAME, text, style, width - indent - style.size)?);
        }
        let lines = set.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let whole = flow.take(NAME, row[0].0, lines as f32 * style.lead)?;
        for (j, ((_, done), lines)) in row.iter().zip(&set).enumerate() {
            let area = Area { x: whole.x + j as f32 * width, w: width, ..whole };
            let mut commands = vec![];
            if *done {
                let side = 0.8 * mark.size;
                let (x, y) = (area.x + 0.1 * mark.size, area.y + (style.lead - side) / 2.0);
                commands.push(Cmd::Frame { area: Area::new(x, y, side, side), line: 0.5, grey: 0.0 });
            }
            // A tick is seen from across a desk; its pen stroke begins inside the box.
            let (sign, style_of_sign, shift) = if *done {
                (TICK, Style { face: flow.faces.bold, ..mark }, 0.12 * mark.size)
            } else {
                (BOX, mark, 0.0)
            };
            let sign = flow.pen.single(NAME, sign, style_of_sign)?;
            commands.push(place(&sign, style_of_sign, Align::Left, area.x + shift, area.y, indent));
            let text = Area { x: area.x + indent, w: area.w - indent, ..area };
            commands.extend(place_all(lines, style, Align::Left, text));
            flow.add(NAME, area, commands);
        }
    }
    Ok(())
}
