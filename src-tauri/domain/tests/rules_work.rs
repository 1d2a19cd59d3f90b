//! What a case waits for: its stage, its next steps with their days, and what may be done (5.2, 5.3).

mod common;

use common::*;
use domain::Action;
use domain::Case;
use domain::brief::{brief, due_key, search_fields};
use domain::call::{CallRecord, Matter, Outcome, Party};
use domain::case::EndKind;
use domain::deeds::{DeedKind, deeds};
use domain::history::{Entry, Event, replay, standing, undoable};
use domain::packet::ItemKind;
use domain::paper::PaperKind;
use domain::screening::Verdict;
use domain::stage::{Stage, stage};
use domain::steps::{Step, StepKind, steps};
use domain::visit::Mode;

fn stage_of(life: &Life) -> Stage {
    stage(&life.case, &life.rules)
}

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

#[test]
fn every_stage_is_reached() {
    let delivered = || Life::new().reported(false).does(Action::HandOverReport {});
    let rows = [
        ("S00 問合せ", Life::new().inquiring(false), Stage::Inquiry),
        (
            "S00 のち説明の電話",
            Life::new().inquiring(false).calls(Outcome::Spoke, Matter::FirstInquiry),
            Stage::AwaitingPacket,
        ),
        ("S01 資料待ち", Life::new().inquire(), Stage::AwaitingPacket),
        ("S02 未開封", unopened(), Stage::Received),
        ("S03 点検済", Life::new().received(), Stage::Checking),
        ("S04 不足", Life::new().packet(vec![]), Stage::Incomplete),
        ("row 14 先行審査", Life::new().packet(complete()[..1].to_vec()).does(waive(65)), Stage::Checking),
        ("S05 審査中", Life::new().asked(), Stage::Screening),
        ("row 15 追加資料", Life::new().asked().verdict(more_material()), Stage::Incomplete),
        (
            "row 12 追加資料が着いた",
            Life::new().asked().verdict(more_material()).more(vec![found(ItemKind::Pathology)]),
            Stage::Checking,
        ),
        ("S06 日程", Life::new().accepted(), Stage::Scheduling),
        ("S07 候補日", Life::new().offering(), Stage::Offering),
        ("S08 不通", Life::new().offering().calls(Outcome::NoAnswer, Matter::Candidates), Stage::Unreachable),
        ("S09 確定", Life::new().booked(), Stage::Booked),
        ("S09 刷っただけ", Life::new().booked().printed(), Stage::Booked),
        ("S10 予約票", Life::new().slip_out(), Stage::PaperPosted),
        ("S10 CLINICS案内", Life::new().online().slip_out(), Stage::PaperPosted),
        ("S11 CLINICS確認", Life::new().online().slip_out().in_clinics(VISIT), Stage::ClinicsConfirmed),
        (
            "A9 不一致は確認でない",
            Life::new().online().slip_out().in_clinics("2026-12-10T14:30"),
            Stage::PaperPosted,
        ),
        ("S12 前日確認", Life::new().ready(), Stage::Ready),
        ("S13 相談実施", Life::new().consulted(false), Stage::Consulted),
        ("S14 後日郵送", Life::new().consulted(true), Stage::ReportAwaited),
        ("S14 オンライン", Life::new().online().consulted(false), Stage::ReportAwaited),
        ("報告書受領", Life::new().reported(false), Stage::ReportReceived),
        ("S16 返却待ち", delivered(), Stage::Returning),
        ("S17 完了", delivered().returned(), Stage::Done),
        ("E1", ended(EndKind::Declined), Stage::EndedDeclined),
        ("E2", ended(EndKind::GeneralOutpatient), Stage::EndedGeneralOutpatient),
        ("E3", ended(EndKind::Cancelled), Stage::EndedCancelled),
        ("E4", ended(EndKind::Lapsed), Stage::EndedLapsed),
        ("E5", ended(EndKind::Deceased), Stage::EndedDeceased),
        ("E6", ended(EndKind::NoShow), Stage::EndedNoShow),
        ("E7", ended(EndKind::EpilepsyOnline), Stage::EndedEpilepsyOnline),
        ("E8", ended(EndKind::Misdelivered), Stage::EndedMisdelivered),
        ("E9", ended(EndKind::Duplicate), Stage::EndedDuplicate),
    ];
    let mut reached = Vec::new();
    for (row, life, expect) in rows {
        assert_eq!(stage_of(&life), expect, "{row}");
        assert_eq!(brief(&life.case, &life.rules, day(TODAY)).stage, expect, "{row}: the list says the same");
        reached.push(expect);
    }
    for stage in Stage::ALL {
        assert!(reached.contains(&stage), "{stage:?} has a row");
    }
    let waiting = Life::new().asked().verdict(more_material());
    let sealed = waiting.does({
        let mut packet = arrival(day(TODAY));
        packet.unopened = true;
        Action::ReceivePacket {
            packet,
            items: vec![],
            discs: vec![],
            bring_on_day: vec![],
            intake: None,
            number: None,
        }
    });
    assert_eq!(stage_of(&sealed), Stage::Incomplete, "未開封ではまだ足りたと言えない");
    assert!(step(&sealed, StepKind::OpenPacket).is_some(), "開けるのが先");
}

/// Kind, from when it is in today's work, due.
#[test]
fn every_step_and_its_days() {
    use StepKind::*;
    let returned_mail =
        || Action::MailCameBack { kind: PaperKind::Slip, reason: domain::paper::ReturnReason::Refused };
    let missed =
        |n: usize| (0..n).fold(Life::new().offering(), |l, _| l.calls(Outcome::NoAnswer, Matter::Candidates));
    let remind = |n: usize| (0..n).fold(Life::new().consulted(true), |l, _| l.does(Action::RemindReport {}));
    let rows = [
        ("R4 電話なしの資料", Life::new().packet(complete()), FirstCall, "2026-11-24", "2026-11-24", Some(4)),
        ("問合せに答える", Life::new().inquiring(false), AnswerInquiry, "2026-11-24", "2026-11-24", None),
        ("row 4 資料の期限 (12-24)", Life::new().inquire(), ChasePacket, "2026-12-24", "2026-12-24", None),
        ("開封", unopened(), OpenPacket, "2026-11-24", "2026-11-24", None),
        (
            "R56 不足を今日頼む",
            Life::new().packet(vec![]),
            ChaseMissing,
            "2026-11-24",
            "2026-11-24",
            Some(56),
        ),
        ("row 14 審査依頼", Life::new().received(), AskDoctor, "2026-11-24", "2026-11-24", Some(71)),
        ("R13 五営業日待つ", Life::new().asked(), ChaseDoctor, "2026-12-01", "2026-12-01", Some(13)),
        (
            "R13 催促からまた五営業日",
            Life::new().asked().at("2026-12-01T10:00").does(Action::RemindDoctor {}),
            ChaseDoctor,
            "2026-12-08",
            "2026-12-08",
            Some(13),
        ),
        ("R71 二営業日で候補日", Life::new().accepted(), ProposeDates, "2026-11-24", "2026-11-26", Some(71)),
        (
            "R72 仮押さえの間に電話",
            Life::new().offering(),
            PhoneCandidates,
            "2026-11-24",
            "2026-11-25",
            Some(72),
        ),
        ("三度の不在で手紙", missed(3), WriteUnreachable, "2026-11-24", "2026-11-24", None),
        ("R73 二営業日で発送", Life::new().booked(), PostPaper, "2026-11-24", "2026-11-26", Some(73)),
        ("R87 案内も", Life::new().online().booked(), PostPaper, "2026-11-24", "2026-11-26", Some(87)),
        (
            "W1 返戻",
            Life::new().slip_out().at("2026-11-30T10:00").does(returned_mail()),
            ReturnedMail,
            "2026-11-30",
            "2026-11-30",
            None,
        ),
        (
            "W17 五営業日前まで",
            Life::new().online().slip_out(),
            ConfirmClinics,
            "2026-11-25",
            "2026-12-03",
            Some(91),
        ),
        (
            "A9 不一致",
            Life::new().online().slip_out().in_clinics("2026-12-10T14:30"),
            CallClinicsMismatch,
            "2026-11-24",
            "2026-11-24",
            Some(91),
        ),
        (
            "R92 二つ目の操作",
            Life::new().online().slip_out().does(Action::Unbook { reason: "-".into() }),
            SeeClinicsChange,
            "2026-11-24",
            "2026-11-24",
            Some(92),
        ),
        ("row 27 前日", Life::new().slip_out(), DayBefore, "2026-12-09", "2026-12-09", None),
        (
            "R91 確認できなくても前日は来る",
            Life::new().online().slip_out(),
            DayBefore,
            "2026-12-09",
            "2026-12-09",
            None,
        ),
        ("送っていなくても前日は来る", Life::new().booked(), DayBefore, "2026-12-09", "2026-12-09", None),
        ("R74 当日", Life::new().ready(), RecordVisit, "2026-12-10", "2026-12-10", None),
        (
            "前日確認を忘れても当日は来る",
            Life::new().slip_out(),
            RecordVisit,
            "2026-12-10",
            "2026-12-10",
            None,
        ),
        (
            "R76 対面はその日に",
            Life::new().consulted(false),
            ChaseReport,
            "2026-12-10",
            "2026-12-10",
            Some(76),
        ),
        ("A16 R77 七日", Life::new().consulted(true), ChaseReport, "2026-12-17", "2026-12-17", Some(77)),
        (
            "R98 オンラインも七日",
            Life::new().online().consulted(false),
            ChaseReport,
            "2026-12-17",
            "2026-12-17",
            Some(77),
        ),
        ("row 32 一度目から三日 (日曜は月曜)", remind(1), ChaseReport, "2026-12-14", "2026-12-14", Some(77)),
        ("row 32 二度目から四日", remind(2), ChaseReport, "2026-12-14", "2026-12-14", Some(77)),
        ("row 32 のち毎週", remind(3), ChaseReport, "2026-12-17", "2026-12-17", Some(77)),
        ("R76 手渡し", Life::new().reported(false), DeliverReport, "2026-12-10", "2026-12-10", Some(76)),
        ("R98 郵送", Life::new().reported(true), DeliverReport, "2026-12-10", "2026-12-10", Some(98)),
        ("G8 返却", Life::new().report_out(), ReturnMaterial, "2026-12-10", "2026-12-24", None),
        (
            "row 35 取消の返却",
            Life::new().received().ends(EndKind::Cancelled),
            ReturnMaterial,
            "2026-11-24",
            "2026-12-08",
            None,
        ),
        (
            "E6 来なかった",
            Life::new().ready().at("2026-12-10T16:00").does(Action::NoShow {}),
            DecideNoShow,
            "2026-12-10",
            "2026-12-10",
            None,
        ),
    ];
    for (row, life, kind, from, due, rule) in rows {
        let found = step(&life, kind).unwrap_or_else(|| panic!("{row}: no {kind:?}"));
        assert_eq!((found.from, found.due), (day(from), day(due)), "{row}");
        assert_eq!(found.rule.map(|r| r.0), rule, "{row}");
        assert!(found.from <= found.due, "{row}");
    }
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

#[test]
fn deeds_say_what_may_be_done() {
    use DeedKind::*;
    let all = |life: &Life| deeds(&life.case, life.now, &life.rules);
    let may = |life: &Life| -> Vec<DeedKind> {
        all(life).into_iter().filter(|d| d.refusal.is_none()).map(|d| d.kind).collect()
    };
    let always = [ReceivePacket, LogCall, SwitchMode, Cancel, WithdrawAgreement, Death, Note];
    let rows = [
        ("問合せ", Life::new().inquire(), vec![]),
        ("点検済", Life::new().received(), vec![AskDoctor, ReturnMaterial]),
        ("審査中", Life::new().asked(), vec![RecordVerdict, ReturnMaterial]),
        ("日程", Life::new().accepted(), vec![AskDoctor, Offer, ReturnMaterial]),
        ("候補日", Life::new().offering(), vec![AskDoctor, Offer, Book, ReturnMaterial]),
        ("確定", Life::new().booked(), vec![PrintPaper, Unbook, ReturnMaterial]),
        ("印刷済", Life::new().booked().printed(), vec![PrintPaper, PostPaper, Unbook, ReturnMaterial]),
        (
            "発送済 オンライン",
            Life::new().online().slip_out(),
            vec![PrintPaper, Unbook, ClinicsBooked, ReturnMaterial],
        ),
        (
            "前日",
            Life::new().slip_out().at("2026-12-09T09:00"),
            vec![PrintPaper, Unbook, ConfirmDayBefore, ReturnMaterial],
        ),
        (
            "当日",
            Life::new().ready().at("2026-12-10T13:00"),
            vec![PrintPaper, Unbook, RecordPayment, NoShow, ReturnMaterial],
        ),
        (
            "会計済",
            Life::new().ready().at("2026-12-10T13:00").paid(),
            vec![PrintPaper, Unbook, Consult, NoShow, ReturnMaterial],
        ),
    ];
    for (row, life, more) in rows {
        let mut expect: Vec<DeedKind> = always.iter().copied().chain(more).collect();
        let mut found = may(&life);
        let order = |kinds: &mut Vec<DeedKind>| kinds.sort_by_key(|k| format!("{k:?}"));
        order(&mut expect);
        order(&mut found);
        assert_eq!(found, expect, "{row}");
    }
    let after = [
        (
            "相談後",
            Life::new().consulted(false),
            vec![ReceivePacket, LogCall, ReceiveReport, ReturnMaterial, Death, Note],
        ),
        (
            "報告書",
            Life::new().reported(false),
            vec![ReceivePacket, LogCall, PrintCoverLetter, HandOverReport, ReturnMaterial, Death, Note],
        ),
        (
            "取消",
            Life::new().received().ends(EndKind::Cancelled),
            vec![ReceivePacket, LogCall, ReturnMaterial, Death, Note],
        ),
        ("死亡", Life::new().received().dies(), vec![ReceivePacket, ReturnMaterial, Note]),
        (
            "てんかん",
            Life::new().online().with(|i| i.subject.department = Some("epilepsy".into())).inquire(),
            vec![ReceivePacket, LogCall, SwitchMode, EpilepsyOnline, Cancel, WithdrawAgreement, Death, Note],
        ),
    ];
    for (row, life, expect) in after {
        assert_eq!(may(&life), expect, "{row}");
    }
    let kinds: Vec<DeedKind> = all(&Life::new()).into_iter().map(|d| d.kind).collect();
    assert_eq!(kinds.len(), 26, "every deed is answered, with a reason where it may not be done");
}

#[test]
fn taking_back() {
    let life = Life::new().received();
    let ask = life.ask();
    let life = life.does(ask).verdict(Verdict::Accept);
    let last = life.entries.len() as i64;
    assert_eq!(undoable(&life.entries).map(|e| e.seq), Some(last));
    let mark = life.entries[0].mark.clone();
    let back = |seq, of| Entry { seq, mark: mark.clone(), event: Event::TakenBack { seq: of } };
    let mut entries = life.entries.clone();
    entries.push(back(last + 1, last));
    assert_eq!(stage(&replay(&entries), &life.rules), Stage::Screening, "the verdict no longer counts");
    assert_eq!(undoable(&entries).map(|e| e.seq), Some(last - 1), "then the one before");
    entries.push(back(last + 2, last + 1));
    assert_eq!(replay(&entries), life.case, "an undo taken back does not count");
    entries.push(back(last + 3, last + 9));
    assert_eq!(replay(&entries), life.case, "an undo reaches back only");
    assert_eq!(standing(&entries).len(), life.entries.len());
    for (row, life) in [
        ("受付番号を出した", Life::new().received()),
        ("電話を受けた", Life::new().inquire()),
        ("紙を刷った", Life::new().booked().printed()),
        ("紙を送った", Life::new().slip_out()),
        ("報告書を送った", Life::new().report_out()),
    ] {
        assert!(undoable(&life.entries).is_none(), "外に出たことは戻らない: {row}");
    }
    assert_eq!(undoable(&[]), None);
    assert_eq!(replay(&[]), Case::default());
}

#[test]
fn one_line_of_a_list() {
    let life = Life::new().online().slip_out().calls(Outcome::NoAnswer, Matter::Confirmed);
    let line = brief(&life.case, &life.rules, day(TODAY));
    assert_eq!((line.name.as_str(), line.kana.as_str()), ("髙橋 美津江", "タカハシ ミツエ"));
    assert_eq!(line.number.unwrap().to_string(), "R8-0123");
    assert_eq!((line.here, line.needed, line.misses), (3, 3, 1));
    assert_eq!((line.mode, line.department.as_deref()), (Mode::Online, Some("respiratory")));
    assert_eq!(line.visit.unwrap().start, time(VISIT));
    assert_eq!(line.since, Some(day(TODAY)));
    assert!(line.open);
    let fields = search_fields(&life.case);
    for wanted in ["R8-0123", "髙橋 美津江", "タカハシ ミツエ", "みやぎ野総合病院", "19410208"]
    {
        assert!(fields.iter().any(|f| f == wanted), "A1 {wanted}");
    }
}
