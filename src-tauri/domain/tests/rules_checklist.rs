//! 資料点検 (R35-R66): who comes decides what is needed; what is here decides what is missing.

mod common;

use chrono::NaiveDate;
use common::*;
use domain::age::MajorityOn;
use domain::checklist::{
    ages, checklist, consent_needs, counted, is_minor, missing, missing_before_screening,
    missing_before_visit, needs_a_look, to_bring,
};
use domain::packet::{Defect, Disc, DiscTrouble, FoundItem, ItemKind, NameMatch};
use domain::people::{Applicant, Who};
use domain::profile::{Due, Need};
use domain::screening::Supplier;
use domain::visit::Mode;
use domain::{Action, Rule};

fn today() -> NaiveDate {
    day(TODAY)
}

fn who(who: Who) -> Applicant {
    Applicant { who, ..Applicant::default() }
}

const ADULT: &str = "1941-02-08";
const CHILD: &str = "2010-06-01";

#[test]
fn who_comes_decides_about_consent_and_proof() {
    use Need::{DoctorDecides, NotRequired, Required, Welcome};
    let cannot_sign = Applicant { patient_cannot_sign: true, ..family("配偶者") };
    let rows = [
        ("R57 成人_本人", ADULT, who(Who::Patient), NotRequired, NotRequired, false),
        ("R57 成人_家族同席", ADULT, who(Who::PatientWithFamily), NotRequired, NotRequired, false),
        ("R57 成人_家族のみ", ADULT, family("配偶者"), Required, Welcome, false),
        ("G1 成人_一覧にない続柄", ADULT, family("はとこ"), Required, Welcome, true),
        ("R57 成人_署名できない", ADULT, cannot_sign, DoctorDecides, Required, false),
        ("R58 18歳未満_保護者", CHILD, family("母"), NotRequired, Required, false),
        ("R58 18歳未満_保護者同席", CHILD, who(Who::PatientWithFamily), NotRequired, Required, false),
        ("R58 18歳未満_本人のみ", CHILD, who(Who::Patient), DoctorDecides, Welcome, true),
        ("R58 18歳未満_他の親族", CHILD, family("祖父母"), DoctorDecides, Required, true),
        ("R39 家族以外", ADULT, who(Who::Other), Required, Welcome, false),
    ];
    for (row, birth, applicant, consent, proof, look) in rows {
        let life = Life::new()
            .with(|i| {
                i.patient = patient(birth);
                i.applicant = applicant;
            })
            .inquire();
        assert_eq!(consent_needs(&life.case, &profile()), (consent, proof), "{row}");
        assert_eq!(needs_a_look(&life.case, &profile()), look, "{row}: 担当者確認");
    }
}

#[test]
fn what_is_needed_and_by_when() {
    use ItemKind::{Application, Consent, InabilityProof, ReferralLetter, RelationshipProof};
    let unable = || Applicant { patient_cannot_sign: true, ..family("配偶者") };
    let rows = [
        (
            "R56 申込書",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            Application,
            Need::Required,
            Due::WithPacket,
            56,
        ),
        (
            "R59 紹介状",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ReferralLetter,
            Need::Required,
            Due::WithPacket,
            59,
        ),
        (
            "R40 成人の同意書は郵送時",
            Mode::InPerson,
            ADULT,
            family("配偶者"),
            Consent,
            Need::Required,
            Due::WithPacket,
            57,
        ),
        (
            "R40 オンラインも郵送時",
            Mode::Online,
            ADULT,
            family("配偶者"),
            Consent,
            Need::Required,
            Due::WithPacket,
            57,
        ),
        (
            "R58 対面は当日",
            Mode::InPerson,
            CHILD,
            family("母"),
            RelationshipProof,
            Need::Required,
            Due::OnTheDay,
            58,
        ),
        (
            "R58 オンラインは控えを郵送",
            Mode::Online,
            CHILD,
            family("母"),
            RelationshipProof,
            Need::Required,
            Due::WithPacket,
            58,
        ),
        (
            "R57 署名できない証明",
            Mode::InPerson,
            ADULT,
            unable(),
            InabilityProof,
            Need::Required,
            Due::WithPacket,
            57,
        ),
        (
            "R57 署名できるなら不要",
            Mode::InPerson,
            ADULT,
            family("配偶者"),
            InabilityProof,
            Need::NotRequired,
            Due::WithPacket,
            57,
        ),
        (
            "R61 血液",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ItemKind::Blood,
            Need::Welcome,
            Due::WithPacket,
            61,
        ),
        (
            "R62 超音波の結果",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ItemKind::UltrasoundResult,
            Need::Welcome,
            Due::WithPacket,
            62,
        ),
        (
            "R62 超音波の画像",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ItemKind::UltrasoundImage,
            Need::Welcome,
            Due::WithPacket,
            62,
        ),
        (
            "R63 X線・MRI・CT",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ItemKind::XrayCtMri,
            Need::Welcome,
            Due::WithPacket,
            63,
        ),
        (
            "R64 病理",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ItemKind::Pathology,
            Need::Welcome,
            Due::WithPacket,
            64,
        ),
        (
            "R64 その他",
            Mode::InPerson,
            ADULT,
            who(Who::Patient),
            ItemKind::OtherMaterial,
            Need::Welcome,
            Due::WithPacket,
            64,
        ),
    ];
    for (row, mode, birth, applicant, item, need, due, rule) in rows {
        let life = Life::new()
            .with(|i| {
                i.mode = mode;
                i.patient = patient(birth);
                i.applicant = applicant;
            })
            .packet(vec![]);
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

/// A grown-up's packet by who comes: what `missing` lists, and what of it keeps the doctor from being asked.
#[test]
fn everything_missing_is_listed_at_once() {
    let wife = || family("配偶者");
    let none = Vec::new;
    let rows: Vec<(&str, Applicant, Vec<FoundItem>, Vec<&str>, Vec<&str>)> = vec![
        (
            "R56 R59 R65 空の封筒",
            who(Who::Patient),
            none(),
            vec!["申込書 R56", "紹介状 R59", "検査資料 R65"],
            vec!["申込書 R56", "紹介状 R59", "検査資料 R65"],
        ),
        (
            "R65 検査資料だけなし",
            who(Who::Patient),
            complete()[..2].to_vec(),
            vec!["検査資料 R65"],
            vec!["検査資料 R65"],
        ),
        (
            "R36 R59 紹介状なし",
            who(Who::Patient),
            vec![found(ItemKind::Application), found(ItemKind::Blood)],
            vec!["紹介状 R59"],
            vec!["紹介状 R59"],
        ),
        ("R65 揃い", who(Who::Patient), complete(), vec![], vec![]),
        ("R40 家族_同意書なし", wife(), complete(), vec!["同意書 R57"], vec!["同意書 R57"]),
        ("R57 家族_同意書あり", wife(), with(complete(), found(ItemKind::Consent)), vec![], vec![]),
        (
            "N03 自署でない",
            wife(),
            with(complete(), defective(ItemKind::Consent, Defect::N03)),
            vec!["同意書 R57 N03"],
            vec!["同意書 R57 N03"],
        ),
        (
            "R57 本人なら同意書の不備は問わない",
            who(Who::Patient),
            with(complete(), defective(ItemKind::Consent, Defect::N03)),
            vec![],
            vec![],
        ),
        (
            "署名できない_同意書は担当医判断",
            Applicant { patient_cannot_sign: true, ..wife() },
            with(complete(), defective(ItemKind::Consent, Defect::N03)),
            vec!["続柄 R58", "署名不能 R57"],
            vec!["署名不能 R57"],
        ),
        (
            "N14 他に見られる資料があれば止めない",
            who(Who::Patient),
            with(complete(), defective(ItemKind::XrayCtMri, Defect::N14)),
            vec!["画像 R63 N14"],
            vec![],
        ),
        (
            "N07 生年月日相違は止める",
            who(Who::Patient),
            with(complete(), defective(ItemKind::XrayCtMri, Defect::N07)),
            vec!["画像 R63 N07"],
            vec!["画像 R63 N07"],
        ),
        (
            "N11 それしかない資料の不備",
            who(Who::Patient),
            with(complete()[..2].to_vec(), defective(ItemKind::XrayCtMri, Defect::N11)),
            vec!["画像 R63 N11"],
            vec!["画像 R63 N11"],
        ),
        (
            "0部は未着",
            who(Who::Patient),
            vec![
                found(ItemKind::Application),
                FoundItem { count: 0, ..found(ItemKind::ReferralLetter) },
                found(ItemKind::Blood),
            ],
            vec!["紹介状 R59"],
            vec!["紹介状 R59"],
        ),
    ];
    for (row, applicant, items, all, hard) in rows {
        let life = Life::new().with(|i| i.applicant = applicant).packet(items);
        assert_eq!(names(&missing(&life.case, &life.rules, today())), all, "{row}");
        assert_eq!(names(&missing_before_screening(&life.case, &life.rules, today())), hard, "{row}: 審査前");
    }
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
fn brought_on_the_day() {
    let bring = |item| Action::BringOnDay { item, bring: true };
    let rows = [
        ("G3 対面の同意書は持参できる", Mode::InPerson, ItemKind::Consent, complete(), vec![]),
        ("G3 オンラインには当日がない", Mode::Online, ItemKind::Consent, complete(), vec!["同意書 R57"]),
        (
            "R65 紹介状は持参では日程が決まらない",
            Mode::InPerson,
            ItemKind::ReferralLetter,
            with(vec![found(ItemKind::Application), found(ItemKind::Consent)], found(ItemKind::Blood)),
            vec!["紹介状 R59"],
        ),
    ];
    for (row, mode, item, items, hard) in rows {
        let life = Life::new()
            .with(|i| {
                i.mode = mode;
                i.applicant = family("長女");
            })
            .packet(items)
            .does(bring(item));
        assert_eq!(names(&missing_before_screening(&life.case, &life.rules, today())), hard, "{row}");
        assert_eq!(to_bring(&life.case, &life.rules, today()), [item], "{row}: 予約票の持ち物");
        let before = missing_before_visit(&life.case, &life.rules, today());
        assert_eq!(before.len(), 1, "{row}: 相談の前には要る {before:?}");
        let no_longer = life.does(Action::BringOnDay { item, bring: false });
        assert_eq!(to_bring(&no_longer.case, &no_longer.rules, today()), [], "{row}: 取消");
    }
    let child = Life::new()
        .with(|i| {
            i.patient = patient(CHILD);
            i.applicant = family("母");
        })
        .packet(complete());
    assert_eq!(missing_before_screening(&child.case, &child.rules, today()), [], "R58 対面は当日でよい");
    assert_eq!(
        to_bring(&child.case, &child.rules, today()),
        [ItemKind::RelationshipProof],
        "R58 予約票に載る"
    );
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

#[test]
fn under_eighteen_on_three_dates() {
    use MajorityOn::{Adult, EveOfBirthday, Minor};
    // Applied 11-20, arrived 11-24, talk 12-10.
    let rows = [
        ("G2 ずっと未成年", "2009-01-05", [Minor, Minor, Minor], true, false, false),
        ("A3 相談日前に18歳", "2008-12-01", [Minor, Minor, Adult], false, true, false),
        ("G2 相談日に18歳", "2008-12-10", [Minor, Minor, Adult], false, true, false),
        ("6.6 相談日が誕生日の前日", "2008-12-11", [Minor, Minor, EveOfBirthday], true, false, true),
        ("G2 到着日に18歳", "2008-11-24", [Minor, Adult, Adult], false, true, false),
        ("6.6 到着が誕生日の前日", "2008-11-25", [Minor, EveOfBirthday, Adult], false, true, true),
        ("成人", "2008-11-20", [Adult, Adult, Adult], false, false, false),
        ("6.6 2月29日生まれ", "2008-02-29", [Adult, Adult, Adult], false, false, false),
    ];
    for (row, birth, expect, minor, changes, doubtful) in rows {
        let proof = || with(complete(), found(ItemKind::RelationshipProof));
        let life = Life::new()
            .with(|i| {
                i.patient = patient(birth);
                i.applicant = family("母");
                i.applied_on = Some(day("2026-11-20"));
            })
            .packet(with(proof(), found(ItemKind::Consent)));
        let ask = life.ask();
        let life = life.does(ask).verdict(domain::screening::Verdict::Accept).hold("森", VISIT).book(VISIT);
        let facts = ages(&life.case);
        let found: Vec<MajorityOn> = facts.on.iter().map(|a| a.majority).collect();
        assert_eq!(found, expect, "{row}");
        assert_eq!((facts.changes, facts.doubtful), (changes, doubtful), "{row}");
        assert_eq!(is_minor(&life.case), minor, "{row}");
        let consent = consent_needs(&life.case, &profile()).0;
        assert_eq!(consent == Need::Required, !minor, "{row}: R57 成人なら同意書");
    }
    let unknown = Life::new().with(|i| i.patient.birth = None).packet(vec![]);
    assert!(!is_minor(&unknown.case), "生年月日がなければ成人として");
    assert_eq!(ages(&unknown.case).on, []);
}

/// A3: the mother of a 17-year-old, online; the birthday falls before the talk.
#[test]
fn a_birthday_before_the_talk() {
    let child = Life::new().online().with(|i| {
        i.patient = patient("2008-12-01");
        i.applicant = family("母");
    });
    let life = child.inquire().packet(complete());
    assert_eq!(names(&missing(&life.case, &life.rules, today())), ["続柄 R58"], "A3 一行だけ");
    let ask = life.ask();
    life.refuses("A3 続柄の控えがない", ask.clone(), "lacking", Some(58));
    let life = life.more(vec![found(ItemKind::RelationshipProof)]).does(ask);
    let life = life.verdict(domain::screening::Verdict::Accept).hold("森", VISIT);
    assert_eq!(missing(&life.case, &life.rules, today()), [], "相談日が決まるまでは17歳");
    let life = life.book(VISIT).posted().in_clinics(VISIT);
    assert!(ages(&life.case).changes, "A3 知らせる");
    assert_eq!(names(&missing(&life.case, &life.rules, today())), ["同意書 R57"], "A3 同意書を求める");
    let steps = domain::steps::steps(&life.case, &life.rules);
    let chase = steps.iter().find(|s| s.kind == domain::steps::StepKind::ChaseMissing).unwrap();
    assert_eq!((chase.due, chase.rule), (today(), Some(Rule(57))), "A3 今日頼む");
    let eve = life.at("2026-12-09T10:00");
    eve.refuses("R57 前日確認は同意書まで", Action::ConfirmDayBefore {}, "lacking", Some(57));
    let eve = eve.more(vec![found(ItemKind::Consent)]);
    eve.allows("届いた", Action::ConfirmDayBefore {});
}
