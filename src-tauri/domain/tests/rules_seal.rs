//! Envelopes: what belongs together, the code of each sheet, and every way a wrong sheet is stopped (P1-P6, P11).

mod common;

use common::*;
use domain::call::{Matter, Outcome};
use domain::case::EndKind;
use domain::ids::ReceiptNumber;
use domain::packet::ItemKind;
use domain::paper::{PaperKind, VoidReason};
use domain::profile::{Rules, Sealing};
use domain::screening::{Ground, Supplier, Verdict};
use domain::seal::SheetCode;
use domain::stage::{Stage, stage};
use domain::steps::{StepKind, steps};
use domain::{Action, Staff};

fn scanning(sealing: Sealing) -> Rules {
    let mut rules = rules();
    rules.editions.iter_mut().for_each(|edition| edition.profile.sealing = sealing);
    rules
}

fn code(life: &Life, kind: PaperKind) -> String {
    let version = life.case.paper(kind).map_or(1, |paper| paper.version);
    life.case.sheet_code(kind, version, &life.rules).unwrap().to_string()
}

fn seal(letter: PaperKind, scanned: &[&str]) -> Action {
    Action::Seal { letter, scanned: scanned.iter().map(|s| (*s).to_owned()).collect(), second: String::new() }
}

fn without(kind: ItemKind) -> Vec<domain::packet::FoundItem> {
    complete().into_iter().filter(|item| item.kind != kind).collect()
}

fn refusal() -> Verdict {
    Verdict::Refuse { ground: Ground::NoSpecialist, words: "不可".into(), approver: "佐藤".into() }
}

#[test]
fn a_code_is_read_as_a_scanner_types_it() {
    let life = Life::new().booked().printed();
    let printed = code(&life, PaperKind::Slip);
    let read = SheetCode::read(&printed).unwrap();
    assert_eq!((read.kind, read.version, Some(read.number)), (PaperKind::Slip, 1, life.case.number));
    let wide: String = printed.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
    for typed in [printed.to_lowercase(), format!(" {printed}\n"), wide, printed.replace('-', "ー")] {
        assert_eq!(SheetCode::read(&typed), Some(read.clone()), "{typed}");
    }
    for wrong in ["", "R8-0115", "R8-0115-SL0-7K3", "R8-0115-XX1-7K3", "R8-0115-SL1-7K", "これは無効です"]
    {
        assert_eq!(SheetCode::read(wrong), None, "{wrong}");
    }
    let letters: std::collections::BTreeSet<&str> = PaperKind::ALL.iter().map(|k| k.letters()).collect();
    assert_eq!(letters.len(), PaperKind::ALL.len(), "no two kinds share their letters");
}

#[test]
fn a_wrong_sheet_stops_the_envelope() {
    let life = Life::under(scanning(Sealing::Scan)).booked().printed();
    let slip = code(&life, PaperKind::Slip);
    let mut stranger = life.clone();
    stranger.case.number = Some(ReceiptNumber { fiscal_year: 2026, serial: 999 });
    let other = code(&stranger, PaperKind::Slip);
    let label = code(&life, PaperKind::MailingLabel);
    let rows: [(&str, &[&str], &str); 6] = [
        ("読み取れない", &["4901234567894"], "unknown_code"),
        ("ほかの申込の紙", &[&other], "other_case"),
        ("この封筒の紙ではない", &[&label], "not_of_this_envelope"),
        ("二度読んだ", &[&slip, &slip], "scanned_twice"),
        ("読み足りない", &[], "not_scanned"),
        ("無い版", &[&slip.replace("SL1", "SL7")], "void_sheet"),
    ];
    for (row, scanned, expect) in rows {
        life.refuses(row, seal(PaperKind::Slip, scanned), expect, None);
    }
    life.refuses("封をする前に送らない", post(PaperKind::Slip), "not_sealed", None);
    let sealed = life.clone().does(seal(PaperKind::Slip, &[&slip]));
    sealed.allows("封をした", post(PaperKind::Slip));
    let reprinted = sealed.printed();
    reprinted.refuses("刷り直したら読み直す", post(PaperKind::Slip), "not_sealed", None);
    reprinted.refuses("これは無効です", seal(PaperKind::Slip, &[&slip]), "void_sheet", None);

    let mut patient = life.case.patient.clone();
    patient.address.line1 = "別の町1番".into();
    let moved = life.does(Action::AmendPatient { patient });
    moved.refuses("印刷のあとに住所が変わった", seal(PaperKind::Slip, &[&slip]), "other_reader", None);
}

#[test]
fn the_report_goes_with_its_label_and_only_its_label() {
    let life = Life { rules: scanning(Sealing::Scan), ..Life::new().reported(true) };
    let life = life.does(print(PaperKind::CoverLetter, 1)).does(print(PaperKind::MailingLabel, 1));
    let (letter, label) = (code(&life, PaperKind::CoverLetter), code(&life, PaperKind::MailingLabel));
    life.refuses("宛名がまだ", seal(PaperKind::CoverLetter, &[&letter]), "not_scanned", None);
    life.refuses("報告書も封をしてから", post_report(), "not_sealed", None);
    let sealed = life.does(seal(PaperKind::CoverLetter, &[&letter, &label]));
    let out = sealed.does(post_report());
    assert!(out.case.papers.iter().all(|paper| paper.posted.is_some()), "one envelope, one posting");
}

#[test]
fn a_second_person_is_somebody_else() {
    let life = Life::under(scanning(Sealing::ScanByTwo)).booked().printed();
    let scanned = vec![code(&life, PaperKind::Slip)];
    let seal = |second: &str| Action::Seal {
        letter: PaperKind::Slip,
        scanned: scanned.clone(),
        second: second.into(),
    };
    life.refuses("一人では封をしない", seal(""), "two_people", None);
    let by = Staff::named("受付 花子");
    let same = life.case.apply(&seal("受付 花子"), life.now, &by, &life.rules);
    assert_eq!(code_of(&same.unwrap_err().why), "two_people");
    assert!(life.case.apply(&seal("受付 太郎"), life.now, &by, &life.rules).is_ok());
}

#[test]
fn a_draft_is_approved_by_somebody_else_before_it_is_printed() {
    let mut rules = rules();
    rules.editions.iter_mut().for_each(|edition| edition.profile.approvals = vec![PaperKind::Decline]);
    let life = Life::under(rules).asked().verdict(refusal());
    let decline = print(PaperKind::Decline, 1);
    life.refuses("承認の前", decline.clone(), "not_approved", None);
    let approve = Action::ApprovePaper { kind: PaperKind::Decline };
    let writer = Staff::named("受付 花子");
    let approved = life.case.apply(&approve, life.now, &writer, &life.rules).unwrap();
    let own = approved.apply(&decline, life.now, &writer, &life.rules).unwrap_err();
    assert_eq!(code_of(&own.why), "two_people", "自分では承認にならない");
    let other = approved.apply(&decline, life.now, &Staff::named("主任"), &life.rules).unwrap();
    assert!(other.approval(PaperKind::Decline).is_none(), "次の版はまた承認から");
}

#[test]
fn which_of_the_other_papers_may_be_printed() {
    use PaperKind::*;
    let lacking = || Life::new().inquire().packet(without(ItemKind::ReferralLetter));
    let more = || {
        Life::new().asked().verdict(Verdict::MoreMaterial { what: "画像".into(), from: Supplier::Patient })
    };
    let refused = || Life::new().asked().verdict(refusal());
    let rows = [
        ("足りている", Life::new().received(), MissingNotice, Some("nothing_missing")),
        ("足りない", lacking(), MissingNotice, None),
        ("主治医には了承があれば", lacking(), ReferrerRequest, Some("may_not_ask_referrer")),
        ("担当医の言葉がない", Life::new().asked(), MoreRequest, Some("paper_needs_answer")),
        ("追加資料", more(), MoreRequest, None),
        ("可否の前のお断り", Life::new().asked(), Decline, Some("paper_needs_answer")),
        ("お断り", refused(), Decline, None),
        ("お断りに一般外来の案内はない", refused(), GeneralOutpatient, Some("paper_needs_answer")),
        ("終わった申込に予約票はない", refused(), Slip, Some("ended")),
        ("資料とともに", refused(), ReturnSlip, None),
        ("不在の前", Life::new().offering(), ContactRequest, Some("nobody_missed")),
        (
            "不在のあと",
            Life::new().offering().calls(Outcome::NoAnswer, Matter::Candidates),
            ContactRequest,
            None,
        ),
        ("相談の前の督促", Life::new().ready(), ReportReminder, Some("not_held_yet")),
        ("督促", Life::new().consulted(true), ReportReminder, None),
        ("番号の前の背ラベル", Life::new().inquire(), SpineLabel, Some("paper_needs_number")),
        ("背ラベル", Life::new().received(), SpineLabel, None),
        ("亡くなられた", Life::new().received().dies(), ReturnSlip, Some("deceased")),
    ];
    for (row, life, kind, expect) in rows {
        match expect {
            None => life.allows(row, print(kind, 1)),
            Some(code) => {
                let refused = life.case.may(&print(kind, 1), life.now, &life.rules).unwrap_err();
                assert_eq!(code_of(&refused.why), code, "{row}");
            }
        }
    }
}

#[test]
fn an_answer_is_posted_and_then_nothing_is_open() {
    let life = Life::new().asked().verdict(refusal());
    assert_eq!(stage(&life.case, &life.rules), Stage::EndedDeclined);
    let has = |life: &Life, kind| steps(&life.case, &life.rules).iter().any(|step| step.kind == kind);
    assert!(has(&life, StepKind::PostAnswer) && has(&life, StepKind::ReturnMaterial));
    let life = life.does(print(PaperKind::Decline, 1)).does(print(PaperKind::ReturnSlip, 1));
    assert_eq!(life.case.envelope(PaperKind::Decline), [PaperKind::Decline, PaperKind::ReturnSlip]);
    let life = life.does(post(PaperKind::Decline));
    assert!(!has(&life, StepKind::PostAnswer));
    let dead = life.does(end(EndKind::Deceased, None));
    assert!(dead.case.papers.iter().all(|paper| paper.is_void()), "R43 どの紙も無効");
    assert_eq!(dead.case.papers[0].voided.as_ref().unwrap().reason, VoidReason::Deceased);
}

/// G8: the slip goes with the answer, or with the material in an envelope of its own that is read like any other.
#[test]
fn material_goes_back_in_an_envelope_that_was_read() {
    let back = Action::ReturnMaterial {
        how: domain::visit::Return::Posted {
            service: "express".into(),
            tracking: String::new(),
            packed_by: "受付 花子".into(),
            checked_by: "受付 太郎".into(),
        },
    };
    let refused = Life { rules: scanning(Sealing::Scan), ..Life::new().asked().verdict(refusal()) };
    refused.allows("返却票を刷らない病院もある", back.clone());
    let printed = refused.does(print(PaperKind::ReturnSlip, 1)).does(print(PaperKind::PatientLabel, 1));
    printed.refuses("返却票を読む前", back.clone(), "not_sealed", None);
    let [slip, label] = [PaperKind::ReturnSlip, PaperKind::PatientLabel].map(|kind| code(&printed, kind));
    let alone = printed.clone().does(seal(PaperKind::ReturnSlip, &[&slip, &label])).does(back.clone());
    assert!(alone.case.papers.iter().all(|paper| paper.posted.is_some()), "返却で二枚とも出た");

    let with_answer = printed.does(print(PaperKind::Decline, 1));
    let decline = code(&with_answer, PaperKind::Decline);
    let sent = with_answer.does(seal(PaperKind::Decline, &[&decline, &slip])).does(post(PaperKind::Decline));
    let posted = sent.case.paper(PaperKind::ReturnSlip).unwrap().posted.clone();
    let returned = sent.does(back);
    assert_eq!(returned.case.paper(PaperKind::ReturnSlip).unwrap().posted, posted, "出したのは一度");
}

#[test]
fn letters_count_as_asking() {
    let lacking = Life::new().inquire().packet(without(ItemKind::ReferralLetter));
    let due = |life: &Life| {
        steps(&life.case, &life.rules).into_iter().find(|s| s.kind == StepKind::ChaseMissing).unwrap().due
    };
    assert_eq!(due(&lacking), day(TODAY));
    let asked = lacking.does(print(PaperKind::MissingNotice, 1)).does(post(PaperKind::MissingNotice));
    assert_eq!(due(&asked), day("2026-12-08"), "14日後");

    let missed =
        (0..3).fold(Life::new().offering(), |life, _| life.calls(Outcome::NoAnswer, Matter::Candidates));
    let write = |life: &Life| {
        steps(&life.case, &life.rules).iter().any(|step| step.kind == StepKind::WriteUnreachable)
    };
    assert!(write(&missed));
    let written = missed.does(print(PaperKind::ContactRequest, 1)).does(post(PaperKind::ContactRequest));
    assert!(!write(&written), "出した手紙は仕事から消える");
}

/// 個人情報保護委員会規則8条: first report within 3 to 5 days, the final one within 30.
#[test]
fn a_leak_has_two_terms() {
    let life = Life::new().slip_out();
    let leak =
        Action::ReportLeak { what: "別の方の予約票を同封".into(), noticed: day("2026-11-24") };
    let due = |life: &Life| {
        steps(&life.case, &life.rules).into_iter().find(|s| s.kind == StepKind::ReportLeak).map(|s| s.due)
    };
    let life = life.does(leak);
    assert_eq!(due(&life), Some(day("2026-11-29")));
    let first = life.does(Action::LeakReported { index: 0, last: false });
    assert_eq!(due(&first), Some(day("2026-12-24")));
    first.refuses("二度はない", Action::LeakReported { index: 0, last: false }, "already_done", None);
    let done = first.does(Action::LeakReported { index: 0, last: true });
    assert_eq!(due(&done), None);
    let future = Action::ReportLeak { what: "先の日付".into(), noticed: day("2027-01-01") };
    done.refuses("先の日付", future, "not_yet", None);
    done.refuses("無い記録", Action::LeakReported { index: 5, last: true }, "no_such_leak", None);
}
