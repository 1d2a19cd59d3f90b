//! A column that fills from top to bottom, one block after the other. A block that would pass the bottom is refused
//! by name, so nothing is ever drawn over anything else.

use crate::face::FaceId;
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

/// Sizes of running text, largest first, each with the least air it looks calm with.
const BODIES: [Density; 7] = [
    Density { air: 1.0, body: 12.0 },
    Density { air: 0.95, body: 11.5 },
    Density { air: 0.9, body: 11.0 },
    Density { air: 0.75, body: 10.5 },
    Density { air: 0.6, body: 10.0 },
    Density { air: 0.45, body: 9.5 },
    Density { air: 0.3, body: 9.0 },
];
const MOST_AIR: f32 = 1.25;
/// Halvings of the remaining doubt about the air: 1/8 of its range is finer than the eye.
const HALVINGS: usize = 3;

/// Sets a paper as generously as its content permits, in text of at most 11 pt.
///
/// # Errors
/// As [`roomiest_below`].
pub fn roomiest<T>(set: impl Fn(Density) -> Result<T, Refused>) -> Result<T, Refused> {
    roomiest_below(11.0, set)
}

/// Sets a paper as generously as its content permits: the largest text that fits, then as much air as is left.
///
/// # Errors
/// The refusal of the tightest setting, or a missing glyph at once.
pub fn roomiest_below<T>(largest: f32, set: impl Fn(Density) -> Result<T, Refused>) -> Result<T, Refused> {
    let mut last = None;
    for tightest in BODIES.into_iter().filter(|d| d.body <= largest) {
        match set(tightest) {
            Err(refused @ Refused::DoesNotFit { .. }) => last = Some(refused),
            Err(refused) => return Err(refused),
            Ok(tight) => return Ok(airier(tight, tightest, set)),
        }
    }
    Err(last.expect("there is at least one size"))
}

fn airier<T>(tight: T, tightest: Density, set: impl Fn(Density) -> Result<T, Refused>) -> T {
    let (mut best, mut low, mut high) = (tight, tightest.air, MOST_AIR);
    if let Ok(paper) = set(Density { air: MOST_AIR, ..tightest }) {
        return paper;
    }
    for _ in 0..HALVINGS {
        let air = f32::midpoint(low, high);
        match set(Density { air, ..tightest }) {
            Ok(paper) => (best, low) = (paper, air),
            Err(_) => high = air,
        }
    }
    best
}

/// The two weights a paper is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Faces {
    pub regular: FaceId,
    pub bold: FaceId,
}

/// For everything a patient reads, and for forms.
pub const GOTHIC: Faces = Faces { regular: FaceId::Gothic, bold: FaceId::GothicBold };
/// For letters between doctors.
pub const MINCHO: Faces = Faces { regular: FaceId::Mincho, bold: FaceId::MinchoBold };

/// One column of one page.
pub struct Flow<'a> {
    pub pen: &'a Pen<'a>,
    pub density: Density,
    pub faces: Faces,
    pub page: Page,
    /// What is left of the column: blocks take from its top.
    pub rest: Area,
    /// Blocks at the foot, kept back so that the file reads from top to bottom.
    foot: Vec<Block>,
}

impl<'a> Flow<'a> {
    pub fn new(pen: &'a Pen<'a>, density: Density, page: Page, column: Area) -> Self {
        Self { pen, density, faces: GOTHIC, page, rest: column, foot: Vec::new() }
    }

    /// Running text of this density, in `face`-independent measures.
    pub fn body(&self, face: FaceId) -> Style {
        Style::new(face, self.density.body, self.density.body * (1.45 + 0.15 * self.density.air.min(1.0)))
    }

    /// The same column in other faces.
    pub fn in_faces(self, faces: Faces) -> Self {
        Self { faces, ..self }
    }

    /// Running text of this paper.
    pub fn text(&self) -> Style {
        self.body(self.faces.regular)
    }

    /// Running text of this paper in its bold weight.
    pub fn bold(&self) -> Style {
        self.body(self.faces.bold)
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

    /// Takes `height` from the bottom of the column.
    ///
    /// # Errors
    /// `DoesNotFit` naming the block and its text.
    pub fn take_foot(&mut self, block: &str, text: &str, height: f32) -> Result<Area, Refused> {
        if height > self.rest.h {
            return Err(Refused::does_not_fit(block, text));
        }
        self.rest.h -= height;
        Ok(Area::new(self.rest.x, self.rest.bottom(), self.rest.w, height))
    }

    /// Adds a finished block that stands below everything still to come.
    pub fn add_foot(&mut self, name: &'static str, area: Area, commands: Vec<Cmd>) {
        self.foot.push(Block { name, area, commands, under: false });
    }

    /// Ends the column with at least `points` free at its foot.
    ///
    /// # Errors
    /// `DoesNotFit` naming the last block if the column is over-full.
    pub fn finish(mut self, block: &str, text: &str, points: f32) -> Result<Page, Refused> {
        if self.rest.h < points {
            return Err(Refused::does_not_fit(block, text));
        }
        self.page.blocks.append(&mut self.foot);
        Ok(self.page)
    }

    /// A paragraph over the whole width of the column.
    pub fn para(
        &mut self,
        name: &'static str,
        text: &str,
        style: Style,
        align: Align,
    ) -> Result<(), Refused> {
        let (style, lines) = self.pen.wrapped_without_orphan(name, text, style, self.rest.w)?;
        self.lines(name, text, &lines, style, align)
    }

    /// One line over the whole width, smaller down to `least` points if it must be.
    pub fn one_line(
        &mut self,
        name: &'static str,
        text: &str,
        style: Style,
        least: f32,
        align: Align,
    ) -> Result<(), Refused> {
        let (style, line) = self.pen.fit(name, text, style, least, self.rest.w)?;
        self.lines(name, text, &[line], style, align)
    }

    fn lines(
        &mut self,
        name: &'static str,
        text: &str,
        lines: &[Line],
        style: Style,
        align: Align,
    ) -> Result<(), Refused> {
        let area = self.take(name, text, lines.len() as f32 * style.lead)?;
        let commands = place_all(lines, style, align, area);
        self.add(name, area, commands);
        Ok(())
    }
}
