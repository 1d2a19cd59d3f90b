//! 報告書送付状: the letter to the referring doctor that goes with the report. One A4 sheet in mincho, in the order
//! of a Japanese business letter: number and date, addressee, sender, subject, greeting, 記, list, 以上.

use serde::{Deserialize, Serialize};

use crate::block::marks;
use crate::block::table::{Cell, Look, Row, table};
use crate::block::window::WindowProfile;
use crate::face::{FaceId, Fonts};
use crate::flow::{Density, Flow, MINCHO, roomiest};
use crate::paper::doctor::{self, BOTTOM, LEFT, TOP};
use crate::paper::foot;
use crate::paper::letter::{Part, at_the_foot};
use crate::paper::part::{Contact, Labelled, LabelledList};
use crate::pen::{Align, Pen, Style};
use crate::refused::Refused;
use crate::sheet::{Area, MM, Page};

pub use crate::paper::doctor::DoctorAddressee;

/// Everything printed on the letter (R77, R98).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverLetter {
    /// Prints 「見本」 across the sheet.
    #[serde(default)]
    pub practice: bool,
    /// The envelope it goes into: where it is folded.
    #[serde(default)]
    pub window: WindowProfile,
    pub issued: String,
    /// 発信番号.
    #[serde(default)]
    pub number: Option<String>,
    /// 親展, framed above the addressee.
    #[serde(default)]
    pub confidential: Option<String>,
    pub addressee: DoctorAddressee,
    pub sender: Vec<String>,
    pub subject: String,
    /// Says which earlier letter is void; absent on the first version.
    #[serde(default)]
    pub version_line: Option<String>,
    /// 謹啓 or 拝啓.
    pub opening: String,
    pub body: Vec<String>,
    /// 謹白 or 敬具.
    pub closing: String,
    /// 記.
    pub below: String,
    pub patient: Labelled,
    pub birth: Labelled,
    pub day: Labelled,
    pub doctor: Labelled,
    pub enclosed: LabelledList,
    /// 以上.
    pub end: String,
    /// 受領書: what is cut off and sent back, at the foot; empty asks for no reply.
    #[serde(default)]
    pub reply: Vec<Part>,
    pub contact: Contact,
    /// What the square code says, and the number under it.
    pub code: String,
    pub receipt_no: String,
    /// Names in running text that must not be broken over two lines.
    #[serde(default)]
    pub unbroken: Vec<String>,
}

/// Left free above the foot.
const ABOVE_FOOT: f32 = 10.0;
const TABLE: Look =
    Look { label: FaceId::Mincho, text: FaceId::Mincho, label_width: 38.0 * MM, padding: 5.0, spread: true };

pub(crate) fn pages(fonts: &Fonts, letter: &CoverLetter) -> Result<Vec<Page>, Refused> {
    letter.window.check()?;
    let pen = Pen::new(fonts, &letter.unbroken);
    roomiest(|density| page(&pen, letter, density)).map(|page| vec![page])
}

fn page(pen: &Pen, letter: &CoverLetter, density: Density) -> Result<Page, Refused> {
    let mut page = Page::a4();
    if letter.practice {
        page.blocks.push(marks::sample_mark(pen.fonts, page.printable())?);
    }
    marks::fold_marks(&mut page, &letter.window.folds);
    let column = Area::new(LEFT, TOP, page.width - 2.0 * LEFT, page.height - TOP - BOTTOM);
    let mut flow = Flow::new(pen, density, page, column).in_faces(MINCHO);
    let code = foot::Code { text: &letter.code, caption: &letter.receipt_no };
    foot::pin(&mut flow, &[&letter.contact], Some(&code))?;
    let head = doctor::Head {
        to: &letter.addressee,
        issued: &letter.issued,
        number: letter.number.as_deref(),
        confidential: letter.confidential.as_deref(),
        sender: &letter.sender,
        subject_name: "subject",
        subject: &letter.subject,
        version_line: letter.version_line.as_deref(),
    };
    doctor::head(&mut flow, &head)?;
    greeting(&mut flow, letter)?;
    list(&mut flow, letter)?;
    flow.take_foot("contact", &letter.contact.heading, ABOVE_FOOT)?;
    at_the_foot(&mut flow, &letter.reply)?;
    flow.finish("end", &letter.end, 0.0)
}

fn greeting(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let mincho = flow.body(FaceId::Mincho);
    let body = Style { lead: mincho.size * (1.5 + 0.25 * flow.density.air.min(1.0)), ..mincho };
    flow.para("opening", &letter.opening, body, Align::Left)?;
    for paragraph in &letter.body {
        flow.para("body", paragraph, body, Align::Justified)?;
    }
    flow.para("closing", &letter.closing, body, Align::Right)
}

fn list(flow: &mut Flow, letter: &CoverLetter) -> Result<(), Refused> {
    let body = flow.body(FaceId::Mincho);
    flow.space(8.0);
    flow.para("below", &letter.below, body, Align::Centre)?;
    flow.space(8.0);
    let rows = [
        Row { name: "patient", label: &letter.patient.label, text: Cell::Text(&letter.patient.text) },
        Row { name: "birth", label: &letter.birth.label, text: Cell::Text(&letter.birth.text) },
        Row { name: "day", label: &letter.day.label, text: Cell::Text(&letter.day.text) },
        Row { name: "doctor", label: &letter.doctor.label, text: Cell::Text(&letter.doctor.text) },
        Row { name: "enclosed", label: &letter.enclosed.label, text: Cell::List(&letter.enclosed.items) },
    ];
    table(flow, TABLE, &rows)?;
    flow.space(6.0);
    flow.para("end", &letter.end, body, Align::Right)
}
