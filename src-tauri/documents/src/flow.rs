//! A column that fills from top to bottom, one block after the other. A block that would pass the bottom is refused
//! by name, so nothing is ever drawn over anything else.

use crate::line::Line;
use crate::pen::{Align, Pen, Style, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Block, Cmd, Page};

/// How generously a paper is set. A paper is tried from roomy to tight, and refused when tight is not enough.
#[derive(Debug, Clone, Copy)]
pub struct Density {
    /// Factor on the space between blocks.
    pub air: f32,
    /// Size of the running text in points.
    pub body: f32,
}

const DENSITIES: [Density; 7] = [
    Density { air: 1.25, body: 11.0 },
    Density { air: 1.0, body: 10.5 },
    Density { air: 0.8, body: 10.5 },
    Density { air: 0.65, body: 10.0 },
    Density { air: 0.5, body: 10.0 },
    Density { air: 0.4, body: 9.5 },
    Density { air: 0.3, body: 9.0 },
];

/// Sets a paper as generously as its content permits.
///
/// # Errors
/// The refusal of the tightest setting, or a missing glyph at once.
pub fn roomiest<T>(set: impl Fn(Density) -> Result<T, Refused>) -> Result<T, Refused> {
    let mut last = None;
    for density in DENSITIES {
        match set(density) {
            Err(refused @ Refused::DoesNotFit { .. }) => last = Some(refused),
            settled => return settled,
        }
    }
    Err(last.expect("there is at least one density"))
}

/// One column of one page.
pub struct Flow<'a> {
    pub pen: Pen<'a>,
    pub density: Density,
    pub page: Page,
    /// What is left of the column: blocks take from its top.
    pub rest: Area,
}

impl<'a> Flow<'a> {
    pub fn new(pen: Pen<'a>, density: Density, page: Page, column: Area) -> Self {
        Self { pen, density, page, rest: column }
    }

    /// Running text of this density, in `face`-independent measures.
    pub fn body(&self, face: crate::face::FaceId) -> Style {
        Style::new(face, self.density.body, self.density.body * (1.45 + 0.15 * self.density.air.min(1.0)))
    }

    /// Leaves `points` free, scaled by the density.
    pub fn space(&mut self, points: f32) {
        let points = points * self.density.air;
        self.rest.y += points;
        self.rest.h -= points;
    }

    /// Takes `height` from the top of the column.
    ///
    /// # Errors
    /// `DoesNotFit` naming the block and its text.
    pub fn take(&mut self, block: &str, text: &str, height: f32) -> Result<Area, Refused> {
        const ROUNDING: f32 = 0.01;
        if height > self.rest.h + ROUNDING {
            return Err(Refused::does_not_fit(block, text));
        }
        let area = Area::new(self.rest.x, self.rest.y, self.rest.w, height);
        self.rest.y += height;
        self.rest.h -= height;
        Ok(area)
    }

    /// Adds a finished block to the page.
    pub fn add(&mut self, name: &'static str, area: Area, commands: Vec<Cmd>) {
        self.page.blocks.push(Block { name, area, commands, under: false });
    }

    /// A paragraph over the whole width of the column.
    pub fn para(&mut self, name: &'static str, text: &str, style: Style, align: Align) -> Result<(), Refused> {
        let lines = self.pen.wrapped(name, text, style, self.rest.w)?;
        self.lines(name, text, &lines, style, align)
    }

    /// One line over the whole width, smaller down to `least` points if it must be.
    pub fn one_line(&mut self, name: &'static str, text: &str, style: Style, least: f32, align: Align) -> Result<(), Refused> {
        let (style, line) = self.pen.fit(name, text, style, least, self.rest.w)?;
        self.lines(name, text, &[line], style, align)
    }

    fn lines(&mut self, name: &'static str, text: &str, lines: &[Line], style: Style, align: Align) -> Result<(), Refused> {
        let area = self.take(name, text, lines.len() as f32 * style.lead)?;
        let commands = place_all(lines, style, align, area);
        self.add(name, area, commands);
        Ok(())
    }
}
