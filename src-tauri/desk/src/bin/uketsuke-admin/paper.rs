//! `paper`: sample data of a paper, and a paper from data. A PDF leaves only when it is whole.
use std::io::{self, IsTerminal};

use documents::{Fonts, OfKind, Paper, Refused};
use domain::text::seen_chars;
use serde_json::Value;

use crate::args::usage;
use crate::console::{Console, Exit, Lang, Stop};
use crate::json;

/// Which paper: a tag of [`documents::KINDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind(&'static str);

impl Kind {
    /// `clinics_guide` or `clinics-guide`.
    pub fn named(word: &str) -> Option<Kind> {
        let tag = word.replace('-', "_");
        documents::KINDS.into_iter().find(|kind| *kind == tag).map(Kind)
    }

    pub fn names(between: &str) -> String {
        documents::KINDS.join(between)
    }

    /// The tag in the data.
    fn tag(self) -> &'static str {
        self.0
    }
}

pub fn paper(console: &mut Console, kind: Kind, example: bool) -> Result<Exit, Stop> {
    let lang = console.lang;
    if example {
        let sample = documents::example(kind.tag()).expect("there is a sample of every kind");
        let text = serde_json::to_string_pretty(&sample).expect("a paper is plain data");
        console.line(&text)?;
        return Ok(Exit::Fine);
    }
    if io::stdin().is_terminal() || io::stdout().is_terminal() {
        let call = format!("uketsuke-admin paper {} < data.json > out.pdf", kind.tag());
        return Err(usage(
            lang,
            format!("データを受け取り、PDFを渡す先がいります。{call} の形で実行してください。"),
            format!("Data must come in and the PDF must go somewhere. It is called as: {call}."),
        ));
    }
    let from = lang.say("データ", "data");
    let data = json::value(lang, &from, io::stdin().lock())?;
    let data = untagged(lang, &from, kind, data)?;
    let paper: Paper = json::seeded(lang, &from, data, OfKind(kind.tag()))?;
    let pdf = documents::render(Fonts::embedded(), &paper).map_err(|refused| unprintable(lang, &refused))?;
    console.file(&pdf)?;
    Ok(Exit::Fine)
}

/// The data without its `kind`, which must be the paper asked for where it is said.
fn untagged(lang: Lang, from: &str, kind: Kind, mut data: Value) -> Result<Value, Stop> {
    let tag = data.as_object_mut().and_then(|fields| fields.remove("kind"));
    match tag {
        None => Ok(data),
        Some(Value::String(tag)) if tag == kind.tag() => Ok(data),
        Some(other) => {
            let other = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            let other: String = other.chars().take(40).collect();
            Err(json::refused(
                lang,
                from,
                format!("「kind」は {other} ですが、頼まれた書類は {} です。", kind.tag()),
                format!("\"kind\" says {other}, but {} was asked for.", kind.tag()),
            ))
        }
    }
}

/// Names the block and the character, never the text around it: it may be a patient's.
fn unprintable(lang: Lang, refused: &Refused) -> Stop {
    let (ja, en) = match refused {
        Refused::MissingGlyph { block, character, codepoint, .. } => (
            format!(
                "「{block}」にある「{character}」（{codepoint}）は、字形がなく印刷できません。別の字にしてください。"
            ),
            format!("{block}: \"{character}\" ({codepoint}) cannot be drawn. Use another character."),
        ),
        Refused::DoesNotFit { block, text } => {
            let length = seen_chars(text);
            (
                format!("「{block}」の{length}文字の文が枠に入りません。短くしてください。"),
                format!("{block}: a text of {length} characters does not fit its box. Shorten it."),
            )
        }
        Refused::BadData { block, reason } => (
            format!("「{block}」のデータでは書類になりません（{reason}）。"),
            format!("{block}: no paper can be made of this ({reason})."),
        ),
    };
    json::refused(lang, &lang.say("書類", "paper"), ja, en)
}
