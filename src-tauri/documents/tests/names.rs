//! Any name at all: it comes back exactly as typed, inside its box, or it is refused by its own character.

mod support;

use documents::sheet::{Area, Cmd};
use documents::{Fonts, Refused, layout, render};
use proptest::prelude::*;
use support::{shown, slip_to};

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
