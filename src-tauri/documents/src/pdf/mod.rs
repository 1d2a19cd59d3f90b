//! Writes laid-out pages as PDF. Owns everything the PDF format needs: drawing operators, embedded subsets, text maps,
//! structure for readers who hear, metadata. Takes no decision about where anything stands.

mod file;
mod finish;
mod structure;
mod subset;

use printpdf::{
    Color, CurTransMat, DictItem, FontId, Greyscale, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Pt, Rect, TextMatrix, WindingOrder,
};

use crate::face::{Fonts, Glyph};
use crate::sheet::{Area, Block, Cmd, Grey, MM, Page};
use structure::Structure;
use subset::{Resource, Subsets};

/// A file in the making. Pages are drawn one after the other and need not all be kept until the end.
pub(crate) struct Writing {
    sheets: Vec<PdfPage>,
    subsets: Subsets,
    structure: Structure,
}

impl Writing {
    /// A file of one page or of several, which are then sections of their own.
    pub(crate) fn new(several_pages: bool) -> Self {
        Self { sheets: Vec::new(), subsets: Subsets::default(), structure: Structure::new(several_pages) }
    }

    pub(crate) fn add(&mut self, page: &Page) {
        self.structure.begin_page(page.height);
        let (subsets, ops) = (&mut self.subsets, Vec::new());
        let mut ink = Ink { height: page.height, subsets, ops, state: State::default() };
        page.blocks.iter().for_each(|block| ink.block(block, &mut self.structure));
        ink.ops.shrink_to_fit();
        self.sheets.push(PdfPage::new(Mm(page.width / MM), Mm(page.height / MM), ink.ops));
    }

    /// The file. `title` goes into the metadata and must not name a patient.
    pub(crate) fn bytes(self, fonts: &Fonts, title: &str) -> Vec<u8> {
        let mut document = PdfDocument::new(title);
        document.with_pages(self.sheets);
        let mut warnings = Vec::new();
        // Glyphs go in as ready strings ("secure" would drop them): one text for each glyph would cost more than the
        // whole drawing.
        let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
        let written = document.to_lopdf_document(&options, &mut warnings);
        debug_assert!(warnings.is_empty(), "the writer warns: {warnings:?}");
        drop(document);
        let embed = |document: &mut _| self.subsets.embed(fonts, document);
        file::bytes(&finish::finish(written, embed, &self.structure))
    }
}

/// What the page keeps between operators, so that it is set only when it changes.
#[derive(Default)]
struct State {
    fill: Option<Grey>,
    font: Option<(Resource, f32)>,
    track: Option<f32>,
}

/// Drawing operations of one page.
struct Ink<'a> {
    height: f32,
    subsets: &'a mut Subsets,
    ops: Vec<Op>,
    state: State,
}

impl Ink<'_> {
    /// Draws a block with each command inside the structure element that owns it; what nobody owns is an artifact.
    fn block(&mut self, block: &Block, structure: &mut Structure) {
        let owners = structure.owners(block);
        let drawn: Vec<(Option<usize>, &Cmd)> = owners.into_iter().zip(&block.commands).collect();
        for run in drawn.chunk_by(|a, b| a.0 == b.0) {
            let run_draws = run.iter().any(|(_, c)| !matches!(c, Cmd::Cell { .. }));
            if !run_draws {
                continue;
            }
            self.ops.push(match run[0].0 {
                None => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
                Some(element) => {
                    let number = DictItem::Int(structure.mark(element) as i64);
                    let map = [("MCID".to_owned(), number)].into();
                    let tag = structure.kind(element).to_owned();
                    Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } }
                }
            });
            run.iter().for_each(|(_, command)| self.draw(command));
            self.ops.push(Op::EndMarkedContent);
        }
    }

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
            Cmd::Modules { area, dark, .. } => self.modules(*area, dark),
            Cmd::Text { .. } => self.text(command),
            Cmd::Cell { .. } => {}
        }
    }

    /// A code in a space of its own, where each module is one by one.
    fn modules(&mut self, area: Area, dark: &[Area]) {
        let Some(module) = dark.first().map(|a| a.h) else { return };
        self.fill(0.0);
        self.ops.push(Op::SaveGraphicsState);
        let matrix = CurTransMat::Raw([module, 0.0, 0.0, -module, fine(area.x), fine(self.height - area.y)]);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        for a in dark {
            let units = [a.x - area.x, a.y - area.y, a.w, a.h].map(|n| (n / module).round() as i64);
            self.raw("re", units.map(DictItem::Int).into());
        }
        self.raw("f", Vec::new());
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn text(&mut self, command: &Cmd) {
        let Cmd::Text { size, x, y, track, angle, grey, glyphs, .. } = command else { return };
        self.fill(*grey);
        self.ops.push(Op::StartTextSection);
        let track = (track * 1000.0).round() / 1000.0;
        if self.state.track.replace(track) != Some(track) {
            self.ops.push(Op::SetCharacterSpacing { multiplier: track });
        }
        let (x, y) = (Pt(fine(*x)), Pt(fine(self.height - y)));
        if *angle == 0.0 {
            self.ops.push(Op::SetTextCursor { pos: Point { x, y } });
        } else {
            let (sin, cos) = angle.to_radians().sin_cos();
            self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, x.0, y.0]) });
        }
        self.glyphs(*size, glyphs);
        self.ops.push(Op::EndTextSection);
    }

    /// Shows glyphs one behind the other, in runs of one embedded font each.
    fn glyphs(&mut self, size: f32, glyphs: &[Glyph]) {
        let (mut items, mut codes) = (Vec::new(), Vec::new());
        for glyph in glyphs {
            let (resource, code) = self.subsets.code(glyph);
            if self.state.font != Some((resource, size)) {
                self.show(&mut items, &mut codes);
                self.state.font = Some((resource, size));
                let font = PdfFontHandle::External(FontId(resource.name()));
                self.ops.push(Op::SetFont { font, size: Pt(size) });
            }
            codes.extend(code.to_be_bytes());
            if glyph.after != 0.0 {
                items.push(DictItem::String { data: std::mem::take(&mut codes), literal: true });
                items.push(DictItem::Real(-1000.0 * glyph.after));
            }
        }
        self.show(&mut items, &mut codes);
    }

    fn show(&mut self, items: &mut Vec<DictItem>, codes: &mut Vec<u8>) {
        if !codes.is_empty() {
            items.push(DictItem::String { data: std::mem::take(codes), literal: true });
        }
        if !items.is_empty() {
            let items = std::mem::take(items);
            self.raw("TJ", vec![DictItem::Array(items)]);
        }
    }

    fn raw(&mut self, operator: &str, operands: Vec<DictItem>) {
        self.ops.push(Op::Unknown { key: operator.to_owned(), value: operands });
    }

    fn fill(&mut self, grey: Grey) {
        if self.state.fill.replace(grey) != Some(grey) {
            self.ops.push(Op::SetFillColor { col: tone(grey) });
        }
    }

    fn rectangle(&mut self, a: Area, mode: PaintMode) {
        let rectangle = Rect {
            x: Pt(fine(a.x)),
            y: Pt(fine(self.height - a.bottom())),
            width: Pt(fine(a.w)),
            height: Pt(fine(a.h)),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }
}

/// To a hundredth of a point: no printer draws finer, and the numbers stay short.
fn fine(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn tone(grey: Grey) -> Color {
    Color::Greyscale(Greyscale::new(grey, None))
}
