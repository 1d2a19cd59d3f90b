//! The last touch on a written file: version, language, how viewers show and print it, and an id that depends on
//! nothing but the content. Removes what the writer adds without being asked.

use lopdf::{Document, Object, StringFormat, dictionary};

use crate::sheet::{Area, Cmd, Page};

/// 128 bits that change when anything visible changes.
pub(super) fn fingerprint(pages: &[Page], title: &str) -> u128 {
    let mut hash = Fnv::new();
    hash.bytes(title.as_bytes());
    for page in pages {
        hash.numbers(&[page.width, page.height]);
        page.commands().for_each(|c| hash.command(c));
    }
    hash.0
}

/// Completes the document and gives its bytes.
pub(super) fn finish(mut document: Document, id: u128) -> Vec<u8> {
    document.version = "1.7".to_owned();
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("Lang", Object::string_literal("ja-JP"));
        // Shrinking to the page would move the address out of the window.
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true, "PrintScaling" => "None" });
    }
    let info = document.trailer.get(b"Info").and_then(Object::as_reference);
    if let Some(info) =
        info.ok().and_then(|id| document.get_object_mut(id).ok()).and_then(|o| o.as_dict_mut().ok())
    {
        for unasked in [
            "GTS_PDFXVersion",
            "Identifier",
            "Trapped",
            "CreationDate",
            "ModDate",
            "Author",
            "Keywords",
            "Subject",
        ] {
            info.remove(unasked.as_bytes());
        }
        info.set("Creator", Object::string_literal("Uketsuke"));
        info.set("Producer", Object::string_literal("Uketsuke"));
    }
    let id = Object::String(id.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory takes any number of bytes");
    bytes
}

/// FNV-1a over 128 bits: no secret is kept here, equal content only has to get an equal id.
struct Fnv(u128);

impl Fnv {
    fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    fn numbers(&mut self, numbers: &[f32]) {
        numbers.iter().for_each(|n| self.bytes(&n.to_bits().to_be_bytes()));
    }

    fn area(&mut self, a: &Area) {
        self.numbers(&[a.x, a.y, a.w, a.h]);
    }

    fn command(&mut self, command: &Cmd) {
        match command {
            Cmd::Fill { area, grey } => {
                self.area(area);
                self.numbers(&[*grey]);
            }
            Cmd::Frame { area, line, grey } => {
                self.area(area);
                self.numbers(&[*line, *grey]);
            }
            Cmd::Modules { dark, .. } => dark.iter().for_each(|a| self.area(a)),
            Cmd::Cell { area, .. } => self.area(area),
            Cmd::Text { face, size, x, y, track, angle, grey, glyphs } => {
                self.bytes(&[*face as u8]);
                self.numbers(&[*size, *x, *y, *track, *angle, *grey]);
                for g in glyphs {
                    self.bytes(&g.id.to_be_bytes());
                    self.numbers(&[g.after]);
                    self.bytes(g.text.as_bytes());
                }
            }
        }
    }
}
