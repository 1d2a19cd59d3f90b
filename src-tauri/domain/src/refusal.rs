//! Why something may not be done now: a code the screen turns into words, and the rule it rests on. Not an error.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::candidates::Reason;
use crate::checklist::Missing;
use crate::ids::{ReceiptNumber, Rule};
use crate::paper::PaperKind;
use crate::text::TextTrouble;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Refusal {
    pub why: Why,
    pub rule: Option<Rule>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Why {
    /// The case has ended.
    Ended,
    /// Death is known: letters, labels and calls have stopped.
    Deceased,
    /// Something has happened to this case already, it is not a first call.
    NotNew,
    NothingReceived,
    NotOpened,
    /// Nothing may pass while these lack (R65, R57, R58).
    Lacking {
        missing: Vec<Missing>,
    },
    /// R39: neither the patient nor family, or kin the hospital does not admit.
    NotFamily,
    /// R44.
    ReferrerNotAgreed,
    /// R44 is still 未確認 where it must be known.
    ReferrerUnknown,
    UnknownDepartment,
    DepartmentStopped {
        message: String,
    },
    /// R81: this department takes online cases elsewhere.
    OnlineElsewhere {
        message: String,
    },
    AlreadyAsked,
    NotAsked,
    NotAccepted,
    /// The clerk may only inform about what is plain on the telephone; this is the doctor's decision (R13).
    DoctorDecides,
    ReasonNeeded,
    ApproverNeeded,
    AlreadyBooked,
    NotBooked,
    /// The patient's own booking in CLINICS was not seen, or is not the agreed one (R91).
    ClinicsDiffers,
    /// The day or time cannot be offered.
    SlotRefused {
        reasons: Vec<Reason>,
    },
    /// Somebody else holds or has booked the time.
    SlotTaken,
    TooManyHolds {
        max: u8,
    },
    NotHeld,
    HoldExpired {
        until: NaiveDateTime,
    },
    /// No call of this round tells the applicant the fee.
    FeeNotTold,
    WrongMode,
    PaperNeedsBooking,
    PaperNeedsReport,
    PaperNeedsAddress,
    NoSuchPaper {
        paper: PaperKind,
    },
    /// A second person has to approve this paper before it is printed.
    NotApproved {
        paper: PaperKind,
    },
    /// The doctor's answer that this paper tells is not there.
    PaperNeedsAnswer,
    /// The receipt number comes with the first packet.
    PaperNeedsNumber,
    /// Nothing is missing that this paper could ask for.
    NothingMissing,
    /// Nobody was called in vain.
    NobodyMissed,
    /// The patient has not agreed that the referring doctor is asked.
    MayNotAskReferrer,
    /// The sheets of the envelope were not scanned yet.
    NotSealed,
    /// No code of a sheet of this desk.
    UnknownCode,
    /// The sheet belongs to another case: the envelope is stopped.
    OtherCase {
        number: ReceiptNumber,
    },
    NotOfThisEnvelope {
        paper: PaperKind,
    },
    /// これは無効です: a newer version was printed, or the paper was withdrawn.
    VoidSheet {
        paper: PaperKind,
        version: u32,
    },
    /// Name or address were changed after the sheet was printed.
    OtherReader {
        paper: PaperKind,
    },
    ScannedTwice {
        paper: PaperKind,
    },
    NotScanned {
        paper: PaperKind,
    },
    /// No letter begins with this kind of paper.
    NotALetter,
    AlreadyPosted,
    NotPosted,
    UnknownService,
    TrackingDigits {
        digits: u8,
    },
    NotYet {
        day: NaiveDate,
    },
    NotPaid,
    NotHeldYet,
    NoReport,
    ReportByPost,
    AlreadyDone,
    InstitutionUnknown,
    /// A second person must compare a new institution with the letterhead (P3).
    InstitutionUnchecked,
    NothingToReturn,
    TwoPeople,
    SameMode,
    OnlyOnline,
    NoSuchDisc,
    NoSuchLeak,
    /// The clock stands before the last entry of the journal.
    ClockBack {
        last: NaiveDateTime,
    },
    Text {
        field: String,
        trouble: TextTrouble,
    },
}

impl Refusal {
    pub fn of(why: Why) -> Self {
        Refusal { why, rule: None }
    }
    pub fn by(rule: u8, why: Why) -> Self {
        Refusal { why, rule: Some(Rule(rule)) }
    }
}
