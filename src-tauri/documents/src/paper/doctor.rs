//! The head of a letter to a doctor elsewhere, in mincho and in the order of a Japanese business letter: number and
//! date, addressee, sender, subject.

use serde::{Deserialize, Serialize};

use crate::block::address::{fitted_lines, named, postal, right_lines};
use crate::face::FaceId;
use crate::flow::Flow;
use crate::paper::head::version_line;
use crate::pen::{Align, Pen, Style, place, set_width};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

/// A doctor at an institution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoctorAddressee {
    /// `980-0000`; the postal mark is added. May be empty.
    pub postcode: String,
    pub address: Vec<String>,
    pub institution: String,
    #[serde(default)]
    pub department: Option<String>,
    /// The doctor's full name, or 担当医.
    pub name: String,
    /// 先生.
    pub honorific: String,
    /// 脇付: 御侍史, 御机下, or none.
    #[serde(default)]
    pub side_note: Option<String>,
}

/// What the head carries.
pub(crate) struct Head<'a> {
    pub to: &'a DoctorAddressee,
    pub issued: &'a str,
    pub number: Option<&'a str>,
    pub confidential: Option<&'a str>,
    pub sender: &'a [String],
    pub subject_name: &'static str,
    pub subject: &'a str,
    pub version_line: Option<&'a str>,
}

pub(crate) const LEFT: f32 = 25.0 * MM;
pub(crate) const TOP: f32 = 16.0 * MM;
pub(crate) const BOTTOM: f32 = 15.0 * MM;
/// Share of the column the addressee may fill.
const ADDRESS_SHARE: f32 = 0.575;

/// Number and date at the right, the addressee at the left, then the sender at the right, and the subject.
pub(crate) fn head(flow: &mut Flow, head: &Head) -> Result<(), Refused> {
    let style = Style::new(FaceId::Mincho, 10.5, 16.0);
    let left = ADDRESS_SHARE * flow.rest.w;
    let x = flow.rest.x + left + 4.0 * MM;
    let beside = Area::new(x, flow.rest.y, flow.rest.right() - x, 2.0 * style.lead);
    let dated: Vec<String> = head.number.into_iter().chain([head.issued]).map(str::to_owned).collect();
    right_lines(flow, "issued", &dated, style, beside)?;
    addressee(flow, head, left)?;
    flow.space(6.0);
    let height = head.sender.iter().filter(|l| !l.is_empty()).count() as f32 * style.lead;
    let taken = flow.take("sender", &head.sender.concat(), height)?;
    let right = Area::new(taken.x + taken.w * 0.4, taken.y, taken.w * 0.6, taken.h);
    right_lines(flow, "sender", head.sender, style, right)?;
    flow.space(18.0);
    let subject = Style::new(FaceId::MinchoBold, 14.0, 24.0).tracked(0.6);
    flow.one_line(head.subject_name, head.subject, subject, 11.0, Align::Centre)?;
    if let Some(text) = head.version_line {
        flow.space(4.0);
        version_line(flow, text)?;
    }
    flow.space(14.0);
    Ok(())
}

fn addressee(flow: &mut Flow, head: &Head, width: f32) -> Result<(), Refused> {
    let to = head.to;
    if let Some(mark) = head.confidential.filter(|m| !m.is_empty()) {
        confidential(flow, mark, width)?;
        flow.space(5.0);
    }
    let style = Style::new(FaceId::Mincho, 10.5, 16.0);
    let mut lines: Vec<String> = postal(&to.postcode).into_iter().collect();
    lines.extend(to.address.iter().cloned());
    lines.push(to.institution.clone());
    lines.extend(to.department.iter().cloned());
    lines.retain(|l| !l.is_empty());
    let name_style = Style::new(FaceId::MinchoBold, 14.0, 24.0);
    let height = lines.len() as f32 * style.lead + name_style.lead;
    let area = flow.take("addressee", &to.institution, height)?;
    let area = Area { w: width, ..area };
    let mut commands = fitted_lines(flow.pen, "addressee.address", &lines, style, Align::Left, area)?;
    let top = area.bottom() - name_style.lead;
    commands.extend(doctor_name(flow.pen, to, name_style, Area::new(area.x, top, area.w, name_style.lead))?);
    flow.add("addressee", area, commands);
    Ok(())
}

/// The name with 先生, and behind it the smaller 脇付 on the same baseline.
fn doctor_name(pen: &Pen, to: &DoctorAddressee, style: Style, area: Area) -> Result<Vec<Cmd>, Refused> {
    const NAME: &str = "addressee.name";
    let side_style = Style::new(FaceId::Mincho, 10.0, style.lead);
    let side = to.side_note.as_deref().filter(|s| !s.is_empty());
    let side = side.map(|text| pen.single(NAME, text, side_style)).transpose()?;
    let side_width = side.as_ref().map_or(0.0, |line| set_width(line, side_style) + 0.8 * side_style.size);
    let name = named(&to.name, &to.honorific);
    let (fitted, line) = pen.fit(NAME, &name, style, 9.0, area.w - side_width)?;
    let name_style = Style { lead: style.lead, ..fitted };
    let mut commands = vec![place(&line, name_style, Align::Left, area.x, area.y, area.w)];
    if let Some(side) = side {
        let x = area.x + set_width(&line, name_style) + 0.8 * side_style.size;
        let mut note = place(&side, side_style, Align::Left, x, area.y, side_width);
        // On the name's baseline, not on its own.
        if let (Cmd::Text { y, .. }, Some(Cmd::Text { y: base, .. })) = (&mut note, commands.first()) {
            *y = *base;
        }
        commands.push(note);
    }
    Ok(commands)
}

fn confidential(flow: &mut Flow, mark: &str, most: f32) -> Result<(), Refused> {
    const NAME: &str = "confidential";
    let style = Style::new(FaceId::MinchoBold, 11.0, 19.0).tracked(3.0);
    let line = flow.pen.single(NAME, mark, style)?;
    let width = set_width(&line, style) + 16.0;
    let taken = flow.take(NAME, mark, style.lead)?;
    if width > most {
        return Err(Refused::does_not_fit(NAME, mark));
    }
    let area = Area { w: width, ..taken };
    let text = place(&line, style, Align::Centre, area.x, area.y, area.w);
    flow.add(NAME, area, vec![Cmd::Frame { area, line: 0.8, grey: 0.0 }, text]);
    Ok(())
}
