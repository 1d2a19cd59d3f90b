//! (a) An adult who comes himself, from the phone call to the returned material.
use serde_json::{Value, json};

use crate::deeds::{Section, TAKAHASHI};
use crate::front_desk::FrontDesk;

const BIRTH: &str = "昭和21年7月30日";

#[test]
fn an_adult_in_person_from_the_call_to_the_returned_material() {
    let (desk, ()) = FrontDesk::furnished("2026-11-24T09:31:00", |_| ());
    until_the_call(&desk);
    until_the_visit(&desk);
    until_the_end(&desk);
    read_back(&desk);
}

/// The first call, the packet, the doctor's answer, two dates held, and nobody at home.
fn until_the_call(desk: &FrontDesk) {
    let window = desk.opens("2026-11-24T09:31:00");
    window.inquire(&TAKAHASHI, "対面", "呼吸器外科");
    desk.at("2026-11-30T10:05:00");
    window.receive_of_call(&TAKAHASHI, &["申込書", "診療情報提供書", "血液検査の結果"]);
    window.sees("R8-0001");
    window.ask_doctor();
    drop(window);

    let window = desk.opens("2026-12-02T09:40:00");
    window.open_case("たかはし", "髙橋 美津江");
    window.accept();
    window.hold(&["15", "17"]);
    window.no_answer();
}

/// The date agreed, the slip on its way, the day before.
fn until_the_visit(desk: &FrontDesk) {
    let window = desk.opens("2026-12-03T10:10:00");
    window.open_case("R8-0001", "髙橋 美津江");
    window.agree('1', "タカハシ ミツエ", BIRTH);
    window.print_and_post();
    drop(window);

    let window = desk.opens("2026-12-14T13:30:00");
    window.open_case("4471", "髙橋 美津江");
    window.confirm_day_before();
}

/// The visit, the report by post, the material back.
fn until_the_end(desk: &FrontDesk) {
    let window = desk.opens("2026-12-15T13:35:00");
    window.open_case("高橋", "髙橋 美津江");
    window.pay();
    window.consult_with_report_later();
    drop(window);

    let window = desk.opens("2026-12-21T11:00:00");
    window.open_case("s21.7.30", "髙橋 美津江");
    window.receive_report("2");
    window.post_report("31234567890");
    window.return_material("123456789012", "大友");
    window.go(Section::Overview);
    window.sees("いま、することはありません");
}

fn read_back(desk: &FrontDesk) {
    let case = desk.record(1);
    assert_eq!((&case["number"], &case["brief"]["stage"]), (&json!("R8-0001"), &json!("done")));
    assert_eq!(case["inquiry"]["explained"], true);
    assert_eq!(case["patient"]["name"]["family"], "髙橋");
    assert_eq!(case["patient"]["birth"], json!({"typed": "s21.7.30", "date": "1946-07-30"}));
    assert_eq!(case["patient"]["may_leave_message"], "yes");
    assert_eq!(case["referrer"]["institution"], "a");
    assert_eq!(case["referrer"]["doctor"], "相良 直人");
    assert_eq!(case["packets"].as_array().unwrap().len(), 1);
    assert_eq!(case["screenings"][0]["verdict"]["verdict"]["outcome"], "accept");
    let outcomes: Vec<&Value> =
        case["calls"].as_array().unwrap().iter().map(|c| &c["record"]["outcome"]).collect();
    assert_eq!(outcomes, ["no_answer", "spoke"]);
    assert_eq!(case["calls"][1]["record"]["identity_checked"], true);
    assert_eq!(case["consultation"]["booking"]["slot"]["start"], "2026-12-15T14:00:00");
    assert_eq!(case["consultation"]["booking"]["fee"]["gross"], 33000);
    assert_eq!(case["consultation"]["report_later"], true);
    assert_eq!(case["payment"]["state"], "paid");
    assert_eq!(case["report"]["pages"], 2);
    assert_eq!(case["report"]["delivered"]["service"], "registered");
    assert_eq!(case["report"]["delivered"]["tracking"], "31234567890");
    assert_eq!(case["returned"]["how"]["checked_by"], "大友 和也");
    let papers: Vec<&Value> = case["papers"].as_array().unwrap().iter().map(|p| &p["kind"]).collect();
    assert_eq!(papers, ["slip", "cover_letter", "mailing_label"]);

    let [slip, letter, label] = <[String; 3]>::try_from(desk.printed()).expect("three papers");
    for words in ["髙橋美津江", "令和8年12月15日（火）", "33,000円", "R8-0001"] {
        assert!(slip.contains(words), "{words} on the slip: {slip}");
    }
    assert!(
        letter.contains("中央病院") && letter.contains("相良直人") && letter.contains("髙橋美津江"),
        "{letter}"
    );
    assert!(label.contains("宮城県北原市中央1番1号") && !label.contains("髙橋"), "{label}");
}
