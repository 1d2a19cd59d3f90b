//! Why a paper was not made. A refusal names the block, and the character or the text that stands in the way,
//! so the clerk can put it right; a paper is never printed with a blank box or with lines over each other.

/// A paper that cannot be printed as asked. `block` is the stable name of the part of the paper
/// (`"addressee.name"`, `"notes"`, ...), which the screen translates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Refused {
    /// A character, or a variant asked for by a selector, that the built-in faces cannot draw.
    #[error("{block}: no glyph for {codepoint}")]
    MissingGlyph {
        block: String,
        /// The whole text in which it stands.
        text: String,
        /// The character as typed, with its variation selector if it has one.
        character: String,
        /// `U+1F600`, or `U+845B U+E0105` for a base with its selector.
        codepoint: String,
    },
    /// Text that is too long for its block even at the smallest permitted size.
    #[error("{block}: the text does not fit")]
    DoesNotFit { block: String, text: String },
    /// Data from which no sensible paper follows: a sheet without labels, a start position that does not exist.
    #[error("{block}: {reason}")]
    BadData { block: String, reason: String },
}

/// Every name a refusal can give a block, for the screen's dictionary.
pub const BLOCK_NAMES: [&str; 68] = [
    "addressee",
    "addressee.address",
    "addressee.name",
    "addressee.postcode",
    "batch",
    "below",
    "birth",
    "blanks",
    "body",
    "bring",
    "calibration",
    "check_bar",
    "closing",
    "code",
    "confidential",
    "contact",
    "continued",
    "cut",
    "day",
    "deadline",
    "disclaimer",
    "doctor",
    "enclosed",
    "end",
    "fee",
    "fold_mark",
    "framed",
    "grid",
    "heading",
    "issued",
    "label",
    "label.address",
    "label.code",
    "label.department",
    "label.institution",
    "label.mark",
    "label.name",
    "label.postcode",
    "lead",
    "list",
    "menu",
    "notes",
    "numbered",
    "opening",
    "page_number",
    "paragraph",
    "patient",
    "place",
    "receipt",
    "reply_address",
    "report",
    "rows",
    "ruler",
    "sample_mark",
    "sender",
    "sheet",
    "signature",
    "steps",
    "subject",
    "ticks",
    "title",
    "to",
    "version_line",
    "when",
    "when.below",
    "window",
    "words",
    "zone",
];

impl Refused {
    pub(crate) fn does_not_fit(block: &str, text: &str) -> Self {
        Self::DoesNotFit { block: block.to_owned(), text: text.to_owned() }
    }

    pub(crate) fn bad_data(block: &str, reason: impl Into<String>) -> Self {
        Self::BadData { block: block.to_owned(), reason: reason.into() }
    }
}
