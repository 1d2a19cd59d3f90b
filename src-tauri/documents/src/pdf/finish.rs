//! The last touch on a written file: fonts and structure, version, language, how viewers show and print it, and an id
//! that depends on nothing but the content. Removes what the writer adds without being asked.

use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, StringFormat, dictionary};
use zlib_rs::{DeflateConfig, ReturnCode, compress_bound, compress_slice};

use super::structure::Structure;

/// How hard streams are pressed: more costs twice the time for a hundredth of the size.
const LEVEL: i32 = 6;
/// Objects kept in one stream: many small ones press better together.
const TOGETHER: usize = 400;

/// Completes the document and gives its bytes. `embed` adds the fonts and names them.
pub(super) fn finish(
    mut document: Document,
    embed: impl FnOnce(&mut Document) -> Dictionary,
    structure: Structure,
) -> Vec<u8> {
    document.version = "1.7".to_owned();
    let fonts = embed(&mut document);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    share_resources(&mut document, &pages, fonts);
    let tree = structure.write(&mut document, &pages);
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("Lang", Object::string_literal("ja-JP"));
        // Shrinking to the page would move the address out of the window.
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true, "PrintScaling" => "None" });
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("StructTreeRoot", tree);
    }
    tidy_info(&mut document);
    compress(&mut document);
    let id = Object::String(fingerprint(&document).to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(TOGETHER);
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options.compression_level(LEVEL as u32).build())
        .expect("memory takes any number of bytes");
    bytes
}

/// All pages draw with the same fonts and nothing else.
fn share_resources(document: &mut Document, pages: &[ObjectId], fonts: Dictionary) {
    let shared = document.add_object(dictionary! { "Font" => fonts });
    let mut unused = Vec::new();
    for page in pages {
        let Ok(page) = document.get_dictionary_mut(*page) else { continue };
        unused.extend(page.get(b"Resources").and_then(Object::as_reference).ok());
        page.set("Resources", shared);
        for unasked in ["Annots", "TrimBox", "CropBox"] {
            page.remove(unasked.as_bytes());
        }
    }
    for resources in unused {
        let Some(Object::Dictionary(resources)) = document.objects.remove(&resources) else { continue };
        for (_, part) in &resources {
            if let Ok(part) = part.as_reference() {
                document.objects.remove(&part);
            }
        }
    }
}

fn tidy_info(document: &mut Document) {
    const UNASKED: [&str; 8] = [
        "GTS_PDFXVersion",
        "Identifier",
        "Trapped",
        "CreationDate",
        "ModDate",
        "Author",
        "Keywords",
        "Subject",
    ];
    let info = document.trailer.get(b"Info").and_then(Object::as_reference);
    if let Some(info) = info.ok().and_then(|id| document.get_dictionary_mut(id).ok()) {
        for unasked in UNASKED {
            info.remove(unasked.as_bytes());
        }
        info.set("Creator", Object::string_literal("Uketsuke"));
        info.set("Producer", Object::string_literal("Uketsuke"));
    }
}

/// Presses every stream; the same bytes on every machine.
fn compress(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let mut buffer = vec![0; compress_bound(stream.content.len())];
        let (pressed, outcome) = compress_slice(&mut buffer, &stream.content, DeflateConfig::new(LEVEL));
        assert_eq!(outcome, ReturnCode::Ok, "the buffer holds whatever comes out");
        let pressed = pressed.to_vec();
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(pressed);
    }
}

/// 128 bits that change when anything visible changes: FNV-1a over the streams and the title. No secret is kept here,
/// equal content only has to get an equal id.
fn fingerprint(document: &Document) -> u128 {
    let info = document.trailer.get(b"Info").and_then(Object::as_reference);
    let info = info.and_then(|id| document.get_dictionary(id));
    let title = info.and_then(|i| i.get(b"Title")).and_then(Object::as_str).unwrap_or_default();
    let streams = document.objects.values().filter_map(|o| o.as_stream().ok()).flat_map(|s| &s.content);
    title.iter().chain(streams).fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash: u128, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}
