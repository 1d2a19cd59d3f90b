//! What a case waits for: its stage, what may be done, what may be taken back, its line in a list (5.2).

mod common;

use common::*;
use domain::Action;
use domain::Case;
use domain::brief::{brief, search_fields};
use domain::call::{Matter, Outcome};
use domain::case::EndKind;
use domain::deeds::{DeedKind, deeds};
use domain::history::{Entry, Event, replay, standing, undoable};
use domain::packet::ItemKind;
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
        ("候補日", Life::new().offering(), vec![AskDoctor, Offer, ReturnMaterial]),
        ("費用も伝えた", Life::new().offering().tells_fee(), vec![AskDoctor, Offer, Book, ReturnMaterial]),
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
