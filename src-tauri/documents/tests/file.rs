//! The file itself: its trailer and metadata, the same bytes every time, and glyphs that can be seen.

mod support;

use std::collections::BTreeSet;
use std::process::Command;

use documents::{Fonts, KINDS, Paper, render};
use lopdf::{Document, Object};
use rustybuzz::ttf_parser::{self, GlyphId};
use support::{NAMES, pdf, sample, shown, slip_to};

fn font_files(document: &Document) -> Vec<(String, Vec<u8>)> {
    let descriptors =
        document.objects.values().filter_map(|o| o.as_dict().ok()).filter(|d| d.has(b"FontFile2"));
    descriptors
        .map(|d| {
            let name = String::from_utf8_lossy(d.get(b"FontName").unwrap().as_name().unwrap()).into_owned();
            let stream = document.get_object(d.get(b"FontFile2").unwrap().as_reference().unwrap()).unwrap();
            (name, stream.as_stream().unwrap().decompressed_content().unwrap())
        })
        .collect()
}

#[test]
fn the_trailer_says_what_viewers_need() {
    for kind in KINDS {
        let document = Document::load_mem(&pdf(&sample(kind))).unwrap();
        assert_eq!(document.version, "1.7", "{kind}");
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"ja-JP");
        let viewer = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert_eq!(viewer.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
        assert!(viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        let info =
            document.get_object(document.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
        let keys: BTreeSet<&[u8]> = info.as_dict().unwrap().iter().map(|(k, _)| k.as_slice()).collect();
        for unasked in ["GTS_PDFXVersion", "Trapped", "Identifier", "CreationDate", "ModDate"] {
            assert!(!keys.contains(unasked.as_bytes()), "{kind}: {unasked}");
        }
        let id = document.trailer.get(b"ID").unwrap().as_array().unwrap();
        assert!(matches!(&id[0], Object::String(bytes, _) if bytes.len() == 16), "{kind}");
    }
}

#[test]
fn no_name_stands_in_the_metadata() {
    for kind in KINDS {
        let document = Document::load_mem(&pdf(&sample(kind))).unwrap();
        let info =
            document.get_object(document.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
        for (key, value) in info.as_dict().unwrap() {
            let Object::String(bytes, _) = value else { continue };
            let units: Vec<u16> =
                bytes.chunks(2).map(|p| u16::from_be_bytes([p[0], *p.get(1).unwrap_or(&0)])).collect();
            let text = String::from_utf16_lossy(&units) + &String::from_utf8_lossy(bytes);
            for name in ["髙橋", "美津江", "渡邊"] {
                assert!(!text.contains(name), "{kind}: {} names a person", String::from_utf8_lossy(key));
            }
        }
        assert!(!bytes_contain(&pdf(&sample(kind)), "髙橋".as_bytes()), "{kind}: a name in the clear");
    }
}

fn bytes_contain(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    for kind in KINDS {
        assert!(pdf(&sample(kind)) == pdf(&sample(kind)), "{kind}: two files of one paper differ");
    }
    assert!(pdf(&slip_to("髙橋 一")) != pdf(&slip_to("髙橋 二")), "two people got the same file");
}

/// This test starts itself again; the second one writes its files where the first tells it to.
#[test]
fn another_process_gives_the_same_bytes() {
    const WHERE: &str = "UKETSUKE_TEST_PAPERS_TO";
    let name = |kind: &str| format!("{kind}.pdf");
    if let Ok(folder) = std::env::var(WHERE) {
        for kind in KINDS.iter().rev() {
            std::fs::write(std::path::Path::new(&folder).join(name(kind)), pdf(&sample(kind))).unwrap();
        }
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_gives_the_same_bytes"])
        .env(WHERE, folder.path())
        .status()
        .unwrap();
    assert!(status.success());
    for kind in KINDS {
        let other = std::fs::read(folder.path().join(name(kind))).unwrap();
        assert!(other == pdf(&sample(kind)), "{kind}: the other process wrote different bytes");
    }
}

#[test]
fn every_shown_glyph_exists_and_has_an_outline() {
    let papers = KINDS.iter().map(|k| sample(k)).chain(NAMES.iter().map(|n| slip_to(n)));
    for paper in papers {
        let bytes = pdf(&paper);
        let document = Document::load_mem(&bytes).unwrap();
        let files = font_files(&document);
        assert!(!files.is_empty());
        for (name, file) in &files {
            let face = ttf_parser::Face::parse(file, 0).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(face.number_of_glyphs() > 1, "{name} is empty");
        }
        for run in shown(&bytes) {
            assert!(!run.codes.contains(&0), "a missing glyph is printed in {}", run.text);
            let file = font_of(&document, &run.font, &files);
            let face = ttf_parser::Face::parse(file, 0).unwrap();
            for (code, c) in run.codes.iter().zip(run.text.chars()) {
                let blank = c.is_whitespace() || run.codes.len() != run.text.chars().count();
                assert!(blank || face.glyph_bounding_box(GlyphId(*code)).is_some(), "{c} leaves no ink");
            }
        }
    }
}

/// The embedded file behind a font resource of the first page.
fn font_of<'f>(document: &Document, resource: &str, files: &'f [(String, Vec<u8>)]) -> &'f [u8] {
    let page = document.get_pages()[&1];
    let fonts = document.get_page_fonts(page).unwrap();
    let base = fonts[resource.as_bytes()].get(b"BaseFont").unwrap().as_name().unwrap().to_vec();
    let base = String::from_utf8(base).unwrap();
    &files
        .iter()
        .find(|(name, _)| base.starts_with(name.as_str()))
        .unwrap_or_else(|| panic!("{base} is not embedded"))
        .1
}

#[test]
fn names_come_back_from_the_files_own_text_maps() {
    for name in NAMES {
        let all: String = shown(&pdf(&slip_to(name))).into_iter().map(|s| s.text).collect();
        assert!(all.contains(&format!("{name}　様")), "{name} is not in the file: {all}");
    }
}

#[test]
fn a_batch_is_one_file_with_a_page_per_label_sheet() {
    let Paper::MailingLabel(mut sheet) = sample("mailing_label") else { unreachable!() };
    sheet.labels = sheet.labels.iter().cloned().cycle().take(30).collect();
    let bytes = render(Fonts::embedded(), &Paper::MailingLabel(sheet)).unwrap();
    assert_eq!(Document::load_mem(&bytes).unwrap().get_pages().len(), 3, "4..12, 1..12, 1..9");
}

#[test]
fn a_slip_is_small_enough_to_keep_for_years() {
    let size = pdf(&sample("slip")).len();
    assert!(size <= 80 * 1024, "{size} bytes");
}
