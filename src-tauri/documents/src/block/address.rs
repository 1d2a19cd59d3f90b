//! Addressee and sender at the head of a sheet, placed for a window envelope ([`WindowProfile`]): the address stands
//! in what the window always shows, and nothing else in what it may show.

use serde::{Deserialize, Serialize};

use crate::block::window::WindowProfile;
use crate::face::FaceId;
use crate::flow::Flow;
use crate::line::Line;
use crate::pen::{Align, Pen, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

const POSTAL_MARK: &str = "〒";
const LEAST_ADDRESS: f32 = 7.5;
const LEAST_NAME: f32 = 8.5;

/// A person to whom a sheet is posted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// `980-0000`; the postal mark is added. May be empty.
    pub postcode: String,
    /// One or two lines; long ones are broken and made smaller down to 7.5 pt.
    pub address: Vec<String>,
    pub name: String,
    /// 様.
    pub honorific: String,
}

/// 〒, address and name with honorific, within the part of the sheet the window always shows.
pub fn window_address(flow: &mut Flow, to: &Addressee, window: &WindowProfile) -> Result<(), Refused> {
    let area = window.safe().inset(1.0, 1.0);
    let pen = flow.pen;
    let name_style = Style::new(FaceId::GothicBold, 14.0, 19.0);
    let post_style = Style::new(FaceId::Gothic, 10.5, 14.0);
    let mut commands = Vec::new();
    let mut y = area.y;
    if let Some(postcode) = postal(&to.postcode) {
        let (style, line) = pen.fit("addressee.postcode", &postcode, post_style, 9.0, area.w)?;
        commands.push(place(&line, style, Align::Left, area.x, y, area.w));
        y += post_style.lead;
    }
    let left = area.bottom() - name_style.lead - y;
    let (style, lines) = address_lines(pen, to, area.w, left)?;
    commands.extend(place_all(&lines, style, Align::Left, Area::new(area.x, y, area.w, left)));
    y += lines.len() as f32 * style.lead;
    // What is left sets the name off from the address.
    y += (area.bottom() - name_style.lead - y).clamp(0.0, 4.0);
    commands.extend(name_lines(pen, to, name_style, Area::new(area.x, y, area.w, name_style.lead))?);
    flow.add("addressee", area, commands);
    Ok(())
}

/// The name with its honorific on one line; a very long one on two, parted at a space of its own.
fn name_lines(pen: &Pen, to: &Addressee, style: Style, area: Area) -> Result<Vec<Cmd>, Refused> {
    const NAME: &str = "addressee.name";
    let whole = match pen.fit(NAME, &named(&to.name, &to.honorific), style, LEAST_NAME, area.w) {
        Ok((fitted, line)) => {
            return Ok(vec![place(
                &line,
                Style { lead: style.lead, ..fitted },
                Align::Left,
                area.x,
                area.y,
                area.w,
            )]);
        }
        Err(refused @ Refused::DoesNotFit { .. }) => refused,
        Err(refused) => return Err(refused),
    };
    let half = Style { size: LEAST_NAME, lead: style.lead / 2.0, ..style };
    for (at, space) in to.name.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let (first, second) = (&to.name[..at], &to.name[at + space.len_utf8()..]);
        let parts = [first.to_owned(), named(second, &to.honorific)];
        let lines: Result<Vec<_>, _> =
            parts.iter().map(|p| pen.fit(NAME, p, half, LEAST_NAME, area.w)).collect();
        if let Ok(lines) = lines {
            let at = |i: usize| area.y + i as f32 * half.lead;
            return Ok(lines
                .iter()
                .enumerate()
                .map(|(i, (_, l))| place(l, half, Align::Left, area.x, at(i), area.w))
                .collect());
        }
    }
    Err(whole)
}

/// The address as it was written, line by line, or run together if only that fits.
fn address_lines(pen: &Pen, to: &Addressee, width: f32, height: f32) -> Result<(Style, Vec<Line>), Refused> {
    const NAME: &str = "addressee.address";
    let style = Style::new(FaceId::Gothic, 10.5, 14.0);
    let as_written = pen.fit_within(NAME, &to.address, style, LEAST_ADDRESS, width, height);
    if !matches!(as_written, Err(Refused::DoesNotFit { .. })) {
        return as_written;
    }
    let run_together = [to.address.join("　")];
    pen.fit_within(NAME, &run_together, style, LEAST_ADDRESS, width, height).or(as_written)
}

/// Lines flush right beside the window: date, number, sender.
pub fn right_lines(
    flow: &mut Flow,
    name: &'static str,
    lines: &[String],
    style: Style,
    area: Area,
) -> Result<(), Refused> {
    let commands = fitted_lines(flow.pen, name, lines, style, Align::Right, area)?;
    flow.add(name, area, commands);
    Ok(())
}

/// Each text on one line of its own, smaller if it must be.
pub(crate) fn fitted_lines(
    pen: &Pen,
    name: &str,
    lines: &[String],
    style: Style,
    align: Align,
    area: Area,
) -> Result<Vec<Cmd>, Refused> {
    let mut y = area.y;
    let mut commands = Vec::new();
    for text in lines.iter().filter(|t| !t.is_empty()) {
        if y + style.lead > area.bottom() + 0.01 {
            return Err(Refused::does_not_fit(name, text));
        }
        let (fitted, line) = pen.fit(name, text, style, LEAST_ADDRESS, area.w)?;
        commands.push(place(&line, Style { lead: style.lead, ..fitted }, align, area.x, y, area.w));
        y += style.lead;
    }
    Ok(commands)
}

/// The name with its honorific, set off by one ideographic space.
pub(crate) fn named(name: &str, honorific: &str) -> String {
    if honorific.is_empty() { name.to_owned() } else { format!("{name}　{honorific}") }
}

pub(crate) fn postal(postcode: &str) -> Option<String> {
    match postcode.trim() {
        "" => None,
        code if code.starts_with(POSTAL_MARK) => Some(code.to_owned()),
        code => Some(format!("{POSTAL_MARK}{code}")),
    }
}

/// Beside the window: where date, number and sender may stand.
pub(crate) fn beside_window(window: &WindowProfile, right: f32, top: f32) -> Area {
    let swept = window.swept();
    let x = swept.right() + 2.0 * MM;
    Area::new(x, top, right - x, swept.bottom() - top)
}
