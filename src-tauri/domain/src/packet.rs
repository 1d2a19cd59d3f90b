//! What came by post: packets, items with their defects, discs with their troubles, and where they lie.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::Mark;

/// How a packet arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Post,
    LetterPack,
    Registered,
    Courier,
    Counter,
    FromReferrer,
    Electronic,
}

/// One arrival at the desk. A later one joins the same receipt number (domain row 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Packet {
    /// 到着.
    pub arrived: NaiveDate,
    pub channel: Channel,
    pub tracking: String,
    /// Who sent it, when not the applicant.
    pub sender: String,
    /// 置き場所 given on arrival.
    pub place: String,
    /// Not opened yet (親展, or addressed to a doctor): nothing in it has been checked.
    pub unopened: bool,
    /// The name on it, when written differently (表記ゆれ, 旧姓): a record, not a defect.
    pub name_on_it: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ArrivedPacket {
    pub packet: Packet,
    /// 収受.
    pub accepted: Mark,
}

/// What the notice asks for (R56-R64).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    Application,
    ReferralLetter,
    Consent,
    RelationshipProof,
    /// A paper proving that the patient cannot sign.
    InabilityProof,
    Blood,
    UltrasoundResult,
    UltrasoundImage,
    XrayCtMri,
    Pathology,
    OtherMaterial,
}

impl ItemKind {
    pub const ALL: [ItemKind; 11] = [
        ItemKind::Application,
        ItemKind::ReferralLetter,
        ItemKind::Consent,
        ItemKind::RelationshipProof,
        ItemKind::InabilityProof,
        ItemKind::Blood,
        ItemKind::UltrasoundResult,
        ItemKind::UltrasoundImage,
        ItemKind::XrayCtMri,
        ItemKind::Pathology,
        ItemKind::OtherMaterial,
    ];
    /// 検査資料: R61-R64, of which at least one is needed (R65).
    pub fn is_test_material(self) -> bool {
        self >= ItemKind::Blood
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Original,
    Copy,
    Disc,
    /// 電子受領.
    Electronic,
}

/// 不備コード N01-N17. N01 (未着) is never recorded: it is what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Defect {
    N02,
    N03,
    N04,
    N05,
    N06,
    N07,
    N08,
    N09,
    N10,
    N11,
    N12,
    N13,
    N14,
    N15,
    N16,
    N17,
}

/// An item as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FoundItem {
    pub kind: ItemKind,
    pub count: u16,
    pub form: Form,
    pub defects: Vec<Defect>,
    pub note: String,
}

/// What the desk knows about one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub found: FoundItem,
    pub arrived: NaiveDate,
    pub checked: Mark,
}

/// The nine troubles with image discs that a university hospital published (P7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DiscTrouble {
    NotRecognised,
    NoImportRoute,
    SeveralPatients,
    Autorun,
    CompressedNoViewer,
    PictureFormat,
    SeveralDiscs,
    NotDicom,
    Virus,
}

impl DiscTrouble {
    /// Whether the pictures cannot be used until the trouble is solved.
    /// Several discs for one patient and an autorun file are noted, not blocking.
    pub fn blocks(self) -> bool {
        !matches!(self, DiscTrouble::SeveralDiscs | DiscTrouble::Autorun)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NameMatch {
    Same,
    /// 表記ゆれ, 旧姓.
    Variant,
    /// Another person's disc: stop (W7).
    Different,
    #[default]
    Unread,
}

/// A CD-R, one of `of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Disc {
    pub label: String,
    pub n: u8,
    pub of: u8,
    pub troubles: Vec<DiscTrouble>,
    pub name: NameMatch,
    /// 取込先, empty while not imported.
    pub imported_to: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HeldDisc {
    pub disc: Disc,
    pub arrived: NaiveDate,
    pub checked: Mark,
}

/// 保管場所 of the materials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Custody {
    pub place: String,
    pub mark: Mark,
}
