//! How a case may end (E1-E9, R38-R46, R81), what death stops (R43), what is left afterwards.

mod common;

use common::*;
use domain::Action;
use domain::call::{Matter, Outcome};
use domain::case::EndKind;
use domain::packet::ItemKind;
use domain::screening::Ground;
use domain::stage::{Stage, stage};
use domain::visit::{InClinics, Mode};

fn ask(department: &str) -> Action {
    Action::AskDoctor { department: department.into(), doctor: None }
}

#[test]
fn how_a_case_may_end() {
    use EndKind::*;
    let fresh = || Life::new().inquire();
    let with_papers = || Life::new().received();
    let epilepsy = |mode| {
        Life::new().with(|i| {
            i.mode = mode;
            i.subject.department = Some("epilepsy".into());
        })
    };
    let ground = |ground| Some(ground);
    use Ground as G;
    let rows = [
        ("R39 電話で明らか", fresh(), Declined, ground(G::NotPatientNorFamily), None),
        ("R41 電話で明らか", fresh(), Declined, ground(G::WantsTreatmentHere), None),
        ("R42 電話で明らか", fresh(), Declined, ground(G::Dispute), None),
        ("R44 電話で明らか", fresh(), Declined, ground(G::ReferrerNotAgreed), None),
        ("R40 書類を見てから", fresh(), Declined, ground(G::NoConsent), Some(("doctor_decides", Some(13)))),
        ("R45 担当医だけが", fresh(), Declined, ground(G::NoSpecialist), Some(("doctor_decides", Some(13)))),
        ("理由なしに断らない", fresh(), Declined, None, Some(("doctor_decides", Some(13)))),
        (
            "R13 資料が来たら担当医",
            with_papers(),
            Declined,
            ground(G::Dispute),
            Some(("doctor_decides", Some(13))),
        ),
        ("R38 R46 電話で一般外来案内", fresh(), GeneralOutpatient, None, None),
        (
            "R46 資料が来たら担当医",
            with_papers(),
            GeneralOutpatient,
            None,
            Some(("doctor_decides", Some(13))),
        ),
        ("A11 R81 てんかん科オンライン", epilepsy(Mode::Online).inquire(), EpilepsyOnline, None, None),
        (
            "R81 対面なら案内しない",
            epilepsy(Mode::InPerson).inquire(),
            EpilepsyOnline,
            None,
            Some(("only_online", Some(81))),
        ),
        (
            "R81 他科のオンライン",
            Life::new().online().inquire(),
            EpilepsyOnline,
            None,
            Some(("only_online", Some(81))),
        ),
        ("R54 取消はいつでも", with_papers(), Cancelled, None, None),
        ("R54 予約後の取消", Life::new().slip_out(), Cancelled, None, None),
        ("相談後の取消はない", Life::new().consulted(false), Cancelled, None, Some(("already_done", None))),
        ("row 7 期限前は辞退でない", fresh(), Lapsed, None, Some(("not_yet", None))),
        ("row 7 期限の当日はまだ", fresh().at("2026-12-24T09:00"), Lapsed, None, Some(("not_yet", None))),
        ("row 7 期限後", fresh().at("2026-12-25T09:00"), Lapsed, None, None),
        ("row 13 資料待ちの期限切れ", Life::new().packet(vec![]), Lapsed, None, None),
        ("予約があれば取消", Life::new().booked(), Lapsed, None, Some(("already_booked", None))),
        ("row 8 誤着は届いてから", fresh(), Misdelivered, None, Some(("nothing_received", None))),
        ("row 8 誤着", with_papers(), Misdelivered, None, None),
        ("row 9 重複", with_papers(), Duplicate, None, None),
        ("E6 来なかった人だけ", with_papers(), NoShow, None, Some(("not_booked", None))),
        ("R43 死亡", with_papers(), Deceased, None, None),
        ("R43 相談後の死亡", Life::new().reported(true), Deceased, None, None),
        ("R43 取消後の死亡", with_papers().ends(Cancelled), Deceased, None, None),
        ("R43 一度きり", with_papers().dies(), Deceased, None, Some(("already_done", None))),
        ("終わった件は終わらない", with_papers().ends(Cancelled), Duplicate, None, Some(("ended", None))),
    ];
    for (row, life, kind, ground, expect) in rows {
        match expect {
            Some((code, rule)) => life.refuses(row, end(kind, ground), code, rule),
            None => {
                life.allows(row, end(kind, ground));
                let life = life.does(end(kind, ground));
                assert_eq!(life.case.ending.as_ref().unwrap().kind, kind, "{row}");
                assert!(life.case.booking.is_none() && life.case.holds.is_empty(), "{row}");
                assert!(life.case.papers.iter().all(|p| p.is_void()), "{row}: 紙は無効");
            }
        }
    }
    let silent = Action::End { kind: Cancelled, ground: None, reason: String::new() };
    with_papers().refuses("取消にも理由", silent, "reason_needed", None);
    let heard = fresh().does(end(Declined, Some(Ground::Deceased)));
    assert!(heard.case.deceased(), "R43 電話で聞いた死亡も死亡");
}

/// A14: what death stops, and the little that is left.
#[test]
fn death_stops_everything() {
    let call = || Action::LogCall {
        call: call(domain::call::Party::Family, Outcome::Spoke, Matter::Other),
        out_of_hours: false,
    };
    for (row, life) in [
        ("審査中", Life::new().asked()),
        ("候補日", Life::new().offering()),
        ("予約票発送後", Life::new().slip_out()),
        ("CLINICS予約後", Life::new().online().slip_out().in_clinics(VISIT)),
        ("報告書待ち", Life::new().consulted(true)),
        ("報告書郵送前", Life::new().reported(true).does(print(domain::paper::PaperKind::CoverLetter, 1))),
    ] {
        let falls = life.case.booking.is_some() && life.case.consultation.is_none();
        let life = life.dies();
        assert_eq!(stage(&life.case, &life.rules), Stage::EndedDeceased, "{row}");
        assert!(life.case.papers.iter().all(|p| p.is_void()), "A14 {row}: 紙は無効");
        life.refuses(row, call(), "deceased", Some(43));
        for kind in [domain::paper::PaperKind::Slip, domain::paper::PaperKind::CoverLetter] {
            life.refuses(row, print(kind, 9), "deceased", Some(43));
            life.refuses(row, post(kind), "deceased", Some(43));
        }
        life.refuses(row, post_report(), "deceased", Some(43));
        life.refuses(row, ask("respiratory"), "ended", None);
        assert!(
            life.case.past_bookings.iter().all(|p| p.in_clinics == InClinics::NotNeeded),
            "R43 {row}: 亡くなった方にCLINICSの操作は求めない"
        );
        let steps = domain::steps::steps(&life.case, &life.rules);
        let kinds: Vec<_> = steps.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [domain::steps::StepKind::ReturnMaterial], "R43 {row}: 返却だけが残る");
        assert_eq!(life.case.past_bookings.len(), usize::from(falls), "{row}");
        life.allows("返却は人の手で", Action::ReturnMaterial { how: domain::visit::Return::HandedOver {} });
    }
}

#[test]
fn after_the_end() {
    let life = Life::new().received().ends(EndKind::Cancelled);
    let receive = |intake| Action::ReceivePacket {
        packet: arrival(day(TODAY)),
        items: vec![found(ItemKind::OtherMaterial)],
        discs: vec![],
        bring_on_day: vec![],
        intake,
        number: None,
    };
    life.refuses("row 40 再申込は新しい番号", receive(Some(intake())), "ended", None);
    life.allows("W5 遅れて着いた資料は同じ番号に", receive(None));
    life.allows(
        "電話は記録する",
        Action::LogCall {
            call: call(domain::call::Party::Patient, Outcome::Spoke, Matter::Other),
            out_of_hours: false,
        },
    );
    life.allows("メモ", Action::Note { text: "返送先を確認".into() });
    life.refuses("点検はもうしない", Action::CheckItem { item: found(ItemKind::Blood) }, "ended", None);
    life.refuses("印刷しない", print(domain::paper::PaperKind::Slip, 1), "ended", None);
    let returned = life.returned().does(receive(None));
    assert!(returned.case.holds_material(), "また預かった");
    let call_only = Life::new().inquire().ends(EndKind::Cancelled);
    call_only.refuses("番号のない件に資料は足せない", receive(None), "ended", None);
}
