//! What a command answers when it does not do what was asked. A code for each thing the screen does differently.
use domain::Refusal;
use domain::era::DateTrouble;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// "You may not, and this is why" ([`Failure::Refused`]) is never mixed with "we broke" ([`Failure::Internal`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Failure {
    #[error("refused: {refusal:?}")]
    Refused { refusal: Refusal },
    /// The request is not what the command takes; `what` says where.
    #[error("bad request: {what}")]
    BadRequest { what: String },
    #[error("more than {limit} bytes")]
    TooLarge { limit: usize },
    #[error("no such thing")]
    NotFound,
    /// Somebody changed the case meanwhile; nothing was written.
    #[error("changed meanwhile")]
    Conflict,
    #[error("date: {trouble:?}")]
    Date { trouble: DateTrouble },
    /// No register is open, see the frame.
    #[error("no register is open")]
    Closed,
    #[error("store: {trouble:?}")]
    Store { trouble: StoreTrouble },
    #[error("paper: {trouble:?}")]
    Paper { trouble: PaperTrouble },
    #[error("printer: {detail}")]
    Printer { detail: String },
    /// A person must be chosen before anything is written.
    #[error("nobody is signed in")]
    NoPerson,
    /// We broke; `report` is a number for the person who helps, without anything about a patient.
    #[error("internal error {report}")]
    Internal { report: String },
}

/// Why the register cannot be used, or a write did not happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "store", rename_all = "snake_case")]
pub enum StoreTrouble {
    /// Neither a register nor a trace of one: the first run.
    NeverCreated,
    AlreadyExists,
    /// A register was here and is gone.
    Missing,
    Empty,
    Foreign,
    Newer {
        found: u32,
        known: u32,
    },
    Corrupt,
    Locked,
    ReadOnly,
    NetworkDrive,
    DiskFull,
    Io {
        kind: String,
    },
    BackupBad {
        why: String,
    },
}

/// Why a paper was not drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum PaperTrouble {
    MissingGlyph { block: String, text: String, character: String, codepoint: String },
    DoesNotFit { block: String, text: String },
    BadData { block: String, reason: String },
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused { refusal }
    }
}
