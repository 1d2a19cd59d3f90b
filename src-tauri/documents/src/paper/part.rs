//! Small pieces of data several papers share. All text is finished: the desk has formatted dates and chosen words.

use serde::{Deserialize, Serialize};

/// A row: a short label and one paragraph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    pub label: String,
    /// An empty text leaves the row out.
    pub text: String,
}

/// A row: a short label and a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelledList {
    pub label: String,
    /// An empty list leaves the row out.
    pub items: Vec<String>,
}

/// A heading with a few lines under it: a telephone, its hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub heading: String,
    pub lines: Vec<String>,
}

/// The agreed day and time as they stand in the frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    pub label: String,
    /// `令和8年11月30日（月）14:00`
    pub date: String,
    /// When and where to be there.
    pub below: Vec<String>,
}
