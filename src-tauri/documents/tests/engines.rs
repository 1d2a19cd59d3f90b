//! What other programs make of the papers: poppler and mupdf read the text, qpdf checks the file, zbar reads the code.

mod support;

use std::path::PathBuf;

use documents::sheet::Cmd;
use documents::{KINDS, Paper};
use support::{NAMES, as_letter, lenient_utf8, pdf, run, sample, slip_to, text_of, tight, variants};
use tempfile::TempDir;

fn file(paper: &Paper) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf(paper)).unwrap();
    (folder, path)
}

fn poppler(path: &std::path::Path) -> String {
    String::from_utf8(run("pdftotext", &["-raw", "-enc", "UTF-8", text_of(path), "-"])).unwrap()
}

fn mupdf(path: &std::path::Path) -> String {
    lenient_utf8(&run("mutool", &["draw", "-q", "-F", "txt", text_of(path)]))
}

#[test]
fn two_engines_read_names_exactly() {
    for name in NAMES {
        let (_folder, path) = file(&slip_to(name));
        let expect = tight(&format!("{name}様"));
        for (engine, text) in [("poppler", poppler(&path)), ("mupdf", mupdf(&path))] {
            assert!(tight(&text).contains(&expect), "{engine} does not read {name}: {text}");
        }
    }
}

#[test]
fn two_engines_read_every_word_and_no_more() {
    for kind in KINDS {
        let paper = sample(kind);
        let (_folder, path) = file(&paper);
        let pages = documents::layout(documents::Fonts::embedded(), &paper).unwrap();
        let set: Vec<String> = pages
            .iter()
            .flat_map(documents::Page::commands)
            .filter_map(Cmd::text)
            .map(|t| tight(&t))
            .collect();
        for (engine, text) in [("poppler", tight(&poppler(&path))), ("mupdf", tight(&mupdf(&path)))] {
            for line in &set {
                assert!(text.contains(line), "{kind}: {engine} does not read {line}");
            }
            assert_eq!(letters(&text), letters(&set.concat()), "{kind}: {engine} reads more or less");
        }
    }
}

fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

#[test]
fn every_text_of_the_data_is_on_the_paper() {
    for kind in KINDS {
        let paper = sample(kind);
        for sentence in printed(&paper) {
            sentence_lines(&paper, &sentence);
        }
    }
}

/// Every text in the data of a paper that is printed.
fn printed(paper: &Paper) -> Vec<String> {
    fn collect(value: &serde_json::Value, key: &str, texts: &mut Vec<String>) {
        const NOT_PRINTED: [&str; 8] = ["kind", "unbroken", "code", "stock", "size", "to", "part", "window"];
        match value {
            _ if NOT_PRINTED.contains(&key) => {}
            serde_json::Value::String(text) => texts.push(text.clone()),
            serde_json::Value::Array(items) => items.iter().for_each(|i| collect(i, key, texts)),
            serde_json::Value::Object(fields) => fields.iter().for_each(|(k, v)| collect(v, k, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    collect(&serde_json::to_value(paper).unwrap(), "", &mut texts);
    if let Paper::MailingLabel(sheet)
    | Paper::PatientLabel(sheet)
    | Paper::ReplyLabel(sheet)
    | Paper::SpineLabel(sheet) = paper
    {
        texts.retain(|t| *t != sheet.title);
    }
    texts
}

/// Finds the lines a text was broken into.
fn sentence_lines(paper: &Paper, sentence: &str) {
    let pages = documents::layout(documents::Fonts::embedded(), paper).unwrap();
    let set: Vec<String> = pages
        .iter()
        .flat_map(documents::Page::commands)
        .filter_map(documents::sheet::Cmd::text)
        .map(|t| tight(&t))
        .collect();
    let mut rest = tight(sentence);
    while !rest.is_empty() {
        let whole = set.iter().any(|l| l.contains(&rest));
        let next = if whole {
            Some(rest.clone())
        } else {
            set.iter().filter(|l| !l.is_empty() && rest.starts_with(*l)).max_by_key(|l| l.len()).cloned()
        };
        let line = next.unwrap_or_else(|| panic!("not on the paper {}: {rest}", paper.kind()));
        rest = rest[line.len()..].to_owned();
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for kind in KINDS {
        let (_folder, path) = file(&sample(kind));
        let report = String::from_utf8_lossy(&run("qpdf", &["--check", text_of(&path)])).into_owned();
        assert!(report.contains("No syntax or stream encoding errors found"), "{kind}: {report}");
    }
}

#[test]
fn every_face_is_embedded_as_a_subset() {
    for kind in KINDS {
        let (_folder, path) = file(&sample(kind));
        let report = String::from_utf8(run("pdffonts", &[text_of(&path)])).unwrap();
        let fonts: Vec<&str> = report.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{kind}");
        for font in fonts {
            let words: Vec<&str> = font.split_whitespace().collect();
            assert!(
                words.windows(3).any(|w| w == ["yes", "yes", "yes"]),
                "{kind}: embedded, subset, with text map: {font}"
            );
        }
    }
}

#[test]
fn every_code_reads_from_the_printed_sheet() {
    let mut read_in_all = 0;
    for kind in KINDS {
        let mut papers = vec![sample(kind)];
        // Grey letters under a code must not hinder a reader.
        if matches!(kind, "slip" | "mailing_label" | "missing_notice" | "receipt_stub") {
            papers.push(sample(kind).for_practice());
        }
        for paper in papers {
            let pages = documents::layout(documents::Fonts::embedded(), &paper).unwrap();
            let (folder, path) = file(&paper);
            for (i, page) in pages.iter().enumerate() {
                let said =
                    |c: &Cmd| if let Cmd::Modules { text, .. } = c { Some(text.clone()) } else { None };
                let mut codes: Vec<String> = page.commands().filter_map(said).collect();
                if codes.is_empty() {
                    continue;
                }
                let (number, picture) = ((i + 1).to_string(), folder.path().join("page"));
                let only = ["-r", "200", "-gray", "-singlefile", "-f", &number, "-l", &number];
                run("pdftoppm", &[&only[..], &[text_of(&path), text_of(&picture)]].concat());
                let read = run("zbarimg", &["-q", "--raw", text_of(&picture.with_extension("pgm"))]);
                let read = String::from_utf8(read).unwrap();
                let mut read: Vec<&str> = read.lines().collect();
                codes.sort_unstable();
                read.sort_unstable();
                assert_eq!(read, codes, "{kind}, page {number}");
                read_in_all += read.len();
            }
        }
    }
    assert!(read_in_all > 20, "only {read_in_all} codes were read");
}

/// Every sheet of a case can be scanned before it is sealed, whatever page it is.
#[test]
fn every_page_of_a_letter_carries_its_code() {
    let samples = KINDS.iter().map(|kind| (*kind, sample(kind)));
    for (name, mut paper) in samples.chain(variants()) {
        let (folder, path) = file(&paper);
        let Some(code) = as_letter(&mut paper).and_then(|letter| letter.code.clone()) else { continue };
        let picture = folder.path().join("page");
        run("pdftoppm", &["-r", "150", "-png", text_of(&path), text_of(&picture)]);
        let mut pages = 0;
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let page = entry.unwrap().path();
            if page.extension().is_some_and(|e| e == "png") {
                let read = String::from_utf8(run("zbarimg", &["-q", "--raw", text_of(&page)])).unwrap();
                assert_eq!(read.lines().collect::<Vec<_>>(), [code.text.as_str()], "{name}");
                pages += 1;
            }
        }
        assert!(pages >= if name.ends_with("_long") { 2 } else { 1 }, "{name}: {pages}");
    }
}
