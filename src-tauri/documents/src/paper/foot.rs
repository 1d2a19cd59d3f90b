//! The foot of a sheet: whom to call, and the code that leads back to the register.

use crate::block::code::square_code;
use crate::face::FaceId;
use crate::flow::{Flow, MINCHO};
use crate::line::Line;
use crate::paper::part::Contact;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

const GAP: f32 = 6.0 * MM;

/// The code and what stands under it.
pub(crate) struct Code<'a> {
    pub text: &'a str,
    pub caption: &'a str,
}

/// How a foot is set.
struct Look {
    /// Side of the code, and height of the line under it.
    code: f32,
    caption: f32,
    pad: f32,
    framed: bool,
    heading: Style,
    text: Style,
}

impl Look {
    fn of(flow: &Flow) -> Self {
        if flow.faces == MINCHO {
            let (heading, text) =
                (Style::new(FaceId::MinchoBold, 9.5, 15.0), Style::new(FaceId::Mincho, 9.5, 15.0));
            return Self { code: 15.0 * MM, caption: 10.0, pad: 0.0, framed: false, heading, text };
        }
        let (heading, text) =
            (Style::new(FaceId::GothicBold, 10.5, 17.0), Style::new(FaceId::Gothic, 10.0, 15.0));
        let narrow = flow.rest.w < 130.0 * MM;
        let (code, pad) = if narrow { (15.0 * MM, 2.5 * MM) } else { (20.0 * MM, 3.5 * MM) };
        let (heading, text) = if narrow { (heading.at(9.5), text.at(9.0)) } else { (heading, text) };
        Self { code, caption: 11.0, pad, framed: true, heading, text }
    }
}

/// Width of the code with the space beside it.
pub(crate) fn code_width(flow: &Flow) -> f32 {
    Look::of(flow).code + GAP
}

/// Height of the code with the line under it.
pub(crate) fn code_height(flow: &Flow) -> f32 {
    let look = Look::of(flow);
    look.code + look.caption
}

/// Pins the contacts (side by side) and the code to the bottom of the column, taking their height from it.
///
/// # Errors
/// `DoesNotFit` if they leave no room; `BadData` for a text no code can hold.
pub(crate) fn pin(flow: &mut Flow, contacts: &[&Contact], code: Option<&Code>) -> Result<(), Refused> {
    let foot = reserve(flow, contacts, code.is_some())?;
    draw(flow, foot, contacts, code)
}

/// Takes from the bottom of the column what these need.
///
/// # Errors
/// `DoesNotFit` if they leave no room.
pub(crate) fn reserve(flow: &mut Flow, contacts: &[&Contact], coded: bool) -> Result<Area, Refused> {
    let look = Look::of(flow);
    let beside = if coded { look.code + GAP } else { 0.0 };
    let set = Contacts::set(flow, &look, contacts, flow.rest.w - beside)?;
    let code = if coded { look.code + look.caption } else { 0.0 };
    let headings: Vec<&str> = contacts.iter().map(|c| c.heading.as_str()).collect();
    flow.take_foot("contact", &headings.join(" "), set.height.max(code))
}

/// Draws contacts and code into what was reserved for them.
///
/// # Errors
/// As [`pin`].
pub(crate) fn draw(
    flow: &mut Flow,
    foot: Area,
    contacts: &[&Contact],
    code: Option<&Code>,
) -> Result<(), Refused> {
    let look = Look::of(flow);
    let beside = code.map_or(0.0, |_| look.code + GAP);
    if !contacts.is_empty() {
        let set = Contacts::set(flow, &look, contacts, foot.w - beside)?;
        let area = Area { w: foot.w - beside, ..foot };
        let commands = set.commands(flow, &look, area)?;
        flow.add_foot("contact", area, commands);
    }
    let Some(code) = code else { return Ok(()) };
    let height = look.code + look.caption;
    let top = if look.framed { foot.y } else { foot.bottom() - height };
    code_with_caption(flow, code, Area::new(foot.right() - look.code, top, look.code, height))
}

/// The contacts over the whole width of the column, where they follow the text.
///
/// # Errors
/// As [`pin`].
pub(crate) fn contacts(flow: &mut Flow, contacts: &[&Contact]) -> Result<(), Refused> {
    let look = Look::of(flow);
    let set = Contacts::set(flow, &look, contacts, flow.rest.w)?;
    let area = flow.take("contact", "", set.height)?;
    let commands = set.commands(flow, &look, area)?;
    flow.add("contact", area, commands);
    Ok(())
}

/// Contacts with their lines broken.
struct Contacts<'a> {
    of: Vec<(&'a Contact, Vec<Line>)>,
    /// Of one contact, with the space beside it.
    width: f32,
    height: f32,
}

impl<'a> Contacts<'a> {
    fn set(flow: &Flow, look: &Look, contacts: &[&'a Contact], width: f32) -> Result<Self, Refused> {
        if contacts.is_empty() {
            return Ok(Self { of: Vec::new(), width, height: 0.0 });
        }
        let width = (width - look.pad) / contacts.len() as f32;
        // Hours as a hospital words them may take two lines beside a second contact.
        let wrapped = |contact: &&'a Contact| -> Result<(&'a Contact, Vec<Line>), Refused> {
            let lines = contact.lines.iter().filter(|line| !line.is_empty());
            let set = lines.map(|line| flow.pen.wrapped("contact", line, look.text, width - look.pad));
            Ok((*contact, set.collect::<Result<Vec<_>, _>>()?.concat()))
        };
        let of: Vec<_> = contacts.iter().map(wrapped).collect::<Result<_, _>>()?;
        let most_lines = of.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0) as f32;
        Ok(Self { of, width, height: 2.0 * look.pad + look.heading.lead + most_lines * look.text.lead })
    }

    fn commands(&self, flow: &Flow, look: &Look, frame: Area) -> Result<Vec<Cmd>, Refused> {
        let mut commands = Vec::new();
        if look.framed {
            commands.push(Cmd::Frame { area: frame, line: 0.6, grey: 0.3 });
        }
        for (i, (contact, lines)) in self.of.iter().enumerate() {
            let x = frame.x + look.pad + i as f32 * self.width;
            let area = Area::new(x, frame.y + look.pad, self.width - look.pad, frame.h - 2.0 * look.pad);
            let (fitted, line) = flow.pen.fit("contact", &contact.heading, look.heading, 8.0, area.w)?;
            let lead = Style { lead: look.heading.lead, ..fitted };
            commands.push(place(&line, lead, Align::Left, area.x, area.y, area.w));
            let below = Area::new(area.x, area.y + look.heading.lead, area.w, area.h - look.heading.lead);
            commands.extend(place_all(lines, look.text, Align::Left, below));
        }
        Ok(commands)
    }
}

/// A code with what it says below it in small type.
fn code_with_caption(flow: &mut Flow, code: &Code, area: Area) -> Result<(), Refused> {
    let square = Area::new(area.x, area.y, area.w, area.w);
    let mut commands = vec![square_code("code", code.text, square)?];
    let style = Style::new(FaceId::Gothic, 8.0, area.h - area.w);
    let (fitted, line) = flow.pen.fit("code", code.caption, style, 6.0, area.w)?;
    let below = Area::new(area.x, square.bottom(), area.w, style.lead);
    commands.extend(place_all(&[line], Style { lead: style.lead, ..fitted }, Align::Centre, below));
    flow.add_foot("code", area, commands);
    Ok(())
}
