//! Numbered notes and steps with hanging numbers.

use crate::face::FaceId;
use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::Area;

pub(crate) const BULLET: &str = "・";

/// Numbered paragraphs, one block each, with `gap` points between them.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn numbered(
    flow: &mut Flow,
    name: &'static str,
    notes: &[String],
    style: Style,
    gap: f32,
) -> Result<(), Refused> {
    hanging(flow, name, notes, style, gap, 1.9 * style.size, |i| (i + 1).to_string())
}

/// Paragraphs behind a dot, one block each, with `gap` points between them.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn bulleted(
    flow: &mut Flow,
    name: &'static str,
    items: &[String],
    style: Style,
    gap: f32,
) -> Result<(), Refused> {
    hanging(flow, name, items, style, gap, style.size, |_| BULLET.to_owned())
}

fn hanging(
    flow: &mut Flow,
    name: &'static str,
    notes: &[String],
    style: Style,
    gap: f32,
    indent: f32,
    mark: impl Fn(usize) -> String,
) -> Result<(), Refused> {
    for (i, note) in notes.iter().enumerate() {
        if i > 0 {
            flow.space(gap);
        }
        let number = flow.pen.single(name, &mark(i), style)?;
        let (text_style, lines) = flow.pen.wrapped_without_orphan(name, note, style, flow.rest.w - indent)?;
        let area = flow.take(name, note, lines.len() as f32 * style.lead)?;
        let mut commands = vec![place(&number, style, Align::Left, area.x, area.y, indent)];
        let text = Area::new(area.x + indent, area.y, area.w - indent, area.h);
        commands.extend(place_all(&lines, text_style, Align::Justified, text));
        flow.add(name, area, commands);
    }
    Ok(())
}

/// A heading over what follows.
pub fn heading(flow: &mut Flow, name: &'static str, text: &str, face: FaceId) -> Result<(), Refused> {
    if text.is_empty() {
        return Ok(());
    }
    let style = flow.body(face);
    flow.one_line(name, text, style, 9.0, Align::Left)?;
    flow.space(2.0);
    Ok(())
}
