//! The papers of the desk: plain data in, the bytes of a PDF out. The same data gives the same bytes.
//!
//! The layouts own structure only. Every sentence, heading and date arrives as finished text, so a hospital's own
//! wording never becomes code. A paper prints only if every character has a glyph and every block fits its box;
//! otherwise it is [`Refused`] with the block named. Only this crate knows the PDF writer.

pub mod block;
pub mod face;
mod flow;
mod kind;
pub mod line;
pub mod paper;
mod pdf;
mod pen;
mod preview;
mod refused;
pub mod role;
pub mod sheet;

pub use face::Fonts;
pub use kind::{KINDS, OfKind, Paper, example};
pub use refused::{BLOCK_NAMES, Refused};
pub use sheet::Page;

/// Sets a paper without writing it: what will stand where.
///
/// # Errors
/// [`Refused`], with the block that stands in the way.
pub fn layout(fonts: &Fonts, paper: &Paper) -> Result<Vec<Page>, Refused> {
    paper.data().pages(fonts)
}

/// A paper as a PDF file, the same bytes for the same data.
///
/// # Errors
/// [`Refused`], with the block that stands in the way.
pub fn render(fonts: &Fonts, paper: &Paper) -> Result<Vec<u8>, Refused> {
    let pages = layout(fonts, paper)?;
    let mut file = pdf::Writing::new(pages.len() > 1);
    pages.iter().for_each(|page| file.add(page));
    Ok(file.bytes(fonts, paper.data().title()))
}

/// The pages of a paper as SVG documents for the screen, drawn from the same commands as the file.
///
/// # Errors
/// [`Refused`], with the block that stands in the way.
pub fn preview(fonts: &Fonts, paper: &Paper) -> Result<Vec<String>, Refused> {
    Ok(layout(fonts, paper)?.iter().map(|page| preview::svg(fonts, page)).collect())
}

/// Many papers in one file, in their order, with each face embedded once: for printing a stack in one go.
///
/// # Errors
/// [`Refused`] for the first paper that cannot be printed, or if there are none.
pub fn render_batch(fonts: &Fonts, papers: &[Paper]) -> Result<Vec<u8>, Refused> {
    let first = papers.first().ok_or_else(|| Refused::bad_data("batch", "there are no papers"))?;
    let fonts = &fonts.remembering();
    let mut file = pdf::Writing::new(true);
    for paper in papers {
        layout(fonts, paper)?.iter().for_each(|page| file.add(page));
    }
    Ok(file.bytes(fonts, first.data().title()))
}
