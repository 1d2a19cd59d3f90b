//! 返信用宛名: an address in a broken frame, to cut out and glue on an envelope.

use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM};

use super::address::{named, postal};

/// As large as a common address label.
const WIDTH: f32 = 90.0 * MM;
const HEIGHT: f32 = 42.0 * MM;
const PAD: f32 = 5.0 * MM;
const DASH: f32 = 4.0;
const BREAK: f32 = 3.0;
const THICK: f32 = 0.5;
const NAME: &str = "reply_address";

/// The address a reply is sent to.
pub struct Reply<'a> {
    pub postcode: &'a str,
    pub address: &'a [String],
    pub name: &'a str,
    /// 行 or 御中.
    pub honorific: &'a str,
}

/// Draws the address at the left of the column.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn reply_address(flow: &mut Flow, to: &Reply) -> Result<(), Refused> {
    let taken = flow.take(NAME, to.name, HEIGHT)?;
    let width = WIDTH.min(taken.w);
    let area = Area { w: width, ..taken };
    let inner = area.inset(PAD, PAD * 0.8);
    let mut commands = dashed(area);
    let (post, name) = (Style::new(flow.faces.regular, 11.0, 16.0), Style::new(flow.faces.bold, 14.0, 21.0));
    let mut y = inner.y;
    if let Some(postcode) = postal(to.postcode) {
        let (style, line) = flow.pen.fit(NAME, &postcode, post, 9.0, inner.w)?;
        commands.push(place(&line, style, Align::Left, inner.x, y, inner.w));
        y += post.lead;
    }
    let whole = named(to.name, to.honorific);
    let (fitted, line) = flow.pen.fit(NAME, &whole, name, 10.0, inner.w)?;
    let top = inner.bottom() - name.lead;
    let address = Style::new(flow.faces.regular, 11.0, 16.0);
    let (address, lines) = flow.pen.fit_within(NAME, to.address, address, 8.0, inner.w, top - y)?;
    commands.extend(place_all(&lines, address, Align::Left, Area::new(inner.x, y, inner.w, 0.0)));
    commands.push(place(&line, Style { lead: name.lead, ..fitted }, Align::Left, inner.x, top, inner.w));
    flow.add(NAME, area, commands);
    Ok(())
}

fn dashed(area: Area) -> Vec<Cmd> {
    let mut commands = Vec::new();
    let mut dash = |area: Area| commands.push(Cmd::Fill { area, grey: 0.35 });
    let mut x = area.x;
    while x < area.right() {
        let w = DASH.min(area.right() - x);
        dash(Area::new(x, area.y, w, THICK));
        dash(Area::new(x, area.bottom() - THICK, w, THICK));
        x += DASH + BREAK;
    }
    let mut y = area.y;
    while y < area.bottom() {
        let h = DASH.min(area.bottom() - y);
        dash(Area::new(area.x, y, THICK, h));
        dash(Area::new(area.right() - THICK, y, THICK, h));
        y += DASH + BREAK;
    }
    commands
}
