//! Owns what typed text may hold before it is stored. It trims and refuses, but never rewrites:
//! no normalisation form is applied, because a name's spelling is the person's own.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// Why typed text cannot be stored. `at` counts characters from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TextTrouble {
    #[error("nothing but blanks")]
    Empty,
    #[error("{got} characters, at most {max}")]
    TooLong { max: usize, got: usize },
    /// Control characters, NUL among them.
    #[error("control character U+{codepoint:04X} at {at}")]
    Control { codepoint: u32, at: usize },
    /// Marks that turn the direction of writing and so can show another text than is stored.
    #[error("direction mark U+{codepoint:04X} at {at}")]
    Bidi { codepoint: u32, at: usize },
    /// Zero width characters, byte order marks, fillers: nobody can see them.
    #[error("invisible character U+{codepoint:04X} at {at}")]
    Invisible { codepoint: u32, at: usize },
    #[error("noncharacter U+{codepoint:04X} at {at}")]
    Noncharacter { codepoint: u32, at: usize },
    /// A 外字 from the private use area: only the machine it was drawn on can show it.
    #[error("private use character U+{codepoint:04X} at {at}")]
    PrivateUse { codepoint: u32, at: usize },
}

/// One line of text, outer blanks trimmed, at most `max_chars` characters as people count them.
///
/// # Errors
/// The first [`TextTrouble`] found; `Empty` for blanks alone.
pub fn clean_line(raw: &str, max_chars: usize) -> Result<String, TextTrouble> {
    clean(raw, max_chars, false)
}

/// Text of several lines: line breaks (made `\n`) and tabs are kept.
///
/// # Errors
/// As [`clean_line`].
pub fn clean_note(raw: &str, max_chars: usize) -> Result<String, TextTrouble> {
    clean(raw, max_chars, true)
}

/// As [`clean_line`], but blanks alone are `None` rather than a trouble.
///
/// # Errors
/// As [`clean_line`] without `Empty`.
pub fn clean_optional(raw: &str, max_chars: usize) -> Result<Option<String>, TextTrouble> {
    match clean_line(raw, max_chars) {
        Ok(text) => Ok(Some(text)),
        Err(TextTrouble::Empty) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

fn clean(raw: &str, max: usize, lines: bool) -> Result<String, TextTrouble> {
    // Looked at before anything else, so that 20 MB of text costs nothing.
    if raw.len() > max.saturating_mul(BYTES_PER_CHAR).saturating_add(SPARE_BYTES) {
        return Err(TextTrouble::TooLong { max, got: seen_chars(raw) });
    }
    let text = raw.trim();
    if text.is_empty() {
        return Err(TextTrouble::Empty);
    }
    let text = if lines { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    for (index, c) in text.chars().enumerate() {
        if !(lines && matches!(c, '\n' | '\t')) {
            refuse(c, index + 1)?;
        }
    }
    let got = seen_chars(&text);
    if got > max { Err(TextTrouble::TooLong { max, got }) } else { Ok(text) }
}

/// A character of four bytes with a selector of four.
const BYTES_PER_CHAR: usize = 8;
/// Outer blanks that a paste may bring along.
const SPARE_BYTES: usize = 4096;

fn refuse(c: char, at: usize) -> Result<(), TextTrouble> {
    let codepoint = u32::from(c);
    Err(match c {
        _ if c.is_control() => TextTrouble::Control { codepoint, at },
        // Line and paragraph separators would break a line that must stay one.
        '\u{2028}' | '\u{2029}' => TextTrouble::Control { codepoint, at },
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            TextTrouble::Bidi { codepoint, at }
        }
        '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' => {
            TextTrouble::Invisible { codepoint, at }
        }
        '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' => {
            TextTrouble::Invisible { codepoint, at }
        }
        '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => {
            TextTrouble::Invisible { codepoint, at }
        }
        '\u{FDD0}'..='\u{FDEF}' => TextTrouble::Noncharacter { codepoint, at },
        _ if codepoint & 0xFFFE == 0xFFFE => TextTrouble::Noncharacter { codepoint, at },
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => TextTrouble::PrivateUse { codepoint, at },
        _ => return Ok(()),
    })
}

/// Characters as people count them: a variation selector or a combining mark belongs to the character before it.
pub fn seen_chars(text: &str) -> usize {
    text.chars().filter(|c| !is_variation_selector(*c) && !is_kana_mark(*c)).count()
}

/// Selects a glyph of the character before it: 葛󠄀 is 葛 with U+E0100.
pub fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn is_kana_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{3099}' | '\u{309A}')
}

/// フリガナ: half-width kana and hiragana as full-width katakana; everything else stays as typed.
pub fn katakana(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut half = String::new();
    for c in text.chars() {
        if matches!(c, '\u{FF65}'..='\u{FF9F}') {
            half.push(c);
            continue;
        }
        // A run at a time, so that ﾊ and ﾞ become バ.
        out.extend(std::mem::take(&mut half).nfkc());
        out.push(match c {
            '\u{3041}'..='\u{3096}' | '\u{309D}' | '\u{309E}' => {
                char::from_u32(u32::from(c) + 0x60).expect("katakana lies 0x60 above hiragana")
            }
            other => other,
        });
    }
    out.extend(half.nfkc());
    out
}
