//! Sets measured lines into drawing commands: size, leading, alignment, and shrinking to a stated minimum.
//! It refuses what does not fit; it never lets a line leave its width.

use std::cell::RefCell;
use std::sync::Arc;

use crate::face::{ASCENT, FaceId, Fonts, Memory};
use crate::line::{self, Line, Shaped};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, Grey};

/// Steps in which text is made smaller until it fits, in points.
const SHRINK_STEP: f32 = 0.5;
/// A last line shorter than this many em looks lost.
const ORPHAN: f32 = 5.5;
/// A line is stretched to the full width only if no gap grows beyond this share of an em:
/// more would look loose, and text engines would read the gaps as spaces.
const WIDEST_GAP: f32 = 0.06;

/// How a text is set. Sizes in points.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub face: FaceId,
    pub size: f32,
    /// Height of one line.
    pub lead: f32,
    /// Extra space between glyphs.
    pub track: f32,
    pub grey: Grey,
}

impl Style {
    pub fn new(face: FaceId, size: f32, lead: f32) -> Self {
        Self { face, size, lead, track: 0.0, grey: 0.0 }
    }

    pub fn tracked(self, track: f32) -> Self {
        Self { track, ..self }
    }

    pub fn grey(self, grey: Grey) -> Self {
        Self { grey, ..self }
    }

    /// The same proportions at another size.
    pub fn at(self, size: f32) -> Self {
        Self { size, lead: self.lead * size / self.size, ..self }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
    /// Both edges flush, except on the last line.
    Justified,
}

/// The faces, and the names that must not be broken on this paper. Remembers what it has shaped, because a paper is
/// set several times until it sits well.
pub struct Pen<'a> {
    pub fonts: &'a Fonts,
    unbroken: &'a [String],
    shaped: RefCell<Memory>,
}

impl<'a> Pen<'a> {
    pub fn new(fonts: &'a Fonts, unbroken: &'a [String]) -> Self {
        Self { fonts, unbroken, shaped: RefCell::default() }
    }

    fn shape(&self, block: &str, text: &str, face: FaceId) -> Result<Arc<Shaped>, Refused> {
        if let Some(known) = self.shaped.borrow().get(&face).and_then(|texts| texts.get(text)) {
            return Ok(Arc::clone(known));
        }
        let shape = || {
            let glyphs = self.fonts.shape(face, block, text)?;
            Ok(Arc::new(line::breakable(glyphs, text, self.unbroken)))
        };
        // A name of this paper may break in another one.
        let own = self.unbroken.iter().any(|name| !name.is_empty() && text.contains(name.as_str()));
        let shaped = if own { shape()? } else { self.fonts.remembered(face, text, shape)? };
        self.shaped.borrow_mut().entry(face).or_default().insert(text.to_owned(), Arc::clone(&shaped));
        Ok(shaped)
    }

    /// One line at `style`'s size.
    pub fn single(&self, block: &str, text: &str, style: Style) -> Result<Line, Refused> {
        let shaped = self.shape(block, text, style.face)?;
        Ok(line::single(&shaped))
    }

    /// One line, made smaller down to `least` points until it is no wider than `width`.
    ///
    /// # Errors
    /// `DoesNotFit` if it is too wide even then; `MissingGlyph`.
    pub fn fit(
        &self,
        block: &str,
        text: &str,
        style: Style,
        least: f32,
        width: f32,
    ) -> Result<(Style, Line), Refused> {
        let line = self.single(block, text, style)?;
        let size = sizes(style.size, least).find(|size| set_width(&line, style.at(*size)) <= width);
        let size = size.ok_or_else(|| Refused::does_not_fit(block, text))?;
        Ok((style.at(size), line))
    }

    /// A paragraph broken at `width`.
    ///
    /// # Errors
    /// `DoesNotFit` if a piece that must stay whole is wider than the column; `MissingGlyph`.
    pub fn wrapped(&self, block: &str, text: &str, style: Style, width: f32) -> Result<Vec<Line>, Refused> {
        let shaped = self.shape(block, text, style.face)?;
        line::wrap(&shaped, width / style.size).ok_or_else(|| Refused::does_not_fit(block, text))
    }

    /// A paragraph broken at `width`, half a point smaller if that saves a last line of a few characters,
    /// or else with the last sentence on a line of its own.
    ///
    /// # Errors
    /// As [`Self::wrapped`].
    pub fn wrapped_without_orphan(
        &self,
        block: &str,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<(Style, Vec<Line>), Refused> {
        let lines = self.wrapped(block, text, style, width)?;
        let orphan = lines.len() > 1 && lines.last().is_some_and(|l| l.width < ORPHAN);
        if orphan {
            let smaller = Style { size: style.size - SHRINK_STEP, ..style };
            let fewer = self.wrapped(block, text, smaller, width)?;
            if fewer.len() < lines.len() {
                return Ok((smaller, fewer));
            }
            let shaped = self.shape(block, text, style.face)?;
            if let Some(sentences) =
                line::wrap_at_sentence(&shaped, width / style.size).filter(|s| s.len() == lines.len())
            {
                return Ok((style, sentences));
            }
        }
        Ok((style, lines))
    }

    /// Several paragraphs, all made smaller together down to `least` points until they fill no more than `height`.
    ///
    /// # Errors
    /// `DoesNotFit`, `MissingGlyph`.
    pub fn fit_within(
        &self,
        block: &str,
        texts: &[String],
        style: Style,
        least: f32,
        width: f32,
        height: f32,
    ) -> Result<(Style, Vec<Line>), Refused> {
        let shaped: Vec<Arc<Shaped>> =
            texts.iter().map(|t| self.shape(block, t, style.face)).collect::<Result<_, _>>()?;
        for size in sizes(style.size, least) {
            let lines: Option<Vec<Vec<Line>>> = shaped.iter().map(|s| line::wrap(s, width / size)).collect();
            let lines: Vec<Line> = lines.into_iter().flatten().flatten().collect();
            let whole = !lines.is_empty() || texts.iter().all(|t| t.trim().is_empty());
            if whole && lines.len() as f32 * style.at(size).lead <= height + 0.01 {
                return Ok((style.at(size), lines));
            }
        }
        Err(Refused::does_not_fit(block, &texts.join(" ")))
    }
}

/// The width of a line as set, in points.
pub fn set_width(line: &Line, style: Style) -> f32 {
    line.width * style.size + style.track * line.glyphs.len().saturating_sub(1) as f32
}

/// Draws one line whose line box starts at `top`, between `x` and `x + width`.
pub fn place(line: &Line, style: Style, align: Align, x: f32, top: f32, width: f32) -> Cmd {
    let slack = width - set_width(line, style);
    let start = match align {
        Align::Left | Align::Justified => x,
        Align::Centre => x + slack / 2.0,
        Align::Right => x + slack,
    };
    Cmd::Text {
        face: style.face,
        size: style.size,
        x: start - line.lead * style.size,
        y: top + (style.lead - style.size) / 2.0 + ASCENT * style.size,
        track: style.track,
        angle: 0.0,
        grey: style.grey,
        glyphs: line.glyphs.clone(),
    }
}

/// Draws lines below each other from `top`; all but the last are stretched if `align` says so.
pub fn place_all(lines: &[Line], style: Style, align: Align, area: Area) -> Vec<Cmd> {
    let mut commands = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let top = area.y + i as f32 * style.lead;
        let gaps = line.glyphs.len().saturating_sub(1) as f32;
        let gap = (area.w - set_width(line, style)) / gaps.max(1.0);
        let stretched = align == Align::Justified && i + 1 < lines.len() && gap <= WIDEST_GAP * style.size;
        let style = if stretched { style.tracked(style.track + gap.max(0.0)) } else { style };
        commands.push(place(line, style, align, area.x, top, area.w));
    }
    commands
}

fn sizes(from: f32, least: f32) -> impl Iterator<Item = f32> {
    let steps = ((from - least) / SHRINK_STEP).ceil().max(0.0) as u32;
    (0..=steps).map(move |i| (from - i as f32 * SHRINK_STEP).max(least))
}
