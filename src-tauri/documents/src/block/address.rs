//! Addressee and sender at the head of a sheet, placed for a window envelope.
//!
//! A 長形3号 (120 × 235 mm) leaves the folded sheet 25 mm of play sideways and 21 mm up and down. Whatever way it
//! slides, a 90 × 45 mm window 22 mm from the left and 12 mm from the top always shows [`WINDOW_SAFE`] and may show
//! [`WINDOW_SWEPT`]: the address stands in the first, and nothing else in the second.

use serde::{Deserialize, Serialize};

use crate::face::FaceId;
use crate::flow::Flow;
use crate::pen::{Align, Pen, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

/// x, y, width, height in millimetres: always seen through the window.
pub const WINDOW_SAFE: [f32; 4] = [22.0, 12.0, 65.0, 24.0];
/// x, y, width, height in millimetres: may be seen through the window.
pub const WINDOW_SWEPT: [f32; 4] = [0.0, 0.0, 113.0, 57.5];

const POSTAL_MARK: &str = "〒";
const LEAST_ADDRESS: f32 = 7.5;
const LEAST_NAME: f32 = 9.0;

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
pub fn window_address(flow: &mut Flow, to: &Addressee) -> Result<(), Refused> {
    let [x, y, w, h] = WINDOW_SAFE;
    let area = Area::mm(x, y, w, h).inset(1.0, 1.0);
    let pen = flow.pen;
    let name_style = Style::new(FaceId::GothicBold, 14.0, 20.0);
    let post_style = Style::new(FaceId::Gothic, 10.5, 15.0);
    let mut commands = Vec::new();
    let mut y = area.y;
    if let Some(postcode) = postal(&to.postcode) {
        let (style, line) = pen.fit("addressee.postcode", &postcode, post_style, 9.0, area.w)?;
        commands.push(place(&line, style, Align::Left, area.x, y, area.w));
        y += post_style.lead;
    }
    let left = area.bottom() - name_style.lead - y;
    let (style, lines) =
        pen.fit_within("addressee.address", &to.address, Style::new(FaceId::Gothic, 10.5, 14.5), LEAST_ADDRESS, area.w, left)?;
    commands.extend(place_all(&lines, style, Align::Left, Area::new(area.x, y, area.w, left)));
    y += lines.len() as f32 * style.lead;
    let name = named(&to.name, &to.honorific);
    let (style, line) = pen.fit("addressee.name", &name, name_style, LEAST_NAME, area.w)?;
    commands.push(place(&line, Style { lead: name_style.lead, ..style }, Align::Left, area.x, y, area.w));
    flow.add("addressee", area, commands);
    Ok(())
}

/// Lines flush right beside the window: date, number, sender.
pub fn right_lines(flow: &mut Flow, name: &'static str, lines: &[String], style: Style, area: Area) -> Result<(), Refused> {
    let commands = fitted_lines(&flow.pen, name, lines, style, Align::Right, area)?;
    flow.add(name, area, commands);
    Ok(())
}

/// Each text on one line of its own, smaller if it must be.
pub(crate) fn fitted_lines(pen: &Pen, name: &str, lines: &[String], style: Style, align: Align, area: Area) -> Result<Vec<Cmd>, Refused> {
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
pub(crate) fn beside_window(right_margin: f32, top: f32) -> Area {
    let x = (WINDOW_SWEPT[0] + WINDOW_SWEPT[2] + 2.0) * MM;
    Area::new(x, top, 210.0 * MM - right_margin - x, (WINDOW_SWEPT[3]) * MM - top)
}
