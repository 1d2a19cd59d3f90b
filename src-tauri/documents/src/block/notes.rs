//! Numbered notes and steps with hanging numbers.

use crate::block::text::{lines_of, parts};
use crate::face::FaceId;
use crate::flow::Flow;
use crate::pen::{Align, Style, place};
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
        for (from, to) in parts(lines.len()) {
            let area = flow.take(name, note, (to - from) as f32 * style.lead)?;
            let text = Area::new(area.x + indent, area.y, area.w - indent, area.h);
            let mut commands = lines_of(&lines, from, to, text_style, text);
            if from == 0 {
                commands.insert(0, place(&number, style, Align::Left, area.x, area.y, indent));
            }
            // The rest of a very long entry has no number of its own.
            flow.add(if from == 0 { name } else { "paragraph" }, area, commands);
        }
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
