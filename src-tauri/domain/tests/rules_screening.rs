//! Who may be asked, what only the doctor decides, and how a case may end (R4, R13, R35-R46, R80, R81).

mod common;

use common::*;
use domain::Action;
use domain::call::{Matter, Outcome};
use domain::case::{Case, EndKind};
use domain::ids::Rule;
use domain::packet::{Defect, ItemKind};
use domain::people::{Applicant, Told, Who};
use domain::screening::{Doubt, Ground, Verdict};
use domain::stage::{Stage, stage};
use domain::visit::{InClinics, Mode};

fn refuse(ground: Ground) -> Verdict {
    Verdict::Refuse {
        ground, words: "お受けできません".into(), approver: "佐藤センター長".into()
    }
}

fn ask(department: &str) -> Action {
    Action::AskDoctor { department: department.into(), doctor: None }
}

fn agreed(told: Told) -> Life {
    Life::new().with(|i| i.referrer.agreed = told)
}

#[test]
fn the_seven_grounds_in_the_notices_order() {
    let rules: Vec<u8> = Ground::ALL.iter().map(|ground| ground.rule().0).collect();
    assert_eq!(rules, [39, 40, 41, 42, 43, 44, 45]);
}

#[test]
fn who_may_be_asked_about_what() {
    let other = Applicant { who: Who::Other, ..Applicant::default() };
    let rows = [
        ("R71 資料が来る前", Life::new().inquire(), "respiratory", Some(("nothing_received", Some(71)))),
        (
            "R65 紹介状なし",
            Life::new().packet(complete()[..1].to_vec()),
            "respiratory",
            Some(("lacking", Some(59))),
        ),
        (
            "R65 検査資料なし",
            Life::new().packet(complete()[..2].to_vec()),
            "respiratory",
            Some(("lacking", Some(65))),
        ),
        (
            "R39 家族以外",
            Life::new().with(|i| i.applicant = other).packet(complete()),
            "respiratory",
            Some(("not_family", Some(39))),
        ),
        (
            "G1 知人",
            Life::new().with(|i| i.applicant = family("知人")).packet(complete()),
            "respiratory",
            Some(("not_family", Some(39))),
        ),
        (
            "A4 R40 同意書なし",
            Life::new().with(|i| i.applicant = family("配偶者")).packet(complete()),
            "respiratory",
            Some(("lacking", Some(57))),
        ),
        (
            "R44 了承なし",
            agreed(Told::No).packet(complete()),
            "respiratory",
            Some(("referrer_not_agreed", Some(44))),
        ),
        ("R44 未確認は審査まで", agreed(Told::Unknown).packet(complete()), "respiratory", None),
        (
            "R45 知らない診療科",
            Life::new().packet(complete()),
            "dentistry",
            Some(("unknown_department", None)),
        ),
        (
            "R81 てんかん科オンライン",
            Life::new().online().packet(complete()),
            "epilepsy",
            Some(("online_elsewhere", Some(81))),
        ),
        ("R81 対面のてんかんは通常どおり", Life::new().packet(complete()), "epilepsy", None),
        ("R4 電話なしでも審査は止めない", Life::new().packet(complete()), "respiratory", None),
        ("二度頼まない", Life::new().asked(), "respiratory", Some(("already_asked", None))),
        ("予約があれば審査に戻さない", Life::new().booked(), "respiratory", Some(("already_booked", None))),
    ];
    for (row, life, department, expect) in rows {
        match expect {
            Some((code, rule)) => life.refuses(row, ask(department), code, rule),
            None => life.allows(row, ask(department)),
        }
    }
}

#[test]
fn a_department_that_does_not_take_cases() {
    let mut rules = rules();
    for department in rules.departments.iter_mut() {
        match department.id.as_str() {
            "orthopedics" => department.stopped = "当面の間、受付を中止しています。".into(),
            "urology" => department.retired = true,
            _ => {}
        }
    }
    let life = Life::under(rules).packet(complete());
    life.refuses("G17 受付停止", ask("orthopedics"), "department_stopped", None);
    life.refuses("廃止した科", ask("urology"), "unknown_department", None);
    let asked = life.does(ask("respiratory"));
    let to = |department: &str| Action::RecordVerdict {
        verdict: Verdict::OtherDepartment { department: department.into() },
    };
    asked.refuses("G17 他科が停止中", to("orthopedics"), "department_stopped", None);
    asked.refuses("同じ科には回せない", to("respiratory"), "already_asked", None);
    asked.allows("row 18 他科へ", to("cardiology"));
}

#[test]
fn an_unopened_packet_is_opened_by_checking_it() {
    let mut packet = arrival(day(TODAY));
    packet.unopened = true;
    let receive = Action::ReceivePacket {
        packet,
        items: vec![],
        discs: vec![],
        bring_on_day: vec![],
        intake: Some(intake()),
        number: Some(domain::ReceiptNumber { fiscal_year: 2026, serial: 7 }),
    };
    let life = Life::new().does(receive);
    assert_eq!(stage(&life.case, &life.rules), Stage::Received);
    life.refuses("W3 開封前", ask("respiratory"), "not_opened", None);
    let life = complete().into_iter().fold(life, |life, item| life.does(Action::CheckItem { item }));
    assert_eq!(stage(&life.case, &life.rules), Stage::Checking);
    life.allows("点検した", ask("respiratory"));
    let sealed = Life::new()
        .packet(vec![])
        .does(Action::CheckItem { item: defective(ItemKind::ReferralLetter, Defect::N16) });
    sealed.refuses("N16 開封不可", ask("respiratory"), "lacking", Some(56));
}

#[test]
fn suspicions_decide_nothing() {
    let mut life = Life::new().received();
    for ground in Ground::ALL {
        life = life.does(Action::Doubt { ground, doubt: Doubt::Suspected });
        assert!(life.case.suspects(ground), "R13 {ground:?} 疑い");
    }
    life.allows("R13 疑いがあっても担当医に回る", ask("respiratory"));
    let cleared = life.does(Action::Doubt { ground: Ground::Dispute, doubt: Doubt::None });
    assert!(!cleared.case.suspects(Ground::Dispute), "該当なし");
    assert_eq!(cleared.case.doubts.len(), 7, "ticked again, not twice");
}

#[test]
fn what_the_doctor_answers() {
    let rows = [
        ("R13 承諾", Verdict::Accept, Stage::Scheduling),
        ("row 15 追加資料", more_material(), Stage::Incomplete),
        ("R45 専門医なし", refuse(Ground::NoSpecialist), Stage::EndedDeclined),
        ("R42 係争", refuse(Ground::Dispute), Stage::EndedDeclined),
        ("R43 死亡は死亡として", refuse(Ground::Deceased), Stage::EndedDeceased),
        (
            "R46 一般外来",
            Verdict::GeneralOutpatient { words: "一般外来へ".into() },
            Stage::EndedGeneralOutpatient,
        ),
        ("row 18 他科", Verdict::OtherDepartment { department: "cardiology".into() }, Stage::Screening),
    ];
    for (row, verdict, expect) in rows {
        let life = Life::new().asked().verdict(verdict);
        assert_eq!(stage(&life.case, &life.rules), expect, "{row}");
        let again = Action::RecordVerdict { verdict: Verdict::Accept };
        match expect {
            Stage::Screening => life.allows(row, again),
            _ if life.case.ending.is_some() => {
                assert!(life.refusal(again).is_some(), "{row}: 二度は答えない")
            }
            _ => life.refuses(row, again, "not_asked", Some(13)),
        }
    }
    let life = Life::new().asked();
    let say = |verdict| Action::RecordVerdict { verdict };
    let mut unapproved = refuse(Ground::Dispute);
    if let Verdict::Refuse { approver, .. } = &mut unapproved {
        *approver = " ".into();
    }
    life.refuses("R13 承認者なし", say(unapproved), "text", None);
    let empty = Verdict::Refuse { ground: Ground::Dispute, words: "不可".into(), approver: String::new() };
    life.refuses("R13 承認者なし", say(empty), "approver_needed", Some(13));
    let blank = Verdict::GeneralOutpatient { words: String::new() };
    life.refuses("R46 文言なし", say(blank), "reason_needed", None);
    let moved = Life::new().asked().verdict(Verdict::OtherDepartment { department: "cardiology".into() });
    assert_eq!(moved.case.department(), Some("cardiology"), "row 18 再依頼");
}

#[test]
fn acceptance_needs_the_referrers_agreement() {
    let accept = Action::RecordVerdict { verdict: Verdict::Accept };
    let life = agreed(Told::Unknown).asked();
    life.refuses("R44 未確認のまま承諾", accept.clone(), "referrer_unknown", Some(44));
    let mut referrer = intake().referrer;
    referrer.agreed = Told::No;
    let refused = life.clone().does(Action::AmendReferrer { referrer: referrer.clone() });
    refused.refuses("R44 了承しない", accept.clone(), "referrer_not_agreed", Some(44));
    referrer.agreed = Told::Yes;
    life.clone().does(Action::AmendReferrer { referrer }).allows("R44 了承した", accept.clone());
    life.does(waive(44)).allows("R44 理由があれば", accept);
}

#[test]
fn agreement_withdrawn_brings_the_case_back_to_the_doctor() {
    let withdraw = || Action::WithdrawAgreement { reason: "主治医から電話".into() };
    for (row, life) in [
        ("候補日の連絡中", Life::new().offering()),
        ("予約票発送後", Life::new().slip_out()),
        ("CLINICS予約後", Life::new().online().slip_out().in_clinics(VISIT)),
    ] {
        let online = life.case.mode == Mode::Online;
        let life = life.does(withdraw());
        assert_eq!(stage(&life.case, &life.rules), Stage::Screening, "row 39 {row}: 審査へ戻る");
        assert!(life.case.suspects(Ground::ReferrerNotAgreed), "{row}");
        assert!(life.case.booking.is_none() && life.case.holds.is_empty(), "{row}: 日時は失効");
        assert!(life.case.papers.iter().all(|p| p.is_void()), "{row}: 紙は無効");
        let open = life.case.past_bookings.iter().any(|p| p.in_clinics == InClinics::Open);
        assert_eq!(open, online, "R92 {row}");
        let accept = Action::RecordVerdict { verdict: Verdict::Accept };
        life.refuses(row, accept, "referrer_not_agreed", Some(44));
    }
    let waived = agreed(Told::Unknown).asked().does(waive(44)).verdict(Verdict::Accept).does(withdraw());
    assert!(!waived.case.waived(Rule(44)), "R44 前の例外は撤回には及ばない");
    let pending = Life::new().asked().does(withdraw());
    assert_eq!(pending.case.screenings.len(), 1, "審査中ならそのまま");
    let held = Life::new().consulted(false);
    held.refuses("相談のあとでは遅い", withdraw(), "already_done", None);
    held.refuses("R2 相談のあとの方式変更", switch_action(), "already_done", None);
}

fn switch_action() -> Action {
    Action::SwitchMode {
        to: Mode::Online,
        asked_by: domain::visit::AskedBy::Patient,
        reason: "遠方".into(),
        fee: fee(Mode::Online),
        keeps_date: false,
    }
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

#[test]
fn first_contact() {
    let life = Life::new().inquire();
    let again = life.entries[0].event.clone();
    let domain::history::Event::Done { action } = again else { unreachable!() };
    life.refuses("R4 最初の電話は一度", action, "not_new", Some(4));
    assert_eq!(life.case.number, None, "電話だけでは受付番号はない");
    let heard = Life::new().does(Action::Inquire {
        intake: intake(),
        heard: vec![Ground::Dispute, Ground::NoConsent],
        explained: true,
        out_of_hours: true,
        packet_due: None,
    });
    assert!(
        heard.case.suspects(Ground::Dispute) && heard.case.suspects(Ground::NoConsent),
        "R13 聞いたことは疑い"
    );
    assert!(heard.case.inquiry.as_ref().unwrap().out_of_hours, "R68 時間外");
    let tomorrow = Action::ReceivePacket {
        packet: arrival(day("2026-11-25")),
        items: vec![],
        discs: vec![],
        bring_on_day: vec![],
        intake: None,
        number: None,
    };
    life.refuses("明日は届かない", tomorrow, "not_yet", None);
    let other_mode = |mode| {
        let intake = domain::people::Intake { mode, ..intake() };
        let bring_on_day = vec![];
        let packet = arrival(day(TODAY));
        Action::ReceivePacket {
            packet,
            items: vec![],
            discs: vec![],
            bring_on_day,
            intake: Some(intake),
            number: None,
        }
    };
    life.allows("R11 最初の申込書が方式を決める", other_mode(Mode::Online));
    let here = life.packet(complete());
    here.refuses("R2 方式は切り替える", other_mode(Mode::Online), "wrong_mode", Some(2));
    here.allows("同じ方式", other_mode(Mode::InPerson));
    assert_eq!(Case::default().received_on(), None);
}
