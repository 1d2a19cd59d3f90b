//! 予約票: the appointment slip for an in-person consultation, one A4 sheet for a window envelope.
//! It has no field for a diagnosis or for what the consultation is about: it travels by open post.

use serde::{Deserialize, Serialize};

use crate::block::address::Addressee;
use crate::block::notes::{heading, numbered};
use crate::block::table::{Cell, Look, Row, table};
use crate::block::when::{When, when};
use crate::block::window::WindowProfile;
use crate::face::{FaceId, Fonts};
use crate::flow::{Density, roomiest};
use crate::paper::foot::{self, Code};
use crate::paper::head::{self, Head};
use crate::paper::part::{Agreed, Contact, Labelled, LabelledList};
use crate::pen::{Align, Pen};
use crate::refused::Refused;
use crate::sheet::{MM, Page, Size};

/// Everything printed on the slip (お知らせ 対面 3–5: R73–R77).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// Prints 「見本」 across the sheet.
    #[serde(default)]
    pub practice: bool,
    #[serde(default)]
    pub size: Size,
    /// The envelope it goes into.
    #[serde(default)]
    pub window: WindowProfile,
    pub addressee: Addressee,
    pub issued: String,
    pub receipt: Labelled,
    pub sender: Vec<String>,
    pub title: String,
    /// Says which earlier slip is void; absent on the first version.
    #[serde(default)]
    pub version_line: Option<String>,
    pub lead: String,
    pub agreed: Agreed,
    pub doctor: Labelled,
    pub place: Labelled,
    pub fee: Labelled,
    pub bring: LabelledList,
    #[serde(default)]
    pub notes_heading: String,
    pub notes: Vec<String>,
    pub contact: Contact,
    /// What the square code says.
    pub code: String,
    /// Names in running text that must not be broken over two lines.
    #[serde(default)]
    pub unbroken: Vec<String>,
}

const TABLE: Look = Look {
    label: FaceId::GothicBold,
    text: FaceId::Gothic,
    label_width: 40.0 * MM,
    padding: 7.5,
    spread: false,
};
/// Where a slip is handed over, its labels are set narrower.
const NARROW: Look = Look { label_width: 32.0 * MM, ..TABLE };

pub(crate) fn pages(fonts: &Fonts, slip: &Slip) -> Result<Vec<Page>, Refused> {
    let pen = Pen::new(fonts, &slip.unbroken);
    let pages = vec![roomiest(|density| page(&pen, slip, density))?];
    match slip.size {
        Size::A4 => slip.window.guard(pages),
        Size::A5 => Ok(pages),
    }
}

fn page(pen: &Pen, slip: &Slip, density: Density) -> Result<Page, Refused> {
    let head = Head {
        practice: slip.practice,
        size: slip.size,
        window: &slip.window,
        to: &slip.addressee,
        issued: &slip.issued,
        receipt: &slip.receipt,
        sender: &slip.sender,
        title: &slip.title,
        version_line: slip.version_line.as_deref(),
    };
    let mut flow = head::begin(pen, density, &head)?;
    let code = Code { text: &slip.code, caption: &slip.receipt.text };
    foot::pin(&mut flow, &[&slip.contact], Some(&code))?;
    let body = flow.body(FaceId::Gothic);
    if !slip.lead.is_empty() {
        flow.para("lead", &slip.lead, body, Align::Justified)?;
        flow.space(8.0);
    }
    let agreed = &slip.agreed;
    when(&mut flow, &When { label: &agreed.label, date: &agreed.date, below: &agreed.below })?;
    flow.space(14.0);
    let look = if slip.size == Size::A5 { NARROW } else { TABLE };
    table(&mut flow, look, &rows(slip))?;
    flow.space(14.0);
    heading(&mut flow, "notes", &slip.notes_heading, FaceId::GothicBold)?;
    numbered(&mut flow, "notes", &slip.notes, body, 2.0)?;
    flow.finish("notes", slip.notes.last().map_or("", String::as_str), 10.0)
}

fn rows(slip: &Slip) -> [Row<'_>; 4] {
    [
        Row { name: "doctor", label: &slip.doctor.label, text: Cell::Text(&slip.doctor.text) },
        Row { name: "place", label: &slip.place.label, text: Cell::Text(&slip.place.text) },
        Row { name: "fee", label: &slip.fee.label, text: Cell::Text(&slip.fee.text) },
        Row { name: "bring", label: &slip.bring.label, text: Cell::List(&slip.bring.items) },
    ]
}
