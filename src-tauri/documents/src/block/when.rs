//! The agreed day and time in a heavy frame: the one thing on the paper nobody may overlook.

use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

const FRAME: f32 = 1.6;
const DATE_SIZE: f32 = 24.0;
/// Anything smaller would no longer stand out for an elderly reader.
const LEAST_DATE: f32 = 18.0;
const SIDE: f32 = 6.0 * MM;
const LABEL_WIDTH: f32 = 17.0 * MM;

/// The framed date. `below` are lines under it: when and where to be there, or what it is for.
pub struct When<'a> {
    pub label: &'a str,
    pub date: &'a str,
    pub below: &'a [String],
}

/// Draws the frame over the whole width of the column.
///
/// # Errors
/// `DoesNotFit` if the date would be smaller than 18 pt or a line smaller than 10 pt; `MissingGlyph`.
pub fn when(flow: &mut Flow, when: &When) -> Result<(), Refused> {
    const NAME: &str = "when";
    let pad = 4.5 * MM * flow.density.air.clamp(0.6, 1.1);
    let width = flow.rest.w - 2.0 * SIDE - LABEL_WIDTH;
    let date_style = Style::new(flow.faces.bold, DATE_SIZE, DATE_SIZE * 1.3);
    let (date_style, date) = flow.pen.fit(NAME, when.date, date_style, LEAST_DATE, width)?;
    let line_style = Style::new(flow.faces.bold, 13.0, 21.0);
    let below: Vec<_> = when
        .below
        .iter()
        .filter(|t| !t.is_empty())
        .map(|t| flow.pen.fit("when.below", t, line_style, 10.0, width))
        .collect::<Result<_, _>>()?;
    let gap = if below.is_empty() { 0.0 } else { 3.0 };
    let height = 2.0 * pad + date_style.lead + gap + below.len() as f32 * line_style.lead;
    let area = flow.take(NAME, when.date, height)?;

    let mut commands = vec![Cmd::Frame { area, line: FRAME, grey: 0.0 }];
    let inner = Area::new(area.x + SIDE, area.y + pad, area.w - 2.0 * SIDE, area.h - 2.0 * pad);
    let label_style = Style { lead: date_style.lead, ..Style::new(flow.faces.regular, 11.0, 11.0) };
    let (label_style, label) = flow.pen.fit(NAME, when.label, label_style, 9.0, LABEL_WIDTH - 4.0)?;
    commands.push(place(
        &label,
        Style { lead: date_style.lead, ..label_style },
        Align::Left,
        inner.x,
        inner.y,
        LABEL_WIDTH,
    ));
    let x = inner.x + LABEL_WIDTH;
    commands.push(place(&date, date_style, Align::Left, x, inner.y, width));
    let mut y = inner.y + date_style.lead + gap;
    for (style, line) in &below {
        commands.push(place(line, Style { lead: line_style.lead, ..*style }, Align::Left, x, y, width));
        y += line_style.lead;
    }
    flow.add(NAME, area, commands);
    Ok(())
}

/// Words in the same frame, as large as one line permits, or else on several lines.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn framed(flow: &mut Flow, words: &When) -> Result<(), Refused> {
    const NAME: &str = "framed";
    let pad = 4.0 * MM * flow.density.air.clamp(0.6, 1.1);
    let side = SIDE.min(0.035 * flow.rest.w);
    let label_style = Style::new(flow.faces.regular, 11.0, 16.0);
    let most = 0.3 * flow.rest.w;
    let (label_style, label) = flow.pen.fit(NAME, words.label, label_style, 9.0, most)?;
    let beside = match words.label {
        "" => 0.0,
        _ => (set_width(&label, label_style) + 1.5 * label_style.size).max(0.1 * flow.rest.w),
    };
    let width = flow.rest.w - 2.0 * side - beside;
    let large = Style::new(flow.faces.bold, 22.0, 29.0);
    let (style, lines) = match flow.pen.fit(NAME, words.date, large, 15.0, width) {
        Ok((style, line)) => (style, vec![line]),
        Err(Refused::DoesNotFit { .. }) => {
            let style = Style::new(flow.faces.bold, 14.0, 20.0);
            (style, flow.pen.wrapped(NAME, words.date, style, width)?)
        }
        Err(refused) => return Err(refused),
    };
    let line_style = Style::new(flow.faces.bold, 11.5, 18.0);
    let mut below = Vec::new();
    for text in words.below.iter().filter(|t| !t.is_empty()) {
        below.extend(flow.pen.wrapped(NAME, text, line_style, width)?);
    }
    let gap = if below.is_empty() { 0.0 } else { 2.0 };
    let tall = lines.len() as f32 * style.lead;
    let height = 2.0 * pad + tall + gap + below.len() as f32 * line_style.lead;
    let area = flow.take(NAME, words.date, height)?;
    let mut commands = vec![Cmd::Frame { area, line: FRAME, grey: 0.0 }];
    let (x, y) = (area.x + side, area.y + pad);
    if !words.label.is_empty() {
        let first = Style { lead: style.lead, ..label_style };
        commands.push(place(&label, first, Align::Left, x, y, beside));
    }
    let text = Area::new(x + beside, y, width, tall);
    commands.extend(place_all(&lines, style, Align::Left, text));
    let under = Area { y: y + tall + gap, ..text };
    commands.extend(place_all(&below, line_style, Align::Left, under));
    flow.add(NAME, area, commands);
    Ok(())
}

/// A grey band hung under the frame: by when the patient must have acted.
///
/// # Errors
/// `DoesNotFit` below 10 pt, `MissingGlyph`.
pub fn deadline(flow: &mut Flow, label: &str, text: &str) -> Result<(), Refused> {
    const NAME: &str = "deadline";
    if text.is_empty() {
        return Ok(());
    }
    let style = Style::new(flow.faces.bold, 13.0, 26.0);
    let label_width = 52.0 * MM;
    let inner = flow.rest.w - 2.0 * SIDE;
    let (label_style, label_line) =
        flow.pen.fit(NAME, label, Style::new(flow.faces.regular, 11.0, 26.0), 9.0, label_width - 6.0)?;
    let (text_style, line) = flow.pen.fit(NAME, text, style, 10.0, inner - label_width)?;
    let area = flow.take(NAME, text, style.lead)?;
    let x = area.x + SIDE;
    let commands = vec![
        Cmd::Fill { area, grey: 0.9 },
        place(&label_line, Style { lead: style.lead, ..label_style }, Align::Left, x, area.y, label_width),
        place(
            &line,
            Style { lead: style.lead, ..text_style },
            Align::Left,
            x + label_width,
            area.y,
            inner - label_width,
        ),
    ];
    flow.add(NAME, area, commands);
    Ok(())
}
