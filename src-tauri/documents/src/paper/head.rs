//! The upper third of a sheet to a patient: address, date, number and sender, title, version. On A4 the address
//! stands for a window envelope; an A5 sheet is handed over.

use crate::block::address::{Addressee, beside_window, named, right_lines, window_address};
use crate::block::marks;
use crate::block::window::WindowProfile;
use crate::face::FaceId;
use crate::flow::{Density, Flow};
use crate::paper::part::Labelled;
use crate::pen::{Align, Pen, Style, place};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM, Page, Size};

/// Left and right of the column.
pub(crate) const SIDE: f32 = 22.0 * MM;
/// Between what a window may show and the title.
const BELOW_WINDOW: f32 = 1.0 * MM;
pub(crate) const BOTTOM: f32 = 13.0 * MM;
/// An A5 sheet is narrow enough.
const A5_SIDE: f32 = 13.0 * MM;

/// What the head of every sheet to a patient carries.
pub(crate) struct Head<'a> {
    pub practice: bool,
    pub size: Size,
    pub window: &'a WindowProfile,
    pub to: &'a Addressee,
    pub issued: &'a str,
    pub receipt: &'a Labelled,
    pub sender: &'a [String],
    pub title: &'a str,
    pub version_line: Option<&'a str>,
}

/// Starts a sheet with its head; the flow continues under the title.
pub(crate) fn begin<'a>(pen: &'a Pen<'a>, density: Density, head: &Head) -> Result<Flow<'a>, Refused> {
    head.window.check()?;
    let mut flow = blank(pen, density, head.practice, head.size, head.window)?;
    match head.size {
        Size::A4 => {
            window_address(&mut flow, head.to, head.window)?;
            let mut lines = vec![head.issued.to_owned(), numbered(head.receipt)];
            lines.extend(head.sender.iter().cloned());
            let style = Style::new(FaceId::Gothic, 10.0, 15.0);
            // On one line with the postcode in the window.
            let beside = beside_window(head.window, flow.rest.right(), head.window.safe().y + 1.0);
            right_lines(&mut flow, "sender", &lines, style, beside)?;
        }
        Size::A5 => {
            handed_head(&mut flow, head)?;
            flow.space(8.0);
        }
    }
    if !head.title.is_empty() {
        title(&mut flow, head.title, head.version_line)?;
    }
    Ok(flow)
}

/// A sheet that is handed over needs no address: name, number and date at the left, the sender at the right.
fn handed_head(flow: &mut Flow, head: &Head) -> Result<(), Refused> {
    let (name, small) = (Style::new(FaceId::GothicBold, 13.0, 19.0), Style::new(FaceId::Gothic, 9.0, 12.6));
    let count = head.sender.iter().filter(|l| !l.is_empty()).count().max(3) as f32;
    let area = flow.take("sender", &head.sender.concat(), count * small.lead)?;
    let left = Area { w: 0.46 * area.w, ..area };
    let whole = named(&head.to.name, &head.to.honorific);
    let (fitted, line) = flow.pen.fit("addressee.name", &whole, name, 8.0, left.w)?;
    let mut commands =
        vec![place(&line, Style { lead: name.lead, ..fitted }, Align::Left, left.x, left.y, left.w)];
    let mut y = left.y + name.lead;
    let dated = [numbered(head.receipt), head.issued.to_owned()].join("　");
    let (fitted, line) = flow.pen.fit("receipt", dated.trim(), small, 7.5, left.w)?;
    commands.push(place(&line, Style { lead: small.lead, ..fitted }, Align::Left, left.x, y, left.w));
    y += small.lead;
    flow.add("addressee", Area { h: y - left.y, ..left }, commands);
    let right = Area { x: area.x + 0.48 * area.w, w: 0.52 * area.w, ..area };
    right_lines(flow, "sender", head.sender, small, right)
}

/// An empty page with its marks and column. On A4 the column begins below what the window may show.
pub(crate) fn blank<'a>(
    pen: &'a Pen<'a>,
    density: Density,
    practice: bool,
    size: Size,
    window: &WindowProfile,
) -> Result<Flow<'a>, Refused> {
    let mut page = Page::of(size);
    if practice {
        page.blocks.push(marks::sample_mark(pen.fonts, page.printable())?);
    }
    let (side, bottom) = match size {
        Size::A4 => (SIDE, BOTTOM),
        Size::A5 => (A5_SIDE, BOTTOM * size.scale()),
    };
    let top = match size {
        Size::A4 => window.swept().bottom() + BELOW_WINDOW,
        Size::A5 => bottom,
    };
    if size == Size::A4 {
        marks::fold_marks(&mut page, &window.folds);
    }
    let column = Area::new(side, top, page.width - 2.0 * side, page.height - top - bottom);
    Ok(Flow::new(pen, density, page, column))
}

/// 受付番号　R8-0115
pub(crate) fn numbered(receipt: &Labelled) -> String {
    if receipt.text.is_empty() { String::new() } else { format!("{}　{}", receipt.label, receipt.text) }
}

/// The title in the middle of the column, and below it which earlier sheet it replaces.
pub(crate) fn title(flow: &mut Flow, title: &str, version: Option<&str>) -> Result<(), Refused> {
    let style = Style::new(FaceId::GothicBold, 18.0, 27.0).tracked(1.2);
    flow.one_line("title", title, style, 13.0, Align::Centre)?;
    if let Some(text) = version {
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
