//! 次にすること: every step with the day it enters the work and the day it is due (5.3).

mod common;

use common::*;
use domain::Action;
use domain::brief::{brief, due_key};
use domain::call::{CallRecord, Matter, Outcome, Party};
use domain::case::EndKind;
use domain::packet::ItemKind;
use domain::paper::PaperKind;
use domain::screening::Verdict;
use domain::steps::{Step, StepKind, steps};

fn step(life: &Life, kind: StepKind) -> Option<Step> {
    steps(&life.case, &life.rules).into_iter().find(|step| step.kind == kind)
}

fn unopened() -> Life {
    let mut packet = arrival(day(TODAY));
    packet.unopened = true;
    Life::new().does(Action::ReceivePacket {
        packet,
        items: vec![],
        discs: vec![],
        bring_on_day: vec![],
        intake: Some(intake()),
        number: None,
    })
}

fn ended(kind: EndKind) -> Life {
    match kind {
        EndKind::Declined => Life::new().inquire().does(end(kind, Some(domain::screening::Ground::Dispute))),
        EndKind::GeneralOutpatient => Life::new().inquire().ends(kind),
        EndKind::EpilepsyOnline => {
            let life = Life::new().online().with(|i| i.subject.department = Some("epilepsy".into()));
            life.inquire().ends(kind)
        }
        EndKind::NoShow => Life::new().ready().at("2026-12-10T16:00").does(Action::NoShow {}).ends(kind),
        _ => Life::new().packet(vec![]).ends(kind),
    }
}

/// Name, case, step, from when it is in today's work, when it is due, the rule it rests on.
type Row = (&'static str, Life, StepKind, &'static str, &'static str, Option<u8>);

fn check(rows: Vec<Row>) {
    for (row, life, kind, from, due, rule) in rows {
        let found = step(&life, kind).unwrap_or_else(|| panic!("{row}: no {kind:?}"));
        assert_eq!((found.from, found.due), (day(from), day(due)), "{row}");
        assert_eq!(found.rule.map(|r| r.0), rule, "{row}");
    }
}

fn missed(n: usize) -> Life {
    (0..n).fold(Life::new().offering(), |life, _| life.calls(Outcome::NoAnswer, Matter::Candidates))
}

#[test]
fn steps_up_to_the_verdict() {
    use StepKind::*;
    let asked = || Life::new().asked();
    let reminded = || asked().at("2026-12-01T10:00").does(Action::RemindDoctor {});
    let (today, eve) = (TODAY, "2026-12-24");
    check(vec![
        ("R4 電話なしの資料", Life::new().packet(complete()), FirstCall, today, today, Some(4)),
        ("問合せに答える", Life::new().inquiring(false), AnswerInquiry, today, today, None),
        ("row 4 資料の期限", Life::new().inquire(), ChasePacket, eve, eve, None),
        ("開封", unopened(), OpenPacket, today, today, None),
        ("R56 不足を今日頼む", Life::new().packet(vec![]), ChaseMissing, today, today, Some(56)),
        ("row 14 審査依頼", Life::new().received(), AskDoctor, today, today, Some(71)),
        ("R13 五営業日待つ", asked(), ChaseDoctor, "2026-12-01", "2026-12-01", Some(13)),
        ("R13 催促からまた五日", reminded(), ChaseDoctor, "2026-12-08", "2026-12-08", Some(13)),
    ]);
}

#[test]
fn steps_up_to_the_visit() {
    use StepKind::*;
    let back = Action::MailCameBack { kind: PaperKind::Slip, reason: domain::paper::ReturnReason::Refused };
    let came_back = || Life::new().slip_out().at("2026-11-30T10:00").does(back.clone());
    let online = || Life::new().online();
    let other_time = || online().slip_out().in_clinics("2026-12-10T14:30");
    let told = |outcome| other_time().calls(outcome, Matter::Clinics);
    let still_other = || told(Outcome::Spoke).at("2026-11-25T10:00").in_clinics("2026-12-10T15:00");
    let changed = || online().slip_out().does(Action::Unbook { reason: "都合".into() });
    let no_show = || Life::new().ready().at("2026-12-10T16:00").does(Action::NoShow {});
    let (today, next, eve, visit) = (TODAY, "2026-11-25", "2026-12-09", "2026-12-10");
    check(vec![
        ("R71 二営業日で候補日", Life::new().accepted(), ProposeDates, today, "2026-11-26", Some(71)),
        ("R72 仮押さえの間に電話", Life::new().offering(), PhoneCandidates, today, "2026-11-25", Some(72)),
        ("三度の不在で手紙", missed(3), WriteUnreachable, today, today, None),
        ("R73 二営業日で発送", Life::new().booked(), PostPaper, today, "2026-11-26", Some(73)),
        ("R87 案内も", online().booked(), PostPaper, today, "2026-11-26", Some(87)),
        ("W1 返戻", came_back(), ReturnedMail, "2026-11-30", "2026-11-30", None),
        ("W17 五営業日前まで", online().slip_out(), ConfirmClinics, "2026-11-25", "2026-12-03", Some(91)),
        ("A9 不一致", other_time(), CallClinicsMismatch, today, today, Some(91)),
        ("A9 留守なら次の日に", told(Outcome::NoAnswer), CallClinicsMismatch, next, next, Some(91)),
        ("A9 話したら次の日に見る", told(Outcome::Spoke), ConfirmClinics, next, next, Some(91)),
        ("A9 見てまだ違えば、また電話", still_other(), CallClinicsMismatch, next, next, Some(91)),
        ("R92 二つ目の操作", changed(), SeeClinicsChange, today, today, Some(92)),
        ("row 27 前日", Life::new().slip_out(), DayBefore, eve, eve, None),
        ("R91 確認前でも前日は来る", online().slip_out(), DayBefore, eve, eve, None),
        ("送らなくても前日は来る", Life::new().booked(), DayBefore, eve, eve, None),
        ("R74 当日", Life::new().ready(), RecordVisit, visit, visit, None),
        ("前日を忘れても当日は来る", Life::new().slip_out(), RecordVisit, visit, visit, None),
        ("E6 来なかった", no_show(), DecideNoShow, visit, visit, None),
        ("row 34 変更なら探し直す", changed(), ProposeDates, today, "2026-11-26", Some(71)),
    ]);
}

#[test]
fn steps_after_the_visit() {
    use StepKind::*;
    let remind = |n: usize| (0..n).fold(Life::new().consulted(true), |l, _| l.does(Action::RemindReport {}));
    let online = || Life::new().online().consulted(false);
    let cancelled = || Life::new().received().ends(EndKind::Cancelled);
    let (visit, week, monday) = ("2026-12-10", "2026-12-17", "2026-12-14");
    check(vec![
        ("R76 対面はその日に", Life::new().consulted(false), ChaseReport, visit, visit, Some(76)),
        ("A16 R77 七日", Life::new().consulted(true), ChaseReport, week, week, Some(77)),
        ("R98 オンラインも七日", online(), ChaseReport, week, week, Some(77)),
        ("row 32 三日、日曜は月曜", remind(1), ChaseReport, monday, monday, Some(77)),
        ("row 32 二度目から四日", remind(2), ChaseReport, monday, monday, Some(77)),
        ("row 32 のち毎週", remind(3), ChaseReport, week, week, Some(77)),
        ("row 32 のち毎週", remind(7), ChaseReport, week, week, Some(77)),
        ("R76 手渡し", Life::new().reported(false), DeliverReport, visit, visit, Some(76)),
        ("R98 郵送", Life::new().reported(true), DeliverReport, visit, visit, Some(98)),
        ("G8 返却", Life::new().report_out(), ReturnMaterial, visit, "2026-12-24", None),
        ("row 35 取消の返却", cancelled(), ReturnMaterial, TODAY, "2026-12-08", None),
    ]);
}

#[test]
fn no_step_of_an_earlier_or_later_stage() {
    use StepKind::*;
    let rows = [
        ("電話済み", Life::new().received(), FirstCall),
        ("資料は来た", Life::new().received(), ChasePacket),
        (
            "二度の不在では手紙を書かない",
            (0..2).fold(Life::new().offering(), |l, _| l.calls(Outcome::Busy, Matter::Candidates)),
            WriteUnreachable,
        ),
        ("発送済み", Life::new().slip_out(), PostPaper),
        ("対面にCLINICSはない", Life::new().slip_out(), ConfirmClinics),
        ("R91 一致した", Life::new().online().slip_out().in_clinics(VISIT), ConfirmClinics),
        ("前日確認済み", Life::new().ready(), DayBefore),
        (
            "承諾後にあればよい資料は追わない",
            Life::new()
                .inquire()
                .packet(
                    [complete(), vec![defective(ItemKind::Pathology, domain::packet::Defect::N11)]].concat(),
                )
                .does(Life::new().ask())
                .verdict(Verdict::Accept),
            ChaseMissing,
        ),
        ("終わった件の電話", Life::new().packet(complete()).ends(EndKind::Cancelled), FirstCall),
    ];
    for (row, life, kind) in rows {
        assert_eq!(step(&life, kind), None, "{row}");
    }
    for stage in [EndKind::Declined, EndKind::GeneralOutpatient, EndKind::EpilepsyOnline] {
        let life = ended(stage);
        assert_eq!(steps(&life.case, &life.rules), [], "電話だけで終わった件 {stage:?}");
        assert!(!brief(&life.case, &life.rules, day(TODAY)).open);
    }
}

/// Chasing goes on until something comes: each call sets the next day.
#[test]
fn chasing_is_repeated() {
    let of = |outcome, next_try: Option<&str>| CallRecord {
        next_try: next_try.map(time),
        ..call(Party::Patient, outcome, Matter::Missing)
    };
    let log = |call| Action::LogCall { call, out_of_hours: false };
    let rows = [
        ("留守なら次の営業日", of(Outcome::NoAnswer, None), "2026-11-30", None),
        (
            "約束があればその時",
            of(Outcome::CallBack, Some("2026-11-28T10:30")),
            "2026-11-28",
            Some("10:30:00"),
        ),
        ("過ぎた約束は約束でない", of(Outcome::CallBack, Some("2026-11-26T10:30")), "2026-12-11", None),
        ("頼んだら十四日", of(Outcome::Spoke, None), "2026-12-11", None),
        (
            "主治医に頼んでも",
            CallRecord { party: Party::Referrer, ..of(Outcome::Spoke, None) },
            "2026-12-11",
            None,
        ),
        (
            "院内の電話は数えない",
            CallRecord { party: Party::Doctor, ..of(Outcome::Spoke, None) },
            "2026-11-24",
            None,
        ),
    ];
    for (row, call, due, at) in rows {
        let life = Life::new().packet(vec![]).at("2026-11-27T10:00").does(log(call));
        let found = step(&life, StepKind::ChaseMissing).unwrap();
        assert_eq!(found.due, day(due), "{row}");
        assert_eq!(found.at.map(|t| t.to_string()).as_deref(), at, "{row}");
    }
    let twice = Life::new().packet(vec![]).does(log(of(Outcome::Spoke, None)));
    assert_eq!(step(&twice, StepKind::ChaseMissing).unwrap().due, day("2026-12-08"), "一度目");
    let twice = twice.at("2026-12-08T10:00").does(log(of(Outcome::Spoke, None)));
    assert_eq!(step(&twice, StepKind::ChaseMissing).unwrap().due, day("2026-12-22"), "期限ごとに繰り返す");
    assert_eq!(step(&twice, StepKind::ChaseMissing).unwrap().tries, 2);
    let came = twice.at("2026-12-15T10:00").more(complete()[..2].to_vec());
    assert_eq!(step(&came, StepKind::ChaseMissing).unwrap().due, day("2026-12-15"), "来た分を見てまた頼む");

    let packet = Life::new().inquire().at("2026-12-01T10:00").does(log(of(Outcome::Spoke, None)));
    assert_eq!(
        step(&packet, StepKind::ChasePacket).unwrap().due,
        day("2026-12-24"),
        "期限前の電話は催促でない"
    );
    let packet = packet.at("2026-12-24T10:00").does(log(of(Outcome::Spoke, None)));
    assert_eq!(step(&packet, StepKind::ChasePacket).unwrap().due, day("2027-01-07"), "row 7 催促のあと");
}

#[test]
fn a_promise_on_the_telephone() {
    let promise = CallRecord {
        next_try: Some(time("2026-11-25T11:30")),
        ..call(Party::Patient, Outcome::CallBack, Matter::Candidates)
    };
    let life = Life::new().offering().does(Action::LogCall { call: promise.clone(), out_of_hours: false });
    let found = step(&life, StepKind::PhoneCandidates).unwrap();
    assert_eq!(due_key(&found), (day("2026-11-25"), "11:30:00".parse().unwrap()));
    let old =
        Life::new().inquire().does(Action::LogCall { call: promise, out_of_hours: false }).packet(complete());
    let ask = old.ask();
    let old = old.does(ask).verdict(Verdict::Accept).hold("森", VISIT);
    let found = step(&old, StepKind::PhoneCandidates).unwrap();
    assert_eq!(found.at, Some("17:15:00".parse().unwrap()), "前の用件の約束は引きずらない");
}

#[test]
fn the_most_urgent_comes_first() {
    let life = Life::new().packet(vec![]);
    let kinds: Vec<StepKind> = steps(&life.case, &life.rules).into_iter().map(|s| s.kind).collect();
    assert_eq!(kinds, [StepKind::FirstCall, StepKind::ChaseMissing], "同じ日なら電話が先");
    let life = Life::new().slip_out();
    let dues: Vec<_> = steps(&life.case, &life.rules).iter().map(|s| s.due).collect();
    assert!(dues.is_sorted());
}
