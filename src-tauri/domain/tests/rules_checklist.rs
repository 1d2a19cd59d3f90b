//! 資料点検 (R35-R66): who comes decides what is needed; what is here decides what is missing.

mod common;

use chrono::NaiveDate;
use common::*;
use domain::checklist::{checklist, counted, missing, missing_before_screening};
use domain::packet::{Defect, Disc, DiscTrouble, FoundItem, ItemKind, NameMatch};
use domain::people::{Applicant, Who};
use domain::profile::{Due, Need};
use domain::screening::Supplier;
use domain::{Action, Rule};

fn today() -> NaiveDate {
    day(TODAY)
}

fn who(who: Who) -> Applicant {
    Applicant { who, ..Applicant::default() }
}

#[test]
fn what_is_needed_and_by_when() {
    use Due::{OnTheDay as Day, WithPacket as Post};
    use Need::{NotRequired as No, Required as Must, Welcome};
    let alone = || Life::new();
    let wife = || Life::new().with(|i| i.applicant = family("配偶者"));
    let mother = || {
        Life::new().with(|i| {
            i.patient = patient("2010-06-01");
            i.applicant = family("母");
        })
    };
    let unable = || wife().with(|i| i.applicant.patient_cannot_sign = true);
    let rows = [
        ("R56 申込書", alone(), ItemKind::Application, (Must, Post, 56)),
        ("R59 紹介状", alone(), ItemKind::ReferralLetter, (Must, Post, 59)),
        ("R57 本人に同意書は要らない", alone(), ItemKind::Consent, (No, Post, 57)),
        ("R40 成人の同意書は郵送時", wife(), ItemKind::Consent, (Must, Post, 57)),
        ("R40 オンラインも郵送時", wife().online(), ItemKind::Consent, (Must, Post, 57)),
        ("R58 対面は当日", mother(), ItemKind::RelationshipProof, (Must, Day, 58)),
        ("R58 オンラインは控えを郵送", mother().online(), ItemKind::RelationshipProof, (Must, Post, 58)),
        ("R57 署名できない証明", unable(), ItemKind::InabilityProof, (Must, Post, 57)),
        ("R57 署名できるなら不要", wife(), ItemKind::InabilityProof, (No, Post, 57)),
        ("R61 血液", alone(), ItemKind::Blood, (Welcome, Post, 61)),
        ("R62 超音波の結果", alone(), ItemKind::UltrasoundResult, (Welcome, Post, 62)),
        ("R62 超音波の画像", alone(), ItemKind::UltrasoundImage, (Welcome, Post, 62)),
        ("R63 X線・MRI・CT", alone(), ItemKind::XrayCtMri, (Welcome, Post, 63)),
        ("R64 病理", alone(), ItemKind::Pathology, (Welcome, Post, 64)),
        ("R64 その他", alone(), ItemKind::OtherMaterial, (Welcome, Post, 64)),
    ];
    for (row, life, item, (need, due, rule)) in rows {
        let life = life.packet(vec![]);
        let rows = checklist(&life.case, &life.rules, today());
        let line = rows.iter().find(|line| line.item == item).unwrap();
        assert_eq!((line.need, line.due, line.rule), (need, due, Rule(rule)), "{row}");
    }
}

#[test]
fn a_department_may_ask_for_more() {
    let life = Life::new().with(|i| i.subject.department = Some("digestive".into())).packet(complete());
    let lacking = missing(&life.case, &life.rules, today());
    assert_eq!(names(&lacking), ["病理 R64"], "消化器内科 wants pathology");
    assert_eq!(lacking[0].supplier, Supplier::Referrer);
}

fn names(missing: &[domain::checklist::Missing]) -> Vec<String> {
    let name = |item| match item {
        None => "検査資料",
        Some(ItemKind::Application) => "申込書",
        Some(ItemKind::ReferralLetter) => "紹介状",
        Some(ItemKind::Consent) => "同意書",
        Some(ItemKind::RelationshipProof) => "続柄",
        Some(ItemKind::InabilityProof) => "署名不能",
        Some(ItemKind::XrayCtMri) => "画像",
        Some(ItemKind::Pathology) => "病理",
        Some(ItemKind::Blood) => "血液",
        Some(_) => "他",
    };
    let codes = |defects: &[Defect]| defects.iter().map(|d| format!(" {d:?}")).collect::<String>();
    missing.iter().map(|m| format!("{} {}{}", name(m.item), m.rule, codes(&m.defects))).collect()
}

/// What is listed as missing, and what of it keeps the doctor from being asked.
fn lacks(row: &str, applicant: Applicant, items: Vec<FoundItem>, all: &[&str], hard: &[&str]) {
    let life = Life::new().with(|i| i.applicant = applicant).packet(items);
    assert_eq!(names(&missing(&life.case, &life.rules, today())), all, "{row}");
    assert_eq!(names(&missing_before_screening(&life.case, &life.rules, today())), hard, "{row}: 審査前");
}

#[test]
fn everything_missing_is_listed_at_once() {
    let me = || who(Who::Patient);
    let letters = || complete()[..2].to_vec();
    let no_letter = || vec![found(ItemKind::Application), found(ItemKind::Blood)];
    let zero = FoundItem { count: 0, ..found(ItemKind::ReferralLetter) };
    let nothing = ["申込書 R56", "紹介状 R59", "検査資料 R65"];
    lacks("R56 R59 R65 空の封筒", me(), vec![], &nothing, &nothing);
    lacks("R65 検査資料だけなし", me(), letters(), &["検査資料 R65"], &["検査資料 R65"]);
    lacks("R36 R59 紹介状なし", me(), no_letter(), &["紹介状 R59"], &["紹介状 R59"]);
    lacks("R59 0部は未着", me(), with(no_letter(), zero), &["紹介状 R59"], &["紹介状 R59"]);
    lacks("R65 揃い", me(), complete(), &[], &[]);
    let bad = |defect| with(complete(), defective(ItemKind::XrayCtMri, defect));
    lacks("N14 ほかに見られる資料があれば止めない", me(), bad(Defect::N14), &["画像 R63 N14"], &[]);
    lacks("N07 生年月日相違は止める", me(), bad(Defect::N07), &["画像 R63 N07"], &["画像 R63 N07"]);
    let only = with(letters(), defective(ItemKind::XrayCtMri, Defect::N11));
    lacks("N11 それしかない資料の不備", me(), only, &["画像 R63 N11"], &["画像 R63 N11"]);
}

#[test]
fn consent_in_the_packet() {
    let wife = || family("配偶者");
    let signed = with(complete(), found(ItemKind::Consent));
    let by_another = || with(complete(), defective(ItemKind::Consent, Defect::N03));
    lacks("R40 家族_同意書なし", wife(), complete(), &["同意書 R57"], &["同意書 R57"]);
    lacks("R57 家族_同意書あり", wife(), signed, &[], &[]);
    lacks("N03 自署でない", wife(), by_another(), &["同意書 R57 N03"], &["同意書 R57 N03"]);
    lacks("R57 本人なら問わない", who(Who::Patient), by_another(), &[], &[]);
    let unable = Applicant { patient_cannot_sign: true, ..wife() };
    let papers = ["続柄 R58", "署名不能 R57"];
    lacks("1.13 署名できない_同意書は担当医判断", unable, by_another(), &papers, &["署名不能 R57"]);
}

fn with(mut items: Vec<FoundItem>, item: FoundItem) -> Vec<FoundItem> {
    items.push(item);
    items
}

#[test]
fn every_defect_code_stops_a_letter_that_carries_it() {
    use Defect::*;
    for code in [N02, N03, N04, N05, N06, N07, N08, N09, N10, N11, N12, N13, N14, N15, N16, N17] {
        let items =
            [found(ItemKind::Application), defective(ItemKind::ReferralLetter, code), found(ItemKind::Blood)];
        let life = Life::new().packet(items.to_vec());
        let lacking = missing(&life.case, &life.rules, today());
        assert_eq!(names(&lacking), [format!("紹介状 R59 {code:?}")], "不備 {code:?}");
        let mended = life.does(Action::CheckItem { item: found(ItemKind::ReferralLetter) });
        assert_eq!(missing(&mended.case, &mended.rules, today()), [], "{code:?} 解消");
    }
}

#[test]
fn who_can_supply_what() {
    use Supplier::{Applicant as Asker, Patient as Self_, Referrer};
    let rows = [
        (ItemKind::Application, Self_, Asker),
        (ItemKind::ReferralLetter, Referrer, Referrer),
        (ItemKind::Consent, Self_, Self_),
        (ItemKind::RelationshipProof, Self_, Asker),
        (ItemKind::Pathology, Referrer, Referrer),
    ];
    for (item, alone, by_family) in rows {
        for (applicant, expect) in [(who(Who::Patient), alone), (family("母"), by_family)] {
            let life = Life::new().with(|i| i.applicant = applicant).packet(vec![]);
            let rows = checklist(&life.case, &life.rules, today());
            assert_eq!(rows.iter().find(|r| r.item == item).unwrap().supplier, expect, "{item:?}");
        }
    }
}

#[test]
fn discs_and_their_troubles() {
    use DiscTrouble::*;
    let troubled = |trouble| Disc { troubles: vec![trouble], ..disc() };
    let named = |name| Disc { name, ..disc() };
    let rows = [
        ("P7 問題なし", vec![disc()], vec![]),
        ("P7 認識されない", vec![troubled(NotRecognised)], vec!["画像 R63 N08"]),
        ("P7 取込経路なし", vec![troubled(NoImportRoute)], vec!["画像 R63 N08"]),
        ("P7 複数患者", vec![troubled(SeveralPatients)], vec!["画像 R63 N08"]),
        ("P7 オートラン", vec![troubled(Autorun)], vec![]),
        ("P7 圧縮_ビューアなし", vec![troubled(CompressedNoViewer)], vec!["画像 R63 N08"]),
        ("P7 画像形式", vec![troubled(PictureFormat)], vec!["画像 R63 N08"]),
        ("P7 複数枚", vec![troubled(SeveralDiscs)], vec![]),
        ("P7 DICOMでない", vec![troubled(NotDicom)], vec!["画像 R63 N08"]),
        ("P7 ウイルス", vec![troubled(Virus)], vec!["画像 R63 N08"]),
        ("W6 一枚は読める", vec![troubled(NotRecognised), disc()], vec![]),
        ("W7 別人のCD", vec![named(NameMatch::Different), disc()], vec!["画像 R63 N09"]),
        ("W15 表記ゆれは不備でない", vec![named(NameMatch::Variant)], vec![]),
        ("未読", vec![named(NameMatch::Unread)], vec![]),
    ];
    for (row, discs, hard) in rows {
        let items = with(complete()[..2].to_vec(), on_disc(ItemKind::XrayCtMri));
        let life = Life::new().packet_with(items, discs);
        assert_eq!(names(&missing_before_screening(&life.case, &life.rules, today())), hard, "{row}");
    }
    let items = with(complete(), on_disc(ItemKind::XrayCtMri));
    let life = Life::new().packet_with(items, vec![troubled(NotRecognised)]);
    assert_eq!(names(&missing(&life.case, &life.rules, today())), ["画像 R63 N08"], "W6 頼み直す");
    assert_eq!(missing_before_screening(&life.case, &life.rules, today()), [], "W6 血液があるので進める");
    let read = life.does(Action::CheckDisc { index: 0, disc: disc() });
    assert_eq!(missing(&read.case, &read.rules, today()), [], "読めた");
    read.refuses("二枚目はない", Action::CheckDisc { index: 1, disc: disc() }, "no_such_disc", None);
}

#[test]
fn a_rule_set_aside_for_this_case() {
    let family_case = || Life::new().with(|i| i.applicant = family("配偶者"));
    let life = family_case().packet(complete()[..1].to_vec());
    assert_eq!(life.case.waivers, []);
    let early = life.does(waive(65));
    assert_eq!(
        names(&missing_before_screening(&early.case, &early.rules, today())),
        ["同意書 R57"],
        "先行審査は資料だけ、同意はいる (R40)"
    );
    assert_eq!(
        names(&missing(&early.case, &early.rules, today())),
        ["紹介状 R59", "同意書 R57"],
        "足りないものは足りないまま"
    );
    let both = early.does(waive(57));
    assert_eq!(missing_before_screening(&both.case, &both.rules, today()), [], "A4 理由があれば進める");
}

#[test]
fn later_material_joins() {
    let film = || FoundItem { count: 2, note: "胸部".into(), ..found(ItemKind::XrayCtMri) };
    let life = Life::new().packet(vec![film()]).at("2026-11-27T10:00").more(vec![film()]);
    assert_eq!(life.case.item(ItemKind::XrayCtMri).unwrap().found.count, 4, "揃っていれば足す");
    assert_eq!(life.case.item(ItemKind::XrayCtMri).unwrap().arrived, day("2026-11-27"));
    assert_eq!(life.case.number.unwrap().to_string(), "R8-0123", "row 12 同じ受付番号");
    let bad = defective(ItemKind::ReferralLetter, Defect::N05);
    let life = Life::new().packet(vec![bad]).more(vec![found(ItemKind::ReferralLetter)]);
    let letter = &life.case.item(ItemKind::ReferralLetter).unwrap().found;
    assert_eq!((letter.count, letter.defects.len()), (1, 0), "不備は差し替え");
}

#[test]
fn counted_things() {
    let rows = [
        ("空", who(Who::Patient), vec![], (0, 3)),
        ("検査資料は一つと数える", who(Who::Patient), complete(), (3, 3)),
        ("家族は同意書も", family("配偶者"), complete(), (3, 4)),
        (
            "あればよい資料の不備は数に入らない",
            who(Who::Patient),
            with(complete(), defective(ItemKind::Pathology, Defect::N11)),
            (3, 3),
        ),
    ];
    for (row, applicant, items, expect) in rows {
        let life = Life::new().with(|i| i.applicant = applicant).packet(items);
        assert_eq!(counted(&life.case, &life.rules, today()), expect, "{row}");
    }
}
