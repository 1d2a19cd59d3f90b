//! Turns what the register and the papers say into what the screen can act on.
use documents::Refused;
use domain::{Refusal, Why};
use register::Trouble;

use crate::wire::{Failure, PaperTrouble, StoreTrouble};

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        store_failure(&trouble)
    }
}

pub(crate) fn store_failure(trouble: &Trouble) -> Failure {
    let trouble = match trouble {
        Trouble::NotFound => return Failure::NotFound,
        Trouble::Conflict => return Failure::Conflict,
        Trouble::SlotTaken => return Failure::Refused { refusal: Refusal::by(71, Why::SlotTaken) },
        Trouble::NeverCreated => StoreTrouble::NeverCreated,
        Trouble::AlreadyExists => StoreTrouble::AlreadyExists,
        Trouble::Missing => StoreTrouble::Missing,
        Trouble::Empty => StoreTrouble::Empty,
        Trouble::Foreign => StoreTrouble::Foreign,
        Trouble::Newer { found, known } => StoreTrouble::Newer { found: *found, known: *known },
        Trouble::Corrupt { .. } => StoreTrouble::Corrupt,
        Trouble::Locked => StoreTrouble::Locked,
        Trouble::ReadOnly => StoreTrouble::ReadOnly,
        Trouble::NetworkDrive => StoreTrouble::NetworkDrive,
        Trouble::DiskFull => StoreTrouble::DiskFull,
        Trouble::Io { kind } => StoreTrouble::Io { kind: kind.clone() },
        Trouble::BackupBad { why } => StoreTrouble::BackupBad { why: why.clone() },
        Trouble::Contradiction => return Failure::Internal { report: "register:contradiction".into() },
        Trouble::Sql { code, .. } => return Failure::Internal { report: format!("register:sql-{code}") },
    };
    Failure::Store { trouble }
}

pub(crate) fn is_damage(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Corrupt { .. } | Trouble::Empty | Trouble::Foreign | Trouble::Contradiction)
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let trouble = match refused {
            Refused::MissingGlyph { block, text, character, codepoint } => {
                PaperTrouble::MissingGlyph { block, text, character, codepoint }
            }
            Refused::DoesNotFit { block, text } => PaperTrouble::DoesNotFit { block, text },
            Refused::BadData { block, reason } => PaperTrouble::BadData { block, reason },
        };
        Failure::Paper { trouble }
    }
}
