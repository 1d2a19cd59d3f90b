//! Which glyphs of which face a paper needs, and how they are embedded.
//!
//! A PDF can give each glyph of an embedded face only one text. Where one glyph serves two texts on the same paper
//! (a compatibility ideograph and its base with a selector), the second goes to another *plane*: a second subset of
//! the same face. So every text comes back exactly as it was typed.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use subsetter::GlyphRemapper;

use crate::face::{ASCENT, Face, FaceId, Fonts, Glyph};

/// An embedded font: a face, and which of its planes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Resource {
    face: FaceId,
    plane: usize,
}

#[derive(Default)]
pub(super) struct Subsets {
    planes: BTreeMap<Resource, Plane>,
    /// What each glyph reads as, in the order of its planes.
    known: HashMap<(FaceId, u16), Vec<Known>>,
}

struct Known {
    text: Arc<str>,
    code: u16,
}

#[derive(Default)]
struct Plane {
    remap: GlyphRemapper,
    /// Text and width in em of each glyph, from code 1 on.
    glyphs: Vec<(Arc<str>, f32)>,
}

impl Subsets {
    /// The font a glyph is in and its code there; a glyph seen for the first time gets one.
    pub(super) fn code(&mut self, glyph: &Glyph) -> (Resource, u16) {
        let face = glyph.face;
        let known = self.known.entry((face, glyph.id)).or_default();
        if let Some(plane) = known.iter().position(|known| known.text == glyph.text) {
            return (Resource { face, plane }, known[plane].code);
        }
        let resource = Resource { face, plane: known.len() };
        let plane = self.planes.entry(resource).or_default();
        let code = plane.remap.remap(glyph.id);
        plane.glyphs.push((Arc::clone(&glyph.text), glyph.advance));
        known.push(Known { text: Arc::clone(&glyph.text), code });
        (resource, code)
    }

    /// Adds the fonts to the document; gives the names they are used by.
    pub(super) fn embed(&self, fonts: &Fonts, document: &mut Document) -> Dictionary {
        let mut names = Dictionary::new();
        for (resource, plane) in &self.planes {
            let font = plane.font(fonts.face(resource.face), &resource.base_font(fonts), document);
            names.set(resource.name(), document.add_object(font));
        }
        names
    }
}

impl Plane {
    /// A composite font whose codes are the glyph numbers of the subset (PDF 32000-1, 9.7).
    fn font(&self, face: &Face, name: &str, document: &mut Document) -> Dictionary {
        let program =
            subsetter::subset(face.bytes(), 0, &self.remap).expect("a face that was parsed can be subset");
        let length = program.len() as i64;
        let program = document.add_object(Stream::new(dictionary! { "Length1" => length }, program));
        let text_map = document.add_object(Stream::new(Dictionary::new(), self.text_map().into_bytes()));
        let per_em = |n: f32| Object::Integer((n * 1000.0).round() as i64);
        let bounds = face.bounds().map(|n| per_em(f32::from(n) / face.units_per_em()));
        let descriptor = document.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => name,
            "Flags" => 4,
            "FontBBox" => bounds.to_vec(),
            "ItalicAngle" => 0,
            "Ascent" => per_em(ASCENT),
            "Descent" => per_em(ASCENT - 1.0),
            "CapHeight" => per_em(ASCENT),
            "StemV" => 80,
            "FontFile2" => program,
        });
        let adobe_identity = dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        };
        let widths: Vec<Object> = self.glyphs.iter().map(|(_, width)| per_em(*width)).collect();
        let glyphs = dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => name,
            "CIDSystemInfo" => adobe_identity,
            "CIDToGIDMap" => "Identity",
            "FontDescriptor" => descriptor,
            "DW" => 1000,
            "W" => vec![Object::Integer(1), Object::Array(widths)],
        };
        dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name,
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Dictionary(glyphs)],
            "ToUnicode" => text_map,
        }
    }

    /// What each code reads as (PDF 32000-1, 9.10.3).
    fn text_map(&self) -> String {
        /// The most mappings one section may hold.
        const SECTION: usize = 100;
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /U def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        let mut put = |text: std::fmt::Arguments| map.write_fmt(text).expect("a string takes any text");
        for (section, glyphs) in self.glyphs.chunks(SECTION).enumerate() {
            put(format_args!("{} beginbfchar\n", glyphs.len()));
            for (i, (text, _)) in glyphs.iter().enumerate() {
                put(format_args!("<{:04X}> <", section * SECTION + i + 1));
                text.encode_utf16().for_each(|unit| put(format_args!("{unit:04X}")));
                put(format_args!(">\n"));
            }
            put(format_args!("endbfchar\n"));
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
        map
    }
}

impl Resource {
    /// Under which the pages use it.
    pub(super) fn name(self) -> String {
        format!("F{}p{}", self.face as usize, self.plane)
    }

    /// Six capital letters before the face's own name, as PDF 32000-1 9.6.4 asks of a subset.
    fn base_font(self, fonts: &Fonts) -> String {
        let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
        let (face, plane) = (letter(self.face as usize), self.plane);
        format!("UKE{face}{}{}+{}", letter(plane / 26), letter(plane), fonts.face(self.face).name())
    }
}
