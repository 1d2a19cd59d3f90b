//! Any name at all: it comes back exactly as typed, inside its box, or it is refused by its own character.

mod support;

use documents::face::FaceId;
use documents::paper::label_sheet::Label;
use documents::sheet::{Area, Cmd};
use documents::{Fonts, Paper, Refused, layout, render};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use support::{lenient_utf8, run, sample, shown, slip_to, text_of, tight};

/// Kanji of JIS X 0213 levels 1 to 4 as they occur in family registers, beyond the common ones.
const RARE: &str = "髙﨑邊邉濵瀨德栁桒彅薰黑齋齊嶋冨淸槇凜凛曻釡鮏靍靎靏𠮷𡈽𣘺𣑊𥔎𦚰𩸽𠀋𡢽𡌛𪘂𪐷倂俱剝吞噓塡姸屛幷瘦簞繫腁荊蔣薩蟬蠟軀醬醱頰顚驒鶯鷗鹼麴";

/// One character as people type it, with its selector where it has one.
fn character() -> impl Strategy<Value = String> {
    let rare: Vec<String> = RARE.chars().map(String::from).collect();
    let one = |c: char| c.to_string();
    prop_oneof![
        4 => prop::char::range('一', '龥').prop_map(one),
        3 => prop::sample::select(rare),
        2 => prop::char::range('ぁ', 'ヺ').prop_map(one),
        1 => prop::char::range('\u{f900}', '\u{fa2d}').prop_map(one),
        1 => prop::char::range('\u{20000}', '\u{2a6df}').prop_map(one),
        1 => prop::sample::select(vec!["葛\u{e0100}", "辻\u{e0100}", "祇\u{e0100}", "榊\u{e0100}", "邉\u{e0100}", "神\u{fe00}", "か\u{309a}", "が", "か\u{3099}"])
            .prop_map(str::to_owned),
        1 => prop::char::range(' ', '~').prop_map(one),
        1 => any::<char>().prop_map(one),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 1..9)
        .prop_map(|c| c.concat())
        .prop_filter("a name", |n| !n.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_is_printed_exactly_or_refused_by_its_character(name in name()) {
        let paper = slip_to(&name);
        match layout(Fonts::embedded(), &paper) {
            Ok(pages) => {
                let block = pages[0].blocks.iter().find(|b| b.name == "addressee").expect("a slip has an addressee");
                for command in &block.commands {
                    prop_assert!(block.area.holds(&command.extent()));
                }
                let printed: String = block.commands.iter().filter_map(Cmd::text).collect();
                prop_assert!(printed.ends_with(&format!("{name}　様")), "{printed:?}");
                let bytes = render(Fonts::embedded(), &paper).expect("what can be set can be written");
                let read: String = shown(&bytes).into_iter().map(|s| s.text).collect();
                let whole = format!("{name}　様");
                prop_assert!(read.contains(&whole), "{whole:?} is not in the file");
            }
            Err(Refused::MissingGlyph { block, character, text, .. }) => {
                prop_assert_eq!(block, "addressee.name");
                prop_assert!(name.contains(&character), "{character:?} is not in {name:?}");
                prop_assert_eq!(text, format!("{name}　様"));
            }
            Err(other) => prop_assert!(false, "a short name is refused as {other}"),
        }
    }

    #[test]
    fn any_length_fits_or_is_refused_by_its_block(count in 1_usize..80, kanji in prop::sample::select(vec!['一', '髙', '邊', '𠮷']), lines in 1_usize..4) {
        let text: String = std::iter::repeat_n(kanji, count).collect();
        let documents::Paper::Slip(mut slip) = slip_to("山田 太郎") else { unreachable!() };
        slip.addressee.address = vec![text.clone(); lines];
        slip.place.text = text.repeat(lines);
        slip.notes = vec![text.clone(); lines * 3];
        match layout(Fonts::embedded(), &documents::Paper::Slip(slip)) {
            Ok(pages) => {
                let page = &pages[0];
                for block in &page.blocks {
                    prop_assert!(page.printable().holds(&block.area));
                    prop_assert!(block.commands.iter().map(Cmd::extent).all(|e: Area| block.area.holds(&e)), "{}", block.name);
                }
            }
            Err(Refused::DoesNotFit { block, .. }) => prop_assert!(["addressee.address", "notes"].contains(&block.as_str()), "{block}"),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

#[test]
fn every_rare_kanji_of_the_list_can_be_printed() {
    for c in RARE.chars() {
        let set = layout(Fonts::embedded(), &slip_to(&c.to_string()));
        assert!(set.is_ok(), "{c} U+{:04X}: {:?}", c as u32, set.err());
    }
}

/// 神 U+FA19 and 神 with a selector are drawn by one glyph; each must still read as itself.
#[test]
fn one_glyph_with_two_texts_reads_as_both() {
    let name = "神\u{fa19}神\u{fe00}神 が か\u{3099}";
    let read: String =
        shown(&render(Fonts::embedded(), &slip_to(name)).unwrap()).into_iter().map(|s| s.text).collect();
    assert!(read.contains(name), "{read}");
}

/// All kanji of JIS X 0213:2004, as the codec `euc_jis_2004` of Python lists them.
const JIS_X_0213: &str = include_str!("data/jis_x_0213_kanji.txt");
const MANY: usize = 10_000;

/// Names of two to five kanji of JIS X 0213, now and then with a selector, the same ones in every run.
fn many_names() -> Vec<String> {
    let kanji: Vec<char> = JIS_X_0213.trim_end().chars().collect();
    let selector = prop_oneof![
        4 => Just(None),
        1 => prop::char::range('\u{e0100}', '\u{e0104}').prop_map(Some),
    ];
    let character = (prop::sample::select(kanji), selector);
    let names = prop::collection::vec(prop::collection::vec(character, 2..=5), MANY);
    let names = names.new_tree(&mut TestRunner::new_with_rng(
        Config::default(),
        prop::test_runner::TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha),
    ));
    let write = |name: Vec<(char, Option<char>)>| {
        name.into_iter().flat_map(|(c, s)| [Some(c), s]).flatten().collect()
    };
    names.expect("names can be made up").current().into_iter().map(write).collect()
}

/// Ten thousand names: each is drawn exactly, or the character that hinders it is named. Those that are drawn stand in
/// one file from which both engines read every one of them.
#[test]
fn ten_thousand_names_are_printed_right_or_refused_by_their_character() {
    let names = many_names();
    let mut printed = Vec::new();
    for name in &names {
        match Fonts::embedded().shape(FaceId::GothicBold, "label.name", name) {
            Ok(glyphs) => {
                assert!(glyphs.iter().all(|g| g.id != 0), "a missing glyph in {name}");
                assert_eq!(glyphs.iter().map(|g| &*g.text).collect::<String>(), *name);
                printed.push(name.clone());
            }
            Err(Refused::MissingGlyph { character, .. }) => {
                assert!(name.contains(&character), "{character:?} is not in {name:?}");
                let selected = character.chars().nth(1);
                assert!(selected.is_some(), "{character} is in JIS X 0213 and must be drawn");
            }
            Err(other) => panic!("{name} is refused as {other}"),
        }
    }
    assert!(printed.len() > MANY / 4 && printed.len() < MANY, "{} names are drawn", printed.len());
    assert!(printed.iter().any(|n| n.contains('\u{e0100}')), "some of them have a selector");

    let Paper::PatientLabel(mut sheet) = sample("patient_label") else { unreachable!() };
    let label = |name: &String| Label { name: name.clone(), honorific: "様".to_owned(), ..Label::default() };
    sheet.labels = printed.iter().step_by(3).map(label).collect();
    let bytes = render(Fonts::embedded(), &Paper::PatientLabel(sheet)).unwrap();
    let own: String = shown(&bytes).into_iter().map(|s| s.text).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("names.pdf");
    std::fs::write(&path, &bytes).unwrap();
    let poppler = String::from_utf8(run("pdftotext", &["-raw", text_of(&path), "-"])).unwrap();
    let mupdf = lenient_utf8(&run("mutool", &["draw", "-q", "-F", "txt", text_of(&path)]));
    for (reader, text) in [("the text map", own), ("poppler", poppler), ("mupdf", mupdf)] {
        let text = tight(&text);
        let read = text.split('様').collect::<std::collections::HashSet<_>>();
        for name in printed.iter().step_by(3) {
            assert!(name.contains('様') || read.contains(name.as_str()), "{reader} does not read {name}");
        }
    }
}
