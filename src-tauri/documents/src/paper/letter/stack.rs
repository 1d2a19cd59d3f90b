//! Pieces of a column, and how they come to stand on one or several pages. A piece is never split; what belongs
//! together stays together where a page has room for it.

use std::rc::Rc;

use crate::flow::{Density, Faces, Flow};
use crate::pen::Pen;
use crate::refused::Refused;
use crate::sheet::{Area, Block, Cmd, Page};

/// A part longer than this, about 120 pages, is taken for a mistake.
const LONGEST: f32 = 100_000.0;
const ROUNDING: f32 = 0.05;

/// Blocks that stand side by side, measured from the piece's own upper edge.
pub(super) struct Piece {
    pub blocks: Vec<Block>,
    pub height: f32,
    /// Space above it, left out at the head of a page.
    pub gap: f32,
    /// Stays with the piece after it.
    pub keep: bool,
    /// Stands, with what follows, at the foot of its page.
    pub spring: bool,
    /// Is repeated above it at the head of a page: a table's head row, a rule.
    pub head: Option<Rc<Block>>,
}

impl Piece {
    fn name(&self) -> &'static str {
        self.blocks.first().map_or("body", |b| b.name)
    }

    fn text(&self) -> String {
        self.blocks.iter().flat_map(|b| &b.commands).find_map(Cmd::text).unwrap_or_default()
    }

    /// Height with what stands above it at this place of a page.
    fn taken(&self, heads_a_page: bool) -> f32 {
        let head = self.head.as_ref().filter(|_| heads_a_page).map_or(0.0, |h| h.area.h);
        self.height + if heads_a_page { head } else { self.gap }
    }
}

/// What `draw` comes to in a column of this width, cut into pieces between its blocks.
///
/// # Errors
/// Whatever `draw` refuses.
pub(super) fn pieces(
    pen: &Pen,
    density: Density,
    faces: Faces,
    column: Area,
    draw: impl FnOnce(&mut Flow) -> Result<(), Refused>,
) -> Result<Vec<Piece>, Refused> {
    let endless = Area { y: 0.0, h: LONGEST, ..column };
    let page = Page { width: column.right(), height: LONGEST, blocks: Vec::new() };
    let mut flow = Flow::new(pen, density, page, endless).in_faces(faces);
    draw(&mut flow)?;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut bottom = 0.0_f32;
    for block in flow.page.blocks {
        let beside = block.area.y + ROUNDING < bottom;
        match pieces.last_mut().filter(|_| beside) {
            Some(piece) => {
                let top = bottom - piece.height;
                piece.height = piece.height.max(block.area.bottom() - top);
                bottom = top + piece.height;
                piece.blocks.push(block.moved(0.0, -top));
            }
            None => {
                let (top, height) = (block.area.y, block.area.h);
                pieces.push(Piece {
                    gap: top - bottom,
                    height,
                    blocks: vec![block.moved(0.0, -top)],
                    keep: false,
                    spring: false,
                    head: None,
                });
                bottom = top + height;
            }
        }
    }
    Ok(pieces)
}

/// How many of the pieces the column takes.
///
/// # Errors
/// `DoesNotFit` if not even one piece has room on an empty page.
pub(super) fn fitting(flow: &Flow, pieces: &[Piece]) -> Result<usize, Refused> {
    let together = take(flow, pieces, |rest| {
        let kept = rest.iter().take_while(|p| p.keep).count();
        (kept + 1).min(rest.len())
    });
    if together > 0 || pieces.is_empty() {
        return Ok(together);
    }
    match take(flow, pieces, |_| 1) {
        0 => Err(Refused::does_not_fit(pieces[0].name(), &pieces[0].text())),
        some => Ok(some),
    }
}

fn take(flow: &Flow, pieces: &[Piece], group: impl Fn(&[Piece]) -> usize) -> usize {
    let (mut taken, mut used) = (0, 0.0);
    while taken < pieces.len() {
        let size = group(&pieces[taken..]);
        let height: f32 =
            pieces[taken..taken + size].iter().enumerate().map(|(i, p)| p.taken(taken + i == 0)).sum();
        if used + height > flow.rest.h + ROUNDING {
            break;
        }
        (taken, used) = (taken + size, used + height);
    }
    taken
}

/// Draws pieces that fit, from the top of the column; from the first spring on they stand at its foot.
pub(super) fn draw(flow: &mut Flow, pieces: &[Piece]) {
    let height: f32 = pieces.iter().enumerate().map(|(i, p)| p.taken(i == 0)).sum();
    let mut left = (flow.rest.h - height).max(0.0);
    for (i, piece) in pieces.iter().enumerate() {
        let mut y = flow.rest.y;
        if piece.spring {
            y += std::mem::take(&mut left);
        }
        match (&piece.head, i) {
            (Some(head), 0) => {
                flow.page.blocks.push(Block::clone(head).moved(0.0, y));
                y += head.area.h;
            }
            (None, 0) => {}
            _ => y += piece.gap,
        }
        flow.page.blocks.extend(piece.blocks.iter().map(|b| b.clone().moved(0.0, y)));
        let bottom = y + piece.height;
        // What stands at the foot ends at the foot, give or take a rounding.
        flow.rest.h = (flow.rest.h - (bottom - flow.rest.y)).max(0.0);
        flow.rest.y = bottom;
    }
}

/// The refusal of a page that takes only some of the pieces.
pub(super) fn over_full(pieces: &[Piece], taken: usize) -> Refused {
    let piece = &pieces[taken.min(pieces.len() - 1)];
    Refused::does_not_fit(piece.name(), &piece.text())
}
