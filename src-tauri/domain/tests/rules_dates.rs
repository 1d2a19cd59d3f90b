//! 候補日, holds, booking, calls about them (R71-R73; 5.6).

mod common;

use chrono::{NaiveDate, NaiveDateTime};
use common::*;
use domain::call::{Matter, Outcome};
use domain::candidates::{Ask, Day, PostPlan, Reason, Taken, grid, judge, post_plan, propose};
use domain::days::{ClosedReason, Closure, ClosureSpan};
use domain::people::{Half, Wishes};
use domain::profile::Rules;
use domain::stage::{Stage, stage};
use domain::visit::Mode;
use domain::{Action, Case};

fn look<'a>(case: &'a Case, rules: &'a Rules, who: &str, now: NaiveDateTime, taken: &'a [Taken]) -> Ask<'a> {
    Ask { id: Some(1), case, doctor: rules.doctor(who).unwrap(), now, taken }
}

/// The code of every reason against a day, in order.
fn codes(day: &Day) -> Vec<String> {
    let code = |reason: &Reason| serde_json::to_value(reason).unwrap()["reason"].as_str().unwrap().to_owned();
    day.reasons.iter().map(code).collect()
}

fn wishing(wishes: Wishes) -> Life {
    Life::new().with(|i| i.subject.wishes = wishes).accepted()
}

#[test]
fn every_reason_against_a_day() {
    let plain = || Life::new().accepted();
    let away = || Wishes { unavailable: vec![day("2026-12-10")], ..Wishes::default() };
    let thursdays = || Wishes { unavailable_weekdays: vec![3], ..Wishes::default() };
    let later = || Wishes { not_before: Some(day("2026-12-11")), ..Wishes::default() };
    let morning = || Wishes { half: Some(Half::Morning), ..Wishes::default() };
    let afternoon = || Wishes { half: Some(Half::Afternoon), ..Wishes::default() };
    let rows: Vec<(&str, Life, &str, &str, Vec<&str>)> = vec![
        ("空きあり", plain(), "森", "2026-12-10", vec![]),
        ("過去", plain(), "伊藤", "2026-11-20", vec!["past"]),
        ("過去の祝日", plain(), "伊藤", "2026-11-23", vec!["past", "closed"]),
        ("R68 土曜", plain(), "森", "2026-12-12", vec!["closed"]),
        ("R68 祝日", plain(), "伊藤", "2027-01-11", vec!["closed"]),
        ("G7 年末年始", plain(), "伊藤", "2026-12-30", vec!["closed"]),
        ("年末最後の日", plain(), "伊藤", "2026-12-28", vec![]),
        ("年始最初の日", plain(), "伊藤", "2027-01-04", vec![]),
        ("外来日でない", plain(), "森", "2026-12-09", vec!["not_clinic_day"]),
        ("5.6 郵送が間に合わない", plain(), "伊藤", "2026-11-25", vec!["too_early"]),
        ("5.6 今日は間に合わない", plain(), "伊藤", "2026-11-24", vec!["too_early"]),
        ("患者の都合", wishing(away()), "森", "2026-12-10", vec!["patient_away"]),
        ("患者の都合 曜日", wishing(thursdays()), "森", "2026-12-10", vec!["patient_away"]),
        ("患者の都合 以降", wishing(later()), "森", "2026-12-10", vec!["patient_away"]),
        ("午前希望に午後だけ", wishing(morning()), "森", "2026-12-10", vec!["other_half"]),
        ("午後希望に午前だけ", wishing(afternoon()), "伊藤", "2026-12-10", vec!["other_half"]),
        ("R11 対面だけの外来", Life::new().online().accepted(), "伊藤", "2026-12-10", vec!["other_mode"]),
    ];
    for (row, life, who, date, expect) in rows {
        let found = judge(&look(&life.case, &life.rules, who, life.now, &[]), &life.rules, day(date));
        assert_eq!(codes(&found), expect, "{row}");
        assert_eq!(found.free.is_empty(), !expect.is_empty(), "{row}: free only without a reason");
        assert_eq!(found.posting.is_some(), expect.is_empty(), "{row}: a way to post only for an offer");
    }
    let mut stopped = rules();
    stopped.departments.iter_mut().find(|d| d.id == "respiratory").unwrap().stopped = "中止".into();
    let away = on_leave(stopped, "森", "2026-12-10", "2026-12-11");
    let life = wishing(Wishes {
        half: Some(Half::Morning),
        unavailable: vec![day("2026-12-10")],
        ..Wishes::default()
    });
    let found = judge(&look(&life.case, &away, "森", life.now, &[]), &away, day("2026-12-10"));
    assert_eq!(
        codes(&found),
        ["leave", "patient_away", "department_stopped", "other_half"],
        "all of them, not only the first"
    );
}

/// A hospital whose paper is handed over at once may offer today, but not this morning in the afternoon.
#[test]
fn times_of_today_that_are_over() {
    let mut rules = rules();
    rules.editions[0].profile.services[0].lead_days = 0;
    let life = Life::under(rules).accepted();
    let free = |now: &str| {
        let ask = look(&life.case, &life.rules, "森", time(now), &[]);
        let found = judge(&ask, &life.rules, day(TODAY));
        (found.free.iter().map(|s| s.start.to_string()).collect::<Vec<_>>(), codes(&found))
    };
    let (two, three) = ("2026-11-24 14:00:00".to_owned(), "2026-11-24 15:00:00".to_owned());
    assert_eq!(free("2026-11-24T13:00"), (vec![two, three.clone()], vec![]));
    assert_eq!(free("2026-11-24T14:00"), (vec![three], vec![]), "14時の枠はもう始まる");
    assert_eq!(free("2026-11-24T15:30"), (vec![], vec!["past".to_owned()]));
}

#[test]
fn why_the_desk_is_closed_is_told() {
    let mut rules = rules();
    let span = ClosureSpan::Once { from: day("2026-12-10"), to: day("2026-12-10") };
    rules.editions[0].profile.closures.push(Closure { span, reason: "創立記念日".into() });
    let life = Life::under(rules).accepted();
    let found = judge(&look(&life.case, &life.rules, "森", life.now, &[]), &life.rules, day("2026-12-10"));
    assert_eq!(
        found.reasons,
        [Reason::Closed { closed: ClosedReason::Closure { reason: "創立記念日".into() } }]
    );
}

#[test]
fn what_others_have_taken() {
    let life = Life::new().accepted();
    let until = Some(time("2026-11-25T17:15"));
    let taken =
        |start: &str, case, until| Taken { slot: slot("森", start), case, until, by: "木村".into() };
    let other_doctor = Taken { slot: slot("伊藤", "2026-12-10T14:00"), ..taken(VISIT, 2, None) };
    let rows = [
        ("一枠は空き", vec![taken("2026-12-10T14:00", 2, None)], vec!["2026-12-10T15:00"], vec![]),
        (
            "満員",
            vec![taken("2026-12-10T14:00", 2, None), taken("2026-12-10T15:00", 3, None)],
            vec![],
            vec!["fully_booked"],
        ),
        (
            "仮押さえ中",
            vec![taken("2026-12-10T14:00", 2, None), taken("2026-12-10T15:00", 3, until)],
            vec![],
            vec!["held_by_other"],
        ),
        ("半端に重なる", vec![taken("2026-12-10T14:30", 2, None)], vec![], vec!["fully_booked"]),
        ("他の医師は別", vec![other_doctor], vec!["2026-12-10T14:00", "2026-12-10T15:00"], vec![]),
        ("自分の仮押さえ", vec![taken("2026-12-10T14:00", 1, until)], vec!["2026-12-10T15:00"], vec![]),
        (
            "自分だけで埋まる",
            vec![taken("2026-12-10T14:00", 1, until), taken("2026-12-10T15:00", 1, until)],
            vec![],
            vec![],
        ),
    ];
    for (row, taken, free, reasons) in rows {
        let found =
            judge(&look(&life.case, &life.rules, "森", life.now, &taken), &life.rules, day("2026-12-10"));
        let starts: Vec<NaiveDateTime> = found.free.iter().map(|s| s.start).collect();
        assert_eq!(starts, free.iter().map(|s| time(s)).collect::<Vec<_>>(), "{row}");
        assert_eq!(codes(&found), reasons, "{row}");
    }
    let mine = [taken(VISIT, 1, until)];
    let gone = on_leave(rules(), "森", "2026-12-10", "2026-12-10");
    let found = judge(&look(&life.case, &gone, "森", life.now, &mine), &gone, day("2026-12-10"));
    assert_eq!(
        (codes(&found), found.held.len()),
        (vec!["leave".to_owned()], 1),
        "W8 持っていても医師がいない"
    );
    assert_eq!(
        propose(&look(&life.case, &gone, "森", life.now, &mine), &gone, 16, 9)
            .iter()
            .filter(|p| p.held)
            .count(),
        0,
        "W8 提案しない"
    );
}

#[test]
fn clinic_rules_of_a_doctor() {
    let mut rules = rules();
    let doctor = rules.doctors.iter_mut().find(|d| d.id == "森").unwrap();
    doctor.clinics[0].nth = vec![2, 4];
    doctor.clinics[0].valid_to = Some(day("2026-12-24"));
    doctor.exceptions.push(domain::profile::ClinicException::Extra {
        date: day("2026-12-09"),
        from: "09:00:00".parse().unwrap(),
        to: "09:45:00".parse().unwrap(),
        slot_minutes: 45,
        room: "別室".into(),
    });
    let life = Life::under(rules).accepted();
    let days = grid(
        &look(&life.case, &life.rules, "森", life.now, &[]),
        &life.rules,
        day("2026-12-01"),
        day("2027-01-31"),
    );
    let open: Vec<String> = days.iter().filter(|d| !d.free.is_empty()).map(|d| d.date.to_string()).collect();
    assert_eq!(
        open,
        ["2026-12-08", "2026-12-09", "2026-12-10", "2026-12-22", "2026-12-24"],
        "第2・第4と臨時だけ"
    );
    let extra = days.iter().find(|d| d.date == day("2026-12-09")).unwrap();
    assert_eq!((extra.free.len(), extra.free[0].minutes), (1, 45), "臨時枠は45分ひとつ");
}

/// A7: asked on Friday 18 September 2026 for the next week.
#[test]
fn a_silver_week() {
    let life = Life::new();
    let mut case = life.case.clone();
    case.subject.department = Some("respiratory".into());
    let now = time("2026-09-18T10:00");
    let week =
        grid(&look(&case, &life.rules, "伊藤", now, &[]), &life.rules, day("2026-09-21"), day("2026-09-25"));
    let refused: Vec<Vec<String>> = week.iter().map(codes).collect();
    let closed = |codes: &Vec<String>| codes.contains(&"closed".to_owned());
    assert_eq!(
        refused.iter().map(closed).collect::<Vec<_>>(),
        [true, true, true, false, false],
        "21-23は祝日"
    );
    assert!(refused[3].is_empty() && refused[4].is_empty(), "A7 24日と25日だけ");
    let mut slow = rules();
    slow.editions[0].profile.services.retain(|s| s.code == "ordinary");
    let week = grid(&look(&case, &slow, "伊藤", now, &[]), &slow, day("2026-09-24"), day("2026-09-25"));
    assert!(week.iter().all(|d| codes(d) == ["too_early"]), "A7 普通郵便だけでは間に合わない");
    let Reason::TooEarly { first, days } = &week[0].reasons[0] else { unreachable!() };
    assert_eq!((*first, *days), (day("2026-09-30"), 5), "次に間に合う日 {first}");
}

/// A6: a slip for Monday 28 December.
#[test]
fn the_slowest_post_that_still_arrives() {
    let rules = rules();
    let plan = |today: &str, visit: &str| post_plan(&rules, day(today), day(visit));
    let via = |service: &str, by: &str| Some(PostPlan { service: service.into(), by: day(by) });
    let rows = [
        ("5営業日前まで普通郵便", "2026-12-18", "2026-12-28", via("ordinary", "2026-12-21")),
        ("5営業日前の当日", "2026-12-21", "2026-12-28", via("ordinary", "2026-12-21")),
        ("A6 24日には書留", "2026-12-24", "2026-12-28", via("registered", "2026-12-24")),
        ("A6 25日には速達", "2026-12-25", "2026-12-28", via("express", "2026-12-25")),
        ("土曜に出せない", "2026-12-26", "2026-12-28", None),
        ("祝日は数えない", "2026-11-20", "2026-11-30", via("ordinary", "2026-11-20")),
        ("年末年始は数えない", "2026-12-25", "2027-01-07", via("ordinary", "2026-12-25")),
    ];
    for (row, today, visit, expect) in rows {
        assert_eq!(plan(today, visit), expect, "{row}");
    }
}

#[test]
fn proposals_spread_over_weeks() {
    let life = Life::new().accepted();
    let ask = look(&life.case, &life.rules, "伊藤", life.now, &[]);
    let found = propose(&ask, &life.rules, 28, 3);
    let dates: Vec<NaiveDate> = found.iter().map(|p| p.slot.date()).collect();
    assert_eq!(dates, [day("2026-11-27"), day("2026-11-30"), day("2026-12-07")], "週を変えて");
    assert_eq!(propose(&ask, &life.rules, 28, 3), found, "stable");
    let wish = wishing(Wishes { unavailable_weekdays: vec![0, 4], ..Wishes::default() });
    let found = propose(&look(&wish.case, &wish.rules, "伊藤", wish.now, &[]), &wish.rules, 28, 3);
    assert_eq!(found[0].slot.date(), day("2026-12-01"), "金・月は来られない");
    let held = [Taken {
        slot: slot("伊藤", "2026-12-18T10:00"),
        case: 1,
        until: Some(time("2026-11-25T17:15")),
        by: "木村".into(),
    }];
    let found = propose(&look(&life.case, &life.rules, "伊藤", life.now, &held), &life.rules, 28, 3);
    assert!(found[0].held && found[0].slot == held[0].slot, "持っている日が先");
}

#[test]
fn holding_a_slot() {
    let hold = |doctor: &str, start: &str| Action::HoldSlot {
        slot: slot(doctor, start),
        until: Some(time("2026-11-25T17:15")),
    };
    let life = Life::new().accepted();
    life.allows("R71 仮押さえ", hold("森", VISIT));
    life.refuses("R71 土曜", hold("森", "2026-12-12T14:00"), "slot_refused", Some(71));
    life.refuses("R71 半端な時刻", hold("森", "2026-12-10T14:30"), "slot_refused", Some(71));
    life.refuses("R71 間に合わない", hold("伊藤", "2026-11-25T10:00"), "slot_refused", Some(71));
    life.refuses("他科の医師", hold("林", "2026-12-14T14:00"), "unknown_department", None);
    life.refuses("いない医師", hold("誰か", VISIT), "unknown_department", None);
    Life::new().asked().refuses("R71 審査前", hold("森", VISIT), "not_accepted", Some(71));
    Life::new().booked().refuses("R72 予約後", hold("森", "2026-12-15T14:00"), "already_booked", None);

    let five = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07"];
    let full = five.iter().fold(life.clone(), |life, day| life.hold("伊藤", &format!("{day}T10:00")));
    full.refuses("R72 六つ目", hold("伊藤", "2026-12-08T10:00"), "too_many_holds", Some(72));
    full.allows("同じ枠の延長は数えない", hold("伊藤", "2026-12-07T10:00"));
    let expired = full.clone().at("2026-11-26T09:00");
    let later =
        |start: &str| Action::HoldSlot { slot: slot("伊藤", start), until: Some(time("2026-11-27T17:15")) };
    let again = expired.does(later("2026-12-08T10:00"));
    assert_eq!(again.case.holds.len(), 1, "W9 期限切れは次の仮押さえで消える");
    let declined = full.does(Action::DeclineCandidates { reason: "どの日も都合が悪い".into() });
    assert_eq!(stage(&declined.case, &declined.rules), Stage::Scheduling, "row 23");
    declined.refuses(
        "断られた枠はもうない",
        Action::ReleaseSlot { start: time("2026-12-01T10:00") },
        "not_held",
        None,
    );
}

#[test]
fn holds_that_overlap() {
    let mut rules = rules();
    let doctor = rules.doctors.iter_mut().find(|d| d.id == "森").unwrap();
    doctor.clinics.push(clinic(&[3], "14:30:00", "15:30:00", &[Mode::InPerson]));
    let life = Life::under(rules).offering();
    let until = Some(time("2026-11-25T17:15"));
    let action = Action::HoldSlot { slot: slot("森", "2026-12-10T14:30"), until };
    life.refuses("重なる枠を二つは持たない", action, "slot_taken", Some(71));
}

#[test]
fn booking_a_held_slot() {
    let book = |start: &str| Action::Book { start: time(start), fee: fee(Mode::InPerson) };
    let life = Life::new().offering();
    life.refuses("R72 持っていない枠", book("2026-12-15T14:00"), "not_held", None);
    life.clone().at("2026-11-26T09:00").refuses("W9 期限切れ", book(VISIT), "hold_expired", None);
    let gone = Life { rules: on_leave(rules(), "森", "2026-12-10", "2026-12-10"), ..life.clone() };
    gone.refuses("W8 その間に休み", book(VISIT), "slot_refused", Some(71));
    let mut without = rules();
    without.doctors.retain(|d| d.id != "森");
    Life { rules: without, ..life.clone() }.refuses("W8 医師の交代", book(VISIT), "slot_refused", Some(71));
    let mut referrer = intake().referrer;
    referrer.agreed = domain::people::Told::No;
    let disagreed = life.clone().does(Action::AmendReferrer { referrer });
    disagreed.refuses("R44 了承が消えた", book(VISIT), "referrer_not_agreed", Some(44));

    life.refuses("R50 費用をまだ伝えていない", book(VISIT), "fee_not_told", Some(50));
    let silent = life.clone().calls(domain::call::Outcome::Spoke, domain::call::Matter::Candidates);
    silent.refuses("R50 費用に触れない電話", book(VISIT), "fee_not_told", Some(50));

    let two = life.hold("森", "2026-12-15T14:00").book(VISIT);
    let booking = two.case.booking.as_ref().unwrap();
    assert_eq!((booking.slot.start, booking.mode), (time(VISIT), Mode::InPerson));
    assert_eq!(booking.fee.to_string(), "30,000円（税込33,000円）", "R50 固定した料金");
    assert_eq!(two.case.holds, [], "row 24 ほかの枠は返す");
    two.refuses("二つは予約しない", book(VISIT), "already_booked", None);
    let other = Life::new().online().offering();
    other.refuses("R52 費用をまだ伝えていない", book(VISIT), "fee_not_told", Some(52));
    let online = Life::new().online().booked();
    assert_eq!(online.case.booking.unwrap().fee.gross().to_string(), "44,000円", "R52");
}

#[test]
fn asking_the_doctor_again_frees_the_candidates() {
    let life = Life::new().offering();
    let ask = life.ask();
    let life = life.does(ask);
    assert!(life.case.holds.is_empty(), "審査に戻った件は枠を持たない");
}

#[test]
fn a_paid_visit_that_falls_is_paid_anew() {
    let life = Life::new().ready().at("2026-12-10T13:40").paid();
    let life = life.does(Action::Unbook { reason: "担当医の急用".into() });
    assert_eq!(life.case.payment, None, "R51 料金は新しい日に");
    assert_eq!(life.case.day_before, None, "前日確認もやり直し");
}

#[test]
fn misses_count_since_somebody_was_reached() {
    use Outcome::*;
    let rows = [
        ("不在三回", vec![NoAnswer, Busy, LeftMessage], 3),
        ("話せた", vec![NoAnswer, Spoke, NoAnswer], 1),
        ("折り返しの約束", vec![NoAnswer, CallBack], 0),
        ("別人が出た", vec![WrongPerson], 1),
        ("番号不使用", vec![NotInService], 1),
        ("断られた", vec![NoAnswer, Refused], 0),
    ];
    for (row, outcomes, misses) in rows {
        let life = outcomes.iter().fold(Life::new().offering(), |life, o| life.calls(*o, Matter::Candidates));
        assert_eq!(life.case.misses(), misses, "{row}");
        let expect = if misses == 0 { Stage::Offering } else { Stage::Unreachable };
        assert_eq!(stage(&life.case, &life.rules), expect, "S08 {row}");
    }
    let missed = Life::new().offering().calls(NoAnswer, Matter::Candidates);
    let mut back = call(domain::call::Party::Patient, Spoke, Matter::Candidates);
    back.direction = domain::call::Direction::In;
    let back = missed.does(Action::LogCall { call: back, out_of_hours: false });
    assert_eq!(back.case.misses(), 0, "row 22 掛かってきた");
    let earlier = Life::new().inquire().calls(NoAnswer, Matter::Missing).packet(complete());
    let ask = earlier.ask();
    let earlier = earlier.does(ask).verdict(domain::screening::Verdict::Accept).hold("森", VISIT);
    assert_eq!(stage(&earlier.case, &earlier.rules), Stage::Offering, "前の用件の不在は数えない");
    let doctor = Life::new().offering().does(Action::LogCall {
        call: call(domain::call::Party::Doctor, NoAnswer, Matter::Other),
        out_of_hours: false,
    });
    assert_eq!(doctor.case.misses(), 0, "担当医の不在は患者の不在でない");
}
