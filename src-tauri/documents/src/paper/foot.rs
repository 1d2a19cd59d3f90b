//! The foot of a sheet to a patient: whom to call, and the code that leads back to the register.

use crate::block::code::square_code;
use crate::face::FaceId;
use crate::flow::Flow;
use crate::line::Line;
use crate::paper::part::Contact;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

const CODE: f32 = 20.0 * MM;
const CAPTION: f32 = 11.0;
const GAP: f32 = 6.0 * MM;
const PAD: f32 = 3.5 * MM;

/// Pins the contacts (side by side) and the code to the bottom of the column, taking their height from it.
///
/// # Errors
/// `DoesNotFit` if they leave no room; `BadData` for a text no code can hold.
pub(crate) fn pin(flow: &mut Flow, contacts: &[&Contact], code: &str, caption: &str) -> Result<(), Refused> {
    let width = (flow.rest.w - CODE - GAP - PAD) / contacts.len().max(1) as f32;
    let heading = Style::new(FaceId::GothicBold, 10.5, 17.0);
    let style = Style::new(FaceId::Gothic, 10.0, 15.0);
    // Hours as a hospital words them may take two lines beside a second contact.
    let wrapped = |contact: &&Contact| -> Result<Vec<Line>, Refused> {
        let lines = contact.lines.iter().filter(|line| !line.is_empty());
        let set = lines.map(|line| flow.pen.wrapped("contact", line, style, width - PAD));
        Ok(set.collect::<Result<Vec<_>, _>>()?.concat())
    };
    let set: Vec<Vec<Line>> = contacts.iter().map(wrapped).collect::<Result<_, _>>()?;
    let most_lines = set.iter().map(Vec::len).max().unwrap_or(0) as f32;
    let height = (2.0 * PAD + heading.lead + most_lines * style.lead).max(CODE + CAPTION);
    let headings: Vec<&str> = contacts.iter().map(|c| c.heading.as_str()).collect();
    let foot = flow.take_foot("contact", &headings.join(" "), height)?;
    let frame = Area::new(foot.x, foot.y, foot.w - CODE - GAP, foot.h);
    let mut commands = vec![Cmd::Frame { area: frame, line: 0.6, grey: 0.3 }];
    for (i, (contact, lines)) in contacts.iter().zip(&set).enumerate() {
        let area =
            Area::new(frame.x + PAD + i as f32 * width, frame.y + PAD, width - PAD, frame.h - 2.0 * PAD);
        let (fitted, line) = flow.pen.fit("contact", &contact.heading, heading, 9.0, area.w)?;
        let lead = Style { lead: heading.lead, ..fitted };
        commands.push(place(&line, lead, Align::Left, area.x, area.y, area.w));
        let below = Area::new(area.x, area.y + heading.lead, area.w, area.h - heading.lead);
        commands.extend(place_all(lines, style, Align::Left, below));
    }
    flow.add_foot("contact", frame, commands);
    code_with_caption(flow, code, caption, Area::new(foot.right() - CODE, foot.y, CODE, CODE + CAPTION))
}

/// A code with what it says below it in small type.
pub(crate) fn code_with_caption(
    flow: &mut Flow,
    code: &str,
    caption: &str,
    area: Area,
) -> Result<(), Refused> {
    let square = Area::new(area.x, area.y, area.w, area.w);
    let mut commands = vec![square_code("code", code, square)?];
    let style = Style::new(FaceId::Gothic, 8.0, area.h - area.w);
    let (fitted, line) = flow.pen.fit("code", caption, style, 6.0, area.w)?;
    let below = Area::new(area.x, square.bottom(), area.w, style.lead);
    commands.extend(place_all(&[line], Style { lead: style.lead, ..fitted }, Align::Centre, below));
    flow.add_foot("code", area, commands);
    Ok(())
}
