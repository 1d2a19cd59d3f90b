//! (d) A family without the patient's consent, refused, whose packet was registered through the wire before the window
//! opens; and (e) late discs under other ways of writing the name, all through the window.
use serde_json::{Value, json};

use crate::common::{Bench, COMPLETE, intake};
use crate::deeds::TAKAHASHI;
use crate::front_desk::FrontDesk;

fn takahashi() -> serde_json::Value {
    intake("髙橋", "美津江", ("タカハシ", "ミツエ"), "1946-07-30")
}

#[test]
fn a_family_without_consent_waits_for_a_reason_and_is_refused_by_the_doctor() {
    let before = |bench: &Bench| {
        let mut form = takahashi();
        form["applicant"] = json!({"who": "family", "kinship": "長女"});
        bench.receive(form, &COMPLETE)
    };
    let (desk, id) = FrontDesk::furnished("2026-11-24T09:31:00", before);
    let window = desk.opens("2026-11-24T10:00:00");
    window.open_case("R8-0001", "髙橋 美津江");
    window.cannot_ask("R57");
    window.waive("R57", "電話で本人に確かめた");
    window.ask_doctor();
    window.refuse("R40", "医事課長 三浦");
    drop(window);

    let case = desk.record(id);
    assert_eq!(
        (&case["waivers"][0]["rule"], &case["waivers"][0]["reason"]),
        (&json!(57), &json!("電話で本人に確かめた"))
    );
    let verdict = &case["screenings"][0]["verdict"]["verdict"];
    assert_eq!((&verdict["outcome"], &verdict["ground"]), (&json!("refuse"), &json!("no_consent")));
    assert_eq!(verdict["approver"], "医事課長 三浦");
    assert_eq!(
        (&case["ending"]["kind"], &case["ending"]["ground"]),
        (&json!("declined"), &json!("no_consent"))
    );
}

#[test]
fn a_late_disc_under_a_variant_name_joins_the_same_number() {
    let (desk, ()) = FrontDesk::furnished("2026-11-24T10:00:00", |_| ());
    let window = desk.opens("2026-11-24T10:00:00");
    window.type_application(&TAKAHASHI, "呼吸器外科");
    window.contents(&["申込書", "診療情報提供書"]);
    window.save_packet();
    desk.at("2026-11-26T10:00:00");
    window.receive_late_disc_of(&TAKAHASHI, "高橋", "R8-0001");
    desk.at("2026-11-27T10:00:00");
    window.receive_late_disc("佐藤 美津江（旧姓）", "高橋", "R8-0001");
    window.open_case("佐藤美津江", "髙橋 美津江");
    drop(window);

    let case = desk.record(1);
    assert_eq!(case["number"], "R8-0001");
    assert_eq!(case["patient"]["name"]["family"], "髙橋", "kept as the application writes it");
    let packets: Vec<&Value> =
        case["packets"].as_array().unwrap().iter().map(|it| &it["packet"]["name_on_it"]).collect();
    assert_eq!(packets, ["", "高橋 美津江", "佐藤 美津江（旧姓）"], "and each envelope as it was written");
    let discs: Vec<&Value> = case["discs"].as_array().unwrap().iter().map(|it| &it["disc"]["name"]).collect();
    assert_eq!(discs, ["variant", "variant"]);
    assert_eq!(case["brief"]["stage"], "checking");
}
