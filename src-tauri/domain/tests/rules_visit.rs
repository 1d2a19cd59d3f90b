//! Papers, CLINICS, the day itself, the report, the way back of the materials (R51-R53, R66, R73-R77, R86-R98; G8).

mod common;

use common::*;
use domain::Action;
use domain::case::EndKind;
use domain::packet::ItemKind;
use domain::paper::{PaperKind, ReturnReason, VoidReason};
use domain::people::Address;
use domain::profile::ReturnPolicy;
use domain::stage::{ClinicsMatch, Stage, clinics_match, stage};
use domain::steps::{StepKind, steps};
use domain::visit::{InClinics, Mode, Payment, Return};

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

#[test]
fn what_stands_in_clinics() {
    let menu = profile().clinics.menu;
    let life = || Life::new().online().slip_out();
    let rows = [
        ("R91 まだ", None, ClinicsMatch::NotSeen),
        ("R91 一致", Some((VISIT, menu.clone())), ClinicsMatch::Agrees),
        ("A9 30分ちがう", Some(("2026-12-10T14:30", menu.clone())), ClinicsMatch::OtherTime),
        ("R91 メニューちがい", Some((VISIT, "てんかん科のオンライン".into())), ClinicsMatch::OtherMenu),
        ("R91 名前は一字ずつ", Some((VISIT, menu.replace("以外", ""))), ClinicsMatch::OtherMenu),
        ("前後の空白は見ない", Some((VISIT, format!("{menu} "))), ClinicsMatch::Agrees),
    ];
    for (row, seen, expect) in rows {
        let life = match seen {
            Some((start, menu)) => life().does(Action::ClinicsBooked { start: time(start), menu }),
            None => life(),
        };
        assert_eq!(clinics_match(&life.case, &life.rules), expect, "{row}");
        let wrong = matches!(expect, ClinicsMatch::OtherTime | ClinicsMatch::OtherMenu);
        assert_eq!(kinds(&life).contains(&StepKind::CallClinicsMismatch), wrong, "A9 {row}: 電話する");
        assert_eq!(
            kinds(&life).contains(&StepKind::ConfirmClinics),
            expect == ClinicsMatch::NotSeen,
            "{row}: 確認"
        );
        assert!(kinds(&life).contains(&StepKind::DayBefore), "{row}: 前日確認は待たない");
        let eve = life.at("2026-12-09T10:00");
        match expect {
            ClinicsMatch::Agrees => eve.allows(row, Action::ConfirmDayBefore {}),
            _ => {
                eve.refuses(row, Action::ConfirmDayBefore {}, "not_booked", Some(91));
                eve.does(waive(91)).allows("理由があれば", Action::ConfirmDayBefore {});
            }
        }
    }
    let here = Life::new().slip_out();
    here.refuses("R91 対面にCLINICSはない", Action::ClinicsRegistered {}, "wrong_mode", Some(91));
    Life::new().online().offering().refuses(
        "R91 日時が決まってから",
        Action::ClinicsRegistered {},
        "not_booked",
        Some(72),
    );
    let registered = life().does(Action::ClinicsRegistered {});
    assert!(registered.case.clinics.registered.is_some(), "R87 登録");
}

/// R92, A10: the call is one act, CLINICS the other.
#[test]
fn a_change_is_two_acts() {
    let online = || Life::new().online();
    let unbook = || Action::Unbook { reason: "患者の都合".into() };
    let rows: Vec<(&str, Life, Action, bool)> = vec![
        ("A10 予約後の変更", online().slip_out().in_clinics(VISIT), unbook(), true),
        ("R92 予約後の取消", online().slip_out().in_clinics(VISIT), end(EndKind::Cancelled, None), true),
        ("R92 案内を送ったなら予約しているかもしれない", online().slip_out(), unbook(), true),
        ("案内の前なら何もない", online().booked().printed(), unbook(), false),
        ("対面にCLINICSはない", Life::new().slip_out(), unbook(), false),
        ("R43 死亡", online().slip_out().in_clinics(VISIT), end(EndKind::Deceased, None), false),
    ];
    for (row, life, action, open) in rows {
        let life = life.does(action);
        assert_eq!(life.case.past_bookings[0].in_clinics == InClinics::Open, open, "{row}");
        assert_eq!(kinds(&life).contains(&StepKind::SeeClinicsChange), open, "{row}: 今日の仕事に残る");
        match open {
            true => {
                let seen = life.does(Action::ClinicsChangeSeen {});
                assert!(!kinds(&seen).contains(&StepKind::SeeClinicsChange), "{row}: 見たら片付く");
                seen.refuses(row, Action::ClinicsChangeSeen {}, "already_done", Some(92));
            }
            false => life.refuses(row, Action::ClinicsChangeSeen {}, "already_done", Some(92)),
        }
    }
    let switched = online().slip_out().in_clinics(VISIT).switch(Mode::InPerson, true);
    assert_eq!(
        switched.case.past_bookings[0].in_clinics,
        InClinics::Open,
        "R92 方式変更でもCLINICSの予約が残る"
    );
    assert_eq!(switched.case.clinics.booked, None);
    let missed = online().ready().at("2026-12-10T15:00").does(Action::NoShow {});
    assert_eq!(missed.case.past_bookings[0].in_clinics, InClinics::NotNeeded, "過ぎた時刻は変えられない");
}

#[test]
fn the_day_before() {
    let life = Life::new().slip_out();
    life.refuses("まだ前日でない", Action::ConfirmDayBefore {}, "not_yet", None);
    life.clone().at("2026-12-09T09:00").allows("row 27 前日", Action::ConfirmDayBefore {});
    let monday = Life::new().accepted().hold("伊藤", "2026-12-14T10:00").book("2026-12-14T10:00").posted();
    monday.clone().at("2026-12-11T09:00").allows("月曜の前日は金曜", Action::ConfirmDayBefore {});
    monday.at("2026-12-10T09:00").refuses("木曜ではない", Action::ConfirmDayBefore {}, "not_yet", None);
    let done = Life::new().ready();
    assert_eq!(stage(&done.case, &done.rules), Stage::Ready);
    done.refuses("一度でよい", Action::ConfirmDayBefore {}, "already_done", None);
    let bring = Action::BringOnDay { item: ItemKind::Consent, bring: true };
    let family_case = Life::new().with(|i| i.applicant = family("長女"));
    let life = family_case.inquire().packet(complete()).does(bring);
    let ask = life.ask();
    let life = life.does(ask).verdict(domain::screening::Verdict::Accept).hold("森", VISIT).book(VISIT);
    life.at("2026-12-09T09:00").allows("当日持参なら前日は確認できる", Action::ConfirmDayBefore {});
}

#[test]
fn paying() {
    let pay = |card_error: &str| Action::RecordPayment { card_error: card_error.into() };
    let life = Life::new().ready();
    life.refuses("R51 前日には払えない", pay(""), "not_yet", None);
    let on_the_day = life.at("2026-12-10T13:30");
    on_the_day.refuses("R97 窓口にカードエラーはない", pay("残高不足"), "wrong_mode", Some(97));
    let paid = on_the_day.does(pay(""));
    paid.refuses("R51 一度だけ", pay(""), "already_done", None);
    let online = Life::new().online().consulted(false).does(pay("請求エラー"));
    assert!(matches!(online.case.payment, Some(Payment::CardError { .. })), "W17");
    let settled = online.does(pay(""));
    assert!(matches!(settled.case.payment, Some(Payment::Paid { .. })), "R53 あとで決済");
    Life::new().offering().refuses("予約がない", pay(""), "not_booked", Some(72));
}

#[test]
fn the_talk() {
    let talk = || Action::Consult { doctor: "森".into(), report_later: false };
    let life = Life::new().ready();
    life.refuses("まだその日でない", talk(), "not_yet", None);
    let due = life.at("2026-12-10T13:50");
    due.refuses("R51 会計の前", talk(), "not_paid", Some(51));
    due.clone().does(waive(51)).allows("R51 理由があれば", talk());
    due.clone().paid().allows("R74 R75 会計のあと", talk());
    Life::new().online().ready().at("2026-12-10T14:00").allows("R97 オンラインは後払い", talk());
    Life::new().offering().refuses("予約がない", talk(), "not_booked", Some(72));
    let child = Life::new().with(|i| {
        i.patient = patient("2010-06-01");
        i.applicant = family("母");
    });
    let child = child.ready().at("2026-12-10T13:50").paid();
    child.refuses("R58 続柄書類がまだ", talk(), "lacking", Some(58));
    child
        .does(Action::CheckItem { item: found(ItemKind::RelationshipProof) })
        .allows("R58 持って来た", talk());
    let mut referrer = intake().referrer;
    referrer.agreed = domain::people::Told::No;
    let withdrawn = due.clone().paid().does(Action::AmendReferrer { referrer });
    withdrawn.refuses("R44 了承が消えた", talk(), "referrer_not_agreed", Some(44));
    let applicant = domain::people::Applicant { who: domain::people::Who::Other, ..Default::default() };
    let stranger = due.clone().paid().does(Action::AmendApplicant { applicant });
    stranger.refuses("R39 家族以外が来た", talk(), "not_family", Some(39));
    let held = due.paid().does(talk());
    held.refuses("一度だけ", talk(), "already_done", None);
    held.refuses("来た人は来なかった人でない", Action::NoShow {}, "already_done", None);
    held.refuses("済んだ日は変わらない", Action::Unbook { reason: "-".into() }, "already_done", None);
}

#[test]
fn nobody_came() {
    let life = Life::new().ready();
    life.refuses("まだその日でない", Action::NoShow {}, "not_yet", None);
    let life = life.at("2026-12-10T15:00").does(Action::NoShow {});
    assert_eq!(stage(&life.case, &life.rules), Stage::Scheduling, "E6 再調整か終了か");
    assert_eq!(kinds(&life), [StepKind::DecideNoShow], "決めるまで日程は探さない");
    assert!(life.case.papers[0].is_void(), "予約票は無効");
    let again = life.clone().hold("森", "2026-12-22T14:00");
    assert_eq!(kinds(&again), [StepKind::PhoneCandidates], "再調整");
    let over = life.ends(EndKind::NoShow);
    assert_eq!(stage(&over.case, &over.rules), Stage::EndedNoShow);
}

#[test]
fn the_way_back_of_the_materials() {
    let posted = |packed_by: &str, checked_by: &str| Action::ReturnMaterial {
        how: Return::Posted {
            service: "registered".into(),
            tracking: "12345678901".into(),
            packed_by: packed_by.into(),
            checked_by: checked_by.into(),
        },
    };
    let life = Life::new().report_out();
    life.refuses("P3 一人で詰めて一人で見る", posted("木村", "木村"), "two_people", None);
    life.refuses("P3 見た人がいない", posted("木村", ""), "two_people", None);
    life.allows("P3 二人", posted("木村", "村上"));
    life.refuses(
        "G8 残すなら理由",
        Action::ReturnMaterial { how: Return::Kept { reason: String::new() } },
        "reason_needed",
        None,
    );
    let done = life.returned();
    assert_eq!(stage(&done.case, &done.rules), Stage::Done, "S17");
    assert_eq!(kinds(&done), []);
    done.refuses("もう何もない", posted("木村", "村上"), "nothing_to_return", None);
    Life::new().inquire().refuses("預かっていない", posted("木村", "村上"), "nothing_to_return", None);
    let mut keeps = rules();
    keeps.editions[0].profile.visit.return_material = ReturnPolicy::Keep;
    let kept = Life::under(keeps.clone()).report_out();
    assert_eq!(stage(&kept.case, &kept.rules), Stage::Done, "G8 返さない病院");
    let cancelled = Life::under(keeps).received().ends(EndKind::Cancelled);
    assert_eq!(kinds(&cancelled), [], "G8 取消でも");
    let cancelled = Life::new().received().ends(EndKind::Cancelled);
    assert_eq!(kinds(&cancelled), [StepKind::ReturnMaterial], "row 35 取消なら返す");
}
