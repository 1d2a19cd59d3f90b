//! Every kind of paper: its tag in the data, and which shape of data it has.

use serde::de::{DeserializeSeed, Deserializer};
use serde::{Deserialize, Serialize};

use crate::paper::calibration::Calibration;
use crate::paper::clinics_guide::ClinicsGuide;
use crate::paper::cover_letter::CoverLetter;
use crate::paper::label_sheet::LabelSheet;
use crate::paper::letter::Letter;
use crate::paper::slip::Slip;

/// Writes the enum, the list of tags and the readers from one table, so that no two lists can differ.
macro_rules! papers {
    ($($(#[$said:meta])* $tag:literal $name:ident($data:ident),)+) => {
        /// Any paper, with the data it is printed from.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        #[allow(clippy::large_enum_variant, reason = "papers are few and short-lived")]
        pub enum Paper {
            $($(#[$said])* $name($data),)+
        }

        /// The tag of every kind, as `kind` in the data says it.
        pub const KINDS: [&str; [$($tag),+].len()] = [$($tag),+];

        impl Paper {
            /// Its tag, one of [`KINDS`].
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => $tag,)+
                }
            }

            /// What is in it.
            pub(crate) fn data(&self) -> &dyn Printed {
                match self {
                    $(Self::$name(data) => data,)+
                }
            }

            /// The same paper with 「見本」 on it, as everything printed while practising must be.
            #[must_use]
            pub fn for_practice(mut self) -> Self {
                match &mut self {
                    $(Self::$name(data) => data.practice = true,)+
                }
                self
            }
        }

        /// A made-up paper of this kind, from a made-up hospital: for the sample print in the settings, and for tests.
        pub fn example(kind: &str) -> Option<Paper> {
            let data = match kind {
                $($tag => include_str!(concat!("../data/examples/", $tag, ".json")),)+
                _ => return None,
            };
            Some(serde_json::from_str(data).expect("the samples are part of the program"))
        }

        impl<'de> DeserializeSeed<'de> for OfKind<'_> {
            type Value = Paper;

            fn deserialize<D: Deserializer<'de>>(self, data: D) -> Result<Paper, D::Error> {
                match self.0 {
                    $($tag => $data::deserialize(data).map(Paper::$name),)+
                    other => Err(serde::de::Error::unknown_variant(other, &KINDS)),
                }
            }
        }
    };
}

papers! {
    /// 予約票.
    "slip" Slip(Slip),
    /// CLINICS予約のご案内.
    "clinics_guide" ClinicsGuide(ClinicsGuide),
    /// 報告書送付状.
    "cover_letter" CoverLetter(CoverLetter),
    /// 宛名ラベル to the referring doctor.
    "mailing_label" MailingLabel(LabelSheet),
    /// 資料不足のお知らせ.
    "missing_notice" MissingNotice(Letter),
    /// 主治医あて追加資料のお願い.
    "referrer_request" ReferrerRequest(Letter),
    /// 追加資料のお願い, in the consulting doctor's words.
    "more_request" MoreRequest(Letter),
    /// お断り.
    "decline" Decline(Letter),
    /// 一般外来のご案内.
    "general_outpatient" GeneralOutpatient(Letter),
    /// ご連絡のお願い, without one medical word.
    "contact_request" ContactRequest(Letter),
    /// 報告書督促, to the doctor who consulted.
    "report_reminder" ReportReminder(Letter),
    /// 資料返却票 with its 受領書.
    "return_slip" ReturnSlip(Letter),
    /// 審査依頼票 with 院内送り状.
    "screening_request" ScreeningRequest(Letter),
    /// 宛先台紙: nothing but the address, for enclosures without a letter.
    "address_page" AddressPage(Letter),
    /// 受付控え.
    "receipt_stub" ReceiptStub(Letter),
    /// 本日の相談一覧.
    "day_list" DayList(Letter),
    /// 申込書, blank.
    "application_form" ApplicationForm(Letter),
    /// 同意書, blank.
    "consent_form" ConsentForm(Letter),
    /// 宛名ラベル to patients.
    "patient_label" PatientLabel(LabelSheet),
    /// 返信用宛名.
    "reply_label" ReplyLabel(LabelSheet),
    /// 背ラベル for folders.
    "spine_label" SpineLabel(LabelSheet),
    /// テスト印刷.
    "calibration" Calibration(Calibration),
}

/// Reads the data of a paper of this kind, without its `kind`: so that a reader can say where in it a field is wrong.
pub struct OfKind<'a>(pub &'a str);

/// What every paper's data can do.
pub(crate) trait Printed {
    /// Title of the file. Never a person's name.
    fn title(&self) -> &str;

    /// What will stand where.
    fn pages(&self, fonts: &crate::Fonts) -> Result<Vec<crate::Page>, crate::Refused>;
}

macro_rules! printed {
    ($($data:ident: $title:ident, $module:ident;)+) => {
        $(impl Printed for $data {
            fn title(&self) -> &str {
                &self.$title
            }

            fn pages(&self, fonts: &crate::Fonts) -> Result<Vec<crate::Page>, crate::Refused> {
                crate::paper::$module::pages(fonts, self)
            }
        })+
    };
}

printed! {
    Slip: title, slip;
    ClinicsGuide: title, clinics_guide;
    CoverLetter: subject, cover_letter;
    LabelSheet: title, label_sheet;
    Letter: title, letter;
    Calibration: title, calibration;
}
