//! テスト印刷: a sheet that shows how far a printer is off, and where an envelope's window falls. Rulers in
//! millimetres, a bar of 100 mm, the window's zones and the fold marks; nobody's data.

use serde::{Deserialize, Serialize};

use crate::block::marks;
use crate::block::window::WindowProfile;
use crate::face::Fonts;
use crate::flow::{Density, Flow};
use crate::pen::{Align, Pen, Style, place};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM, Page};

/// Everything on the sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// Prints 「見本」 across the sheet.
    #[serde(default)]
    pub practice: bool,
    pub title: String,
    #[serde(default)]
    pub window: WindowProfile,
    /// How far everything is shifted for this printer, in millimetres, right and down.
    #[serde(default)]
    pub offset_x: f32,
    #[serde(default)]
    pub offset_y: f32,
    /// What to measure and what to enter, a sentence each.
    pub lines: Vec<String>,
}

pub(crate) fn pages(fonts: &Fonts, sheet: &Calibration) -> Result<Vec<Page>, Refused> {
    sheet.window.check()?;
    if ![sheet.offset_x, sheet.offset_y].iter().all(|o| o.abs() <= 4.0) {
        return Err(Refused::bad_data("calibration", "the offset makes no sense"));
    }
    let pen = Pen::new(fonts, &[]);
    let mut page = Page::a4();
    if sheet.practice {
        page.blocks.push(marks::sample_mark(fonts, page.printable())?);
    }
    marks::fold_marks(&mut page, &sheet.window.folds);
    let column = Area::mm(25.0, 95.0, 160.0, 180.0);
    let mut flow = Flow::new(&pen, Density { air: 1.0, body: 11.0 }, page, column);
    flow.one_line("title", &sheet.title, Style::new(flow.faces.bold, 18.0, 27.0), 13.0, Align::Centre)?;
    flow.space(12.0);
    let style = flow.text();
    for line in &sheet.lines {
        flow.para("body", line, style, Align::Left)?;
        flow.space(4.0);
    }
    flow.space(16.0);
    let bar = flow.take("check_bar", "100 mm", 20.0)?;
    let bar = Area { w: 100.0 * MM, ..bar };
    let small = Style::new(flow.faces.regular, 9.0, 13.0);
    let line = flow.pen.single("check_bar", "100 mm", small)?;
    let rule = |area| Cmd::Fill { area, grey: 0.0 };
    let commands = vec![
        rule(Area { h: 1.0, ..bar }),
        rule(Area { w: 0.6, h: 7.0, ..bar }),
        rule(Area { x: bar.right() - 0.6, w: 0.6, h: 7.0, ..bar }),
        place(&line, small, Align::Centre, bar.x, bar.y + 6.0, bar.w),
    ];
    flow.add("check_bar", bar, commands);
    let page = flow.finish("body", "", 0.0)?;
    Ok(vec![page])
}
