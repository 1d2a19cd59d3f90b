//! Any parts in any order: nothing is lost, nothing lies over anything else, and every page carries its code.

mod support;

use documents::paper::letter::{Blank, Column, Letter, Part, Tick};
use documents::paper::part::Labelled;
use documents::sheet::{Block, Cmd, Size};
use documents::{Fonts, Paper, Refused, layout};
use proptest::prelude::*;
use support::sample;

/// Sentences a desk writes, from a word to several pages.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "お預かりした資料をお返しします。",
        "12月11日（金）までに、",
        "CD-R 2枚と",
        "髙橋 美津江様の",
        "「てんかん科以外のオンラインによるセカンドオピニオン」を、",
        "電話 022-000-0000（直通）",
        "33,000円",
        "です。",
    ]);
    (prop::collection::vec(piece, 1..6), prop_oneof![8 => Just(1_usize), 1 => Just(60)])
        .prop_map(|(pieces, times)| pieces.concat().repeat(times))
}

fn short() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "氏名", "生年月日", "2枚", "オンライン", "お持ちいただくもの", "CD-R"])
        .prop_map(str::to_owned)
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..6)
}

fn part() -> impl Strategy<Value = Part> {
    let cell = || prop_oneof![short(), Just("12月11日（金）までにお返しします。".to_owned())];
    let row = || prop::collection::vec(cell(), 0..=3);
    let columns = ["品目", "数", "備考"].map(|l| Column { label: l.to_owned(), share: 2.0 }).to_vec();
    let blank = (short(), short(), short(), 0_u8..6);
    prop_oneof![
        3 => text().prop_map(|text| Part::Paragraph { text }),
        1 => short().prop_map(|text| Part::Centred { text }),
        1 => short().prop_map(|text| Part::Right { text }),
        2 => short().prop_map(|text| Part::Heading { text }),
        1 => (short(), short()).prop_map(|(label, text)| Part::Framed { label, text, below: Vec::new() }),
        1 => prop::collection::vec((short(), cell()), 0..8).prop_map(|rows| Part::Rows {
            rows: rows.into_iter().map(|(label, text)| Labelled { label, text }).collect()
        }),
        2 => texts().prop_map(|items| Part::List { items }),
        2 => texts().prop_map(|items| Part::Numbered { items }),
        3 => prop::collection::vec(row(), 0..40)
            .prop_map(move |rows| Part::Grid { columns: columns.clone(), rows }),
        1 => (prop::collection::vec((short(), any::<bool>()), 0..9), 0_u8..4).prop_map(|(items, columns)| {
            let items = items.into_iter().map(|(text, done)| Tick { text, done }).collect();
            Part::Ticks { items, columns }
        }),
        1 => prop::collection::vec(blank, 0..6).prop_map(|rows| Part::Blanks {
            rows: rows
                .into_iter()
                .map(|(label, hint, text, lines)| Blank { label, hint, text, lines })
                .collect()
        }),
        2 => texts().prop_map(|lines| Part::Words { text: lines.join("\n") }),
        1 => prop::collection::vec(short(), 0..4).prop_map(|lines| Part::Signature { lines }),
        1 => Just(Part::Foot),
    ]
}

fn kind() -> impl Strategy<Value = Paper> {
    prop::sample::select(vec!["decline", "referrer_request", "screening_request", "receipt_stub"])
        .prop_map(sample)
}

fn with(mut paper: Paper, parts: Vec<Part>) -> (Paper, Letter) {
    let letter = support::letter(&mut paper);
    letter.parts = parts;
    let copy = letter.clone();
    (paper, copy)
}

/// Everything of a part that must be readable, without spaces.
fn said(part: &Part) -> String {
    let all: Vec<String> = match part {
        Part::Paragraph { text } | Part::Centred { text } | Part::Right { text } | Part::Heading { text } => {
            vec![text.clone()]
        }
        Part::List { items } | Part::Numbered { items } => items.clone(),
        Part::Words { text } => vec![text.clone()],
        Part::Grid { rows, .. } => rows.concat(),
        _ => Vec::new(),
    };
    all.concat().chars().filter(|c| !c.is_whitespace()).collect()
}

fn characters(text: &str) -> usize {
    text.chars().filter(|c| ('ぁ'..='ん').contains(c)).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_parts_make_whole_pages(paper in kind(), parts in prop::collection::vec(part(), 0..9)) {
        let (paper, letter) = with(paper, parts);
        let pages = match layout(Fonts::embedded(), &paper) {
            Ok(pages) => pages,
            // A label or a text no line is wide enough for; never for the number of them.
            Err(Refused::DoesNotFit { text, .. }) => {
                prop_assert!(text.chars().count() < 60, "refused for its length: {text}");
                return Ok(());
            }
            Err(other) => return Err(TestCaseError::fail(format!("{other}"))),
        };
        let mut read = 0;
        for (i, page) in pages.iter().enumerate() {
            let blocks: Vec<&Block> = page.blocks.iter().filter(|b| !b.under).collect();
            for (j, block) in blocks.iter().enumerate() {
                for command in &block.commands {
                    let extent = command.extent();
                    prop_assert!(block.area.holds(&extent), "{} on page {}: {:?}", block.name, i, command.text());
                    prop_assert!(page.printable().holds(&extent), "{} leaves the paper", block.name);
                }
                for other in &blocks[j + 1..] {
                    prop_assert!(!block.area.overlaps(&other.area), "{} lies over {}", block.name, other.name);
                }
            }
            prop_assert!(blocks.iter().any(|b| b.name == "code"), "page {i} has no code");
            read += page.commands().filter_map(Cmd::text).map(|t| characters(&t)).sum::<usize>();
        }
        let asked: usize = letter.parts.iter().map(|p| characters(&said(p))).sum();
        prop_assert!(read >= asked, "{read} of {asked} characters are on {} pages", pages.len());
        prop_assert!(letter.size == Size::A5 || pages.len() < 60);
    }
}
