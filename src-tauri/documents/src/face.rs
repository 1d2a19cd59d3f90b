//! The built-in faces and one a hospital may add: what they can draw, and how wide. Every face is measured in its em box
//! (0.88 above, 0.12 below the baseline), so that faces can be mixed on one line without moving it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder, Permissions, name_id};
use rustybuzz::{BufferClusterLevel, Direction, Feature, ShapePlan, UnicodeBuffer, script};

use crate::line::Shaped;
use crate::refused::Refused;

/// Height of the em box above the baseline, in em.
pub const ASCENT: f32 = 0.88;

/// One of the faces that travel inside the program, or the one a hospital added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    /// Gothic, for everything a patient reads.
    Gothic,
    GothicBold,
    /// Mincho, for letters between doctors.
    Mincho,
    MinchoBold,
    /// A hospital's own, for rare characters of names ([`Fonts::with_extra`]).
    Extra,
}

impl FaceId {
    /// The faces that travel inside the program.
    pub const ALL: [Self; 4] = [Self::Gothic, Self::GothicBold, Self::Mincho, Self::MinchoBold];

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Gothic => include_bytes!("../../../assets/fonts/NotoSansJP-Regular.ttf"),
            Self::GothicBold => include_bytes!("../../../assets/fonts/NotoSansJP-Bold.ttf"),
            Self::Mincho => include_bytes!("../../../assets/fonts/NotoSerifJP-Regular.ttf"),
            Self::MinchoBold => include_bytes!("../../../assets/fonts/NotoSerifJP-SemiBold.ttf"),
            Self::Extra => &[],
        }
    }

    /// Where a character is looked for that this face does not have: the other design in the same weight, then the
    /// hospital's own face.
    fn fallbacks(self) -> [Self; 2] {
        match self {
            Self::Gothic => [Self::Mincho, Self::Extra],
            Self::GothicBold => [Self::MinchoBold, Self::Extra],
            Self::Mincho => [Self::Gothic, Self::Extra],
            Self::MinchoBold | Self::Extra => [Self::GothicBold, Self::Extra],
        }
    }
}

/// One drawn glyph with the text it stands for. All lengths in em.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The face it comes from: a rare character may come from another than the rest of its line.
    pub face: FaceId,
    pub id: u16,
    /// Width the face gives it.
    pub advance: f32,
    /// Space added (or, for punctuation set half wide, taken away) behind it.
    pub after: f32,
    /// What it reads as: one character, with the marks or the selector that join it.
    pub text: Arc<str>,
    /// Byte offset of its cluster in the shaped text.
    pub offset: usize,
}

impl Glyph {
    pub fn width(&self) -> f32 {
        self.advance + self.after
    }

    /// Whether it leaves no ink: ordinary, no-break or ideographic space.
    pub fn is_space(&self) -> bool {
        matches!(&*self.text, " " | "\u{a0}" | "　")
    }

    pub(crate) fn first(&self) -> Option<char> {
        self.text.chars().next()
    }
}

/// A parsed face, ready to shape Japanese text in one direction.
pub struct Face {
    id: FaceId,
    face: rustybuzz::Face<'static>,
    plan: ShapePlan,
    bytes: &'static [u8],
}

impl Face {
    fn parse(id: FaceId, bytes: &'static [u8]) -> Option<Self> {
        let face = rustybuzz::Face::from_slice(bytes, 0)?;
        let features = letter_by_letter();
        let language = "ja".parse().expect("ja is a language tag");
        let plan =
            ShapePlan::new(&face, Direction::LeftToRight, Some(script::HAN), Some(&language), &features);
        Some(Self { id, face, plan, bytes })
    }

    /// PostScript name under which the face is embedded.
    pub(crate) fn name(&self) -> String {
        let names = self.face.names().into_iter();
        let name = names.filter(|n| n.name_id == name_id::POST_SCRIPT_NAME).find_map(|n| n.to_string());
        let mut name = name.unwrap_or_default();
        name.retain(|c| c.is_ascii_alphanumeric() || c == '-');
        name
    }

    /// TrueType outlines, and nothing in it forbids that a paper carries a part of it.
    fn can_be_embedded(&self) -> bool {
        let allowed = self.face.permissions() != Some(Permissions::Restricted);
        self.face.tables().glyf.is_some() && allowed && self.face.is_subsetting_allowed()
    }

    pub(crate) fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    pub(crate) fn units_per_em(&self) -> f32 {
        self.face.units_per_em() as f32
    }

    /// Bounding box of all glyphs in font units: x min, y min, x max, y max.
    pub(crate) fn bounds(&self) -> [i16; 4] {
        let b = self.face.global_bounding_box();
        [b.x_min, b.y_min, b.x_max, b.y_max]
    }

    pub(crate) fn outline(&self, glyph: GlyphId, builder: &mut dyn OutlineBuilder) {
        // A glyph without outline is a space; there is nothing to draw.
        let _bounds = self.face.outline_glyph(glyph, builder);
    }

    /// The glyphs of one text without line breaks.
    ///
    /// # Errors
    /// `MissingGlyph` names the first character, or base with selector, the face cannot draw exactly.
    pub fn shape(&self, block: &str, text: &str) -> Result<Vec<Glyph>, Refused> {
        self.check_characters(block, text)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::HAN);
        buffer.set_language("ja".parse().expect("ja is a language tag"));
        // A mark that joins no letter keeps a text of its own.
        buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
        let shaped = rustybuzz::shape_with_plan(&self.face, &self.plan, buffer);
        let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
        let em = self.units_per_em();
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
        for (i, (info, place)) in infos.iter().zip(places).enumerate() {
            let start = info.cluster as usize;
            let end =
                infos[i + 1..].iter().map(|n| n.cluster as usize).find(|c| *c > start).unwrap_or(text.len());
            let cluster = &text[start..end];
            let continues = glyphs.last().is_some_and(|g| g.offset == start);
            // What the face can only draw by moving a mark, or with several glyphs for one text, it would not print
            // as typed, or not give back as typed.
            if info.glyph_id == 0 || place.y_offset != 0 || place.x_offset != 0 || continues {
                return Err(missing(block, text, cluster));
            }
            glyphs.push(Glyph {
                face: self.id,
                id: u16::try_from(info.glyph_id).expect("a TrueType face has at most 65,535 glyphs"),
                advance: place.x_advance as f32 / em,
                after: 0.0,
                text: cluster.into(),
                offset: start,
            });
        }
        Ok(glyphs)
    }

    /// Shaping hides unknown selectors and control characters; this finds them first.
    fn check_characters(&self, block: &str, text: &str) -> Result<(), Refused> {
        let mut before: Option<(usize, char)> = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if is_selector(c) {
                let drawn = before.and_then(|(_, base)| self.face.glyph_variation_index(base, c));
                let start = before.map_or(at, |(start, _)| start);
                drawn.ok_or_else(|| missing(block, text, &text[start..end]))?;
                before = None;
                continue;
            }
            if is_unprintable(c) || self.face.glyph_index(c).is_none_or(|id| id == GlyphId(0)) && !composes(c)
            {
                return Err(missing(block, text, &text[at..end]));
            }
            before = Some((at, c));
        }
        Ok(())
    }
}

/// All faces, parsed once.
pub struct Fonts {
    faces: Arc<[Face]>,
    /// What has been shaped for one batch; none for a single paper.
    memory: Option<Mutex<Memory>>,
}

/// Texts by face, as they were shaped.
pub(crate) type Memory = HashMap<FaceId, HashMap<String, Arc<Shaped>>>;

/// A file that cannot serve as an additional face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a TrueType face, or its maker forbids embedding")]
pub struct UnusableFace;

impl Fonts {
    /// The faces of this program. The first call parses them; later calls are free.
    pub fn embedded() -> &'static Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(Self::built_in)
    }

    /// The faces of this program, and for what they cannot draw the bytes of a TrueType face such as IPAmj Mincho.
    /// The bytes stay in memory until the program ends: call it once, at the start.
    ///
    /// # Errors
    /// `UnusableFace`.
    pub fn with_extra(bytes: Vec<u8>) -> Result<Self, UnusableFace> {
        let extra = Face::parse(FaceId::Extra, bytes.leak()).filter(Face::can_be_embedded);
        let extra = extra.ok_or(UnusableFace)?;
        Ok(Self::of(parsed().chain([extra])))
    }

    fn built_in() -> Self {
        Self::of(parsed())
    }

    fn of(faces: impl Iterator<Item = Face>) -> Self {
        Self { faces: faces.collect(), memory: None }
    }

    /// The same faces, which remember what they have shaped: the papers of one batch share most of their words.
    pub(crate) fn remembering(&self) -> Self {
        Self { faces: Arc::clone(&self.faces), memory: Some(Mutex::default()) }
    }

    /// What `shape` gives for a text, made once for a whole batch.
    pub(crate) fn remembered(
        &self,
        face: FaceId,
        text: &str,
        shape: impl FnOnce() -> Result<Arc<Shaped>, Refused>,
    ) -> Result<Arc<Shaped>, Refused> {
        let Some(memory) = &self.memory else { return shape() };
        let known = |memory: &Memory| memory.get(&face).and_then(|texts| texts.get(text)).map(Arc::clone);
        let open = || memory.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shaped) = known(&open()) {
            return Ok(shaped);
        }
        let shaped = shape()?;
        open().entry(face).or_default().insert(text.to_owned(), Arc::clone(&shaped));
        Ok(shaped)
    }

    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id as usize]
    }

    /// The glyphs of one text in this face; what it cannot draw, character by character in another.
    ///
    /// # Errors
    /// `MissingGlyph` for the first character no face can draw exactly.
    pub fn shape(&self, id: FaceId, block: &str, text: &str) -> Result<Vec<Glyph>, Refused> {
        if let Ok(glyphs) = self.face(id).shape(block, text) {
            return Ok(glyphs);
        }
        let mut glyphs = Vec::new();
        for (offset, character) in characters(text) {
            let faces = [id].into_iter().chain(id.fallbacks()).filter_map(|id| self.faces.get(id as usize));
            let drawn = faces.map(|face| face.shape(block, character)).reduce(Result::or);
            let drawn =
                drawn.expect("there is at least the face itself").map_err(|refused| match refused {
                    Refused::MissingGlyph { block, character, codepoint, .. } => {
                        Refused::MissingGlyph { block, text: text.to_owned(), character, codepoint }
                    }
                    other => other,
                })?;
            glyphs.extend(drawn.into_iter().map(|g| Glyph { offset: g.offset + offset, ..g }));
        }
        Ok(glyphs)
    }
}

fn parsed() -> impl Iterator<Item = Face> {
    let face = |id: FaceId| Face::parse(id, id.bytes()).expect("the built-in faces are whole");
    FaceId::ALL.into_iter().map(face)
}

/// The characters of a text, each with the marks and selectors that belong to it, and where it starts.
fn characters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let joins = |c: char| is_selector(c) || composes(c);
    let mut starts =
        text.char_indices().filter(move |(i, c)| *i == 0 || !joins(*c)).map(|(i, _)| i).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(text.len());
        Some((start, &text[start..end]))
    })
}

/// Kerning and ligatures off: a name is drawn character by character as it was typed, and one glyph has one width.
fn letter_by_letter() -> Vec<Feature> {
    ["kern", "liga", "clig", "calt", "dlig"]
        .iter()
        .map(|tag| format!("-{tag}").parse().expect("a feature tag has four letters"))
        .collect()
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that steer text instead of being text: controls, joiners, direction marks, private use.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e000}'..='\u{f8ff}')
        || c >= '\u{e0000}'
}

/// Marks that shaping may join to the letter before them although the face has no glyph for them alone.
fn composes(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

fn missing(block: &str, text: &str, character: &str) -> Refused {
    let points: Vec<String> = character.chars().map(|c| format!("U+{:04X}", c as u32)).collect();
    Refused::MissingGlyph {
        block: block.to_owned(),
        text: text.to_owned(),
        character: character.to_owned(),
        codepoint: points.join(" "),
    }
}
