//! Fields to be written in by hand: a label on a light ground, and room to write.

use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

use super::grid::{RULE, RULE_GREY};
use super::spread::{spread, widest};

const LABEL_GREY: f32 = 0.94;
/// Height of one line of handwriting.
const LINE: f32 = 9.5 * MM;
const SIDE: f32 = 5.0;
const HINT: f32 = 8.5;
const NAME: &str = "blanks";

/// One field.
pub struct Field<'a> {
    pub label: &'a str,
    /// How to fill it in, small.
    pub hint: &'a str,
    /// What is already known.
    pub text: &'a str,
    /// Height in lines of handwriting.
    pub lines: u8,
}

/// Draws the fields below each other, one block each.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn blanks(flow: &mut Flow, fields: &[Field]) -> Result<(), Refused> {
    let bold = flow.bold();
    let labels: Vec<&str> = fields.iter().map(|f| f.label).collect();
    let most = 0.3 * flow.rest.w;
    let inner = widest(flow.pen, NAME, &labels, bold)?.clamp(0.175 * flow.rest.w, most - 2.0 * SIDE);
    for (i, field) in fields.iter().enumerate() {
        one(flow, field, inner, bold, i == 0)?;
    }
    Ok(())
}

fn one(flow: &mut Flow, field: &Field, inner: f32, bold: Style, first: bool) -> Result<(), Refused> {
    let label_width = inner + 2.0 * SIDE;
    let width = flow.rest.w - label_width - 2.0 * SIDE;
    let text_style = flow.text();
    let hint_style = Style::new(flow.faces.regular, HINT, HINT * 1.35).grey(0.25);
    let text = match field.text {
        "" => Vec::new(),
        text => flow.pen.wrapped(NAME, text, text_style, width)?,
    };
    let hint = match field.hint {
        "" => Vec::new(),
        hint => flow.pen.wrapped(NAME, hint, hint_style, width)?,
    };
    let label = flow.pen.wrapped(NAME, field.label, bold, inner)?;
    let written = f32::from(field.lines.max(1)) * LINE * flow.density.air.clamp(0.8, 1.0);
    let hinted = hint.len() as f32 * hint_style.lead;
    // A hint beside one line of writing takes no line of its own.
    let beside = field.lines <= 1 && hint.len() <= 1;
    let least = text.len() as f32 * text_style.lead + label_pad(2);
    let height = (written + if beside { 0.0 } else { hinted })
        .max(least + if beside { 0.0 } else { hinted })
        .max(label.len() as f32 * bold.lead + label_pad(2));
    let area = flow.take(NAME, field.label, height + RULE)?;

    // Clear of the rule above, which it would hide on a screen.
    let ground = Area { y: area.y + RULE, w: label_width, h: area.h - RULE, ..area };
    let mut commands = vec![Cmd::Fill { area: ground, grey: LABEL_GREY }];
    if first {
        commands.push(rule(Area { h: RULE, ..area }));
    }
    commands.push(rule(Area { y: area.bottom() - RULE, h: RULE, ..area }));
    for x in [area.x, ground.right(), area.right() - RULE] {
        commands.push(rule(Area { x, w: RULE, ..area }));
    }
    let middle = area.y + (height - label.len() as f32 * bold.lead) / 2.0;
    let label_area = Area::new(area.x + SIDE, middle, inner, label.len() as f32 * bold.lead);
    commands.extend(spread(&label, bold, label_area));
    let x = ground.right() + SIDE;
    if beside {
        let y = area.y + (height - hint_style.lead) / 2.0;
        let align = if text.is_empty() { Align::Left } else { Align::Right };
        commands.extend(hint.iter().map(|l| place(l, hint_style, align, x, y, width)));
        let y = area.y + (height - text.len() as f32 * text_style.lead) / 2.0;
        commands.extend(place_all(&text, text_style, Align::Left, Area::new(x, y, width, 0.0)));
    } else {
        let top = area.y + label_pad(1);
        commands.extend(place_all(&hint, hint_style, Align::Left, Area::new(x, top, width, 0.0)));
        let top = top + hinted;
        commands.extend(place_all(&text, text_style, Align::Left, Area::new(x, top, width, 0.0)));
    }
    flow.add(NAME, area, commands);
    Ok(())
}

fn label_pad(sides: u8) -> f32 {
    3.0 * f32::from(sides)
}

fn rule(area: Area) -> Cmd {
    Cmd::Fill { area, grey: RULE_GREY }
}
