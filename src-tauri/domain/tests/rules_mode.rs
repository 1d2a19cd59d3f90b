//! 方式: what follows from it and what a switch changes (R2, R50-R53, R91, R98, G14).

mod common;

use common::*;
use domain::Action;
use domain::mode::{Booker, Paying, ReportRoute, keeps_date, mode_facts, preview_switch};
use domain::paper::{PaperKind, VoidReason};
use domain::stage::{Stage, stage};
use domain::visit::{InClinics, Mode};

#[test]
fn five_things_follow_from_the_mode() {
    let rules = rules();
    let (here, online) =
        (mode_facts(Mode::InPerson, &rules, day(TODAY)), mode_facts(Mode::Online, &rules, day(TODAY)));
    assert_eq!(
        (here.fee.to_string(), online.fee.to_string()),
        ("30,000円（税込33,000円）".into(), "40,000円（税込44,000円）".into()),
        "R50 R52"
    );
    assert_eq!((here.paper, online.paper), (PaperKind::Slip, PaperKind::ClinicsGuide), "R73 R87");
    assert_eq!((here.booker, online.booker), (Booker::Desk, Booker::PatientInClinics), "R72 R91");
    assert_eq!((here.paying, online.paying), (Paying::CashierBefore, Paying::CardAfter), "R51 R53 R97");
    assert_eq!((here.report, online.report), (ReportRoute::HandedOver, ReportRoute::Posted), "R76 R98");
}

/// A8: the mode switches after the slip was posted.
#[test]
fn a_switch_after_the_slip_was_posted() {
    let life = Life::new().slip_out();
    let shown = preview_switch(&life.case, &life.rules, day(TODAY));
    assert_eq!(
        shown.voided.iter().map(|v| (v.kind, v.version, v.posted)).collect::<Vec<_>>(),
        [(PaperKind::Slip, 1, true)]
    );
    assert!(!shown.frees_booking, "森 sees both modes");
    assert!(keeps_date(&life.case, Mode::Online, &life.rules));
    let life = life.switch(Mode::Online, true);
    assert_eq!(
        life.case.papers[0].voided.as_ref().unwrap().reason,
        VoidReason::ModeSwitched,
        "A8 前の予約票は無効"
    );
    assert_eq!(life.case.booking.as_ref().unwrap().fee.gross().to_string(), "44,000円", "G14 料金を言い直す");
    assert!(life.case.report_by_post(), "A8 R98 報告書は郵送");
    assert_eq!(life.case.next_version(PaperKind::ClinicsGuide), 2, "A8 第2版");
    assert_eq!(stage(&life.case, &life.rules), Stage::Booked, "案内を送り直す");
    life.refuses("R86 予約票は出せない", print(PaperKind::Slip, 2), "wrong_mode", Some(86));
    let life = life.printed();
    assert_eq!(life.case.paper(PaperKind::ClinicsGuide).unwrap().version, 2);
    assert_eq!(life.case.mode_changes.len(), 1);
}

#[test]
fn a_switch_to_a_mode_the_doctor_does_not_see() {
    let life = Life::new().accepted().hold("伊藤", "2026-12-10T10:00").book("2026-12-10T10:00").posted();
    assert!(
        preview_switch(&life.case, &life.rules, day(TODAY)).frees_booking,
        "伊藤 sees patients in person only"
    );
    let life = life.switch(Mode::Online, false);
    assert_eq!(stage(&life.case, &life.rules), Stage::Scheduling, "日程からやり直し");
    assert_eq!(life.case.past_bookings[0].in_clinics, InClinics::NotNeeded, "対面の予約はCLINICSにない");
    let offered = Life::new().offering().switch(Mode::Online, false);
    assert_eq!(offered.case.holds, [], "前の方式の枠は返す");
    let again = Life::new().received();
    let same = Action::SwitchMode {
        to: Mode::InPerson,
        asked_by: domain::visit::AskedBy::Patient,
        reason: "-".into(),
        fee: None,
        keeps_date: false,
    };
    again.refuses("R2 同じ方式", same, "same_mode", Some(2));
    let epilepsy = Life::new().with(|i| i.subject.department = Some("epilepsy".into())).received();
    let online = Action::SwitchMode {
        to: Mode::Online,
        asked_by: domain::visit::AskedBy::Hospital,
        reason: "感染".into(),
        fee: None,
        keeps_date: false,
    };
    epilepsy.refuses("R81 てんかん科はオンラインにできない", online, "online_elsewhere", Some(81));
}
