//! 同意書・続柄確認書類・年齢 (R40, R57, R58, G1-G3, G6): who speaks for the patient, and until when a patient is a child.

mod common;

use chrono::NaiveDate;
use common::*;
use domain::age::MajorityOn;
use domain::call::{Matter, Outcome};
use domain::checklist::{
    LookWhy, ages, consent_needs, is_minor, looks, missing, missing_before_screening, missing_before_visit,
    to_bring,
};
use domain::packet::{Defect, FoundItem, ItemKind};
use domain::people::{Applicant, Who};
use domain::profile::Need;
use domain::visit::Mode;
use domain::{Action, Rule};

const ADULT: &str = "1941-02-08";
const CHILD: &str = "2010-06-01";

fn today() -> NaiveDate {
    day(TODAY)
}

fn who(who: Who) -> Applicant {
    Applicant { who, ..Applicant::default() }
}

#[test]
fn who_comes_decides_about_consent_and_proof() {
    use Need::{DoctorDecides, NotRequired, Required, Welcome};
    let cannot_sign = Applicant { patient_cannot_sign: true, ..family("配偶者") };
    let look = |why, item| Some((why, item));
    let not_listed = look(LookWhy::KinNotListed, ItemKind::RelationshipProof);
    let alone = look(LookWhy::ChildAlone, ItemKind::Consent);
    let other_kin = look(LookWhy::ChildWithOtherKin, ItemKind::Consent);
    let rows = [
        ("R57 成人_本人", ADULT, who(Who::Patient), NotRequired, NotRequired, None),
        ("R57 成人_家族同席", ADULT, who(Who::PatientWithFamily), NotRequired, NotRequired, None),
        ("R57 成人_家族のみ", ADULT, family("配偶者"), Required, Welcome, None),
        ("G1 成人_一覧にない続柄", ADULT, family("はとこ"), Required, Welcome, not_listed),
        ("R57 成人_署名できない", ADULT, cannot_sign, DoctorDecides, Required, None),
        ("R58 18歳未満_保護者", CHILD, family("母"), NotRequired, Required, None),
        ("R58 18歳未満_保護者同席", CHILD, who(Who::PatientWithFamily), NotRequired, Required, None),
        ("R58 18歳未満_本人のみ", CHILD, who(Who::Patient), DoctorDecides, Welcome, alone),
        ("R58 18歳未満_他の親族", CHILD, family("祖父母"), DoctorDecides, Required, other_kin),
        ("R39 家族以外", ADULT, who(Who::Other), Required, Welcome, None),
    ];
    for (row, birth, applicant, consent, proof, look) in rows {
        let life = Life::new()
            .with(|i| {
                i.patient = patient(birth);
                i.applicant = applicant;
            })
            .inquire();
        assert_eq!(consent_needs(&life.case, &profile()), (consent, proof), "{row}");
        let seen: Vec<_> = looks(&life.case, &profile()).into_iter().map(|l| (l.why, l.item)).collect();
        assert_eq!(seen, Vec::from_iter(look), "{row}: 担当者確認");
    }
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

fn with(mut items: Vec<FoundItem>, item: FoundItem) -> Vec<FoundItem> {
    items.push(item);
    items
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
        let eve = looks(&life.case, &profile()).iter().any(|l| l.why == LookWhy::EveOfBirthday);
        assert_eq!(eve, doubtful, "{row}: 担当者確認");
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
    let told = life.clone().at("2026-12-02T10:00").calls(Outcome::Spoke, Matter::Missing);
    let steps = domain::steps::steps(&told.case, &told.rules);
    let chase = steps.iter().find(|s| s.kind == domain::steps::StepKind::ChaseMissing).unwrap();
    assert_eq!(chase.due, day("2026-12-09"), "A3 頼んでも前日までには");
    let eve = life.at("2026-12-09T10:00");
    eve.refuses("R57 前日確認は同意書まで", Action::ConfirmDayBefore {}, "lacking", Some(57));
    let eve = eve.more(vec![found(ItemKind::Consent)]);
    eve.allows("届いた", Action::ConfirmDayBefore {});
}
