//! CLINICS予約のご案内: what a patient must do to keep an online consultation that was agreed by telephone.
//! One A4 sheet for a window envelope. Like the slip, it has no field for a diagnosis.

use serde::{Deserialize, Serialize};

use crate::block::address::Addressee;
use crate::block::notes::{heading, numbered};
use crate::block::steps::{Step, steps};
use crate::block::table::{Cell, Look, Row, table};
use crate::block::when::{When, deadline, when};
use crate::block::window::WindowProfile;
use crate::face::{FaceId, Fonts};
use crate::flow::{Density, roomiest};
use crate::paper::foot::{self, Code};
use crate::paper::head::{self, Head};
use crate::paper::part::{Agreed, Contact, Labelled};
use crate::pen::{Align, Pen, Style};
use crate::refused::Refused;
use crate::sheet::{MM, Page, Size};

/// Everything printed on the guide (お知らせ オンライン 4–8: R87–R98).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClinicsGuide {
    /// Prints 「見本」 across the sheet.
    #[serde(default)]
    pub practice: bool,
    /// The envelope it goes into.
    #[serde(default)]
    pub window: WindowProfile,
    pub addressee: Addressee,
    pub issued: String,
    pub receipt: Labelled,
    pub sender: Vec<String>,
    pub title: String,
    /// Says which earlier guide is void; absent on the first version.
    #[serde(default)]
    pub version_line: Option<String>,
    pub lead: String,
    pub agreed: Agreed,
    /// By when the patient must have registered and booked.
    pub deadline: Labelled,
    #[serde(default)]
    pub steps_heading: String,
    /// In the order they are done.
    pub steps: Vec<Step>,
    /// The exact name of the menu to choose (R91).
    pub menu: Labelled,
    pub doctor: Labelled,
    pub fee: Labelled,
    /// To whom the report goes, and how (R98).
    pub report: Labelled,
    #[serde(default)]
    pub notes_heading: String,
    pub notes: Vec<String>,
    /// That the booking site is not the hospital's (R89, R90).
    pub disclaimer: String,
    /// The hospital, for changes (R92).
    pub contact: Contact,
    /// The site's own telephone, for its operation (R88).
    pub help_desk: Contact,
    /// What the square code says.
    pub code: String,
    /// Names in running text that must not be broken over two lines.
    #[serde(default)]
    pub unbroken: Vec<String>,
}

const TABLE: Look = Look {
    label: FaceId::GothicBold,
    text: FaceId::Gothic,
    label_width: 36.0 * MM,
    padding: 5.0,
    spread: false,
};

pub(crate) fn pages(fonts: &Fonts, guide: &ClinicsGuide) -> Result<Vec<Page>, Refused> {
    let pen = Pen::new(fonts, &guide.unbroken);
    let page = roomiest(|density| page(&pen, guide, density))?;
    guide.window.guard(vec![page])
}

fn page(pen: &Pen, guide: &ClinicsGuide, density: Density) -> Result<Page, Refused> {
    let head = Head {
        practice: guide.practice,
        size: Size::A4,
        window: &guide.window,
        to: &guide.addressee,
        issued: &guide.issued,
        receipt: &guide.receipt,
        sender: &guide.sender,
        title: &guide.title,
        version_line: guide.version_line.as_deref(),
    };
    let mut flow = head::begin(pen, density, &head)?;
    let code = Code { text: &guide.code, caption: &guide.receipt.text };
    foot::pin(&mut flow, &[&guide.contact, &guide.help_desk], Some(&code))?;
    let body = flow.body(FaceId::Gothic);
    if !guide.lead.is_empty() {
        flow.para("lead", &guide.lead, body, Align::Justified)?;
        flow.space(6.0);
    }
    let agreed = &guide.agreed;
    when(&mut flow, &When { label: &agreed.label, date: &agreed.date, below: &agreed.below })?;
    deadline(&mut flow, &guide.deadline.label, &guide.deadline.text)?;
    flow.space(11.0);
    heading(&mut flow, "steps", &guide.steps_heading, FaceId::GothicBold)?;
    steps(&mut flow, &guide.steps)?;
    flow.space(9.0);
    table(&mut flow, TABLE, &rows(guide))?;
    flow.space(9.0);
    let small = Style::new(FaceId::Gothic, (body.size - 0.5).max(9.0), body.lead * 0.94);
    heading(&mut flow, "notes", &guide.notes_heading, FaceId::GothicBold)?;
    numbered(&mut flow, "notes", &guide.notes, small, 1.0)?;
    if !guide.disclaimer.is_empty() {
        flow.space(5.0);
        flow.para("disclaimer", &guide.disclaimer, Style::new(FaceId::Gothic, 9.0, 13.5), Align::Justified)?;
    }
    flow.finish("disclaimer", &guide.disclaimer, 8.0)
}

fn rows(guide: &ClinicsGuide) -> [Row<'_>; 4] {
    [
        Row { name: "menu", label: &guide.menu.label, text: Cell::Text(&guide.menu.text) },
        Row { name: "doctor", label: &guide.doctor.label, text: Cell::Text(&guide.doctor.text) },
        Row { name: "fee", label: &guide.fee.label, text: Cell::Text(&guide.fee.text) },
        Row { name: "report", label: &guide.report.label, text: Cell::Text(&guide.report.text) },
    ]
}
