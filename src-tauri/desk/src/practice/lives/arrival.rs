//! First calls, packets that are awaited, packets that came: opened, sealed, half, two in one envelope.
use domain::action::Action;
use domain::call::{Matter, Outcome, Party};
use domain::packet::{Channel, Defect, DiscTrouble, Form, FoundItem, ItemKind, NameMatch};
use domain::paper::PaperKind;
use domain::people::{Companion, Intake, Told, Who};
use domain::screening::Ground;

use super::super::envelope::{later, packet};
use super::super::life::{Born, Life, Move, call, forms::family, life};

pub(super) fn lives() -> Vec<Life> {
    [calls(), packets(), halves(), lacking(), coming()].concat()
}

/// Only the telephone so far.
fn calls() -> Vec<Life> {
    vec![
        life("sasahara").rings_with(0, &[], false).hour(8, 41),
        // After closing time: the answering machine took it, and it was answered the next morning.
        life("tomita")
            .rings_with(-2, &[], false)
            .hour(17, 40)
            .talks(-1, call(Matter::FirstInquiry).note("昨夕の留守番電話への折り返し。手順を説明した")),
        life("hatakeyama").rings(-3),
        life("ito").online().rings(-7),
        life("aizawa").rings(-12).notes(-12, "申込書を郵送。乳腺外科の資料は病理報告書も必要とお伝えした"),
        life("kumagai")
            .form(|f| f.patient.call_times = "平日 12時台、または 17時前".to_owned())
            .rings_with(-6, &[Ground::WantsTreatmentHere], false)
            .talks(-5, call(Matter::FirstInquiry).note("転院の希望ではないことを確認。手順を説明した")),
        // Nothing came in thirty days.
        life("igarashi").rings(-25),
        // Nothing came either, and the reminder has been answered.
        life("kudo")
            .rings(-31)
            .talks(-2, call(Matter::Reminder).note("入院していた。来週送るとのこと").with(Party::Family)),
        life("takahashi-mitsue-2").rings(-4),
    ]
}

/// A packet that is whole.
fn packets() -> Vec<Life> {
    vec![
        // Addressed to the doctor, 親展: it is laid aside unopened.
        life("komatsu")
            .rings(-6)
            .sends(0, packet().sealed().by(Channel::Registered).tracked("31029184055").at("金庫")),
        // No call before the packet.
        life("abe-tamaki").sends(0, packet()),
        life("nakajo")
            .sends(-4, packet())
            .talks(-3, call(Matter::FirstInquiry).note("事前電話なしで届いたため、こちらから電話した"))
            .asked(-2),
        // A couple in one envelope: one arrival, two receipt numbers, the same tracking number.
        life("hariu-kiyoshi")
            .rings(-9)
            .sends(-3, packet().tracked("412233445566").at("棚 A-2"))
            .notes(-3, "封筒 1通にご夫婦 2人分。もう 1人は 針生 よし 様")
            .asked(-2),
        life("hariu-yoshi")
            .rings(-9)
            .sends(-3, packet().tracked("412233445566").at("棚 A-2"))
            .notes(-3, "封筒 1通にご夫婦 2人分。もう 1人は 針生 清 様")
            .asked(-1),
        life("yoshida").arrived(-2).asked(-1),
        life("tsuji").arrived(-3).asked(-2),
        life("smith").online().rings(-7).sends(-3, packet().electronic()).asked(-2),
    ]
}

/// What belongs together came in pieces.
fn halves() -> Vec<Life> {
    vec![
        // The disc came from the hospital two days later, under the other form of the name.
        life("takahashi-mitsue")
            .rings(-10)
            .sends(-6, packet().without(ItemKind::XrayCtMri))
            .sends(
                -4,
                later(&[ItemKind::XrayCtMri])
                    .from("医療法人社団 杜の丘会 杜の丘中央病院　地域連携室")
                    .named("高橋 美津江")
                    .disc(&[], NameMatch::Variant),
            )
            .asked(-3),
        // Her disc still has the maiden name.
        life("hayasaka")
            .rings(-11)
            .sends(
                -5,
                packet()
                    .named("佐藤 由香")
                    .disc(&[], NameMatch::Variant)
                    .disc(&[DiscTrouble::SeveralDiscs], NameMatch::Variant),
            )
            // Noted on the wrong line, taken back at once.
            .act(-5, Action::BringOnDay { item: ItemKind::Blood, bring: true })
            .then(-5, Move::TakeBack)
            .notes(-5, "CD-R 2枚とも旧姓（佐藤）。生年月日は一致")
            .asked(-2),
        // The form came, the pictures are announced.
        life("shoji")
            .rings(-11)
            .sends(-4, packet().without(ItemKind::XrayCtMri).bringing(ItemKind::Blood))
            .talks(
                -4,
                call(Matter::Missing).with(Party::Institution).note("CD-R は病院から直接送るとのこと"),
            ),
        // Only a disc so far: nobody has called.
        life("onodera")
            .form(|f| f.applicant.who = Who::Patient)
            .sends(-5, packet().only(&[ItemKind::XrayCtMri]).from("辻󠄀堂クリニック").named("オノデラ ハルカ"))
            .talks(-5, call(Matter::Missing).with(Party::Institution).note("患者さんが申し込む予定とのこと"))
            .talks(-4, call(Matter::FirstInquiry).note("申込書を今週送るとのこと")),
    ]
}

/// Something is missing or not as it should be, and it has been asked for.
fn lacking() -> Vec<Life> {
    vec![
        // The letter has no signature and the pictures are not here: it came this morning.
        life("konno").rings(-8).sends(
            0,
            packet()
                .without(ItemKind::XrayCtMri)
                .flawed(ItemKind::ReferralLetter, Defect::N02, "主治医の署名欄が空欄")
                .flawed(ItemKind::ReferralLetter, Defect::N04, ""),
        ),
        // Online, with her mother: the proof must come with the packet, and the card is no longer valid.
        life("kamata")
            .online()
            .born(Born::Aged(9))
            .form(|f| child(f, "鎌田", "裕子", ("カマタ", "ユウコ")))
            .rings(-9)
            .sends(
                -4,
                packet().also(ItemKind::RelationshipProof).flawed(
                    ItemKind::RelationshipProof,
                    Defect::N13,
                    "健康保険証の写し（有効期限切れ）",
                ),
            )
            .talks(-4, call(Matter::Missing).with(Party::Family).note("資格確認書の写しを送っていただく")),
        // The daughter signed for her mother.
        life("hasebe")
            .form(|f| family(f, "長女", "長谷部", "由紀子", ("ハセベ", "ユキコ")))
            .rings(-10)
            .sends(
                -5,
                packet().flawed(ItemKind::Consent, Defect::N03, "筆跡が申込書と同じ。「代 由紀子」とある"),
            )
            .act(-5, doubt(Ground::NoConsent))
            .talks(
                -5,
                call(Matter::Missing).with(Party::Family).note("同意書の用紙を送り、自署をお願いした"),
            ),
        // Whether the referring doctor agrees is not known.
        life("watanabe")
            .form(|f| f.referrer.agreed = Told::Unknown)
            .rings(-9)
            .sends(-4, packet().flawed(ItemKind::ReferralLetter, Defect::N15, "了承の有無が書かれていない"))
            .act(-4, doubt(Ground::ReferrerNotAgreed))
            .talks(-3, call(Matter::Missing).with(Party::Referrer).note("主治医は不在。秘書に伝言")),
    ]
}

/// Asked for, on its way or half here.
fn coming() -> Vec<Life> {
    vec![
        // The letter inside is sealed for the doctor.
        life("kanazawa")
            .rings(-8)
            .sends(
                -3,
                packet().flawed(ItemKind::ReferralLetter, Defect::N16, "「耳鼻咽喉科 外来担当先生 親展」"),
            )
            .talks(-3, call(Matter::Missing).with(Party::Institution).note("開封してよいか紹介元に確認中")),
        // What was missing came.
        life("higuchi")
            .rings(-18)
            .sends(-13, packet().without(ItemKind::Pathology))
            .then(-13, Move::Print(PaperKind::SpineLabel))
            .letter(-13, PaperKind::MissingNotice)
            .talks(-13, call(Matter::Missing).with(Party::Referrer).note("病理報告書を追加で送るとのこと"))
            .sends(-5, later(&[ItemKind::Pathology]).by(Channel::Post).from("塩浜市立病院"))
            .then(-4, Move::Print(PaperKind::ScreeningRequest))
            .asked(-4),
        // Asked for once, nobody answered; the next try is due today.
        life("sonobe")
            .born(Born::Aged(4))
            .form(|f| child(f, "園部", "拓", ("ソノベ", "タク")))
            .rings(-9)
            .sends(-4, packet().without(ItemKind::ReferralLetter))
            .talks(-1, call(Matter::Missing).with(Party::Family).outcome(Outcome::NoAnswer).next(1, (10, 0))),
        // Relationship and copies cannot be read well enough; the consent is in order.
        life("matsuda")
            .form(|f| family(f, "長男", "松田", "直人", ("マツダ", "ナオト")))
            .rings(-8)
            .sends(
                -4,
                packet()
                    .also(ItemKind::Blood)
                    .flawed(ItemKind::RelationshipProof, Defect::N12, "続柄の記載がない様式")
                    .flawed(ItemKind::Blood, Defect::N11, "写しが薄く数値が読めない")
                    .flawed(ItemKind::ReferralLetter, Defect::N10, "8か月前の日付"),
            )
            .talks(-4, call(Matter::Missing).with(Party::Family).note("紹介状は新しいものを依頼していただく"))
            .act(
                -2,
                Action::CheckItem {
                    item: FoundItem {
                        kind: ItemKind::Blood,
                        count: 2,
                        form: Form::Copy,
                        defects: vec![],
                        note: "再送分で判読できた".to_owned(),
                    },
                },
            ),
    ]
}

/// A child with a parent, who comes along.
pub(super) fn child(form: &mut Intake, parent: &str, given: &str, kana: (&str, &str)) {
    family(form, "母", parent, given, kana);
    form.applicant.who = Who::PatientWithFamily;
    form.applicant.companions =
        vec![Companion { name: format!("{parent} {given}"), kinship: "母".to_owned() }];
}

pub(super) fn doubt(ground: Ground) -> Action {
    Action::Doubt { ground, doubt: domain::screening::Doubt::Suspected }
}
