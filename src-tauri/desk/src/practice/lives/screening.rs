//! Before the doctor: asked, reminded, answered with more material, another department or doubts.
use domain::action::Action;
use domain::call::{Matter, Party};
use domain::ids::Rule;
use domain::packet::{Channel, Defect, ItemKind};
use domain::people::{Applicant, Subject, Who};
use domain::screening::{Ground, Supplier, Verdict};

use super::super::envelope::{later, packet};
use super::super::life::{Born, Life, Move, call, forms::family, life};
use super::arrival::{child, doubt};

pub(super) fn lives() -> Vec<Life> {
    [waiting(), answers(), who_comes()].concat()
}

/// The doctor has it.
fn waiting() -> Vec<Life> {
    vec![
        life("kikuchi-yuma").rings(-7).sends(-2, packet().by(Channel::Courier)).asked(-1),
        life("chiba").online().arrived(-4).asked(-2),
        life("teshigawara-shizue").rings(-8).sends(-3, packet().by(Channel::Counter)).asked(-1),
        // Five desk days without an answer.
        life("chosokabe").arrived(-6).asked(-5),
        life("iwabuchi").arrived(-11).asked(-9).act(-3, Action::RemindDoctor {}),
        // 先行審査: the letter says enough, the pictures follow.
        life("sugawara")
            .rings(-9)
            .sends(-4, packet().without(ItemKind::XrayCtMri))
            .act(
                -3,
                Action::Waive {
                    rule: Rule(65),
                    reason: "紹介状で概要が分かるため先行審査（菅野医師の了承）".to_owned(),
                },
            )
            .asked(-3)
            .talks(-2, call(Matter::Missing).note("MRI は受け取り次第、送るとのこと")),
        life("murakami")
            .arrived(-4)
            .seeing(-4, |case| {
                let question = format!("{}。前の病院の対応が正しかったか", case.subject.question);
                let subject = Subject { question, ..case.subject.clone() };
                Action::AmendSubject { subject, applied_on: case.applied_on }
            })
            .act(-3, doubt(Ground::Dispute))
            .notes(-3, "質問の欄に「前の病院の責任」とある。判断は担当医へ")
            .asked(-2),
    ]
}

/// The doctor answered, but not with a plain yes.
fn answers() -> Vec<Life> {
    let more = |what: &str, from| Verdict::MoreMaterial { what: what.to_owned(), from };
    vec![
        life("ogawa")
            .arrived(-8)
            .asked(-7)
            .verdict(-3, more("3か月以内の胸部CT（薄いスライス）", Supplier::Referrer))
            .talks(-3, call(Matter::Missing).with(Party::Institution).note("再撮影の日程を確認中")),
        // It came, and the doctor is asked again.
        life("kimura")
            .arrived(-14)
            .asked(-13)
            .verdict(-10, more("内視鏡の写真と病理標本", Supplier::Referrer))
            .talks(
                -10,
                call(Matter::Missing).with(Party::Referrer).note("プレパラートを簡易書留で送るとのこと"),
            )
            .sends(-4, later(&[ItemKind::OtherMaterial]).from("塩浜市立病院").at("金庫"))
            .asked(-3),
        life("toyama")
            .arrived(-7)
            .asked(-6)
            .verdict(-3, Verdict::OtherDepartment { department: "surgery".to_owned() })
            .talks(-3, call(Matter::Other).note("消化器外科で拝見することをお伝えした")),
        // The referring doctor withdrew the agreement after the yes.
        life("hoshi")
            .accepted(-4)
            .talks(
                -1,
                call(Matter::Other)
                    .with(Party::Referrer)
                    .incoming()
                    .note("主治医から電話。了承を取り下げたい"),
            )
            .act(
                -1,
                Action::WithdrawAgreement {
                    reason: "主治医から電話で了承の取り下げ".to_owned()
                },
            ),
    ]
}

/// Who comes makes the papers.
fn who_comes() -> Vec<Life> {
    vec![
        // She cannot sign: a paper shows it, and the doctor decides.
        life("otsuki")
            .form(|f| {
                family(f, "長男", "大槻", "信一", ("オオツキ", "シンイチ"));
                f.applicant.patient_cannot_sign = true;
            })
            .rings(-8)
            .sends(-3, packet().without(ItemKind::Consent).also(ItemKind::InabilityProof))
            .asked(-2),
        life("sakuma")
            .form(|f| family(f, "長女", "三上", "千秋", ("ミカミ", "チアキ")))
            .arrived(-4)
            .asked(-2),
        life("oikawa")
            .born(Born::Aged(12))
            .form(|f| child(f, "及川", "麻衣", ("オイカワ", "マイ")))
            .rings(-8)
            .sends(-3, packet())
            .act(-3, Action::BringOnDay { item: ItemKind::RelationshipProof, bring: true })
            .asked(-2),
        // Kin that the hospital's list does not name: a person looks.
        life("amemiya")
            .form(|f| family(f, "甥", "雨宮", "浩二", ("アメミヤ", "コウジ")))
            .arrived(-5)
            .seeing(-5, |case| {
                let phone = "090-0000-8812".to_owned();
                Action::AmendApplicant { applicant: Applicant { phone, ..case.applicant.clone() } }
            })
            .asked(-3),
        // Neither patient nor family, with a reason the desk accepts.
        life("shirai")
            .form(|f| {
                f.applicant.who = Who::Other;
                f.applicant.kinship = "任意後見人".to_owned();
                f.applicant.name.family = "瀬川".to_owned();
                f.applicant.name.given = "司".to_owned();
                f.applicant.phone = "022-000-9914".to_owned();
            })
            .rings(-9)
            .sends(-4, packet().also(ItemKind::Consent).also(ItemKind::RelationshipProof))
            .act(-4, doubt(Ground::NotPatientNorFamily))
            .act(
                -3,
                Action::Waive {
                    rule: Rule(39), reason: "任意後見契約の登記事項証明書を確認した".to_owned()
                },
            )
            .asked(-3),
        // Seventeen, and alone.
        life("saeki").born(Born::Turns18In(150)).arrived(-4).asked(-1),
        // The birth dates on form and letter differ: everything stops.
        life("koizumi")
            .rings(-9)
            .sends(
                -4,
                packet()
                    .flawed(ItemKind::ReferralLetter, Defect::N07, "紹介状は昭和7年3月2日、申込書は3月20日")
                    .flawed(ItemKind::ReferralLetter, Defect::N06, "紹介状は「小泉 花」"),
            )
            .talks(-4, call(Matter::Missing).with(Party::Institution).note("カルテを確認して折り返し")),
        // A letter written to another hospital.
        life("kikuchi-katsumi")
            .rings(-9)
            .sends(-4, packet().flawed(ItemKind::ReferralLetter, Defect::N05, "宛名が他院の外科"))
            .then(-4, Move::Talk(call(Matter::Missing).note("紹介状の書き直しをお願いしていただく"))),
    ]
}
