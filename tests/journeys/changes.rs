//! (f) The mode switched after the slip was posted, and (g) a death learned while a date stands. What comes before,
//! up to the posted slip, was lived through the wire before the window opens.
use serde_json::json;

use crate::common::{Bench, intake, post};
use crate::deeds::Section;
use crate::front_desk::FrontDesk;
use crate::window::CTRL;

/// In person on 8 December, the slip printed and posted.
fn slip_posted(bench: &Bench) -> i64 {
    let who = intake("髙橋", "美津江", ("タカハシ", "ミツエ"), "1946-07-30");
    let id = bench.booked(who, "2026-12-08T14:00:00");
    bench.print(id, "slip");
    bench.act(id, post("slip", "ordinary", ""));
    id
}

#[test]
fn a_mode_switch_voids_the_posted_slip_and_prints_a_second_version() {
    let (desk, id) = FrontDesk::furnished("2026-11-24T09:31:00", slip_posted);
    let window = desk.opens("2026-11-25T10:00:00");
    window.open_case("R8-0001", "髙橋 美津江");
    window.switch_to_online("感染対策", &["44,000円", "予約票 第1版（発送済み） は無効になります。"]);
    window.print_and_post();
    drop(window);

    let case = desk.record(id);
    assert_eq!((&case["mode"], &case["booking"]["fee"]["gross"]), (&json!("online"), &json!(44000)));
    assert_eq!(case["booking"]["slot"]["start"], "2026-12-08T14:00:00", "the date stays");
    assert_eq!(case["papers"][0]["voided"]["reason"], "mode_switched");
    assert_eq!(
        (&case["papers"][1]["kind"], &case["papers"][1]["voided"]),
        (&json!("clinics_guide"), &json!(null))
    );
    assert_eq!(case["papers"][1]["version"], 2);
    assert!(!case["papers"][1]["posted"].is_null());
    let [guide] = <[String; 1]>::try_from(desk.printed()).expect("one paper");
    for words in ["第2版", "44,000円", "髙橋美津江", "令和8年12月8日（火）"] {
        assert!(guide.contains(words), "{words} in the guide: {guide}");
    }
}

#[test]
fn a_death_stops_every_paper_and_call() {
    let (desk, id) = FrontDesk::furnished("2026-11-24T09:31:00", slip_posted);
    let window = desk.opens("2026-11-25T10:00:00");
    window.open_case("4471", "髙橋 美津江");
    window.record_death("長女の方より電話");
    window.go(Section::Call);
    window.sees("電話の記録も止めています");
    window.press('4');
    window.go(Section::Papers);
    window.sees("無効：ご逝去");
    window.chord(CTRL, 'p');
    window.go(Section::Dates);
    drop(window);

    let case = desk.record(id);
    assert_eq!(case["ending"]["kind"], "deceased");
    assert_eq!(case["ending"]["reason"], "長女の方より電話");
    assert_eq!(case["papers"].as_array().unwrap().len(), 1);
    assert_eq!(case["papers"][0]["voided"]["reason"], "deceased");
    assert_eq!(case["booking"], json!(null));
    assert_eq!(case["calls"].as_array().unwrap().len(), 1, "only the talk before the booking");
    assert_eq!(desk.printed(), Vec::<String>::new());
}
