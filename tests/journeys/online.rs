//! (b) An online applicant, from the phone call to the posted report and the returned material: what the patient
//! booked in CLINICS differs twice from what was agreed (R91).
use serde_json::{Value, json};

use crate::clinics::Standing;
use crate::deeds::{Section, TAKAHASHI};
use crate::front_desk::FrontDesk;

const IDENTITY: [&str; 2] = ["タカハシ ミツエ", "昭和21年7月30日"];
const MENU: &str = "てんかん科以外のオンラインによるセカンドオピニオン";
const OTHER_MENU: &str = "オンライン診療（再診）";

#[test]
fn an_online_applicant_whose_clinics_booking_differs_until_it_matches() {
    let (desk, ()) = FrontDesk::furnished("2026-11-24T09:31:00", |_| ());
    until_the_guide(&desk);
    while_clinics_differs(&desk);
    until_the_talk(&desk);
    until_the_end(&desk);
    read_back(&desk);
    read_the_papers(&desk);
}

/// The first call, the packet, the doctor's answer, the date agreed by phone, and the guide on its way.
fn until_the_guide(desk: &FrontDesk) {
    let window = desk.opens("2026-11-24T09:31:00");
    window.inquire(&TAKAHASHI, "オンライン", "呼吸器外科");
    desk.at("2026-11-30T10:05:00");
    window.receive_of_call(&TAKAHASHI, &["申込書", "診療情報提供書", "血液検査の結果"]);
    window.ask_doctor();
    drop(window);

    let window = desk.opens("2026-12-02T09:40:00");
    window.open_case("たかはし", "髙橋 美津江");
    window.accept();
    window.hold(&["15"]);
    window.agree('1', IDENTITY[0], IDENTITY[1]);
    window.print_and_post();
}

/// Registered only; half an hour off; under another menu. Each time the desk calls.
fn while_clinics_differs(desk: &FrontDesk) {
    let window = desk.opens("2026-12-08T10:00:00");
    window.sees("患者さんがCLINICSで予約を取ったか確かめます。");
    window.open_case("R8-0001", "髙橋 美津江");
    window.see_only_registered();
    desk.at("2026-12-09T10:00:00");
    let off = Standing { day: "R8.12.15", time: "14:30", menu: MENU };
    window.see_otherwise(&off, "日時が違う");
    let reads = [
        "お約束の日時：12月15日（火） 14:00",
        "CLINICSの予約：12月15日（火） 14:30",
        "約束と比べて：日時が違う",
    ];
    window.call_about_clinics(IDENTITY, &reads);
    drop(window);

    let window = desk.opens("2026-12-10T10:00:00");
    window.sees("患者さんがCLINICSで予約を取ったか確かめます。");
    window.open_case("4471", "髙橋 美津江");
    let other = Standing { day: "12/15", time: "1400", menu: OTHER_MENU };
    window.see_otherwise(&other, "メニューが違う");
    window.call_about_clinics(
        IDENTITY,
        &["約束と比べて：メニューが違う", OTHER_MENU, &format!("選んでいただくメニュー：{MENU}")],
    );
}

/// The day before waits for the booking as it was agreed; the talk; the card is charged after it (R53).
fn until_the_talk(desk: &FrontDesk) {
    let window = desk.opens("2026-12-14T13:30:00");
    window.open_case("高橋", "髙橋 美津江");
    window.go(Section::Report);
    window.sees("CLINICSの予約が、約束どおりと確かめられていません。 R91");
    window.see_as_agreed();
    window.go(Section::Report);
    window.sees("CLINICSの予約：約束どおり");
    window.confirm_day_before();
    drop(window);

    let window = desk.opens("2026-12-15T15:10:00");
    window.open_case("高橋", "髙橋 美津江");
    window.consult_online();
    window.see_card_paid();
}

fn until_the_end(desk: &FrontDesk) {
    let window = desk.opens("2026-12-21T11:00:00");
    window.open_case("s21.7.30", "髙橋 美津江");
    window.receive_report("3");
    assert!(!window.offers("報告書を手渡した"), "online it is always posted (R98)");
    window.post_report("31234567890");
    window.return_material("123456789012", "大友");
    window.go(Section::Overview);
    window.sees("いま、することはありません");
}

fn read_back(desk: &FrontDesk) {
    let case = desk.record(1);
    assert_eq!((&case["mode"], &case["brief"]["stage"]), (&json!("online"), &json!("done")));
    let calls = case["calls"].as_array().unwrap();
    let matters: Vec<&Value> = calls.iter().map(|call| &call["record"]["matter"]).collect();
    assert_eq!(matters, ["candidates", "clinics", "clinics"]);
    assert!(calls.iter().all(|call| call["record"]["identity_checked"] == true), "{calls:?}");
    assert!(!case["clinics"]["registered"].is_null());
    assert_eq!(case["clinics"]["registered"]["at"], "2026-12-08T10:00:00");
    assert_eq!(case["clinics"]["booked"]["start"], "2026-12-15T14:00:00");
    assert_eq!(case["clinics"]["booked"]["menu"], MENU);
    let booking = &case["consultation"]["booking"];
    assert_eq!(
        (&booking["slot"]["start"], &booking["mode"]),
        (&json!("2026-12-15T14:00:00"), &json!("online"))
    );
    assert_eq!(booking["fee"]["gross"], 44000);
    assert_eq!(case["payment"]["state"], "paid");
    assert_eq!(case["report"]["pages"], 3);
    assert_eq!(case["report"]["delivered"]["how"], "posted");
    assert_eq!(case["report"]["delivered"]["tracking"], "31234567890");
    assert_eq!(case["returned"]["how"]["checked_by"], "大友 和也");
    let papers: Vec<&Value> = case["papers"].as_array().unwrap().iter().map(|p| &p["kind"]).collect();
    assert_eq!(papers, ["clinics_guide", "cover_letter", "mailing_label"]);
}

fn read_the_papers(desk: &FrontDesk) {
    let [guide, letter, label] = <[String; 3]>::try_from(desk.printed()).expect("three papers");
    for words in ["髙橋美津江", "令和8年12月15日（火）", MENU, "44,000円", "0120-13-1540", "R8-0001"]
    {
        assert!(guide.contains(words), "{words} in the guide: {guide}");
    }
    assert!(letter.contains("相良直人") && letter.contains("令和8年12月15日"), "{letter}");
    assert!(label.contains("宮城県北原市中央1番1号") && !label.contains("髙橋"), "{label}");
}
