//! Who is concerned: patient, applicant (相談者), companions, referrer (主治医) and what is asked. Facts only, as typed.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::visit::Mode;

/// A person's name exactly as written, and its reading in katakana; empty means 未確認.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Name {
    pub family: String,
    pub given: String,
    pub family_kana: String,
    pub given_kana: String,
}

impl Name {
    /// `髙橋 美津江`: breaks only at the space.
    pub fn written(&self) -> String {
        join(&self.family, &self.given)
    }
    pub fn kana(&self) -> String {
        join(&self.family_kana, &self.given_kana)
    }
    pub fn is_empty(&self) -> bool {
        self.written().is_empty()
    }
}

fn join(family: &str, given: &str) -> String {
    [family, given].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// A date as it was typed and as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedDate {
    pub typed: String,
    pub date: NaiveDate,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    Female,
    Male,
    #[default]
    Unknown,
}

/// Whose line it is: 自宅, 携帯, 勤務先.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhoneLine {
    Mobile,
    Home,
    Work,
    Family,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    pub number: String,
    pub line: PhoneLine,
    /// Whose number, when not the patient's.
    pub whose: String,
    /// 勤務先へは掛けない and the like.
    pub do_not_call: bool,
}

/// Yes, no, or not yet asked (未確認).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    Yes,
    No,
    #[default]
    Unknown,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// `980-8574`, or empty.
    pub postal: String,
    /// One or two lines, as written; the second holds a building.
    pub line1: String,
    pub line2: String,
}

impl Address {
    pub fn is_empty(&self) -> bool {
        self.line1.is_empty()
    }
    pub fn lines(&self) -> Vec<String> {
        [&self.line1, &self.line2].into_iter().filter(|l| !l.is_empty()).cloned().collect()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Patient {
    pub name: Name,
    /// 旧姓・別名, searched like the name.
    pub former_name: String,
    pub sex: Sex,
    pub birth: Option<TypedDate>,
    pub address: Address,
    pub phones: Vec<Phone>,
    /// Times at which a call is welcome, in the patient's words.
    pub call_times: String,
    /// 留守番電話に残してよいか.
    pub may_leave_message: Told,
    /// 名乗り方 the patient agreed to; empty means the desk's usual one.
    pub announce_as: String,
    /// 当院患者ID, if there is one.
    pub hospital_id: String,
    /// 本人への病名告知.
    pub told_diagnosis: Told,
}

/// Who comes to the consultation (R39, R57).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    #[default]
    Patient,
    PatientWithFamily,
    /// Family alone: consent is needed.
    Family,
    /// Neither the patient nor family.
    Other,
}

/// 相談者.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Applicant {
    pub who: Who,
    /// Empty where the patient is the applicant.
    pub name: Name,
    /// 続柄, a name of the profile's kinship list.
    pub kinship: String,
    pub phone: String,
    pub address: Address,
    /// The patient cannot sign: consent becomes the doctor's decision.
    pub patient_cannot_sign: bool,
    pub companions: Vec<Companion>,
    /// The patient agrees that the desk asks the referring doctor for missing material.
    pub may_ask_referrer: Told,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Companion {
    pub name: String,
    pub kinship: String,
}

/// 紹介元: the doctor who treats the patient now (R8, R36, R44).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Referrer {
    /// Row of the institution master; `None` while only the name is known.
    pub institution: Option<String>,
    /// The name as it stands on the letter.
    pub institution_name: String,
    pub department: String,
    pub doctor: String,
    /// 主治医の了承.
    pub agreed: Told,
}

/// What the applicant wants to ask, and the wishes for the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Subject {
    pub diagnosis: String,
    /// Codes 1..=19 of R15-R33; 0 is その他 (R34).
    pub topics: Vec<u8>,
    pub question: String,
    pub department: Option<String>,
    pub wished_doctor: Option<String>,
    pub wishes: Wishes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    Morning,
    Afternoon,
}

/// When the patient can come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Wishes {
    /// Days on which the patient cannot come.
    pub unavailable: Vec<NaiveDate>,
    /// Weekdays on which the patient cannot come; Monday is 0.
    pub unavailable_weekdays: Vec<u8>,
    pub half: Option<Half>,
    pub not_before: Option<NaiveDate>,
    /// As written on the form.
    pub typed: String,
}

/// What an application says at first contact, by telephone or on the form: the whole of who and what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Intake {
    pub mode: Mode,
    pub patient: Patient,
    pub applicant: Applicant,
    pub referrer: Referrer,
    pub subject: Subject,
    /// 申込日, as written on the form.
    pub applied_on: Option<NaiveDate>,
}
