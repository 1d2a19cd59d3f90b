//! A laid-out paper: blocks with their boxes and the drawing commands in them. All lengths are points,
//! measured from the upper left corner of the page. Knows nothing of PDF.

use serde::{Deserialize, Serialize};

use crate::face::{FaceId, Glyph};

/// One millimetre in points.
pub const MM: f32 = 72.0 / 25.4;

/// An upright rectangle on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Area {
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// The same, given in millimetres.
    pub fn mm(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self::new(x * MM, y * MM, w * MM, h * MM)
    }

    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    pub fn inset(&self, dx: f32, dy: f32) -> Self {
        Self::new(self.x + dx, self.y + dy, self.w - 2.0 * dx, self.h - 2.0 * dy)
    }

    /// Whether `inner` lies wholly inside, with a hundredth of a point for rounding.
    pub fn holds(&self, inner: &Self) -> bool {
        const ROUNDING: f32 = 0.01;
        inner.x >= self.x - ROUNDING
            && inner.y >= self.y - ROUNDING
            && inner.right() <= self.right() + ROUNDING
            && inner.bottom() <= self.bottom() + ROUNDING
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        const TOUCHING: f32 = 0.05;
        self.x + TOUCHING < other.right()
            && other.x + TOUCHING < self.right()
            && self.y + TOUCHING < other.bottom()
            && other.y + TOUCHING < self.bottom()
    }
}

/// Grey from 0 (black) to 1 (white).
pub type Grey = f32;

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Cmd {
    /// A line of glyphs starting at `x` on the baseline `y`, `track` points apart, turned by `angle` degrees
    /// counter-clockwise around that point.
    Text { face: FaceId, size: f32, x: f32, y: f32, track: f32, angle: f32, grey: Grey, glyphs: Vec<Glyph> },
    /// A filled rectangle (rules are thin ones).
    Fill { area: Area, grey: Grey },
    /// A rectangle's outline; the line lies wholly inside `area`.
    Frame { area: Area, line: f32, grey: Grey },
    /// The dark modules of a square code, and what it says.
    Modules { area: Area, dark: Vec<Area>, text: String },
    /// Draws nothing: the commands up to the next mark are one cell of a table's row. A head cell names what stands
    /// below it.
    Cell { area: Area, head: bool },
}

impl Cmd {
    /// The box the command stays in: the em boxes of its inked glyphs, or the rectangle itself.
    /// A turned text answers with the box around its turned line.
    pub fn extent(&self) -> Area {
        match self {
            Self::Fill { area, .. }
            | Self::Frame { area, .. }
            | Self::Modules { area, .. }
            | Self::Cell { area, .. } => *area,
            Self::Text { size, x, y, track, angle, glyphs, .. } => {
                let (from, to) = inked(glyphs, *size, *track);
                let (above, below) = (crate::face::ASCENT * size, (1.0 - crate::face::ASCENT) * size);
                let level = Area::new(from, -above, to - from, above + below);
                turned(&level, *x, *y, *angle)
            }
        }
    }

    /// The same command `dx` further right and `dy` further down.
    #[must_use]
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        let shift = |a: &mut Area| (a.x, a.y) = (a.x + dx, a.y + dy);
        match &mut self {
            Self::Text { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
            Self::Fill { area, .. } | Self::Frame { area, .. } | Self::Cell { area, .. } => shift(area),
            Self::Modules { area, dark, .. } => {
                shift(area);
                dark.iter_mut().for_each(shift);
            }
        }
        self
    }

    /// The text of a glyph run.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text { glyphs, .. } => Some(glyphs.iter().map(|g| &*g.text).collect()),
            _ => None,
        }
    }
}

/// Where ink begins and ends along a run. A full-width bracket inks only one half of its em.
fn inked(glyphs: &[Glyph], size: f32, track: f32) -> (f32, f32) {
    let (mut pen, mut from, mut to) = (0.0_f32, f32::MAX, 0.0_f32);
    for g in glyphs {
        if !g.is_space() {
            let (blank_before, blank_behind) = crate::line::blank_halves(g);
            from = from.min(pen + blank_before * size);
            to = to.max(pen + (g.advance - blank_behind) * size);
        }
        pen += g.width() * size + track;
    }
    (from.min(to), to)
}

fn turned(level: &Area, x: f32, y: f32, angle: f32) -> Area {
    let (sin, cos) = angle.to_radians().sin_cos();
    let corners = [
        (level.x, level.y),
        (level.right(), level.y),
        (level.x, level.bottom()),
        (level.right(), level.bottom()),
    ];
    let points = corners.map(|(u, v)| (x + u * cos + v * sin, y - u * sin + v * cos));
    let least = points.iter().fold((f32::MAX, f32::MAX), |a, p| (a.0.min(p.0), a.1.min(p.1)));
    let most = points.iter().fold((f32::MIN, f32::MIN), |a, p| (a.0.max(p.0), a.1.max(p.1)));
    Area::new(least.0, least.1, most.0 - least.0, most.1 - least.1)
}

/// A named part of a paper with the box its commands must stay in.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub name: &'static str,
    pub area: Area,
    pub commands: Vec<Cmd>,
    /// Marks such as 「見本」 lie under the other blocks on purpose.
    pub under: bool,
}

impl Block {
    /// The same block `dx` further right and `dy` further down.
    #[must_use]
    pub fn moved(self, dx: f32, dy: f32) -> Self {
        let area = Area { x: self.area.x + dx, y: self.area.y + dy, ..self.area };
        let commands = self.commands.into_iter().map(|c| c.moved(dx, dy)).collect();
        Self { area, commands, ..self }
    }
}

/// The upright sheets papers are printed on (JIS P 0138).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    #[default]
    A4,
    /// For what is handed over, not posted in a window envelope.
    A5,
}

impl Size {
    /// Width and height in millimetres.
    pub fn mm(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
        }
    }

    /// Factor on columns and margins; text keeps its size.
    pub fn scale(self) -> f32 {
        self.mm().0 / Self::A4.mm().0
    }
}

/// One side of paper, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    pub blocks: Vec<Block>,
}

impl Page {
    /// An empty upright A4 page.
    pub fn a4() -> Self {
        Self::of(Size::A4)
    }

    /// An empty upright page.
    pub fn of(size: Size) -> Self {
        let (width, height) = size.mm();
        Self { width: width * MM, height: height * MM, blocks: Vec::new() }
    }

    /// Where office printers can put ink: all but 5 mm along each edge.
    pub fn printable(&self) -> Area {
        Area::new(0.0, 0.0, self.width, self.height).inset(5.0 * MM, 5.0 * MM)
    }

    pub fn commands(&self) -> impl Iterator<Item = &Cmd> {
        self.blocks.iter().flat_map(|b| &b.commands)
    }
}
