//! The upper third of a sheet posted to a patient: window address, date, number and sender, title, version.

use crate::block::address::{Addressee, beside_window, right_lines, window_address};
use crate::block::marks;
use crate::face::FaceId;
use crate::flow::{Density, Flow};
use crate::paper::part::Labelled;
use crate::pen::{Align, Pen, Style, place};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM, Page};

pub(crate) const LEFT: f32 = 22.0 * MM;
pub(crate) const RIGHT: f32 = 22.0 * MM;
/// On one line with the postcode in the window.
const TOP: f32 = 12.0 * MM + 1.0;
/// Below everything a window may show.
const TITLE_TOP: f32 = 59.5 * MM;
const BOTTOM: f32 = 13.0 * MM;

/// What the head of every sheet to a patient carries.
pub(crate) struct Head<'a> {
    pub practice: bool,
    pub to: &'a Addressee,
    pub issued: &'a str,
    pub receipt: &'a Labelled,
    pub sender: &'a [String],
    pub title: &'a str,
    pub version_line: Option<&'a str>,
}

/// Starts an A4 sheet with its head; the flow continues under the title.
pub(crate) fn begin<'a>(pen: &'a Pen<'a>, density: Density, head: &Head) -> Result<Flow<'a>, Refused> {
    let mut page = Page::a4();
    if head.practice {
        page.blocks.push(marks::sample_mark(pen.fonts, page.printable())?);
    }
    marks::fold_marks(&mut page);
    let column = Area::new(LEFT, TITLE_TOP, page.width - LEFT - RIGHT, page.height - TITLE_TOP - BOTTOM);
    let mut flow = Flow::new(pen, density, page, column);
    window_address(&mut flow, head.to)?;
    let mut lines = vec![head.issued.to_owned(), format!("{}　{}", head.receipt.label, head.receipt.text)];
    lines.extend(head.sender.iter().cloned());
    let style = Style::new(FaceId::Gothic, 10.0, 15.0);
    right_lines(&mut flow, "sender", &lines, style, beside_window(RIGHT, TOP))?;
    title(&mut flow, head)?;
    Ok(flow)
}

fn title(flow: &mut Flow, head: &Head) -> Result<(), Refused> {
    let style = Style::new(FaceId::GothicBold, 18.0, 27.0).tracked(1.2);
    flow.one_line("title", head.title, style, 13.0, Align::Centre)?;
    if let Some(text) = head.version_line {
        flow.space(4.0);
        version_line(flow, text)?;
    }
    flow.space(9.0);
    Ok(())
}

/// A framed line: this sheet replaces the one before.
pub(crate) fn version_line(flow: &mut Flow, text: &str) -> Result<(), Refused> {
    const NAME: &str = "version_line";
    let style = Style::new(FaceId::GothicBold, 10.5, 20.0);
    let (fitted, line) = flow.pen.fit(NAME, text, style, 8.5, flow.rest.w - 12.0)?;
    let area = flow.take(NAME, text, style.lead)?;
    let frame = Cmd::Frame { area, line: 0.8, grey: 0.0 };
    let text = place(&line, Style { lead: style.lead, ..fitted }, Align::Centre, area.x, area.y, area.w);
    flow.add(NAME, area, vec![frame, text]);
    Ok(())
}
