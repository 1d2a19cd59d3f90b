//! Whether the desk may take the case: what the clerk suspects, and what only the doctor decides (R13, R39-R46).
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{Mark, Rule, nothing_more};

/// お受けできない理由, the notice's seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    NotPatientNorFamily,
    NoConsent,
    WantsTreatmentHere,
    Dispute,
    Deceased,
    ReferrerNotAgreed,
    NoSpecialist,
}

impl Ground {
    pub const ALL: [Ground; 7] = [
        Ground::NotPatientNorFamily,
        Ground::NoConsent,
        Ground::WantsTreatmentHere,
        Ground::Dispute,
        Ground::Deceased,
        Ground::ReferrerNotAgreed,
        Ground::NoSpecialist,
    ];
    /// R39-R45, in the notice's order.
    pub fn rule(self) -> Rule {
        Rule(39 + self as u8)
    }
    /// What a clerk can hear plainly on the telephone; R40 and R45 need papers or a doctor.
    pub fn plain_on_the_phone(self) -> bool {
        !matches!(self, Ground::NoConsent | Ground::NoSpecialist)
    }
}

/// What the clerk ticked. Never a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    None,
    Suspected,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DoubtMark {
    pub ground: Ground,
    pub doubt: Doubt,
    pub mark: Mark,
}

/// Who can supply a missing thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Supplier {
    Patient,
    Applicant,
    Referrer,
}

/// 担当医の判断.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case", deny_unknown_fields)]
pub enum Verdict {
    #[serde(deserialize_with = "nothing_more")]
    Accept,
    /// In the doctor's words, and from whom.
    MoreMaterial {
        what: String,
        from: Supplier,
    },
    /// The ground and the approved wording; `approver` answers for it.
    Refuse {
        ground: Ground,
        words: String,
        approver: String,
    },
    /// R46: not a refusal.
    GeneralOutpatient {
        words: String,
    },
    OtherDepartment {
        department: String,
    },
}

/// 審査: one request to a department and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Screening {
    pub department: String,
    pub doctor: Option<String>,
    pub asked: Mark,
    /// Number of reminders since.
    pub reminders: Vec<Mark>,
    pub verdict: Option<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub verdict: Verdict,
    pub mark: Mark,
}
