//! The last touch on a written document: fonts and structure, language, how viewers show and print it. Removes what
//! the writer adds without being asked.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::structure::Structure;

/// Completes the document. `embed` adds the fonts and names them.
pub(super) fn finish(
    mut document: Document,
    embed: impl FnOnce(&mut Document) -> Dictionary,
    structure: &Structure,
) -> Document {
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
    document
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
