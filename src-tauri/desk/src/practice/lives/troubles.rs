//! What goes wrong with discs and letters.
use domain::action::Action;
use domain::call::{Matter, Outcome, Party};
use domain::packet::{Defect, Disc, DiscTrouble, ItemKind, NameMatch};
use domain::paper::{PaperKind, ReturnReason};

use super::super::envelope::packet;
use super::super::life::{Life, Move, call, life};

pub(super) fn lives() -> Vec<Life> {
    [discs(), letters()].concat()
}

/// The nine troubles of image discs, and a disc that is somebody else's.
fn discs() -> Vec<Life> {
    use DiscTrouble::*;
    let asked = |talk: &'static str| call(Matter::Missing).with(Party::Institution).note(talk);
    vec![
        life("kishi")
            .rings(-8)
            .sends(
                -3,
                packet().disc(&[NotRecognised], NameMatch::Unread).flawed(
                    ItemKind::XrayCtMri,
                    Defect::N08,
                    "2台のパソコンで読めない",
                ),
            )
            .talks(-3, asked("CD-R が認識されない。作り直しを依頼")),
        life("hori")
            .rings(-9)
            .sends(
                -4,
                packet()
                    .disc(&[NotDicom, PictureFormat], NameMatch::Same)
                    .flawed(ItemKind::XrayCtMri, Defect::N14, "JPEG の画像だけ")
                    .flawed(ItemKind::Application, Defect::N17, "2枚目がない"),
            )
            .talks(-4, asked("DICOM 形式での再発行を依頼")),
        // Another person's pictures on it: stop, and tell the hospital that sent it.
        life("eguchi")
            .rings(-8)
            .sends(
                -3,
                packet().disc(&[SeveralPatients], NameMatch::Different).flawed(
                    ItemKind::XrayCtMri,
                    Defect::N09,
                    "",
                ),
            )
            .notes(-3, "別の患者さんの画像が入っていた。取り込まず金庫へ。紹介元の地域連携室へ連絡")
            .act(-3, Action::Move { place: "金庫".to_owned() })
            .talks(-3, asked("誤った CD-R と分かった。回収と再送を手配するとのこと")),
        // No picture opens, but there are results on paper: it goes on.
        life("kurosawa")
            .rings(-10)
            .sends(-5, packet().also(ItemKind::Blood).disc(&[CompressedNoViewer], NameMatch::Unread))
            .talks(-5, asked("閲覧ソフトがなく開けない。無圧縮での再発行を依頼"))
            .asked(-2),
        life("numata")
            .rings(-9)
            .sends(
                -4,
                packet()
                    .disc(&[NoImportRoute], NameMatch::Same)
                    .disc(&[SeveralDiscs], NameMatch::Same)
                    .also(ItemKind::UltrasoundResult)
                    .also(ItemKind::UltrasoundImage)
                    .flawed(ItemKind::UltrasoundResult, Defect::N11, "写しが薄く数値が読めない"),
            )
            .talks(-4, asked("超音波検査の結果の写しを再送していただく"))
            .asked(-2),
        life("katagiri")
            .rings(-8)
            .sends(-3, packet().disc(&[Virus, Autorun], NameMatch::Unread))
            .notes(-3, "ウイルス検知。隔離して情報システム部門へ連絡")
            .talks(-3, asked("再発行を依頼。検知の内容も伝えた")),
        // The disc was made anew and opens.
        life("umezu")
            .rings(-14)
            .sends(-9, packet().disc(&[NotRecognised], NameMatch::Unread))
            .talks(-9, asked("再発行を依頼"))
            .act(-4, Action::CheckDisc { index: 0, disc: sound_disc() })
            .asked(-3),
    ]
}

/// Letters that came back or went wrong.
fn letters() -> Vec<Life> {
    vec![
        // The slip came back this morning, some days before the visit.
        life("ueno")
            .posted(-7, "oikawa", 4)
            .act(0, Action::MailCameBack { kind: PaperKind::Slip, reason: ReturnReason::UnknownAddress })
            .talks(
                0,
                call(Matter::Confirmed)
                    .outcome(Outcome::NotInService)
                    .note("使われていない番号。紹介元に確認する"),
            ),
        // Came back, the address was wrong, posted again.
        life("numakura")
            .posted(-12, "katakura", 12)
            .act(-7, Action::MailCameBack { kind: PaperKind::Slip, reason: ReturnReason::StorageExpired })
            .talks(-7, call(Matter::Confirmed).note("部屋番号が抜けていた。住所を訂正"))
            .then(-7, Move::Leak("前の住所の方が封筒を開けていた。中身はそのまま戻った"))
            .act(-4, Action::LeakReported { index: 0, last: false })
            .seeing(-7, |case| {
                let mut patient = case.patient.clone();
                patient.address.line2 = "ひばり荘 102号".to_owned();
                Action::AmendPatient { patient }
            })
            .posts(-7),
        // Another patient's slip was in the envelope: noticed after posting.
        life("sakaki")
            .posted(-5, "kanno", 10)
            .notes(
                -4,
                "誤封入に気付いた。未開封で回収済み。個人情報保護の窓口へ報告（速報 3～5日、確報 30日）",
            )
            .talks(-4, call(Matter::Other).note("お詫びと回収のお願い。未開封と確認")),
    ]
}

fn sound_disc() -> Disc {
    Disc {
        label: "CT（再発行）".to_owned(),
        n: 1,
        of: 1,
        troubles: vec![],
        name: NameMatch::Same,
        imported_to: "PACS".to_owned(),
    }
}
