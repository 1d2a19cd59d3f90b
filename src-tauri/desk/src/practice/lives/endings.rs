//! The nine ways in which a case ends without a consultation, and what comes after an end.
use domain::action::Action;
use domain::call::{Matter, Outcome, Party};
use domain::case::EndKind;
use domain::packet::{Channel, ItemKind};
use domain::people::Who;
use domain::screening::{Ground, Verdict};
use domain::visit::Return;

use super::super::envelope::{later, packet};
use super::super::life::{Life, Move, call, forms::family, life};
use super::arrival::doubt;

pub(super) fn lives() -> Vec<Life> {
    [on_the_phone(), by_the_doctor(), given_up(), deaths_and_mistakes()].concat()
}

fn end(kind: EndKind, ground: Option<Ground>, reason: &str) -> Action {
    Action::End { kind, ground, reason: reason.to_owned() }
}

/// Plain on the telephone (R39, R41, R42, R44): the clerk informs.
fn on_the_phone() -> Vec<Life> {
    let told = |who: &'static str, day: i32, ground: Ground, words: &str| {
        life(who).rings_with(day, &[ground], false).act(day, end(EndKind::Declined, Some(ground), words))
    };
    vec![
        told(
            "omori",
            -40,
            Ground::NotPatientNorFamily,
            "知人の方からの問合せ。ご本人かご家族に限ることを説明",
        )
        .form(|f| f.applicant.who = Who::Other),
        told("kawamura", -22, Ground::WantsTreatmentHere, "当院での治療を希望。一般外来の手順を説明"),
        told("sugimoto", -33, Ground::Dispute, "訴訟の資料にしたいとのこと"),
        told("ishikawa", -15, Ground::ReferrerNotAgreed, "主治医には知らせたくないとのこと"),
        life("ando")
            .rings_with(-18, &[], false)
            .act(-18, end(EndKind::GeneralOutpatient, None, "診断がついていないため一般外来をご案内")),
        // One keystroke: online goes another way for this department (R81).
        life("harada").online().rings_with(-9, &[], false).act(-9, end(EndKind::EpilepsyOnline, None, "")),
        life("fukushima").online().rings_with(0, &[], false).act(0, end(EndKind::EpilepsyOnline, None, "")),
    ]
}

/// What only the doctor may refuse.
fn by_the_doctor() -> Vec<Life> {
    vec![
        life("sakamoto")
            .form(|f| family(f, "長男", "坂本", "達也", ("サカモト", "タツヤ")))
            .rings(-34)
            .sends(-29, packet())
            .act(-28, doubt(Ground::NoConsent))
            .notes(-28, "同意書の署名がご本人の意思か確認できない")
            .asked(-28)
            .then(-24, Move::Refuse(Ground::NoConsent))
            .then(-22, Move::SendAnswer)
            .then(-22, Move::ReturnByPost),
        life("uchida")
            .arrived(-48)
            .asked(-47)
            .then(-43, Move::Refuse(Ground::NoSpecialist))
            .then(-41, Move::SendAnswer)
            .then(-41, Move::ReturnByPost),
        life("hirano")
            .arrived(-26)
            .act(-25, doubt(Ground::Dispute))
            .asked(-25)
            .then(-21, Move::Refuse(Ground::Dispute))
            .then(-20, Move::SendAnswer)
            .then(-20, Move::ReturnByPost),
        // Answered this morning: the letter and the material are still here.
        life("maruyama").arrived(-6).asked(-5).verdict(
            0,
            Verdict::GeneralOutpatient {
                words: "検査からやり直すほうがよい。一般外来の受診をお勧めします".to_owned(),
            },
        ),
        // The same person again, for another department: a new number.
        life("uchida")
            .form(|f| f.subject.department = Some("surgery".to_owned()))
            .arrived(-6)
            .notes(-6, "以前にお断り（耳鼻咽喉科）。今回は別の相談")
            .asked(-4),
    ]
}

/// The patient's side gave up, or nothing came.
fn given_up() -> Vec<Life> {
    vec![
        life("kono")
            .accepted(-16)
            .talks(-14, call(Matter::Cancellation).incoming().note("いまの病院で治療を続けることにした"))
            .act(-14, end(EndKind::Cancelled, None, "いまの病院で治療を続ける"))
            .then(-13, Move::ReturnByPost),
        // Online: cancelled by telephone and, seen later, in CLINICS.
        life("nishimura")
            .online()
            .posted(-20, "kuji", -6)
            .in_clinics(-17)
            .talks(-15, call(Matter::Cancellation).incoming().note("体調が変わり取消"))
            .act(-15, end(EndKind::Cancelled, None, "体調の変化"))
            .act(-13, Action::ClinicsChangeSeen {})
            .then(-13, Move::ReturnByPost),
        life("matsui")
            .rings(-45)
            .talks(-20, call(Matter::Reminder).outcome(Outcome::Refused).note("申し込みはやめるとのこと"))
            .act(-20, end(EndKind::Lapsed, None, "30日を過ぎても資料が届かない。電話で確認済み")),
        life("kan")
            .rings(-50)
            .sends(-45, packet().without(ItemKind::ReferralLetter))
            .talks(-45, call(Matter::Missing).note("紹介状をお願いした"))
            .talks(-33, call(Matter::Missing).note("まだ書いてもらえない"))
            .act(-20, end(EndKind::Lapsed, None, "不足のまま期限を過ぎた"))
            .then(-19, Move::ReturnByPost),
        life("nakano")
            .ready("katakura", -12)
            .then(-12, Move::NoShow)
            .talks(-11, call(Matter::Other).note("都合により来ないとのこと"))
            .act(-11, end(EndKind::NoShow, None, "来院なし。再調整を希望しない"))
            .then(-9, Move::ReturnByPost),
    ]
}

fn deaths_and_mistakes() -> Vec<Life> {
    vec![
        // After the slip was posted: all letters stop; a person hands the material to the family.
        life("koyama")
            .posted(-10, "obara", 5)
            .talks(
                -4,
                call(Matter::Other).with(Party::Family).incoming().note("ご長女から。亡くなられたとのこと"),
            )
            .act(-4, end(EndKind::Deceased, None, "ご家族から連絡"))
            .returns(-2, Return::HandedOver {}),
        life("yokoyama")
            .rings_with(-27, &[Ground::Deceased], false)
            .act(-27, end(EndKind::Declined, Some(Ground::Deceased), "亡くなられた方についての相談")),
        // For another department of the house: sent on as it came.
        life("kubo")
            .sends(-8, packet().only(&[ItemKind::ReferralLetter]).by(Channel::Post))
            .act(-8, end(EndKind::Misdelivered, None, "眼科外来宛ての紹介状が誤って届いた"))
            .returns(-8, Return::Kept { reason: "眼科外来へ転送した".to_owned() }),
        // The same application twice, by post and from the hospital.
        life("takahashi-mitsue")
            .sends(-5, packet().without(ItemKind::XrayCtMri).by(Channel::FromReferrer))
            .act(-5, end(EndKind::Duplicate, None, "同じ申込が先に届いている。資料はそちらへ合わせた"))
            .returns(-5, Return::Kept { reason: "先の受付番号へ移した".to_owned() }),
        // A disc that came after the end goes back too.
        life("hatanaka")
            .arrived(-24)
            .act(-20, end(EndKind::Cancelled, None, "主治医と相談して取り下げ"))
            .then(-19, Move::ReturnByPost)
            .sends(-9, later(&[ItemKind::XrayCtMri]).from("中央病院"))
            .then(-8, Move::ReturnByPost),
    ]
}
