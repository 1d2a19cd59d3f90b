//! The life of a case as the journal has it: replay, and what the last step back is. Never edits an entry.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Action;
use crate::case::Case;
use crate::ids::Mark;

/// What the journal keeps of a case: an action, or the taking back of an earlier entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    Done {
        action: Action,
    },
    /// Undo is an entry of its own: entry `seq` no longer counts.
    TakenBack {
        seq: i64,
    },
}

/// One entry of the journal that concerns a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Entry {
    pub seq: i64,
    pub mark: Mark,
    pub event: Event,
}

/// The actions that count, in order, with the entries that stand behind them.
pub fn standing(entries: &[Entry]) -> Vec<(&Entry, &Action)> {
    let back: Vec<i64> = entries
        .iter()
        .filter_map(|entry| match entry.event {
            Event::TakenBack { seq } => Some(seq),
            Event::Done { .. } => None,
        })
        .collect();
    entries
        .iter()
        .filter(|entry| !back.contains(&entry.seq))
        .filter_map(|entry| match &entry.event {
            Event::Done { action } => Some((entry, action)),
            Event::TakenBack { .. } => None,
        })
        .collect()
}

/// The case that these entries make.
pub fn replay(entries: &[Entry]) -> Case {
    standing(entries)
        .into_iter()
        .fold(Case::default(), |case, (entry, action)| case.after(action, &entry.mark))
}

/// The entry that an undo would take back: the last standing one, unless it reached the world outside
/// (a paper was printed or posted, a receipt number was issued).
pub fn undoable(entries: &[Entry]) -> Option<&Entry> {
    let (entry, action) = standing(entries).into_iter().next_back()?;
    let outside = matches!(
        action,
        Action::Inquire { .. }
            | Action::ReceivePacket { .. }
            | Action::IssuePaper { .. }
            | Action::PostPaper { .. }
            | Action::PostReport { .. }
    );
    (!outside).then_some(entry)
}
