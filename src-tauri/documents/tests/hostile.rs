//! Text that tries to be more than text: it changes nothing but the words, or the paper is refused by its block.

mod support;

use std::collections::BTreeSet;

use documents::{BLOCK_NAMES, Fonts, KINDS, Paper, Refused, layout, render};
use lopdf::{Dictionary, Document, Object};
use serde_json::Value;
use support::{run, sample, shown, slip_to, text_of, tight};

/// Whole words of PDF, of PostScript, of the writer's own strings; marks that steer text; bidirectional text.
const HOSTILE: [&str; 12] = [
    "(((",
    ")))",
    "\\",
    "\\) Tj ET Q endstream endobj",
    "%%EOF",
    "<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
    "/Launch /URI (http://example.invalid/)",
    "<FEFF0041> ] TJ",
    "EMC EMC EMC",
    "אבג \u{202e}gnp.txt",
    "a\u{0}b\u{1b}[2J\r\n",
    "&lt;script&gt;<svg onload=x>{{}}$(id)",
];

/// Every key of every dictionary in a file.
fn keys(bytes: &[u8]) -> BTreeSet<String> {
    fn collect(object: &Object, keys: &mut BTreeSet<String>) {
        let mut all = |dictionary: &Dictionary| {
            for (key, value) in dictionary {
                keys.insert(String::from_utf8_lossy(key).into_owned());
                collect(value, keys);
            }
        };
        match object {
            Object::Dictionary(dictionary) => all(dictionary),
            Object::Stream(stream) => all(&stream.dict),
            Object::Array(items) => items.iter().for_each(|item| collect(item, keys)),
            _ => {}
        }
    }
    let mut keys = BTreeSet::new();
    let document = Document::load_mem(bytes).expect("the file can be read back");
    document.objects.values().for_each(|object| collect(object, &mut keys));
    keys
}

/// All keys the samples of all kinds have.
fn names_of_kinds() -> BTreeSet<String> {
    KINDS.iter().flat_map(|kind| keys(&support::pdf(&sample(kind)))).collect()
}

/// The places of all texts in the data that are free to be anything.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    const CHOSEN: [&str; 5] = ["/kind", "/to", "/part", "/size", "/stock/name"];
    match value {
        Value::String(_) if !CHOSEN.iter().any(|c| at.ends_with(c)) => found.push(at.to_owned()),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| places(item, &format!("{at}/{i}"), found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, v)| places(v, &format!("{at}/{key}"), found)),
        _ => {}
    }
}

fn with(paper: &Paper, place: &str, text: &str) -> Paper {
    let mut value = serde_json::to_value(paper).unwrap();
    *value.pointer_mut(place).unwrap() = text.into();
    serde_json::from_value(value).unwrap_or_else(|e| panic!("{place}: {e}"))
}

#[track_caller]
fn refused_by_block(refused: &Refused, place: &str) {
    let (Refused::MissingGlyph { block, .. }
    | Refused::DoesNotFit { block, .. }
    | Refused::BadData { block, .. }) = refused;
    assert!(BLOCK_NAMES.contains(&block.as_str()), "{place}: no block {block}");
}

#[test]
fn papers_can_do_nothing_but_be_read() {
    let keys = names_of_kinds();
    let active = [
        "JS",
        "JavaScript",
        "Launch",
        "OpenAction",
        "URI",
        "AA",
        "Annots",
        "AcroForm",
        "EmbeddedFile",
        "Names",
        "RichMedia",
        "SubmitForm",
    ];
    for key in active {
        assert!(!keys.contains(key), "a paper has /{key}");
    }
}

#[test]
fn hostile_text_in_any_place_of_any_paper_stays_text() {
    let known = names_of_kinds();
    let mut printed = 0;
    for kind in KINDS {
        let paper = sample(kind);
        let mut all = Vec::new();
        places(&serde_json::to_value(&paper).unwrap(), "", &mut all);
        let plain = layout(Fonts::embedded(), &paper).unwrap().len();
        for (i, place) in all.iter().enumerate() {
            let text = HOSTILE[i % HOSTILE.len()];
            match render(Fonts::embedded(), &with(&paper, place, text)) {
                Ok(bytes) => {
                    printed += 1;
                    let new: Vec<String> = keys(&bytes).difference(&known).cloned().collect();
                    assert!(new.is_empty(), "{kind}{place}: {text:?} brought {new:?}");
                    let pages = Document::load_mem(&bytes).unwrap().get_pages().len();
                    assert!(
                        pages.abs_diff(plain) <= 1,
                        "{kind}{place}: {text:?} makes {pages} pages of {plain}"
                    );
                }
                Err(refused) => refused_by_block(&refused, place),
            }
        }
    }
    assert!(printed > 300, "only {printed} papers were printed: the test looks at too little");
}

#[test]
fn hostile_names_come_back_or_are_refused_by_their_character() {
    for text in HOSTILE {
        let paper = slip_to(text);
        match render(Fonts::embedded(), &paper) {
            Ok(bytes) => {
                // A long name is parted at one of its spaces.
                let words: String = shown(&bytes).into_iter().map(|s| s.text).collect();
                assert!(tight(&words).contains(&tight(&format!("{text}様"))), "{text:?} is not in the file");
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("paper.pdf");
                std::fs::write(&path, &bytes).unwrap();
                run("qpdf", &["--check", text_of(&path)]);
            }
            Err(Refused::MissingGlyph { block, character, .. }) => {
                assert_eq!(block, "addressee.name");
                assert!(text.contains(&character), "{character:?} is not in {text:?}");
            }
            Err(other) => panic!("{text:?} is refused as {other}"),
        }
    }
}

#[test]
fn ten_thousand_characters_are_refused_or_printed_whole() {
    let long = "長".repeat(10_000);
    for kind in ["slip", "cover_letter", "mailing_label", "missing_notice"] {
        let paper = sample(kind);
        let mut all = Vec::new();
        places(&serde_json::to_value(&paper).unwrap(), "", &mut all);
        for place in all.iter().filter(|p| !p.contains("unbroken")).step_by(5) {
            match layout(Fonts::embedded(), &with(&paper, place, &long)) {
                Ok(pages) => {
                    let words: String =
                        pages.iter().flat_map(|p| p.commands()).filter_map(|c| c.text()).collect();
                    let title_of_the_file = kind == "mailing_label" && place == "/title";
                    assert!(
                        title_of_the_file || words.matches('長').count() >= 10_000,
                        "{kind}{place} lost words"
                    );
                }
                Err(refused) => refused_by_block(&refused, place),
            }
        }
    }
}
