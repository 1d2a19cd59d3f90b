//! Writes laid-out pages as PDF. Owns everything the PDF format needs: embedded subsets, text maps, metadata.
//! Takes no decision about where anything stands.

mod finish;
mod subset;

use printpdf::{
    Codepoint, Color, FontId, Greyscale, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, TextItem, TextMatrix, WindingOrder,
};

use crate::face::Fonts;
use crate::sheet::{Area, Cmd, Grey, MM, Page};
use subset::Subsets;

/// The file of these pages. `title` goes into the metadata and must not name a patient.
pub(crate) fn write(fonts: &Fonts, pages: &[Page], title: &str) -> Vec<u8> {
    let mut document = PdfDocument::new(title);
    let subsets = Subsets::of(pages);
    subsets.embed(fonts, &mut document);
    let sheets = pages.iter().map(|page| sheet(page, &subsets)).collect();
    document.with_pages(sheets);
    let mut warnings = Vec::new();
    let written = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    debug_assert!(warnings.is_empty(), "the writer warns: {warnings:?}");
    finish::finish(written, finish::fingerprint(pages, title))
}

fn sheet(page: &Page, subsets: &Subsets) -> PdfPage {
    let mut ink = Ink { height: page.height, subsets, ops: Vec::new(), fill: -1.0 };
    page.commands().for_each(|c| ink.draw(c));
    PdfPage::new(Mm(page.width / MM), Mm(page.height / MM), ink.ops)
}

/// Drawing operations of one page, with the current fill grey so it is set only when it changes.
struct Ink<'a> {
    height: f32,
    subsets: &'a Subsets,
    ops: Vec<Op>,
    fill: Grey,
}

impl Ink<'_> {
    fn draw(&mut self, command: &Cmd) {
        match command {
            Cmd::Fill { area, grey } => {
                self.fill(*grey);
                self.rectangle(*area, PaintMode::Fill);
            }
            Cmd::Frame { area, line, grey } => {
                self.ops.push(Op::SetOutlineColor { col: tone(*grey) });
                self.ops.push(Op::SetOutlineThickness { pt: Pt(*line) });
                self.rectangle(area.inset(line / 2.0, line / 2.0), PaintMode::Stroke);
            }
            Cmd::Modules { dark, .. } => {
                self.fill(0.0);
                let rings = dark.iter().map(|a| self.ring(*a)).collect();
                let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Cmd::Text { .. } => self.text(command),
            Cmd::Cell { .. } => {}
        }
    }

    fn text(&mut self, command: &Cmd) {
        let Cmd::Text { face, size, x, y, track, angle, grey, glyphs } = command else { return };
        self.fill(*grey);
        self.ops.push(Op::StartTextSection);
        let (sin, cos) = angle.to_radians().sin_cos();
        let mut pen = 0.0;
        // A new run begins wherever a glyph is kept in another plane of the same face.
        for run in self.subsets.runs(*face, glyphs) {
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(run.font.clone())),
                size: Pt(*size),
            });
            self.ops.push(Op::SetCharacterSpacing { multiplier: *track });
            let (left, base) = (x + pen * cos, self.height - y + pen * sin);
            let matrix = if *angle == 0.0 {
                TextMatrix::Translate(Pt(left), Pt(base))
            } else {
                TextMatrix::Raw([cos, sin, -sin, cos, left, base])
            };
            self.ops.push(Op::SetTextMatrix { matrix });
            let codes = run
                .glyphs
                .iter()
                .map(|(id, g)| Codepoint::with_cid(*id, -1000.0 * g.after, g.text.to_string()));
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes.collect())] });
            pen += run.glyphs.iter().map(|(_, g)| g.width() * size + track).sum::<f32>();
        }
        self.ops.push(Op::EndTextSection);
    }

    fn fill(&mut self, grey: Grey) {
        if self.fill != grey {
            self.fill = grey;
            self.ops.push(Op::SetFillColor { col: tone(grey) });
        }
    }

    fn rectangle(&mut self, a: Area, mode: PaintMode) {
        let rectangle = Rect {
            x: Pt(a.x),
            y: Pt(self.height - a.bottom()),
            width: Pt(a.w),
            height: Pt(a.h),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn ring(&self, a: Area) -> PolygonRing {
        let corners = [(a.x, a.y), (a.right(), a.y), (a.right(), a.bottom()), (a.x, a.bottom())];
        let point =
            |(x, y): (f32, f32)| LinePoint { p: Point { x: Pt(x), y: Pt(self.height - y) }, bezier: false };
        PolygonRing { points: corners.into_iter().map(point).collect() }
    }
}

fn tone(grey: Grey) -> Color {
    Color::Greyscale(Greyscale::new(grey, None))
}
