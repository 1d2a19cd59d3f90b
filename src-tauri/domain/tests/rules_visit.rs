//! CLINICS, the day itself, the way back of the materials (R51-R53, R74-R76, R87-R97; G8).

mod common;

use common::*;
use domain::Action;
use domain::case::EndKind;
use domain::packet::ItemKind;
use domain::profile::ReturnPolicy;
use domain::stage::{ClinicsMatch, Stage, clinics_match, stage};
use domain::steps::{StepKind, steps};
use domain::visit::{InClinics, Mode, Payment, Return};

fn kinds(life: &Life) -> Vec<StepKind> {
    steps(&life.case, &life.rules).into_iter().map(|step| step.kind).collect()
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
                eve.refuses(row, Action::ConfirmDayBefore {}, "clinics_differs", Some(91));
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
