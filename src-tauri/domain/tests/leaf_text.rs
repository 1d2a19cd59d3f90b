//! What typed text may hold: refused when it deceives or cannot be shown, otherwise kept to the letter.

use domain::text::{TextTrouble, clean_line, clean_note, clean_optional, katakana, seen_chars};
use proptest::prelude::*;

fn check(raw: &str, expect: Result<&str, TextTrouble>) {
    assert_eq!(clean_line(raw, 20), expect.map(str::to_owned), "{raw:?}");
}

#[test]
fn names_are_kept_to_the_letter() {
    for name in [
        "髙橋 花子",
        "髙﨑",
        "邊見 德子",
        "𠮷田",
        "辻\u{E0100}井",
        "葛\u{E0100}城",
        "神\u{FE00}",
        "\u{F929}\u{F9DC}\u{FA10}\u{FA12}\u{FA16}\u{FA19}\u{FA1B}\u{FA26}\u{FA2D}",
        "か\u{3099}",
        "ｶﾞ",
        "ＡＢＣ",
        "㈱",
        "⽇",
        "山田　太郎",
        "O'Brien-Ōno",
        "김민준",
        "😀",
    ] {
        check(name, Ok(name));
    }
    check(" 　山田\n", Ok("山田"));
    check("\u{FEFF}山田", Err(TextTrouble::Invisible { codepoint: 0xFEFF, at: 1 }));
}

#[test]
fn what_deceives_or_cannot_be_shown_is_refused() {
    let control = |codepoint| TextTrouble::Control { codepoint, at: 2 };
    let bidi = |codepoint| TextTrouble::Bidi { codepoint, at: 2 };
    let invisible = |codepoint| TextTrouble::Invisible { codepoint, at: 2 };
    for (c, expect) in [
        ('\0', control(0)),
        ('\n', control(0x0A)),
        ('\t', control(0x09)),
        ('\u{1B}', control(0x1B)),
        ('\u{7F}', control(0x7F)),
        ('\u{85}', control(0x85)),
        ('\u{2028}', control(0x2028)),
        ('\u{200E}', bidi(0x200E)),
        ('\u{202E}', bidi(0x202E)),
        ('\u{2066}', bidi(0x2066)),
        ('\u{061C}', bidi(0x061C)),
        ('\u{200B}', invisible(0x200B)),
        ('\u{200D}', invisible(0x200D)),
        ('\u{2060}', invisible(0x2060)),
        ('\u{00AD}', invisible(0x00AD)),
        ('\u{3164}', invisible(0x3164)),
        ('\u{E0041}', invisible(0xE0041)),
        ('\u{FDD0}', TextTrouble::Noncharacter { codepoint: 0xFDD0, at: 2 }),
        ('\u{FFFE}', TextTrouble::Noncharacter { codepoint: 0xFFFE, at: 2 }),
        ('\u{2FFFF}', TextTrouble::Noncharacter { codepoint: 0x2FFFF, at: 2 }),
        ('\u{E000}', TextTrouble::PrivateUse { codepoint: 0xE000, at: 2 }),
        ('\u{F8FF}', TextTrouble::PrivateUse { codepoint: 0xF8FF, at: 2 }),
        ('\u{F0000}', TextTrouble::PrivateUse { codepoint: 0xF0000, at: 2 }),
    ] {
        check(&format!("山{c}田"), Err(expect));
    }
}

#[test]
fn lengths_count_characters_as_people_do() {
    for (text, count) in [("", 0), ("𠮷田", 2), ("葛\u{E0100}城", 2), ("か\u{3099}", 1), ("山 田", 3)]
    {
        assert_eq!(seen_chars(text), count, "{text:?}");
    }
    let full = "葛\u{E0100}".repeat(20);
    check(&full, Ok(&full));
    check(&"字".repeat(21), Err(TextTrouble::TooLong { max: 20, got: 21 }));
    let huge = "字".repeat(7_000_000);
    assert_eq!(clean_line(&huge, 20), Err(TextTrouble::TooLong { max: 20, got: 7_000_000 }));
}

#[test]
fn blanks_alone_are_empty() {
    for raw in ["", " ", "　\t\n"] {
        check(raw, Err(TextTrouble::Empty));
        assert_eq!(clean_optional(raw, 20), Ok(None));
    }
    assert_eq!(clean_optional(" 髙 ", 20), Ok(Some("髙".to_owned())));
    assert_eq!(clean_optional("\u{202E}a", 20), Err(TextTrouble::Bidi { codepoint: 0x202E, at: 1 }));
}

#[test]
fn notes_keep_their_lines() {
    assert_eq!(clean_note("一行目\r\n二行目\r三\t行目\n", 40).as_deref(), Ok("一行目\n二行目\n三\t行目"));
    assert_eq!(clean_note("一\n\0", 40), Err(TextTrouble::Control { codepoint: 0, at: 3 }));
}

#[test]
fn phonetic_fields_become_full_width_katakana() {
    for (typed, expect) in [
        ("たかはし", "タカハシ"),
        ("ﾀｶﾊｼ", "タカハシ"),
        ("ﾜﾀﾅﾍﾞ ﾊﾅｺ", "ワタナベ ハナコ"),
        ("ﾊﾟｰﾙ", "パール"),
        ("ゔぁ", "ヴァ"),
        ("ｳﾞｧ", "ヴァ"),
        ("みすゞ", "ミスヾ"),
        ("タカハシ", "タカハシ"),
        ("髙橋ABC", "髙橋ABC"),
        ("\u{FA19}ﾀ", "\u{FA19}タ"),
        ("｡ﾀ･ﾀ", "｡タ・タ"),
        ("", ""),
    ] {
        assert_eq!(katakana(typed), expect, "{typed}");
    }
}

proptest! {
    #[test]
    fn cleaned_text_is_the_typed_text_without_outer_blanks(raw in "\\PC{0,40}") {
        if let Ok(text) = clean_line(&raw, 40) {
            prop_assert_eq!(&text, raw.trim());
            prop_assert_eq!(clean_line(&text, 40), Ok(text.clone()), "clean text stays clean");
        }
    }

    #[test]
    fn no_text_panics(raw in any::<String>(), max in 0usize..50) {
        let _ = (clean_line(&raw, max), clean_note(&raw, max), katakana(&raw));
    }

    #[test]
    fn katakana_stays_katakana(typed in "[ぁ-ゖァ-ヺｦ-ﾟー 　A-Z]{0,20}") {
        let once = katakana(&typed);
        prop_assert_eq!(katakana(&once), once);
    }

    #[test]
    fn kanji_beside_kana_is_never_rewritten(kanji in "[\u{F900}-\u{FA6D}\u{4E00}-\u{4E50}]{1,8}") {
        prop_assert_eq!(katakana(&kanji), kanji);
    }
}
