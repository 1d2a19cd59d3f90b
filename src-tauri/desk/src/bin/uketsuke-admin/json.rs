//! Reading JSON from outside: a limited size, and a refusal that names the field.
use std::io::{self, Read};
use std::marker::PhantomData;

use desk::REQUEST_LIMIT;
use serde::de::{DeserializeOwned, DeserializeSeed};
use serde_json::Value;
use serde_path_to_error::Track;

use crate::console::{Exit, Lang, Stop, shown};

/// Reads a whole record.
pub fn read<T: DeserializeOwned>(lang: Lang, from: &str, source: impl Read) -> Result<T, Stop> {
    typed(lang, from, value(lang, from, source)?)
}

/// Reads JSON of any shape; at most as much as the desk takes in one request.
pub fn value(lang: Lang, from: &str, source: impl Read) -> Result<Value, Stop> {
    let mut bytes = Vec::new();
    let limit = REQUEST_LIMIT as u64;
    source.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(lang, from, &error))?;
    if bytes.len() > REQUEST_LIMIT {
        return Err(refused(
            lang,
            from,
            format!("大きすぎます（{}KBまで）。", REQUEST_LIMIT / 1024),
            format!("too large (at most {} KB).", REQUEST_LIMIT / 1024),
        ));
    }
    // Editors on Windows put a byte order mark in front.
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    serde_json::from_slice(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        refused(
            lang,
            from,
            format!("{line}行{column}文字目が JSON（UTF-8）として読めません。"),
            format!("not JSON in UTF-8 at line {line}, column {column}."),
        )
    })
}

/// Takes JSON for a record; the refusal names the field by its path, never what stands there.
pub fn typed<T: DeserializeOwned>(lang: Lang, from: &str, value: Value) -> Result<T, Stop> {
    seeded(lang, from, value, PhantomData)
}

/// Takes JSON for what `seed` reads, as [`typed`] does.
pub fn seeded<'de, S>(lang: Lang, from: &str, value: Value, seed: S) -> Result<S::Value, Stop>
where
    S: DeserializeSeed<'de>,
{
    if !value.is_object() {
        // The reader would take a list for the fields in their order.
        return Err(refused(
            lang,
            from,
            "{ で始まり } で終わる、名前付きの項目の集まりではありません。",
            "not an object with named fields.",
        ));
    }
    let mut track = Track::new();
    seed.deserialize(serde_path_to_error::Deserializer::new(value, &mut track)).map_err(|error| {
        let wrong = Wrong::of(track.path().to_string(), &error.to_string());
        refused(lang, from, wrong.ja(), wrong.en())
    })
}

/// What is wrong with which field.
enum Wrong {
    Unknown { field: String, known: Vec<String> },
    Missing { field: String },
    Other { field: String, expected: String },
}

impl Wrong {
    /// The reader's words begin with what is wrong and put names between backquotes.
    fn of(path: String, why: &str) -> Wrong {
        let mut quoted = why.split('`').skip(1).step_by(2).map(str::to_owned);
        let name = quoted.next().unwrap_or_default();
        let parent = if path == "." { "" } else { path.as_str() };
        if why.starts_with("unknown field") {
            // The path ends in the field that was met, but for data that is read by its tag.
            let met = parent == name || parent.ends_with(&format!(".{name}"));
            let field = match parent {
                "" => name,
                parent if met => parent.to_owned(),
                parent => format!("{parent}.{name}"),
            };
            Wrong::Unknown { field, known: quoted.collect() }
        } else if why.starts_with("missing field") {
            let field = if parent.is_empty() { name } else { format!("{parent}.{name}") };
            Wrong::Missing { field }
        } else {
            // Only what was wanted: what was found may be a patient's.
            let expected = why.rsplit_once("expected ").map_or(why, |(_, expected)| expected);
            Wrong::Other { field: path, expected: expected.to_owned() }
        }
    }

    fn ja(&self) -> String {
        match self {
            Wrong::Unknown { field, known } => {
                format!("「{field}」という項目はありません。ここに書けるのは {} です。", known.join("、"))
            }
            Wrong::Missing { field } => format!("「{field}」がありません。"),
            Wrong::Other { field, expected } => {
                format!("「{field}」の値の形が違います（{expected} を書く所です）。")
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Wrong::Unknown { field, known } => {
                format!("there is no field \"{field}\"; here may stand {}.", known.join(", "))
            }
            Wrong::Missing { field } => format!("\"{field}\" is missing."),
            Wrong::Other { field, expected } => format!("\"{field}\" must be {expected}."),
        }
    }
}

/// The data is not fit; nothing came of it.
pub fn refused(lang: Lang, from: &str, ja: impl AsRef<str>, en: impl AsRef<str>) -> Stop {
    let words = lang.say(
        format!("{from}：{}何も作っていません。", shown(ja.as_ref())),
        format!("{from}: {} Nothing was made.", shown(en.as_ref())),
    );
    Stop::new(Exit::NotFine, words)
}

/// The file or pipe could not be read.
pub fn unreadable(lang: Lang, from: &str, error: &io::Error) -> Stop {
    let words = lang.say(
        format!("{from}：読めませんでした（{error}）。何も変えていません。場所と権限を確かめてください。"),
        format!("{from}: cannot be read ({error}). Nothing was changed. Check path and permissions."),
    );
    Stop::new(Exit::Cannot, words)
}
