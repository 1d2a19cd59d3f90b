//! The visit: before it, on its day, and the report after it.
use domain::action::Action;
use domain::call::{Matter, Outcome, Party};
use domain::ids::Rule;
use domain::packet::{Form, FoundItem, ItemKind};
use domain::people::Referrer;
use domain::visit::Return;

use super::super::envelope::packet;
use super::super::life::{Born, Life, Move, call, forms::family, life};
use super::arrival::child;

pub(super) fn lives() -> Vec<Life> {
    [ahead(), today(), after()].concat()
}

/// The paper is on its way or has arrived.
fn ahead() -> Vec<Life> {
    vec![
        life("shibata").posted(-8, "kanno", 1),
        // Half an hour off in CLINICS.
        life("matsumoto")
            .online()
            .posted(-4, "oikawa", 8)
            .then(0, Move::InClinics { minutes_off: 30, menu: "" }),
        // The wrong menu first; she corrected it after a call.
        life("okada")
            .online()
            .posted(-9, "minowa", 6)
            .then(-6, Move::InClinics { minutes_off: 0, menu: "初診オンライン診療" })
            .talks(-6, call(Matter::Clinics).note("メニューの選び直しをお願いした"))
            .in_clinics(-4),
        life("ota").posted(-7, "hangai", 4),
        life("kon").posted(-5, "shiga", 9),
        life("nagasaka").posted(-3, "shishido", 13),
        life("sasaki").online().posted(-6, "obara", 12).in_clinics(-3),
        life("yamaguchi")
            .born(Born::Aged(8))
            .form(|f| child(f, "山口", "綾", ("ヤマグチ", "アヤ")))
            .rings(-14)
            .sends(-9, packet().bringing(ItemKind::RelationshipProof))
            .asked(-8)
            .verdict(-6, domain::screening::Verdict::Accept)
            .dated(-4, "abukawa", 15)
            .posts(-3),
        // Turns 18 between the packet and the talk, online with her mother alone: consent is needed after all.
        life("imai")
            .online()
            .born(Born::Turns18In(3))
            .form(|f| {
                family(f, "母", "今井", "香織", ("イマイ", "カオリ"));
                f.applicant.address = f.patient.address.clone();
            })
            .rings(-13)
            .sends(-8, packet().without(ItemKind::Consent))
            .asked(-7)
            .verdict(-5, domain::screening::Verdict::Accept)
            .dated(-3, "katakura", 10)
            .posts(-2)
            .talks(
                -2,
                call(Matter::Missing).with(Party::Family).note("相談日には18歳。ご本人の同意書をお願いした"),
            )
            .in_clinics(-1),
        // Long name, long address, and a slip that fits them.
        life("kadenokoji").posted(-4, "kikuta", 14),
        // Did not come, was called, has another date.
        life("sudo")
            .ready("shiga", -7)
            .then(-7, Move::NoShow)
            .talks(-6, call(Matter::Other).note("日を間違えていた。もう一度希望"))
            .dated(-4, "shiga", 11)
            .posts(-3),
    ]
}

/// Visits of today, confirmed on the last desk day.
fn today() -> Vec<Life> {
    vec![
        life("saito").ready("katakura", 0),
        life("ishimori").online().ready("kuji", 0),
        life("tamagawa").ready("takeyama", 0),
    ]
}

/// Somebody was seen.
fn after() -> Vec<Life> {
    vec![
        // Yesterday: the report was to be handed over and is not written yet.
        life("abe-reiko").seen("endo", -1, false),
        life("mitsui").seen("oikawa", -2, true),
        // Online, the card could not be charged: a note, nothing more.
        life("hayashi")
            .online()
            .seen("katakura", -8, false)
            .act(
                -7,
                Action::RecordPayment {
                    card_error: "請求エラー（カード会社へ確認をお願いする）".to_owned()
                },
            )
            .talks(-7, call(Matter::Fee).with(Party::Clinics).note("CLINICS 側で再請求するとのこと"))
            .report_sent(-4)
            .then(-3, Move::ReturnByPost),
        // The report is late, and the doctor was reminded once.
        life("kobayashi")
            .seen("takeyama", -11, true)
            .act(-5, Action::RemindReport {})
            .talks(-5, call(Matter::Report).with(Party::Doctor).note("今週中に書くとのこと")),
        // The report is here, but nobody has compared the new institution's address with the letterhead.
        life("tamura").online().seen("kanno", -5, false).act(0, Action::ReceiveReport { pages: 3 }),
        // The report went out, the material is still here.
        life("nomura").seen("kikuta", -7, true).report_sent(-4),
        // Did not come yesterday.
        life("endo")
            .ready("hangai", -1)
            .then(-1, Move::NoShow)
            .talks(-1, call(Matter::Other).outcome(Outcome::NoAnswer).note("来院なし。電話もつながらない")),
        // The report came back: the doctor had moved. It went to the successor.
        life("chida")
            .seen("watari", -20, true)
            .report_sent(-16)
            .act(
                -11,
                Action::MailCameBack {
                    kind: domain::paper::PaperKind::CoverLetter,
                    reason: domain::paper::ReturnReason::UnknownAddress,
                },
            )
            .talks(
                -11,
                call(Matter::Report).with(Party::Institution).note("主治医は異動。後任の先生宛てでよい"),
            )
            .seeing(-10, |case| {
                let doctor = "柏木 美佐子".to_owned();
                Action::AmendReferrer { referrer: Referrer { doctor, ..case.referrer.clone() } }
            })
            .then(-10, Move::SendReport)
            .then(-8, Move::ReturnByPost),
        // Paid afterwards, with a reason; a child whose proof was brought on the day.
        life("sakai")
            .born(Born::Aged(14))
            .form(|f| child(f, "酒井", "恵", ("サカイ", "メグミ")))
            .rings(-37)
            .sends(-32, packet().bringing(ItemKind::RelationshipProof))
            .asked(-31)
            .verdict(-29, domain::screening::Verdict::Accept)
            .dated(-27, "abukawa", -18)
            .posts(-26)
            .confirms(-19)
            .act(-18, Action::CheckItem { item: proof_seen() })
            .hour(9, 20)
            .act(
                -18,
                Action::Waive {
                    rule: Rule(51), reason: "会計機の故障。相談後に支払い".to_owned()
                },
            )
            .then(-18, Move::Seen { report_later: false })
            .act(-18, Action::RecordPayment { card_error: String::new() })
            .handed_over(-18)
            .returns(-18, Return::HandedOver {}),
    ]
}

fn proof_seen() -> FoundItem {
    FoundItem {
        kind: ItemKind::RelationshipProof,
        count: 1,
        form: Form::Copy,
        defects: vec![],
        note: "資格確認書の写し".to_owned(),
    }
}
