//! Where Japanese lines break and how their punctuation sits: strict kinsoku from UAX #14, the house rules for
//! dates, amounts and names, half-width punctuation, and the space around Latin words (JIS X 4051). All lengths in em;
//! draws nothing.

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use crate::face::{Face, Glyph};
use crate::refused::Refused;

const STRICT: LineSegmenterBorrowed<'static> = LineSegmenter::new_for_non_complex_scripts({
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options
});

const OPENING: &str = "（「『【〔［｛〈《“‘";
const CLOSING: &str = "）」』】〕］｝〉》”’、。，．";
/// Signs no line starts with, over and above UAX #14 strict.
const NEVER_FIRST: &str =
    "、。，．・：；？！）」』】〕］｝〉》ー々〻ゝゞヽヾ〜～…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
const NEVER_LAST: &str = "（「『【〔［｛〈《〒￥¥";
/// Counters that stay with the number before them.
const COUNTERS: &str = "円年月日時分秒階枚通号名件回歳番丁版部頁冊箱組週割度室棟本面人％%";
const UNITS_BEFORE_A_NUMBER: &str = "年月時番";
const KANJI_NUMBERS: &str = "一二三四五六七八九十百千〇";
/// Two-letter words that stay with the number after them.
const BEFORE_A_NUMBER: [[char; 2]; 7] =
    [['明', '治'], ['大', '正'], ['昭', '和'], ['平', '成'], ['令', '和'], ['午', '前'], ['午', '後']];
const HALF: f32 = 0.5;
/// Between a Latin word and the kana or kanji beside it (四分アキ). A number is read as one with its counter and
/// stays close, so that a date is found again by searching for it.
const QUARTER: f32 = 0.25;

/// Text with its glyphs and the places (glyph indices) where a line may end.
pub struct Shaped {
    pub glyphs: Vec<Glyph>,
    breaks: Vec<usize>,
    /// Breaks without the house rules, for a column narrower than a date.
    loose: Vec<usize>,
}

/// One set line.
#[derive(Debug, Clone)]
pub struct Line {
    pub glyphs: Vec<Glyph>,
    /// How far the first glyph starts before the line (an opening bracket's blank half).
    pub lead: f32,
    /// From the start of the line to the last ink.
    pub width: f32,
}

/// Shapes `text` and finds its breaks. Strings in `unbroken` (names) break at their spaces only.
///
/// # Errors
/// `MissingGlyph`.
pub fn shape(face: &Face, block: &str, text: &str, unbroken: &[String]) -> Result<Shaped, Refused> {
    Ok(breakable(face.shape(block, text)?, text, unbroken))
}

/// Finds where the glyphs of `text` may part.
pub(crate) fn breakable(mut glyphs: Vec<Glyph>, text: &str, unbroken: &[String]) -> Shaped {
    tighten(&mut glyphs);
    part_latin_words(&mut glyphs);
    let kept = inside(text, unbroken);
    let raw: Vec<usize> = STRICT.segment_str(text).filter(|&b| b > 0 && b < text.len()).collect();
    let kinsoku = |b: &usize| allowed_by_kinsoku(text, *b) && !kept.contains(b);
    let index = |b: usize| glyphs.binary_search_by_key(&b, |g| g.offset).ok();
    let loose = raw.iter().filter(|b| kinsoku(b)).filter_map(|&b| index(b)).collect();
    let breaks = raw.iter().filter(|b| kinsoku(b) && !glued(text, **b)).filter_map(|&b| index(b)).collect();
    Shaped { glyphs, breaks, loose }
}

/// Sets `shaped` in lines no wider than `measure` em. A closing sign may give up its blank half at the line end;
/// an opening one at the line start. `None` if a single unbreakable piece is wider than the line.
pub fn wrap(shaped: &Shaped, measure: f32) -> Option<Vec<Line>> {
    let all = &shaped.glyphs;
    let mut lines = Vec::new();
    let mut start = 0;
    while start < all.len() {
        let end = last_fitting(all, start, measure, &shaped.breaks)
            .or_else(|| last_fitting(all, start, measure, &shaped.loose))?;
        lines.push(set(&all[start..end]));
        start = end;
        // A space at the turn of the line is the turn itself.
        while start < all.len() && all[start].is_space() {
            start += 1;
        }
    }
    Some(lines)
}

/// Two lines that part at the end of a sentence, if both are no wider than `measure` em.
pub fn wrap_at_sentence(shaped: &Shaped, measure: f32) -> Option<Vec<Line>> {
    let ends = shaped.breaks.iter().rev().filter(|b| shaped.glyphs[**b - 1].text.as_ref() == "。");
    ends.map(|b| vec![set(&shaped.glyphs[..*b]), set(&shaped.glyphs[*b..])])
        .find(|lines| lines.iter().all(|l| l.width <= measure))
}

/// The whole of `shaped` on one line.
pub fn single(shaped: &Shaped) -> Line {
    set(&shaped.glyphs)
}

/// Blank part of a full-width sign before and behind its ink.
pub(crate) fn blank_halves(glyph: &Glyph) -> (f32, f32) {
    let full = glyph.advance > 0.9;
    match glyph.first() {
        // Kana and kanji, nearly all there is.
        Some('\u{3020}'..='\u{feff}') => (0.0, 0.0),
        Some(c) if full && OPENING.contains(c) => (HALF, 0.0),
        Some(c) if full && CLOSING.contains(c) => (0.0, HALF),
        _ => (0.0, 0.0),
    }
}

/// Of two signs in a row, one gives up its blank half: 」「 、「 （「 ）。
fn tighten(glyphs: &mut [Glyph]) {
    for i in 1..glyphs.len() {
        let (first, second) = (blank_halves(&glyphs[i - 1]), blank_halves(&glyphs[i]));
        let closing_then_sign = first.1 > 0.0 && second != (0.0, 0.0);
        let opening_then_opening = first.0 > 0.0 && second.0 > 0.0;
        if closing_then_sign || opening_then_opening {
            glyphs[i - 1].after = -HALF;
        }
    }
}

fn part_latin_words(glyphs: &mut [Glyph]) {
    let latin = |g: &Glyph| g.first().is_some_and(|c| c.is_ascii_alphabetic());
    let japanese = |g: &Glyph| {
        let kana_or_kanji = |c| matches!(c, '々' | '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}');
        g.first().is_some_and(kana_or_kanji)
    };
    for i in 1..glyphs.len() {
        let (before, after) = (&glyphs[i - 1], &glyphs[i]);
        if latin(before) && japanese(after) || japanese(before) && latin(after) {
            glyphs[i - 1].after = QUARTER;
        }
    }
}

fn set(glyphs: &[Glyph]) -> Line {
    let mut glyphs = glyphs.to_vec();
    while glyphs.last().is_some_and(Glyph::is_space) {
        glyphs.pop();
    }
    if let Some(last) = glyphs.last_mut() {
        last.after = 0.0;
    }
    let lead = glyphs.first().map_or(0.0, |g| blank_halves(g).0);
    let width = inked_width(&glyphs) - lead;
    Line { glyphs, lead, width }
}

/// From the first glyph's origin to the last ink.
fn inked_width(glyphs: &[Glyph]) -> f32 {
    let pen: f32 = glyphs.iter().map(Glyph::width).sum();
    glyphs.last().map_or(0.0, |g| pen - g.after - blank_halves(g).1)
}

fn last_fitting(all: &[Glyph], start: usize, measure: f32, breaks: &[usize]) -> Option<usize> {
    const ROUNDING: f32 = 0.001;
    let lead = blank_halves(&all[start]).0;
    let mut pen = -lead;
    let mut best = None;
    let mut next_break = breaks.partition_point(|&b| b <= start);
    // Width up to the last glyph that is not a space, as it would be set.
    let mut inked = 0.0_f32;
    for (i, g) in all.iter().enumerate().skip(start) {
        if !g.is_space() {
            inked = pen + g.advance - blank_halves(g).1;
        }
        pen += g.width();
        if inked > measure + ROUNDING && pen - 1.0 > measure {
            return best;
        }
        let may_end = i + 1 == all.len() || breaks.get(next_break) == Some(&(i + 1));
        if breaks.get(next_break) == Some(&(i + 1)) {
            next_break += 1;
        }
        if may_end && inked <= measure + ROUNDING {
            best = Some(i + 1);
        }
    }
    best
}

/// Byte positions strictly inside a kept string, except behind its spaces.
fn inside(text: &str, unbroken: &[String]) -> Vec<usize> {
    let mut kept = Vec::new();
    for name in unbroken.iter().filter(|n| !n.is_empty()) {
        for (at, _) in text.match_indices(name.as_str()) {
            let spaced = |i: usize| name[..i].ends_with([' ', '　']);
            kept.extend(name.char_indices().skip(1).filter(|(i, _)| !spaced(*i)).map(|(i, _)| at + i));
        }
    }
    kept
}

/// Spaces vanish at the turn of a line, so the signs around them count.
fn allowed_by_kinsoku(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let first = after.trim_start().chars().next();
    let last = before.trim_end().chars().next_back();
    // No kanji is among the signs.
    let sign = |c: &char| !('\u{3400}'..='\u{9fff}').contains(c);
    !first.filter(sign).is_some_and(|c| NEVER_FIRST.contains(c))
        && !last.filter(sign).is_some_and(|c| NEVER_LAST.contains(c))
}

/// House rules: a date, a time, an amount, a house number, a telephone number and CD-R stay whole.
fn glued(text: &str, at: usize) -> bool {
    let (head, tail) = text.split_at(at);
    let mut back = head.chars().rev();
    let (Some(before), Some(after)) = (back.next(), tail.chars().next()) else { return false };
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let number_then_counter = digit(before) && COUNTERS.contains(after);
    let unit_then_number = UNITS_BEFORE_A_NUMBER.contains(before) && digit(after);
    let word_then_number = BEFORE_A_NUMBER.iter().any(|[first, second]| {
        let (mut back, mut on) = (head.chars().rev(), tail.chars());
        let number = |c: Option<char>| c.is_some_and(|c| digit(c) || c == '元');
        let behind = before == *second && back.nth(1) == Some(*first) && number(Some(after));
        behind || before == *first && on.next() == Some(*second) && number(on.next())
    });
    let prefix_then_number = digit(after) && "第約".contains(before);
    // 千二百三十四番地: no break inside a number written out.
    let written = |c: char| KANJI_NUMBERS.contains(c);
    let written_number = written(before) && (written(after) || "番丁号".contains(after));
    let hyphen_then_letter = before == '-' && after.is_ascii_alphanumeric();
    let date_then_weekday = before == '日' && back.next().is_some_and(digit) && is_weekday(tail);
    number_then_counter
        || unit_then_number
        || word_then_number
        || prefix_then_number
        || written_number
        || hyphen_then_letter
        || date_then_weekday
}

fn is_weekday(tail: &str) -> bool {
    let mut chars = tail.chars();
    let (open, day) = (chars.next(), chars.next());
    matches!(open, Some('（' | '(')) && day.is_some_and(|d| "日月火水木金土".contains(d))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::{FaceId, Fonts};

    fn lines(text: &str, measure: f32, unbroken: &[&str]) -> Vec<String> {
        let names: Vec<String> = unbroken.iter().map(|n| (*n).to_owned()).collect();
        let shaped = shape(Fonts::embedded().face(FaceId::Gothic), "test", text, &names).unwrap();
        let set = wrap(&shaped, measure).expect("the column is wide enough");
        set.iter().map(|l| l.glyphs.iter().map(|g| &*g.text).collect()).collect()
    }

    fn check(rule: &str, text: &str, measure: f32, unbroken: &[&str], expect: &[&str]) {
        assert_eq!(lines(text, measure, unbroken), expect, "{rule}");
    }

    #[test]
    fn where_lines_break() {
        check(
            "句点は行頭に来ない_半角にして追い込む",
            "あいうえお。かき",
            5.5,
            &[],
            &["あいうえお。", "かき"],
        );
        check("追い込めなければ前の字ごと送る", "あいうえお。かき", 5.0, &[], &["あいうえ", "お。かき"]);
        check("始め括弧は行末に来ない", "あいうえ（おか）", 5.0, &[], &["あいうえ", "（おか）"]);
        check("長音と小書きは行頭に来ない", "オンラインデータ", 6.0, &[], &["オンライン", "データ"]);
        check("踊り字は行頭に来ない", "あいう佐々木", 4.0, &[], &["あいう", "佐々木"]);
        check("時刻は割らない", "当日は10時30分まで", 5.3, &[], &["当日は", "10時30分ま", "で"]);
        check("金額は割らない", "相談の費用33,000円です", 7.5, &[], &["相談の費用", "33,000円です"]);
        check("元号は年から離れない", "予約は令和8年です", 4.6, &[], &["予約は", "令和8年で", "す"]);
        check("午前午後は時刻から離れない", "当日午後3時", 4.6, &[], &["当日", "午後3時"]);
        check("第と約は数だけを引き留める", "予約第2版です", 3.0, &[], &["予約", "第2版", "です"]);
        check("番地は割らない", "星見町12番3号", 5.0, &[], &["星見町", "12番3号"]);
        check("漢数字の番地も割らない", "船津千二百番地", 4.5, &[], &["船津", "千二百番", "地"]);
        check("CD-Rは割らない", "検査画像はCD-Rです", 6.8, &[], &["検査画像は", "CD-Rです"]);
        check("電話番号は割らない", "電話は022-000-0000へ", 7.5, &[], &["電話は", "022-000-0000へ"]);
        check(
            "曜日は日付から離れない",
            "期限は12月1日（火）です",
            7.7,
            &[],
            &["期限は", "12月1日（火）で", "す"],
        );
        check("氏名は割らない", "患者は髙橋美津江様", 6.0, &["髙橋美津江"], &["患者は", "髙橋美津江様"]);
        check(
            "氏名は空白でだけ割れる",
            "患者は髙橋 美津江様",
            6.5,
            &["髙橋 美津江"],
            &["患者は髙橋", "美津江様"],
        );
        check("行の変わり目の空白は消える", "あいう　えおか", 3.0, &[], &["あいう", "えおか"]);
        check(
            "異体字の選択子は字から離れない",
            "葛\u{e0100}葛\u{e0100}葛\u{e0100}",
            2.0,
            &[],
            &["葛\u{e0100}葛\u{e0100}", "葛\u{e0100}"],
        );
    }

    #[test]
    fn punctuation_in_a_row_is_set_half_wide() {
        let shaped = shape(Fonts::embedded().face(FaceId::Gothic), "test", "「あ」「い」、う", &[]).unwrap();
        let line = single(&shaped);
        assert_eq!(line.lead, 0.5, "an opening bracket starts flush with the line");
        assert_eq!(line.width, 8.0 - 0.5 - 1.0, "」「 and 」、 each lose one half, the first 「 its blank");
    }

    #[test]
    fn latin_words_stand_a_quarter_off_and_numbers_do_not() {
        let gaps = |text: &str| -> Vec<f32> {
            let shaped = shape(Fonts::embedded().face(FaceId::Gothic), "test", text, &[]).unwrap();
            single(&shaped).glyphs.iter().map(|g| g.after).collect()
        };
        assert_eq!(gaps("はCT検"), [0.25, 0.0, 0.25, 0.0]);
        assert_eq!(gaps("（CT）の"), [0.0; 5], "brackets bring their own space");
        assert_eq!(gaps("第2版"), [0.0; 3]);
        let shaped = shape(Fonts::embedded().face(FaceId::Gothic), "test", "検査CT", &[]).unwrap();
        let lines = wrap(&shaped, 2.0).unwrap();
        assert_eq!(lines[0].width, 2.0, "the space goes with the turn of the line");
    }

    #[test]
    fn a_piece_wider_than_the_line_is_reported() {
        let shaped = shape(Fonts::embedded().face(FaceId::Gothic), "test", "ABCDEFGHIJKLMN", &[]).unwrap();
        assert!(wrap(&shaped, 3.0).is_none());
    }
}
