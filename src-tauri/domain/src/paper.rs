//! Papers the desk issued: kind, version, what became of each. The drawing lives elsewhere.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::Mark;
use crate::visit::Mode;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 予約票, in person (R73).
    Slip,
    /// CLINICS予約のご案内, online (R87-R97).
    ClinicsGuide,
    /// 報告書送付状 (R77, R98).
    CoverLetter,
    /// 宛名ラベル of the cover letter.
    MailingLabel,
    /// 資料不足のお知らせ (domain row 11).
    MissingNotice,
    /// The same to the referring doctor, where the patient agreed to it.
    ReferrerRequest,
    /// 追加資料のお願い, in the doctor's words (domain row 15).
    MoreRequest,
    /// お断り, in the approved words (R39-R45).
    Decline,
    /// 一般外来のご案内 (R46, R66).
    GeneralOutpatient,
    /// ご連絡のお願い, after calls that reached nobody. Not one medical word.
    ContactRequest,
    /// 報告書督促, to the doctor of this hospital (domain row 32).
    ReportReminder,
    /// 資料返却票 with the receipt to send back (G8).
    ReturnSlip,
    /// 審査依頼票 with 院内送り状, to the department (domain row 14).
    ScreeningRequest,
    /// 宛先台紙: an address for a window, for what has no letter of its own.
    AddressPage,
    /// 宛名ラベル to the applicant.
    PatientLabel,
    /// 返信用宛名: this desk's address, to be glued on.
    ReplyLabel,
    /// 背ラベル of the folder.
    SpineLabel,
    /// 受付控え.
    ReceiptStub,
}

/// Whose hands a paper is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The patient, or the family that applied.
    Applicant,
    Referrer,
    /// A department of this hospital, or the desk itself: never posted.
    Inside,
}

impl PaperKind {
    pub const ALL: [PaperKind; 18] = [
        PaperKind::Slip,
        PaperKind::ClinicsGuide,
        PaperKind::CoverLetter,
        PaperKind::MailingLabel,
        PaperKind::MissingNotice,
        PaperKind::ReferrerRequest,
        PaperKind::MoreRequest,
        PaperKind::Decline,
        PaperKind::GeneralOutpatient,
        PaperKind::ContactRequest,
        PaperKind::ReportReminder,
        PaperKind::ReturnSlip,
        PaperKind::ScreeningRequest,
        PaperKind::AddressPage,
        PaperKind::PatientLabel,
        PaperKind::ReplyLabel,
        PaperKind::SpineLabel,
        PaperKind::ReceiptStub,
    ];

    /// The paper that tells the patient the date.
    pub fn of_booking(mode: Mode) -> PaperKind {
        match mode {
            Mode::InPerson => PaperKind::Slip,
            Mode::Online => PaperKind::ClinicsGuide,
        }
    }
    /// Tells the patient about the appointment: a mode switch or a new date voids it.
    pub fn tells_date(self) -> bool {
        matches!(self, PaperKind::Slip | PaperKind::ClinicsGuide)
    }
    /// Lets a closed case be closed: the answer and what goes back. All other papers end with the case.
    pub fn closes(self) -> bool {
        use PaperKind::*;
        matches!(self, Decline | GeneralOutpatient | ReturnSlip | AddressPage | PatientLabel)
    }
    pub fn reader(self) -> Reader {
        use PaperKind::*;
        match self {
            CoverLetter | MailingLabel | ReferrerRequest => Reader::Referrer,
            ReportReminder | ScreeningRequest | ReplyLabel | SpineLabel | ReceiptStub => Reader::Inside,
            _ => Reader::Applicant,
        }
    }
    /// Begins an envelope of its own.
    pub fn is_letter(self) -> bool {
        self.reader() != Reader::Inside && !matches!(self, PaperKind::MailingLabel | PaperKind::PatientLabel)
    }
    /// The label its envelope carries. The others show their address through the window.
    pub fn label(self) -> Option<PaperKind> {
        match self {
            PaperKind::CoverLetter => Some(PaperKind::MailingLabel),
            PaperKind::ReturnSlip => Some(PaperKind::PatientLabel),
            _ => None,
        }
    }
    /// Two letters in the code that every sheet carries. Printed on paper: never changed, never used twice.
    pub fn letters(self) -> &'static str {
        use PaperKind::*;
        match self {
            Slip => "SL",
            ClinicsGuide => "CG",
            CoverLetter => "CL",
            MailingLabel => "ML",
            MissingNotice => "MN",
            ReferrerRequest => "RR",
            MoreRequest => "MR",
            Decline => "DC",
            GeneralOutpatient => "GO",
            ContactRequest => "CR",
            ReportReminder => "RM",
            ReturnSlip => "RS",
            ScreeningRequest => "SR",
            AddressPage => "AP",
            PatientLabel => "PL",
            ReplyLabel => "RL",
            SpineLabel => "SP",
            ReceiptStub => "ST",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VoidReason {
    NewerVersion,
    ModeSwitched,
    BookingEnded,
    Deceased,
    CaseEnded,
    ByHand,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Voided {
    pub reason: VoidReason,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    pub service: String,
    pub tracking: String,
    pub mark: Mark,
}

/// 封緘確認: every sheet of the envelope was scanned and belongs in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// The second person who looked, where the hospital asks for one.
    pub second: String,
    pub mark: Mark,
}

/// A second person read the draft of this version and approved it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub kind: PaperKind,
    pub version: u32,
    pub mark: Mark,
}

/// Why a letter came back (W1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReturnReason {
    UnknownAddress,
    Refused,
    StorageExpired,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CameBack {
    pub reason: ReturnReason,
    pub mark: Mark,
}

/// One printed paper. A newer version of its kind voids it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuedPaper {
    pub kind: PaperKind,
    pub version: u32,
    /// The data the paper was drawn from, as JSON text: the same data gives the same bytes.
    pub data: String,
    /// SHA-256 of the PDF, hexadecimal.
    pub digest: String,
    pub printed: Mark,
    /// The envelope was closed over the right sheets.
    #[serde(default)]
    pub sealed: Option<Sealed>,
    pub posted: Option<Posting>,
    pub came_back: Option<CameBack>,
    pub voided: Option<Voided>,
}

impl IssuedPaper {
    pub fn is_void(&self) -> bool {
        self.voided.is_some()
    }
}
