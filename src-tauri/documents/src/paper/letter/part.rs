//! The parts a letter is put together from. All text is finished; a part says only what it is.

use serde::{Deserialize, Serialize};

use crate::paper::part::Labelled;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case", deny_unknown_fields)]
pub enum Part {
    /// Running text, both edges flush.
    Paragraph {
        text: String,
    },
    /// 記.
    Centred {
        text: String,
    },
    /// 敬具, 以上.
    Right {
        text: String,
    },
    Heading {
        text: String,
    },
    /// The one thing nobody may overlook, in a heavy frame.
    Framed {
        label: String,
        text: String,
        #[serde(default)]
        below: Vec<String>,
    },
    /// A label and its text in each row; a row without text is left out.
    Rows {
        rows: Vec<Labelled>,
    },
    /// Each item behind a dot.
    List {
        items: Vec<String>,
    },
    Numbered {
        items: Vec<String>,
    },
    /// A table with a head row, which is repeated on each sheet. Cells wrap; rows are not split.
    Grid {
        columns: Vec<Column>,
        rows: Vec<Vec<String>>,
    },
    /// Boxes in `columns` columns, ticked or to be ticked by hand.
    Ticks {
        items: Vec<Tick>,
        #[serde(default = "one")]
        columns: u8,
    },
    /// Fields to be written in by hand.
    Blanks {
        rows: Vec<Blank>,
    },
    /// Somebody's own words to the letter, in a thin frame; their line breaks are kept.
    Words {
        text: String,
    },
    /// Labels with a rule to write on: signature, date, seal.
    Signature {
        lines: Vec<String>,
    },
    /// きりとり線: what follows is cut off and sent back.
    Cut {
        text: String,
    },
    /// An address to cut out and glue on (返信用宛名).
    ReplyAddress {
        postcode: String,
        address: Vec<String>,
        name: String,
        honorific: String,
    },
    /// What follows stands at the foot of the sheet.
    Foot,
}

fn one() -> u8 {
    1
}

/// A column of a [`Part::Grid`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub label: String,
    /// Share of the width, in any unit: 3 and 1 are three quarters and one.
    pub share: f32,
}

/// A box with its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    pub text: String,
    #[serde(default)]
    pub done: bool,
}

/// A field to be written in by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    pub label: String,
    /// A small word inside the field: how to fill it in.
    #[serde(default)]
    pub hint: String,
    /// What is already known, printed in the field.
    #[serde(default)]
    pub text: String,
    /// Height in lines of handwriting; 0 is taken for 1.
    #[serde(default = "one")]
    pub lines: u8,
}
