//! `replay`: makes every case again from its journal and compares it with the record that lists and papers use.
use std::collections::BTreeSet;
use std::path::Path;

use domain::history::{Entry, replay as cases_of};
use domain::ids::CaseId;
use register::{JournalFilter, Page, Register, Stored, Trouble};
use serde::Serialize;
use serde_json::Value;

use crate::console::{Console, Exit, Lang, Stop};
use crate::trouble;

/// Entries of the journal read at a time.
const PAGE: u32 = 20_000;
/// Places of one case that are named.
const PLACES: usize = 12;
/// How often a case that somebody is working on is read again.
const TRIES: usize = 5;

pub fn replay(console: &mut Console, file: &Path) -> Result<Exit, Stop> {
    let lang = console.lang;
    let failed = |trouble| trouble::stop(lang, file, &trouble);
    let register = Register::open_to_verify(file).map_err(failed)?;
    let (mut compared, mut different) = (0u64, 0u64);
    for id in ids(&register).map_err(failed)? {
        compared += 1;
        if let Some(found) = compare(&register, id).map_err(failed)? {
            different += 1;
            found.row(console, id)?;
        }
    }
    console.line(&match different {
        0 => lang.say(
            format!("申込{compared}件を履歴から作り直しました。記録との違いは0件です。"),
            format!("{compared} cases were made again from the journal. 0 differ from their records."),
        ),
        _ => lang.say(
            format!("申込{compared}件を履歴から作り直しました。記録との違いは{different}件です。ファイルには手を加えていません。verify でも調べ、異常のない控えから restore で戻してください。"),
            format!("{compared} cases were made again from the journal. {different} differ from their records. The file was not touched; run verify too, and restore a backup that it finds sound."),
        ),
    })?;
    Ok(if different == 0 { Exit::Fine } else { Exit::NotFine })
}

/// Every case that the journal or the records know.
fn ids(register: &Register) -> Result<BTreeSet<CaseId>, Trouble> {
    let mut ids = BTreeSet::new();
    // Ends at the first altered row; the journal names those behind it.
    let known = register.all_cases(&mut |id, _| {
        ids.insert(id);
    });
    match known {
        Err(Trouble::Corrupt { .. }) => {}
        other => other?,
    }
    let filter = JournalFilter { subject_kind: Some("case".to_owned()), ..JournalFilter::default() };
    let mut page = Page::first(PAGE);
    loop {
        let lines = register.journal(&filter, page)?;
        let named = lines.iter().map(|line| {
            let id = line.subject_key.parse::<CaseId>();
            id.map_err(|_| Trouble::Corrupt { detail: format!("journal entry {}", line.seq) })
        });
        ids.extend(named.collect::<Result<Vec<_>, _>>()?);
        if lines.len() < PAGE as usize {
            return Ok(ids);
        }
        page.offset += PAGE;
    }
}

/// How a case and its journal disagree.
enum Found {
    /// The journal makes another case; the places, as paths into the record.
    Differs { number: String, places: Vec<String> },
    /// As many entries as changes there should be, but there are not.
    Count { number: String, entries: usize, revision: i64 },
    /// The record was altered or cannot be read.
    Altered,
    /// The journal tells of a case without a record.
    Lost,
    /// An entry of the journal cannot be read.
    Journal,
}

fn compare(register: &Register, id: CaseId) -> Result<Option<Found>, Trouble> {
    let mut tries = 0;
    loop {
        let stored = match damage(register.load(id))? {
            Err(Damaged) => return Ok(Some(Found::Altered)),
            Ok(None) => return Ok(Some(Found::Lost)),
            Ok(Some(stored)) => stored,
        };
        let Ok(entries) = damage(register.history(id))? else { return Ok(Some(Found::Journal)) };
        let found = judge(&stored, &entries);
        tries += 1;
        if found.is_none() || tries == TRIES || !changed_since(register, &stored)? {
            return Ok(found);
        }
    }
}

/// Somebody at the desk changed the case between the two readings.
fn changed_since(register: &Register, stored: &Stored) -> Result<bool, Trouble> {
    let again = damage(register.load(stored.id))?.ok().flatten();
    Ok(again.is_some_and(|again| again.revision != stored.revision))
}

struct Damaged;

/// Separates damage, which is a finding, from what keeps us from reading.
fn damage<T>(read: Result<T, Trouble>) -> Result<Result<T, Damaged>, Trouble> {
    match read {
        Err(Trouble::Corrupt { .. } | Trouble::Sql { .. }) => Ok(Err(Damaged)),
        other => other.map(Ok),
    }
}

fn judge(stored: &Stored, entries: &[Entry]) -> Option<Found> {
    let number = || stored.case.number.map(|number| number.to_string()).unwrap_or_default();
    let made = cases_of(entries);
    if made != stored.case {
        let mut places = Vec::new();
        differing("", &json(&stored.case), &json(&made), &mut places);
        return Some(Found::Differs { number: number(), places });
    }
    let counted = i64::try_from(entries.len()).is_ok_and(|entries| entries == stored.revision);
    (!counted).then(|| Found::Count { number: number(), entries: entries.len(), revision: stored.revision })
}

fn json(case: &impl Serialize) -> Value {
    serde_json::to_value(case).expect("a case is plain data")
}

/// Where two records differ, never what stands there.
fn differing(at: &str, one: &Value, other: &Value, places: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for key in keys {
                let inner = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                let value = |of: &serde_json::Map<String, Value>| of.get(key).cloned().unwrap_or_default();
                differing(&inner, &value(one), &value(other), places);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                differing(&format!("{at}[{index}]"), one, other, places);
            }
        }
        (one, other) if one == other || places.len() >= PLACES => {}
        _ => places.push(at.to_owned()),
    }
}

impl Found {
    /// Code, case, receipt number, sentence, between tabs.
    fn row(&self, console: &mut Console, id: CaseId) -> Result<(), Stop> {
        let (code, number, sentence) = self.words(console.lang);
        console.row(&[code, &id.to_string(), number, &sentence])
    }

    fn words(&self, lang: Lang) -> (&'static str, &str, String) {
        match self {
            Found::Differs { number, places } => {
                let places = places.join(" ");
                let words = lang.say(
                    format!("履歴から作り直したものと違います。違う所：{places}"),
                    format!("The journal makes another case. Places: {places}"),
                );
                ("differs", number, words)
            }
            Found::Count { number, entries, revision } => {
                let words = lang.say(
                    format!("変更は{revision}回のはずですが、履歴は{entries}件です。"),
                    format!("{revision} changes, but {entries} journal entries."),
                );
                ("count", number, words)
            }
            Found::Altered => {
                let words = lang.say(
                    "記録が書き換えられているか、読めません。",
                    "The record was altered or cannot be read.",
                );
                ("altered", "", words)
            }
            Found::Lost => (
                "lost",
                "",
                lang.say("履歴にあるのに、記録がありません。", "In the journal, but there is no record."),
            ),
            Found::Journal => (
                "journal",
                "",
                lang.say("この申込の履歴が読めません。", "The journal of this case cannot be read."),
            ),
        }
    }
}
