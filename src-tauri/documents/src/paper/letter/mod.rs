//! Any paper that is a head, parts in order, and a foot: one data type and one layout. Kinds of letters differ in what
//! is put in, never in how it is set, so a new one needs no layout of its own.

mod part;
mod parts;
mod set;
mod stack;

use serde::{Deserialize, Serialize};

use crate::block::address::Addressee;
use crate::block::window::WindowProfile;
use crate::face::Fonts;
use crate::flow::Flow;
use crate::paper::doctor::DoctorAddressee;
use crate::paper::part::{Contact, Labelled};
use crate::refused::Refused;
use crate::sheet::{Page, Size};

pub use part::{Blank, Column, Part, Tick};

/// Everything printed on a letter, a list or a form.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Prints 「見本」 across each sheet.
    #[serde(default)]
    pub practice: bool,
    #[serde(default)]
    pub size: Size,
    /// The envelope an A4 sheet goes into: where the address must stand, and where the sheet is folded.
    #[serde(default)]
    pub window: WindowProfile,
    pub head: Head,
    /// May be empty on a sheet that carries nothing but the address.
    pub title: String,
    /// Says which earlier sheet is void; absent on the first version.
    #[serde(default)]
    pub version_line: Option<String>,
    pub parts: Vec<Part>,
    /// Whom to ask, side by side; at most two.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// The small code every sheet carries, and what stands under it.
    #[serde(default)]
    pub code: Option<Code>,
    /// Names in running text that must not be broken over two lines.
    #[serde(default)]
    pub unbroken: Vec<String>,
}

/// A square code.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// What a reader reads.
    pub text: String,
    /// What stands under it for people: the receipt number.
    pub caption: String,
}

/// To whom a sheet goes, which decides its face and the order of its head.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case", deny_unknown_fields)]
pub enum Head {
    /// To a patient or applicant in a window envelope, in gothic.
    Window { addressee: Addressee, issued: String, receipt: Labelled, sender: Vec<String> },
    /// To a doctor elsewhere: mincho, in the order of a Japanese business letter.
    Doctor {
        addressee: DoctorAddressee,
        issued: String,
        /// 発信番号.
        #[serde(default)]
        number: Option<String>,
        /// 親展, framed above the addressee.
        #[serde(default)]
        confidential: Option<String>,
        sender: Vec<String>,
    },
    /// Inside the hospital, or to nobody (a list, a form): gothic.
    Inside {
        /// To whom, one line each; may be empty.
        lines: Vec<String>,
        issued: String,
        #[serde(default)]
        receipt: Option<Labelled>,
        sender: Vec<String>,
    },
}

impl Default for Head {
    /// To nobody.
    fn default() -> Self {
        Self::Inside { lines: Vec::new(), issued: String::new(), receipt: None, sender: Vec::new() }
    }
}

impl Head {
    /// What the sheets after the first carry beside the title, so that a dropped one finds its way back.
    fn receipt(&self) -> Option<&Labelled> {
        match self {
            Self::Window { receipt, .. } => Some(receipt),
            Self::Inside { receipt, .. } => receipt.as_ref(),
            Self::Doctor { .. } => None,
        }
    }
}

/// Parts at the foot of what is left of a column.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`, and what a part refuses.
pub(crate) fn at_the_foot(flow: &mut Flow, parts: &[Part]) -> Result<(), Refused> {
    let mut pieces = parts::pieces(flow.pen, flow.density, flow.faces, flow.rest, parts)?;
    let Some(first) = pieces.first_mut() else { return Ok(()) };
    first.spring = true;
    let taken = stack::fitting(flow, &pieces)?;
    if taken < pieces.len() {
        return Err(stack::over_full(&pieces, taken));
    }
    stack::draw(flow, &pieces);
    Ok(())
}

pub(crate) fn pages(fonts: &Fonts, letter: &Letter) -> Result<Vec<Page>, Refused> {
    if letter.contacts.len() > 2 {
        return Err(Refused::bad_data("contact", "there are more than two contacts"));
    }
    let pages = set::pages(fonts, letter)?;
    match (&letter.head, letter.size) {
        (Head::Window { .. }, Size::A4) => letter.window.guard(pages),
        _ => Ok(pages),
    }
}
