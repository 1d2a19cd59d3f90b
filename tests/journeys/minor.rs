//! (c) The mother of a 17-year-old who turns 18 between the packet and the talk: what is asked for changes with the
//! agreed date (R57, R58), stands on the slip, and the talk waits for it.
use serde_json::{Value, json};

use crate::deeds::{Person, Section};
use crate::family::Relative;
use crate::front_desk::FrontDesk;

const SHO: Person = Person {
    family: "相原",
    given: "翔",
    kana: ("アイハラ", "ショウ"),
    birth: "h20.12.10",
    phone: "090-0000-3305",
};

const YUMI: Relative = Relative {
    kinship: "母",
    family: "相原",
    given: "由美",
    kana: ("アイハラ", "ユミ"),
    phone: "090-0000-7713",
};

const IDENTITY: [&str; 2] = ["アイハラ ショウ", "平成20年12月10日"];
const CONSENT: &str = "同意書（自署）";
const PROOF: &str = "続柄が分かる書類";

#[test]
fn a_mother_brings_the_consent_of_a_child_who_turns_18_before_the_talk() {
    let (desk, ()) = FrontDesk::furnished("2026-11-24T09:31:00", |_| ());
    until_screened(&desk);
    until_the_slip(&desk);
    until_the_end(&desk);
    read_back(&desk);
    read_the_slip(&desk);
}

/// 17 on the form and on arrival: no consent is needed, and the proof of relationship may come on the day.
fn until_screened(desk: &FrontDesk) {
    let window = desk.opens("2026-11-24T09:31:00");
    window.type_application(&SHO, "呼吸器外科");
    window.comes_instead(&YUMI);
    window.applied_on("R8.11.20");
    window.contents(&["申込書", "診療情報提供書", "血液検査の結果"]);
    window.sees(&format!("{PROOF}（未着）"));
    window.sees("当日まででよい");
    window.announce_for_the_day(PROOF);
    window.sees("そろっています");
    window.save_packet();
    window.sees("当日お持ちになる");
    window.go(Section::Items);
    window.sees("18歳未満の方です。");
    window.sees("申込日 令和8年11月20日（金）：17歳（18歳未満）");
    window.sees("到着日 令和8年11月24日（火）：17歳（18歳未満）");
    window.explain_by_call(IDENTITY, YUMI.phone);
    window.ask_doctor();
}

/// A day after the birthday is agreed: now the consent of an adult is asked for, and it will be brought.
fn until_the_slip(desk: &FrontDesk) {
    let window = desk.opens("2026-11-26T09:40:00");
    window.open_case("あいはら", "相原 翔");
    window.accept();
    window.hold(&["8", "15"]);
    window.agree('2', IDENTITY[0], IDENTITY[1]);
    window.go(Section::Items);
    window.sees("申込から相談までの間に18歳になります。同意書が要るかを確かめてください。");
    window.sees("相談日 令和8年12月15日（火）：18歳（18歳以上）");
    window.agree_to_bring(CONSENT);
    window.print_and_post();
}

/// Both are on the list of the day before; the talk waits for the consent; the report goes into the hand.
fn until_the_end(desk: &FrontDesk) {
    let window = desk.opens("2026-12-14T13:30:00");
    window.open_case("R8-0001", "相原 翔");
    window.go(Section::Report);
    window.sees(&format!("当日お持ちになる：{CONSENT}、{PROOF}"));
    window.confirm_day_before();
    drop(window);

    let window = desk.opens("2026-12-15T13:35:00");
    window.open_case("3305", "相原 翔");
    window.pay();
    window.cannot_consult(&format!("足りないもの：{CONSENT}（未着） R57"));
    window.check_item(CONSENT);
    window.check_item(PROOF);
    window.consult_with_report_at_once();
    window.receive_report("1");
    window.hand_over_everything();
    window.go(Section::Overview);
    window.sees("いま、することはありません");
}

fn read_back(desk: &FrontDesk) {
    let case = desk.record(1);
    assert_eq!((&case["number"], &case["brief"]["stage"]), (&json!("R8-0001"), &json!("done")));
    assert_eq!((&case["inquiry"], &case["applied_on"]), (&json!(null), &json!("2026-11-20")));
    assert_eq!(case["patient"]["birth"], json!({"typed": "h20.12.10", "date": "2008-12-10"}));
    let applicant = &case["applicant"];
    assert_eq!((&applicant["who"], &applicant["kinship"]), (&json!("family"), &json!("母")));
    assert_eq!((&applicant["name"]["given"], &applicant["phone"]), (&json!("由美"), &json!(YUMI.phone)));
    assert_eq!(case["bring_on_day"], json!(["relationship_proof", "consent"]));
    for call in case["calls"].as_array().unwrap() {
        let said = &call["record"];
        let reached = (&said["party"], &said["person"], &said["number"]);
        assert_eq!(reached, (&json!("family"), &json!("相原 由美"), &json!(YUMI.phone)), "not the child");
    }
    let items: Vec<&Value> =
        case["items"].as_array().unwrap().iter().map(|item| &item["found"]["kind"]).collect();
    assert_eq!(items, ["application", "referral_letter", "consent", "relationship_proof", "blood"]);
    assert_eq!(
        (&case["items"][0]["arrived"], &case["items"][2]["arrived"]),
        (&json!("2026-11-24"), &json!("2026-12-15"))
    );
    assert_eq!(case["waivers"], json!([]), "nothing was set aside");
    assert_eq!(case["consultation"]["booking"]["slot"]["start"], "2026-12-15T14:00:00");
    assert_eq!(case["report"]["delivered"]["how"], "handed_over");
    assert_eq!(case["returned"]["how"]["how"], "handed_over");
}

fn read_the_slip(desk: &FrontDesk) {
    let [slip, ..] = <[String; 3]>::try_from(desk.printed()).expect("slip, letter and label");
    for words in ["令和8年12月15日（火）", "この予約票", "同意書", "続柄を確認できる書類", "33,000円"]
    {
        assert!(slip.contains(words), "{words} on the slip: {slip}");
    }
}
