//! Owns search keys: the one folding under which names, kana and numbers are found however they were written.
//! Its results are for comparing only; they are never stored as a name, printed, or used to tell two people apart.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use crate::text::is_variation_selector;

/// The search key of a text: NFKC, hiragana, kana in their plain large forms, kanji variants as one,
/// small Latin letters, and nothing but letters and digits. Folding a key gives the same key.
pub fn fold(text: &str) -> String {
    let mut key = fold_once(text);
    // Dropping a mark can bring letters together that NFKC then joins; no text was found that needs a third round.
    while !key.chars().all(is_settled) {
        let again = fold_once(&key);
        if again == key {
            break;
        }
        key = again;
    }
    key
}

/// The index text of a record: every two neighbouring characters of each field's key, then its last one alone,
/// then `、` so that nothing is found across fields. One character, two, or any longer part of a field finds it.
pub fn bigrams(fields: &[&str]) -> String {
    let mut out = String::new();
    for field in fields {
        let key: Vec<char> = fold(field).chars().collect();
        for (index, c) in key.iter().enumerate() {
            out.push(*c);
            out.extend(key.get(index + 1));
            out.push(' ');
        }
        out.push_str("、 ");
    }
    out
}

/// The search terms of a query: split at blanks (full width too), each folded, empty ones left out.
pub fn terms(query: &str) -> Vec<String> {
    query.split_whitespace().map(fold).filter(|term| !term.is_empty()).collect()
}

/// Whether `query` finds `stored` only because kanji variants count as one (表記ゆれ一致): 高橋 for 髙橋.
/// Widths, kana and case are no variants, and a query that does not match at all is none either.
pub fn matched_by_variant(stored: &str, query: &str) -> bool {
    let key = fold(stored);
    let terms: Vec<&str> = query.split_whitespace().filter(|term| !fold(term).is_empty()).collect();
    let found = !terms.is_empty() && terms.iter().all(|term| key.contains(&fold(term)));
    found && {
        let spelled = spelling(stored);
        terms.iter().any(|term| !spelled.contains(&spelling(term)))
    }
}

/// One pass; [`fold`] repeats it where the result is not settled.
fn fold_once(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut before = None;
    for c in text.nfkc() {
        let Some(c) = repeated(plain_kana(hiragana(c)), before) else { continue };
        for low in canonical(c).to_lowercase().filter(|low| low.is_alphanumeric()) {
            key.push(low);
            before = Some(low);
        }
    }
    key
}

/// As [`fold`] but with kanji as they are spelled: compatibility forms and variation selectors kept.
fn spelling(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars().chain(['\0']) {
        if !is_compatibility_kanji(c) && c != '\0' {
            run.push(c);
            continue;
        }
        for plain in std::mem::take(&mut run).nfkc().map(|c| plain_kana(hiragana(c))) {
            let kept = |low: &char| low.is_alphanumeric() || is_variation_selector(*low);
            out.extend(plain.to_lowercase().filter(|low| kept(low) && *low != LONG_MARK));
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

fn is_compatibility_kanji(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

const LONG_MARK: char = '\u{30FC}';

/// Katakana as hiragana; the rest as it is.
fn hiragana(c: char) -> char {
    match c {
        '\u{30A1}'..='\u{30F6}' | '\u{30FD}' | '\u{30FE}' => {
            char::from_u32(u32::from(c) - 0x60).expect("hiragana lies 0x60 below katakana")
        }
        'ヷ' => 'ば',
        'ヸ' => 'び',
        'ヹ' => 'べ',
        'ヺ' => 'ぼ',
        other => other,
    }
}

/// Small kana large, and the kana that sound alike as one: ヴ, ヂ, ヅ, ヲ, ヰ, ヱ.
fn plain_kana(c: char) -> char {
    match c {
        'ぁ' => 'あ',
        'ぃ' | 'ゐ' => 'い',
        'ぅ' => 'う',
        'ぇ' | 'ゑ' => 'え',
        'ぉ' | 'を' => 'お',
        'ゕ' => 'か',
        'ゖ' => 'け',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'ゔ' => 'ぶ',
        'ぢ' => 'じ',
        'づ' => 'ず',
        other => other,
    }
}

/// 佐々木 as 佐佐木, みすゞ as みすず; the long mark falls away. `None` drops the character.
fn repeated(c: char, before: Option<char>) -> Option<char> {
    match c {
        LONG_MARK => None,
        '々' | '〻' | 'ゝ' => before,
        'ゞ' => before.map(|kana| compose(kana, '\u{3099}').map_or(kana, plain_kana)),
        other => Some(other),
    }
}

/// Characters no further round of folding can change, because nothing joins with them.
fn is_settled(c: char) -> bool {
    matches!(c, '0'..='9' | 'a'..='z' | 'あ'..='ん' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{2A6DF}')
}

/// Variant and canonical form, sorted by variant.
static VARIANTS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<(char, char)> =
        rows().flat_map(|(to, from)| from.chars().map(move |c| (c, to))).collect();
    pairs.sort_unstable();
    pairs
});

/// The lines of the table: a canonical kanji and all that fold into it.
fn rows() -> impl Iterator<Item = (char, &'static str)> {
    let table = include_str!("../../../assets/data/variants.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (canonical, variants) = line.split_once('\t')?;
        Some((canonical.chars().next()?, variants))
    })
}

fn canonical(c: char) -> char {
    if c < '\u{3400}' && c != '⻆' {
        return c;
    }
    VARIANTS.binary_search_by_key(&c, |pair| pair.0).map_or(c, |at| VARIANTS[at].1)
}
