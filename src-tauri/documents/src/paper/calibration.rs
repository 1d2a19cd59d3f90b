//! テスト印刷: a sheet that shows how far a printer is off, and what an envelope's window shows. Rulers in millimetres
//! from the sheet's edges, a bar of 100 mm, the window's zones, the fold marks; nobody's data.

use serde::{Deserialize, Serialize};

use crate::block::marks;
use crate::block::window::WindowProfile;
use crate::face::Fonts;
use crate::flow::{Density, Flow, GOTHIC};
use crate::pen::{Align, Pen, Style, place};
use crate::refused::Refused;
use crate::sheet::{Area, Block, Cmd, MM, Page};

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
    /// How far this printer's sheets are shifted to make up for it, in millimetres, right and down.
    #[serde(default)]
    pub offset_x: f32,
    #[serde(default)]
    pub offset_y: f32,
    /// What the inner and the outer frame mean, one line each.
    pub safe: String,
    pub swept: String,
    /// What to measure and what to enter, a paragraph each.
    pub lines: Vec<String>,
}

/// A printer that is further off is broken.
const MOST_OFFSET: f32 = 20.0;
/// Where the upper ruler lies and where the left one: away from the window and the text.
const UPPER_RULER: f32 = 88.0;
const LEFT_RULER: f32 = 196.0;
const BAR: f32 = 100.0;
const THIN: f32 = 0.35;

pub(crate) fn pages(fonts: &Fonts, sheet: &Calibration) -> Result<Vec<Page>, Refused> {
    sheet.window.check()?;
    let sound = |o: f32| o.is_finite() && o.abs() <= MOST_OFFSET;
    if !sound(sheet.offset_x) || !sound(sheet.offset_y) {
        return Err(Refused::bad_data("calibration", "no printer is as far off as this"));
    }
    let pen = Pen::new(fonts, &[]);
    let mut page = Page::a4();
    if sheet.practice {
        page.blocks.push(marks::sample_mark(fonts, page.printable())?);
    }
    let mut shifted = Page::a4();
    marks::fold_marks(&mut shifted, &sheet.window.folds);
    zones(&pen, sheet, &mut shifted)?;
    shifted.blocks.push(across(&pen)?);
    shifted.blocks.push(down(&pen)?);
    let (dx, dy) = (sheet.offset_x * MM, sheet.offset_y * MM);
    let (printable, whole) = (page.printable(), page.blocks.len());
    page.blocks.extend(shifted.blocks.into_iter().map(|b| b.moved(dx, dy)));
    for block in &mut page.blocks[whole..] {
        // Where the offset pushes a mark off the sheet, the rest of it still serves.
        block.commands.retain(|c| printable.holds(&c.extent()));
    }
    let column = Area::mm(22.0, UPPER_RULER + 22.0, LEFT_RULER - 42.0, 165.0);
    let mut flow = Flow::new(&pen, Density { air: 1.0, body: 11.0 }, page, column);
    flow.one_line("title", &sheet.title, Style::new(GOTHIC.bold, 18.0, 27.0), 13.0, Align::Left)?;
    flow.space(6.0);
    let offset = format!("X {:+.1} mm　Y {:+.1} mm　{}", sheet.offset_x, sheet.offset_y, sheet.window.name);
    flow.para("calibration", &offset, Style::new(GOTHIC.regular, 10.0, 15.0), Align::Left)?;
    flow.space(12.0);
    bar(&mut flow)?;
    flow.space(14.0);
    crate::block::notes::numbered(
        &mut flow,
        "numbered",
        &sheet.lines,
        Style::new(GOTHIC.regular, 11.0, 17.6),
        5.0,
    )?;
    Ok(vec![flow.finish("numbered", sheet.lines.last().map_or("", String::as_str), 0.0)?])
}

/// The bar that must measure exactly 100 mm, or the printer scales.
fn bar(flow: &mut Flow) -> Result<(), Refused> {
    const NAME: &str = "check_bar";
    let taken = flow.take(NAME, "100 mm", 26.0)?;
    let area = Area { w: BAR * MM, ..taken };
    let style = Style::new(GOTHIC.bold, 10.0, 14.0);
    let line = flow.pen.single(NAME, "100 mm", style)?;
    let mut commands = vec![black(Area { y: area.y + 4.0, h: 1.4, ..area })];
    for x in [area.x, area.right() - 0.6] {
        commands.push(black(Area { x, w: 0.6, h: 10.0, ..area }));
    }
    commands.push(place(&line, style, Align::Centre, area.x, area.y + 11.0, area.w));
    flow.add(NAME, area, commands);
    Ok(())
}

/// What the window always shows, and what it may show.
fn zones(pen: &Pen, sheet: &Calibration, page: &mut Page) -> Result<(), Refused> {
    const NAME: &str = "zone";
    let style = Style::new(GOTHIC.regular, 9.0, 13.0);
    // Where the shifted sheet will still have ink.
    let printable = page.printable().inset(0.1, 0.1);
    let (dx, dy) = (sheet.offset_x * MM, sheet.offset_y * MM);
    let (safe, swept) = (sheet.window.safe(), sheet.window.swept());
    let (x, y) = (swept.x.max(printable.x - dx), swept.y.max(printable.y - dy));
    let swept = Area::new(x, y, swept.right() - x, swept.bottom() - y);
    let mut commands = vec![
        Cmd::Frame { area: swept, line: 0.6, grey: 0.55 },
        Cmd::Fill { area: safe, grey: 0.93 },
        Cmd::Frame { area: safe, line: 0.8, grey: 0.0 },
    ];
    let inner = safe.inset(4.0, 4.0);
    let (fitted, line) = pen.fit(NAME, &sheet.safe, style, 7.0, inner.w)?;
    commands.push(place(&line, fitted, Align::Left, inner.x, inner.y, inner.w));
    let under = Area::new(safe.x, swept.bottom() - 17.0, swept.right() - safe.x - 4.0, 13.0);
    let (fitted, line) = pen.fit(NAME, &sheet.swept, style, 7.0, under.w)?;
    commands.push(place(&line, fitted, Align::Left, under.x, under.y, under.w));
    page.blocks.push(Block { name: NAME, area: swept, commands, under: false });
    Ok(())
}

/// A ruler over the sheet; its numbers are millimetres from the left edge.
fn across(pen: &Pen) -> Result<Block, Refused> {
    let area = Area::mm(8.0, UPPER_RULER, 182.0, 9.0);
    let mut commands = Vec::new();
    for mm in 10..=185 {
        let x = mm as f32 * MM;
        commands.push(black(Area::new(x - THIN / 2.0, area.y, THIN, tick(mm))));
        if mm % 10 == 0 {
            commands.push(number(pen, mm, Align::Centre, x - 8.0, area.y + tick(mm) + 1.0)?);
        }
    }
    Ok(Block { name: "ruler", area, commands, under: false })
}

/// A ruler down the sheet; its numbers are millimetres from the upper edge.
fn down(pen: &Pen) -> Result<Block, Refused> {
    let area = Area::mm(LEFT_RULER - 6.0, 8.0, 12.0, 281.0);
    let mut commands = Vec::new();
    let right = LEFT_RULER * MM + 12.0;
    for mm in 10..=285 {
        let y = mm as f32 * MM;
        commands.push(black(Area::new(right - tick(mm), y - THIN / 2.0, tick(mm), THIN)));
        if mm % 10 == 0 {
            commands.push(number(pen, mm, Align::Right, right - tick(mm) - 18.0, y - 5.0)?);
        }
    }
    Ok(Block { name: "ruler", area, commands, under: false })
}

/// Every fifth and every tenth millimetre is longer.
fn tick(mm: u32) -> f32 {
    match mm {
        mm if mm.is_multiple_of(10) => 9.0,
        mm if mm.is_multiple_of(5) => 6.5,
        _ => 4.0,
    }
}

fn number(pen: &Pen, mm: u32, align: Align, x: f32, top: f32) -> Result<Cmd, Refused> {
    let style = Style::new(GOTHIC.regular, 7.5, 10.0);
    Ok(place(&pen.single("ruler", &mm.to_string(), style)?, style, align, x, top, 16.0))
}

fn black(area: Area) -> Cmd {
    Cmd::Fill { area, grey: 0.0 }
}
