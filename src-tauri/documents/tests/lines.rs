//! Any Japanese text in any column: nothing is lost, nothing is too wide, and no line begins or ends wrongly.

use documents::face::{FaceId, Fonts};
use documents::line::{shape, wrap};
use proptest::prelude::*;

const NEVER_FIRST: &str = "、。，．・：；？！）」』】ー々っゃゅょッャュョァィゥェォ";
const NEVER_LAST: &str = "（「『【〒";
/// Kept whole, the second but for its space.
const NAMES: [&str; 3] = ["髙橋美津江", "𠮷野 葛\u{e0100}子", "辻\u{e0100}堂"];

const SIGNS: [&str; 14] = ["", "", "", "「", "」", "（", "）", "、", "。", "・", "！", "？", "　", "」。"];
const WORDS: [&str; 24] = [
    "相談",
    "は",
    "10時30分",
    "33,000円",
    "CD-R",
    "022-000-0000",
    "令和8年11月30日（月）",
    "佐々木",
    "データ",
    "がっこう",
    "しゃしん",
    "ー",
    "第2版",
    "約5分",
    "〒980-0000",
    "葛\u{e0100}城",
    "𠮷野",
    "お",
    "予約票",
    "です",
    "CLINICS",
    NAMES[0],
    NAMES[1],
    NAMES[2],
];

/// Words a desk writes, in random order with a sign behind each; two numbers never run into each other.
fn sentence() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(&WORDS[..]), prop::sample::select(&SIGNS[..]));
    prop::collection::vec(piece, 1..40).prop_map(|pieces| {
        let mut text = String::new();
        for (word, sign) in pieces {
            if text.ends_with(|c: char| c.is_ascii()) && word.starts_with(|c: char| c.is_ascii()) {
                text.push('と');
            }
            text.push_str(word);
            text.push_str(sign);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_are_whole_narrow_enough_and_well_begun(text in sentence(), measure in 16.0_f32..45.0) {
        let shaped = shape(Fonts::embedded().face(FaceId::Gothic), "test", &text, &NAMES.map(str::to_owned)).expect("every piece has glyphs");
        // Rows of signs that may not be parted can be wider than a column; they are refused, not broken wrongly.
        let Some(lines) = wrap(&shaped, measure) else { return Ok(()) };
        let texts: Vec<String> = lines.iter().map(|l| l.glyphs.iter().map(|g| &*g.text).collect()).collect();
        let blank = |t: &str| t.chars().filter(|c| !matches!(c, ' ' | '　')).collect::<String>();
        prop_assert_eq!(blank(&texts.concat()), blank(&text));
        for (i, (line, text)) in lines.iter().zip(&texts).enumerate() {
            prop_assert!(line.width <= measure + 0.01, "{text} is {} em wide", line.width);
            let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { continue };
            prop_assert!(i == 0 || !NEVER_FIRST.contains(first), "a line begins with {first}: {texts:?}");
            prop_assert!(i + 1 == lines.len() || !NEVER_LAST.contains(last), "a line ends with {last}: {texts:?}");
        }
        let names = [NAMES[0], "葛\u{e0100}子", NAMES[2]];
        for whole in ["10時30分", "33,000円", "CD-R", "022-000-0000", "令和8年11月30日", "第2版", "約5分"].into_iter().chain(names) {
            let count = |t: &str| t.matches(whole).count();
            prop_assert_eq!(texts.iter().map(|t| count(t)).sum::<usize>(), count(&text), "{} is parted: {:?}", whole, texts);
        }
    }
}
