//! Papers and the report: printed, posted, come back (R73, R76, R77, R86, R98; W1).

mod common;

use common::*;
use domain::Action;
use domain::case::EndKind;
use domain::paper::{PaperKind, ReturnReason, VoidReason};
use domain::people::Address;
use domain::stage::{Stage, stage};
use domain::steps::{StepKind, steps};

fn kinds(life: &Life) -> Vec<StepKind> {
    steps(&life.case, &life.rules).into_iter().map(|step| step.kind).collect()
}

#[test]
fn which_paper_may_be_printed() {
    let homeless = |i: &mut domain::people::Intake| i.patient.address = Address::default();
    let unknown = |i: &mut domain::people::Intake| i.referrer.institution = None;
    use PaperKind::*;
    let rows = [
        ("R73 予約の前", Life::new().offering(), Slip, Some(("paper_needs_booking", Some(73)))),
        ("R73 対面は予約票", Life::new().booked(), Slip, None),
        ("R86 対面にCLINICS案内はない", Life::new().booked(), ClinicsGuide, Some(("wrong_mode", Some(86)))),
        ("R87 オンラインは案内", Life::new().online().booked(), ClinicsGuide, None),
        ("R86 オンラインに予約票はない", Life::new().online().booked(), Slip, Some(("wrong_mode", Some(86)))),
        (
            "R73 住所がない",
            Life::new().with(homeless).booked(),
            Slip,
            Some(("paper_needs_address", Some(73))),
        ),
        ("相談が済めば予約票は要らない", Life::new().consulted(false), Slip, Some(("already_done", None))),
        ("R77 報告書の前", Life::new().consulted(true), CoverLetter, Some(("paper_needs_report", Some(77)))),
        ("R77 報告書のあと", Life::new().reported(true), CoverLetter, None),
        (
            "R98 宛先の医療機関が未登録",
            Life::new().with(unknown).reported(true),
            MailingLabel,
            Some(("institution_unknown", Some(98))),
        ),
        (
            "発送済みの送付状は刷り直さない",
            Life::new().report_out(),
            CoverLetter,
            Some(("already_done", None)),
        ),
    ];
    for (row, life, kind, expect) in rows {
        match expect {
            Some((code, rule)) => life.refuses(row, print(kind, 9), code, rule),
            None => life.allows(row, print(kind, 1)),
        }
    }
}

#[test]
fn a_newer_version_voids_the_older() {
    let life = Life::new().booked().printed().printed();
    let papers: Vec<_> = life.case.papers.iter().map(|p| (p.version, p.is_void())).collect();
    assert_eq!(papers, [(1, true), (2, false)]);
    assert_eq!(life.case.papers[0].voided.as_ref().unwrap().reason, VoidReason::NewerVersion);
    let void = Action::VoidPaper { kind: PaperKind::Slip, reason: VoidReason::ByHand };
    let life = life.does(void.clone());
    assert_eq!(life.case.paper(PaperKind::Slip), None);
    life.refuses("無効な紙は無効にできない", void, "no_such_paper", None);
    assert_eq!(life.case.next_version(PaperKind::Slip), 3, "番号は戻らない");
}

#[test]
fn posting_a_paper() {
    let post_by = |service: &str, tracking: &str| Action::PostPaper {
        kind: PaperKind::Slip,
        service: service.into(),
        tracking: tracking.into(),
    };
    let life = Life::new().booked();
    life.refuses("刷っていない", post(PaperKind::Slip), "no_such_paper", None);
    let life = life.printed();
    let rows = [
        ("普通郵便に番号はない", "ordinary", "", None),
        ("知らない送り方", "pigeon", "", Some("unknown_service")),
        ("簡易書留は11桁", "registered", "123-45-67890-1", None),
        ("桁が足りない", "registered", "1234567890", Some("tracking_digits")),
        ("レターパックは12桁", "letter_pack", "1234-5678-9012", None),
        ("番号を忘れた", "letter_pack", "", Some("tracking_digits")),
    ];
    for (row, service, tracking, refused) in rows {
        match refused {
            Some(code) => life.refuses(row, post_by(service, tracking), code, None),
            None => life.allows(row, post_by(service, tracking)),
        }
    }
    let out = life.does(post(PaperKind::Slip));
    out.refuses("二度は送らない", post(PaperKind::Slip), "already_posted", None);
    assert_eq!(stage(&out.case, &out.rules), Stage::PaperPosted, "S10");
}

/// W1, A15: the slip comes back.
#[test]
fn a_returned_slip() {
    let came_back = |kind| Action::MailCameBack { kind, reason: ReturnReason::UnknownAddress };
    let printed = Life::new().booked().printed();
    printed.refuses("送っていない", came_back(PaperKind::Slip), "not_posted", None);
    printed.refuses("刷ってもいない", came_back(PaperKind::ClinicsGuide), "no_such_paper", None);
    let life = printed.does(post(PaperKind::Slip)).at("2026-12-04T10:00").does(came_back(PaperKind::Slip));
    assert_eq!(stage(&life.case, &life.rules), Stage::Booked, "W1 また送るまで発送済みではない");
    let today = steps(&life.case, &life.rules);
    let call = today.iter().find(|s| s.kind == StepKind::ReturnedMail).unwrap();
    assert_eq!(call.due, day("2026-12-04"), "A15 その日のうちに電話");
    assert!(kinds(&life).contains(&StepKind::PostPaper), "W1 再送");
    life.refuses("二度は戻らない", came_back(PaperKind::Slip), "already_done", None);
    let again = life.clone().does(post(PaperKind::Slip));
    assert!(!kinds(&again).contains(&StepKind::ReturnedMail), "W1 再送で片付く");
    assert_eq!(stage(&again.case, &again.rules), Stage::PaperPosted);
    let fresh = life.printed();
    assert_eq!(fresh.case.paper(PaperKind::Slip).unwrap().version, 2, "住所を直して刷り直す");
    fresh.allows("新しい版を送る", post(PaperKind::Slip));
    let ended = Life::new().slip_out().ends(EndKind::Cancelled).does(came_back(PaperKind::Slip));
    assert!(ended.case.papers[0].came_back.is_some(), "取消後に戻っても記録する");
    assert!(!kinds(&ended).contains(&StepKind::ReturnedMail), "もう送り直さない");
}

/// R98, W1: the report comes back from the referrer's hospital.
#[test]
fn a_returned_report() {
    let back = Action::MailCameBack { kind: PaperKind::CoverLetter, reason: ReturnReason::UnknownAddress };
    let life = Life::new().report_out();
    assert_eq!(stage(&life.case, &life.rules), Stage::Returning);
    let life = life.at("2026-12-16T10:00").does(back.clone());
    assert_eq!(stage(&life.case, &life.rules), Stage::ReportReceived, "T6 返戻: 報告書は手元に");
    assert!(
        kinds(&life).contains(&StepKind::DeliverReport) && kinds(&life).contains(&StepKind::ReturnedMail)
    );
    let back_now = life.case.papers.iter().filter(|p| p.came_back.is_some()).map(|p| p.kind);
    assert_eq!(
        back_now.collect::<Vec<_>>(),
        [PaperKind::CoverLetter, PaperKind::MailingLabel],
        "送付状と宛名は一通"
    );
    life.allows("そのまま再送", post_report());
    let anew = life.does(print(PaperKind::CoverLetter, 2)).does(print(PaperKind::MailingLabel, 2));
    let anew = anew.does(post_report());
    assert_eq!(stage(&anew.case, &anew.rules), Stage::Returning, "刷り直して再送");
    assert!(!kinds(&anew).contains(&StepKind::ReturnedMail));
    anew.allows("また戻ることもある", back);
    anew.refuses("二重には送らない", post_report(), "already_done", None);
    let by_label = Life::new()
        .report_out()
        .does(Action::MailCameBack { kind: PaperKind::MailingLabel, reason: ReturnReason::Refused });
    assert_eq!(by_label.case.report.delivered, None, "宛名で記録しても同じ封筒");
}

#[test]
fn the_report_reaches_the_referrer() {
    let rows = [
        (
            "R98 オンラインは手渡しできない",
            Life::new().online().reported(false),
            Action::HandOverReport {},
            Some(("report_by_post", Some(98))),
        ),
        (
            "R77 後日郵送も手渡しではない",
            Life::new().reported(true),
            Action::HandOverReport {},
            Some(("report_by_post", Some(98))),
        ),
        ("R76 対面は手渡し", Life::new().reported(false), Action::HandOverReport {}, None),
        ("R76 相談の前", Life::new().ready(), Action::HandOverReport {}, Some(("not_held_yet", Some(76)))),
        (
            "R77 報告書がない",
            Life::new().consulted(false),
            Action::HandOverReport {},
            Some(("no_report", Some(77))),
        ),
        (
            "R98 送付状なしに送らない",
            Life::new().reported(true),
            post_report(),
            Some(("no_such_paper", None)),
        ),
        (
            "報告書は一度届く",
            Life::new().reported(true),
            Action::ReceiveReport { pages: 2 },
            Some(("already_done", None)),
        ),
        (
            "届いた報告書は催促しない",
            Life::new().reported(true),
            Action::RemindReport {},
            Some(("already_done", None)),
        ),
        ("R77 待つ間は催促できる", Life::new().consulted(true), Action::RemindReport {}, None),
        (
            "相談の前に報告書はない",
            Life::new().ready(),
            Action::ReceiveReport { pages: 1 },
            Some(("not_held_yet", Some(76))),
        ),
    ];
    for (row, life, action, expect) in rows {
        match expect {
            Some((code, rule)) => life.refuses(row, action, code, rule),
            None => life.allows(row, action),
        }
    }
    let unchecked = Life::new().with(|i| i.referrer.institution = Some("unchecked".into())).reported(true);
    let unchecked = unchecked.does(print(PaperKind::CoverLetter, 1));
    unchecked.refuses("A12 P3 二人目の確認前", post_report(), "institution_unchecked", Some(98));
    let letter = post(PaperKind::CoverLetter);
    unchecked.refuses("A12 送付状として送っても同じ", letter.clone(), "institution_unchecked", Some(98));
    let checked = Life::new().reported(true).does(print(PaperKind::CoverLetter, 1)).does(letter);
    assert!(checked.case.report.delivered.is_some(), "送付状を送れば報告書を送った");
    let handed = Life::new().reported(false).does(Action::HandOverReport {});
    assert_eq!(stage(&handed.case, &handed.rules), Stage::Returning, "G8 資料が残る");
    handed.refuses("二度は渡さない", Action::HandOverReport {}, "already_done", None);
}
