//! What a block is to somebody who hears the paper instead of seeing it. Decided by the block's name alone, so that
//! layouts need not think of it; only a table with more than two columns marks its cells ([`Cmd::Cell`]).

use crate::sheet::{Block, Cmd};

/// The part a block plays when the paper is read aloud (PDF 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The one heading of the paper.
    Title,
    /// A heading over a part of it.
    Heading,
    /// One text on one or several lines.
    Paragraph,
    /// Several short texts, each on its own line: an address, telephone numbers.
    Lines,
    /// A row of a table: the first text heads the others.
    Row,
    /// A row of a table whose commands stand between [`Cmd::Cell`] marks.
    Cells,
    /// An entry of a list: the first text is its number, dot or box.
    Item,
    /// Not read: fold marks, 見本, page numbers, rulers.
    Mark,
}

impl Role {
    pub fn of(block: &Block) -> Self {
        let texts = || block.commands.iter().filter(|c| matches!(c, Cmd::Text { .. }));
        if block.under || !block.commands.iter().any(|c| matches!(c, Cmd::Text { .. } | Cmd::Modules { .. }))
        {
            return Self::Mark;
        }
        if block.commands.iter().any(|c| matches!(c, Cmd::Cell { .. })) {
            return Self::Cells;
        }
        match block.name {
            "fold_mark" | "sample_mark" | "page_number" | "ruler" => Self::Mark,
            "title" | "subject" => Self::Title,
            "heading" => Self::Heading,
            // The heading of a list bears the name of the list, and has no number.
            "notes" | "steps" if texts().count() == 1 => Self::Heading,
            "notes" | "steps" | "list" | "numbered" | "ticks" => Self::Item,
            "bring" | "birth" | "day" | "doctor" | "enclosed" | "fee" | "menu" | "patient" | "place"
            | "report" | "rows" | "blanks" => Self::Row,
            "body" | "lead" | "disclaimer" | "paragraph" | "words" | "version_line" => Self::Paragraph,
            _ => Self::Lines,
        }
    }
}
