//! Who may be asked, and what only the doctor decides (R4, R13, R35-R46, R65, R80, R81).

mod common;

use common::*;
use domain::Action;
use domain::case::Case;
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
    let unasked = here.case.after(&other_mode(Mode::Online), &here.entries[0].mark);
    assert_eq!(unasked.mode, Mode::InPerson, "R2 後の封筒は方式を書き換えない");
    assert_eq!(Case::default().received_on(), None);
}
