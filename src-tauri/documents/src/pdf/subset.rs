//! Which glyphs of which face a paper needs, and how they are embedded.
//!
//! A PDF can give each glyph of an embedded face only one text. Where one glyph serves two texts on the same paper
//! (a compatibility ideograph and its base with a selector), the second goes to another *plane*: a second subset of
//! the same face. So every text comes back exactly as it was typed.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use crate::face::{Face, FaceId, Fonts, Glyph};
use crate::sheet::{Cmd, Page};

#[derive(Default)]
pub(super) struct Subsets {
    planes: BTreeMap<(FaceId, usize), Plane>,
    /// Texts of each glyph, in the order of their planes.
    texts: BTreeMap<(FaceId, u16), Vec<Arc<str>>>,
}

#[derive(Default)]
struct Plane {
    remap: GlyphRemapper,
    /// New glyph id to its width in em.
    widths: BTreeMap<u16, f32>,
}

/// Glyphs in a row that come from one embedded font, with their ids in it.
pub(super) struct Run<'g> {
    pub font: String,
    pub glyphs: Vec<(u16, &'g Glyph)>,
}

impl Subsets {
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut subsets = Self::default();
        for command in pages.iter().flat_map(Page::commands) {
            if let Cmd::Text { face, glyphs, .. } = command {
                glyphs.iter().for_each(|g| subsets.add(*face, g));
            }
        }
        subsets
    }

    fn add(&mut self, face: FaceId, glyph: &Glyph) {
        let texts = self.texts.entry((face, glyph.id)).or_default();
        let plane = texts.iter().position(|t| *t == glyph.text).unwrap_or_else(|| {
            texts.push(Arc::clone(&glyph.text));
            texts.len() - 1
        });
        let plane = self.planes.entry((face, plane)).or_default();
        let id = plane.remap.remap(glyph.id);
        plane.widths.insert(id, glyph.advance);
    }

    pub(super) fn embed(&self, fonts: &Fonts, document: &mut PdfDocument) {
        for ((id, number), plane) in &self.planes {
            let font = plane.font(fonts.face(*id), &format!("{}+{}", tag(*id, *number), id.name()));
            document.resources.fonts.map.insert(FontId(resource(*id, *number)), PdfFont::new(font));
        }
    }

    /// Splits glyphs into runs of one embedded font each.
    pub(super) fn runs<'g>(&self, face: FaceId, glyphs: &'g [Glyph]) -> Vec<Run<'g>> {
        let mut runs: Vec<(usize, Run)> = Vec::new();
        for glyph in glyphs {
            let number = self.texts[&(face, glyph.id)].iter().position(|t| *t == glyph.text);
            let number = number.expect("the subsets were made of these pages");
            let id = self.planes[&(face, number)].remap.get(glyph.id).expect("the plane holds its glyphs");
            match runs.last_mut() {
                Some((same, run)) if *same == number => run.glyphs.push((id, glyph)),
                _ => runs.push((number, Run { font: resource(face, number), glyphs: vec![(id, glyph)] })),
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }
}

impl Plane {
    fn font(&self, face: &Face, name: &str) -> ParsedFont {
        let bytes =
            subsetter::subset(face.bytes(), 0, &self.remap).expect("the built-in faces can be subset");
        let em = face.units_per_em();
        let widths = self.widths.iter().map(|(id, w)| (*id, (w * em).round() as u16)).collect();
        let [x_min, y_min, x_max, y_max] = face.bounds();
        let metrics = FontMetrics { ascent: (0.88 * em) as i16, descent: (-0.12 * em) as i16 };
        let mut font = ParsedFont::with_glyph_data(
            bytes,
            0,
            Some(name.to_owned()),
            BTreeMap::new(),
            widths,
            em as u16,
            metrics,
        );
        font.pdf_font_metrics.x_min = x_min;
        font.pdf_font_metrics.y_min = y_min;
        font.pdf_font_metrics.x_max = x_max;
        font.pdf_font_metrics.y_max = y_max;
        font
    }
}

fn resource(face: FaceId, plane: usize) -> String {
    format!("F{}p{plane}", face as usize)
}

/// Six capital letters, as PDF 32000-1 9.6.4 asks of a subset's name.
fn tag(face: FaceId, plane: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    format!("UKE{}{}{}", letter(face as usize), letter(plane / 26), letter(plane))
}
