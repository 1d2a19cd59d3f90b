//! The life of a case as the journal has it: replay, and what the last step back is. Never edits an entry.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Action;
use crate::case::Case;
use crate::ids::Mark;

/// What the journal keeps of a case: an action, or the taking back of an earlier entry.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every event is an action; the small one is the exception"
)]
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
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub seq: i64,
    pub mark: Mark,
    pub event: Event,
}

/// The actions that count, in order, with the entries that stand behind them. Read from the end: an undo that was
/// itself taken back no longer counts, and none reaches forward.
pub fn standing(entries: &[Entry]) -> Vec<(&Entry, &Action)> {
    let mut back: Vec<i64> = Vec::new();
    let mut standing = Vec::new();
    for entry in entries.iter().rev() {
        match &entry.event {
            _ if back.contains(&entry.seq) => {}
            Event::TakenBack { seq } if *seq < entry.seq => back.push(*seq),
            Event::TakenBack { .. } => {}
            Event::Done { action } => standing.push((entry, action)),
        }
    }
    standing.reverse();
    standing
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
