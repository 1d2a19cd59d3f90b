//! Whoever hears a paper gets every word of it once, in the order in which it is drawn, with headings, tables and lists
//! said to be such; rules, frames and marks are passed over.

mod support;

use std::collections::BTreeMap;

use documents::{Fonts, KINDS, Paper, render_batch};
use lopdf::{Dictionary, Document, Object, ObjectId};
use support::{pdf, run, sample, shown, text_of};

/// One element of the tree, as a screen reader walks it.
struct Heard {
    kind: String,
    parent: String,
    /// Its own words, without those of the elements in it.
    text: String,
    alt: String,
}

struct Reader<'a> {
    document: &'a Document,
    pages: Vec<ObjectId>,
    /// What each mark of each page shows.
    marks: BTreeMap<(usize, i64), String>,
    /// Which element owns each mark of each page, as the pages say it.
    owners: BTreeMap<(usize, i64), ObjectId>,
    heard: Vec<Heard>,
}

/// The whole tree in reading order.
fn heard(bytes: &[u8]) -> Vec<Heard> {
    let document = Document::load_mem(bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.get(b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let tree = dictionary(&document, catalog.get(b"StructTreeRoot").unwrap());
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut marks: BTreeMap<(usize, i64), String> = BTreeMap::new();
    for shown in shown(bytes) {
        if let Some(mark) = shown.mark {
            marks.entry((shown.page, mark)).or_default().push_str(&shown.text);
        }
    }
    let owners = owners(&document, tree, &pages);
    let mut reader = Reader { document: &document, pages, marks, owners, heard: Vec::new() };
    let root = tree.get(b"K").unwrap().as_reference().unwrap();
    reader.walk(root, "");
    assert!(reader.marks.is_empty(), "nobody hears {:?}", reader.marks);
    reader.heard
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> &'d Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

fn owners(document: &Document, tree: &Dictionary, pages: &[ObjectId]) -> BTreeMap<(usize, i64), ObjectId> {
    let numbers = dictionary(document, tree.get(b"ParentTree").unwrap()).get(b"Nums").unwrap();
    let mut owners = BTreeMap::new();
    for (i, pair) in numbers.as_array().unwrap().chunks(2).enumerate() {
        let page = document.get_dictionary(pages[i]).unwrap();
        assert_eq!(page.get(b"StructParents").unwrap().as_i64().unwrap(), pair[0].as_i64().unwrap());
        assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let elements = document.dereference(&pair[1]).unwrap().1.as_array().unwrap();
        for (mark, element) in elements.iter().enumerate() {
            owners.insert((i, mark as i64), element.as_reference().unwrap());
        }
    }
    owners
}

impl Reader<'_> {
    fn walk(&mut self, id: ObjectId, parent: &str) {
        let element = self.document.get_dictionary(id).unwrap();
        let kind = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let alt = element.get(b"Alt").and_then(Object::as_str).map_or(String::new(), utf16);
        let at = self.heard.len();
        self.heard.push(Heard { kind: kind.clone(), parent: parent.to_owned(), text: String::new(), alt });
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        for kid in kids {
            match kid {
                Object::Reference(inner) => {
                    let up = self.document.get_dictionary(inner).unwrap().get(b"P").unwrap();
                    assert_eq!(up.as_reference().unwrap(), id, "an element knows whom it belongs to");
                    self.walk(inner, &kind);
                }
                Object::Integer(mark) => {
                    let page = element.get(b"Pg").unwrap().as_reference().unwrap();
                    let page = self.pages.iter().position(|p| *p == page).unwrap();
                    assert_eq!(self.owners[&(page, mark)], id, "page and tree agree on mark {mark}");
                    let text = self.marks.remove(&(page, mark)).unwrap_or_default();
                    self.heard[at].text.push_str(&text);
                }
                other => panic!("no kid of an element: {other:?}"),
            }
        }
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|p| u16::from_be_bytes([p[0], p[1]])).collect();
    String::from_utf16(&units).unwrap().trim_start_matches('\u{feff}').to_owned()
}

fn drawn(bytes: &[u8]) -> String {
    shown(bytes).into_iter().filter(|s| s.mark.is_some()).map(|s| s.text).collect()
}

#[track_caller]
fn check(name: &str, bytes: &[u8]) {
    let heard = heard(bytes);
    let words: String = heard.iter().map(|h| h.text.as_str()).collect();
    assert_eq!(words, drawn(bytes), "{name} is heard in another order than it is read");
    for element in &heard {
        let expect: &[&str] = match element.kind.as_str() {
            "Document" => &[""],
            "Sect" => &["Document"],
            "TR" => &["Table"],
            "TH" | "TD" => &["TR"],
            "LI" => &["L"],
            "Lbl" | "LBody" => &["LI"],
            "H1" | "H2" | "P" | "Table" | "L" | "Figure" => &["Document", "Sect"],
            other => panic!("{name}: {other} is no kind of element papers have"),
        };
        assert!(expect.contains(&element.parent.as_str()), "{name}: {} in {}", element.kind, element.parent);
        let silent = ["Document", "Sect", "Table", "TR", "L", "LI", "Figure", "TD"];
        assert!(
            !element.text.is_empty() || silent.contains(&element.kind.as_str()),
            "{name}: {} is empty",
            element.kind
        );
    }
}

#[test]
fn every_word_is_heard_once_and_in_order() {
    for kind in KINDS {
        check(kind, &pdf(&sample(kind)));
        check(&format!("{kind} in practice"), &pdf(&sample(kind).for_practice()));
    }
}

#[test]
fn a_batch_is_heard_page_by_page() {
    let papers: Vec<Paper> = KINDS.iter().map(|kind| sample(kind)).collect();
    let bytes = render_batch(Fonts::embedded(), &papers).unwrap();
    check("batch", &bytes);
    assert!(bytes == render_batch(Fonts::embedded(), &papers).unwrap(), "two files of one batch differ");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("batch.pdf");
    std::fs::write(&path, &bytes).unwrap();
    run("qpdf", &["--check", text_of(&path)]);
    let sections = heard(&bytes).iter().filter(|h| h.kind == "Sect").count();
    assert_eq!(sections, Document::load_mem(&bytes).unwrap().get_pages().len());
}

#[test]
fn a_titled_paper_begins_with_its_heading() {
    for kind in ["slip", "clinics_guide", "cover_letter", "missing_notice", "screening_request", "day_list"] {
        let heard = heard(&pdf(&sample(kind)));
        assert!(heard.iter().any(|h| h.kind == "H1"), "{kind} has no heading");
    }
}

#[test]
fn a_code_is_said_in_words() {
    let figures = |kind: &str| -> Vec<String> {
        heard(&pdf(&sample(kind))).into_iter().filter(|h| h.kind == "Figure").map(|h| h.alt).collect()
    };
    assert_eq!(figures("slip"), ["二次元コード　R8-0115"]);
    assert_eq!(figures("mailing_label"), ["二次元コード　R8-0115", "二次元コード　R8-0115"]);
}

#[test]
fn poppler_hears_the_slip_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf(&sample("slip"))).unwrap();
    let report = String::from_utf8(run("pdfinfo", &["-struct-text", text_of(&path)])).unwrap();
    let mut rest = report.as_str();
    for next in [
        "髙橋 美津江",
        "H1",
        "セカンドオピニオン外来　予約票",
        "Table",
        "TH",
        "場所",
        "TD",
        "第2相談室",
        "LI",
        "Lbl",
        "LBody",
        "Figure",
    ] {
        let at = rest.find(next).unwrap_or_else(|| panic!("{next} is not heard, or too early: {report}"));
        rest = &rest[at + next.len()..];
    }
    let facts = String::from_utf8(run("pdfinfo", &[text_of(&path)])).unwrap();
    assert!(facts.lines().any(|l| l.starts_with("Tagged:") && l.ends_with("yes")), "{facts}");
}
