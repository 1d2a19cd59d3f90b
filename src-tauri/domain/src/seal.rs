//! What goes into one envelope, and the code by which each sheet says so: the stop before a swapped envelope (P1-P6).
use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::addressee::addressee;
use crate::case::Case;
use crate::ids::ReceiptNumber;
use crate::paper::{IssuedPaper, PaperKind, Reader};
use crate::people::Address;
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};

/// What the square code of a sheet says: `R8-0115-SL2-7K3`. Case, kind with version, and a mark of the addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCode {
    pub number: ReceiptNumber,
    pub kind: PaperKind,
    pub version: u32,
    /// Three characters that change with the name or the address on the sheet.
    pub reader: String,
}

impl fmt::Display for SheetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}{}-{}", self.number, self.kind.letters(), self.version, self.reader)
    }
}

impl SheetCode {
    /// Reads a code as a scanner types it: in any width and case, with blanks around it. `None`: it is no such code.
    pub fn read(typed: &str) -> Option<SheetCode> {
        let plain: String = typed.nfkc().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        // An input method may have made a long vowel mark of the dash.
        let plain = plain.replace(['ー', '−', '‐'], "-");
        let (rest, reader) = plain.rsplit_once('-')?;
        let (number, sheet) = rest.rsplit_once('-')?;
        let kind = PaperKind::ALL.into_iter().find(|kind| sheet.starts_with(kind.letters()))?;
        let version = sheet[kind.letters().len()..].parse().ok().filter(|version| *version > 0)?;
        let number = ReceiptNumber::try_from(number.to_owned()).ok()?;
        (reader.len() == MARK).then(|| SheetCode { number, kind, version, reader: reader.to_owned() })
    }
}

const MARK: usize = 3;
/// Without letters that are taken for figures.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 15 bits of an FNV-1a hash, as three signs: no secret, only different where the texts differ.
fn mark_of<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in texts.flat_map(|text| text.bytes().chain([0x1f])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let folded = hash ^ (hash >> 15);
    (0..MARK).map(|i| char::from(SIGNS[(folded >> (5 * i)) as usize & 31])).collect()
}

fn mark_at(name: &str, address: &Address) -> String {
    mark_of([name, &address.postal, &address.line1, &address.line2].into_iter())
}

impl Case {
    /// The code of the sheet of this kind and version, for the addressee as known now; `None` before the receipt number.
    pub fn sheet_code(&self, kind: PaperKind, version: u32, rules: &Rules) -> Option<SheetCode> {
        let reader = match kind.reader() {
            Reader::Applicant => {
                let (name, address) = addressee(self);
                mark_at(&name.written(), address)
            }
            Reader::Referrer => {
                let id = self.referrer.institution.as_deref();
                let institution = id.and_then(|id| rules.institution(id));
                let place = institution.map(|i| i.address.clone()).unwrap_or_default();
                mark_at(&format!("{}\u{1f}{}", id.unwrap_or_default(), self.referrer.doctor), &place)
            }
            Reader::Inside => mark_of(std::iter::empty()),
        };
        Some(SheetCode { number: self.number?, kind, version, reader })
    }

    /// The sheets that belong into the envelope of `letter`, printed or not: the letter, its label, and with an answer
    /// that closes the case the return slip of the material that goes back with it.
    pub fn envelope(&self, letter: PaperKind) -> Vec<PaperKind> {
        let rides_along = matches!(letter, PaperKind::Decline | PaperKind::GeneralOutpatient)
            && self.holds_material()
            && self.paper(PaperKind::ReturnSlip).is_none_or(|slip| slip.posted.is_none());
        let slip = rides_along.then_some(PaperKind::ReturnSlip);
        [Some(letter), letter.label(), slip].into_iter().flatten().collect()
    }

    /// Whether these scans are the sheets of `letter`'s envelope: all of them, each once, valid, of this case and for
    /// the addressee as known now.
    ///
    /// # Errors
    /// The first thing that is wrong, as a [`Refusal`] that stops the envelope.
    pub fn check_scans(&self, letter: PaperKind, scanned: &[String], rules: &Rules) -> Result<(), Refusal> {
        let wanted = self.envelope(letter);
        let mut seen: Vec<PaperKind> = Vec::new();
        for text in scanned {
            let kind = self.check_scan(&wanted, text, rules)?;
            if seen.contains(&kind) {
                return Err(Refusal::of(Why::ScannedTwice { paper: kind }));
            }
            seen.push(kind);
        }
        match wanted.into_iter().find(|kind| !seen.contains(kind)) {
            Some(paper) => Err(Refusal::of(Why::NotScanned { paper })),
            None => Ok(()),
        }
    }

    fn check_scan(&self, wanted: &[PaperKind], text: &str, rules: &Rules) -> Result<PaperKind, Refusal> {
        let code = SheetCode::read(text).ok_or(Refusal::of(Why::UnknownCode))?;
        if Some(code.number) != self.number {
            return Err(Refusal::of(Why::OtherCase { number: code.number }));
        }
        if !wanted.contains(&code.kind) {
            return Err(Refusal::of(Why::NotOfThisEnvelope { paper: code.kind }));
        }
        let printed = self.papers.iter().find(|p| p.kind == code.kind && p.version == code.version);
        if printed.is_none_or(IssuedPaper::is_void) {
            return Err(Refusal::of(Why::VoidSheet { paper: code.kind, version: code.version }));
        }
        let expected = self.sheet_code(code.kind, code.version, rules);
        if expected.is_none_or(|expected| expected.reader != code.reader) {
            return Err(Refusal::of(Why::OtherReader { paper: code.kind }));
        }
        Ok(code.kind)
    }
}
