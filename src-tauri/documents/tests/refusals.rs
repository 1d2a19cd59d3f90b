//! What is not printed, and how the refusal says so.

mod support;

use documents::{BLOCK_NAMES, Fonts, KINDS, Paper, Refused, layout};
use support::{sample, slip_to};

#[track_caller]
fn refused(paper: &Paper) -> Refused {
    let refused =
        layout(Fonts::embedded(), paper).map(|_| "a printed paper").expect_err("the paper must be refused");
    let (Refused::MissingGlyph { block, .. }
    | Refused::DoesNotFit { block, .. }
    | Refused::BadData { block, .. }) = &refused;
    assert!(BLOCK_NAMES.contains(&block.as_str()), "the screen has no word for {block}");
    refused
}

#[test]
fn a_character_without_a_glyph_is_named() {
    #[track_caller]
    fn check(name: &str, character: &str, codepoint: &str) {
        let expect = Refused::MissingGlyph {
            block: "addressee.name".to_owned(),
            text: format!("{name}　様"),
            character: character.to_owned(),
            codepoint: codepoint.to_owned(),
        };
        assert_eq!(refused(&slip_to(name)), expect);
    }
    check("山田 😀", "😀", "U+1F600");
    check("山田\u{e000}", "\u{e000}", "U+E000");
    check("山\u{378}田", "\u{378}", "U+0378");
    check("山田\u{7}", "\u{7}", "U+0007");
    check("山田\n太郎", "\n", "U+000A");
    check("山田\u{202e}太郎", "\u{202e}", "U+202E");
    check("山\u{200b}田", "\u{200b}", "U+200B");
    // A selector for which the face has no variant would print another form than was typed.
    check("山\u{e0105}田", "山\u{e0105}", "U+5C71 U+E0105");
    check("邉\u{e0101}", "邉\u{e0101}", "U+9089 U+E0101");
    check("\u{e0100}山田", "\u{e0100}", "U+E0100");
}

#[test]
fn an_address_that_is_too_long_is_named() {
    let Paper::Slip(mut slip) = sample("slip") else { unreachable!() };
    slip.addressee.address = vec!["とても長い住所".repeat(30)];
    assert_eq!(
        refused(&Paper::Slip(slip.clone())),
        Refused::DoesNotFit {
            block: "addressee.address".to_owned(),
            text: slip.addressee.address[0].clone()
        }
    );
}

#[test]
fn each_over_full_block_is_named() {
    #[track_caller]
    fn check(block: &str, change: impl Fn(&mut documents::paper::slip::Slip)) {
        let Paper::Slip(mut slip) = sample("slip") else { unreachable!() };
        change(&mut slip);
        match refused(&Paper::Slip(slip)) {
            Refused::DoesNotFit { block: named, .. } => assert_eq!(named, block),
            other => panic!("expected a refusal for room in {block}, got {other:?}"),
        }
    }
    let long = "長い".repeat(60);
    check("addressee.name", |s| s.addressee.name = long.clone());
    check("title", |s| s.title = long.clone());
    check("version_line", |s| s.version_line = Some(long.clone()));
    check("when", |s| s.agreed.date = long.clone());
    check("when.below", |s| s.agreed.below = vec![long.clone()]);
    check("sender", |s| s.sender = vec![long.clone()]);
    check("sender", |s| s.sender = vec!["行".to_owned(); 30]);
    check("contact", |s| s.contact.lines = vec![long.clone(); 30]);
    check("notes", |s| s.notes = vec![long.clone(); 20]);
    check("bring", |s| s.bring.items = vec![long.clone(); 20]);
    check("place", |s| s.place.text = "A".repeat(300));
}

#[test]
fn a_label_that_is_too_full_is_named() {
    let Paper::MailingLabel(mut sheet) = sample("mailing_label") else { unreachable!() };
    sheet.labels[0].address = vec!["長い住所です".repeat(20)];
    assert!(
        matches!(refused(&Paper::MailingLabel(sheet)), Refused::DoesNotFit { block, .. } if block.starts_with("label"))
    );
}

#[test]
fn sheets_that_make_no_sense_are_refused() {
    #[track_caller]
    fn check(change: impl Fn(&mut documents::paper::label_sheet::LabelSheet)) {
        let Paper::MailingLabel(mut sheet) = sample("mailing_label") else { unreachable!() };
        change(&mut sheet);
        assert!(
            matches!(refused(&Paper::MailingLabel(sheet)), Refused::BadData { block, .. } if block == "sheet")
        );
    }
    check(|s| s.start = 0);
    check(|s| s.start = 13);
    check(|s| s.labels.clear());
    check(|s| s.stock.columns = 0);
    check(|s| s.stock.rows = u32::MAX);
    check(|s| s.stock.width = f32::NAN);
    check(|s| s.stock.pitch_x = 200.0);
    check(|s| s.offset_y = -60.0);
}

#[test]
fn a_code_without_text_or_beyond_its_capacity_is_refused() {
    for code in [String::new(), "長".repeat(2000)] {
        let Paper::Slip(mut slip) = sample("slip") else { unreachable!() };
        slip.code = code;
        assert!(matches!(refused(&Paper::Slip(slip)), Refused::BadData { block, .. } if block == "code"));
    }
}

#[test]
fn unknown_fields_are_refused() {
    let mut value = serde_json::to_value(sample("slip")).unwrap();
    value["diagnosis"] = "胃がん".into();
    assert!(serde_json::from_value::<Paper>(value).is_err(), "a slip has no field for a diagnosis");
}

#[test]
fn papers_survive_being_stored() {
    for kind in KINDS {
        let paper = sample(kind);
        let stored = serde_json::to_string(&paper).unwrap();
        assert!(stored.contains(&format!("\"kind\":\"{kind}\"")), "{stored}");
        assert_eq!(serde_json::from_str::<Paper>(&stored).unwrap(), paper);
    }
}
