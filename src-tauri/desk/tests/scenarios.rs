//! The desk's acceptance scenarios A1-A12 and the whole day, through the wire and read back from what it wrote.
mod common;

use common::*;
use serde_json::{Value, json};

const MORNING: &str = "2026-11-24T09:31:00";

fn takahashi() -> Value {
    intake("髙橋", "美津江", ("ﾀｶﾊｼ", "ミツエ"), "1946-07-30")
}

fn codes(view: &Value) -> Vec<String> {
    let missing = view["missing"].as_array().unwrap();
    missing.iter().map(|m| m["item"].as_str().unwrap_or("any_material").to_owned()).collect()
}

fn steps(view: &Value) -> Vec<String> {
    view["steps"].as_array().unwrap().iter().map(|s| s["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a1_a_name_is_found_in_every_form_and_printed_as_written() {
    let b = Bench::new(MORNING);
    let id = b.booked(takahashi(), "2026-12-08T14:00:00");
    for query in
        ["たかはし", "ﾀｶﾊｼ", "高橋", "髙橋", "R8-0001", "4471", "s21.7.30", "1946/7/30", "中央病院", "相良"]
    {
        let found = b.call("find", json!({"query": query}));
        assert_eq!(found[0]["id"], id, "found by {query}");
    }
    assert_eq!(b.call("find", json!({"query": "高橋"}))[0]["found_by"], "variant");
    assert_eq!(b.call("find", json!({"query": "田中"})), json!([]));
    b.print(id, "slip");
    let paper = b.last_paper();
    assert!(paper.contains("髙橋 美津江") && paper.contains("令和8年12月8日（火）"), "{paper}");
    assert!(paper.contains("33,000円") && paper.contains("13:30"), "{paper}");
}

#[test]
fn a2_a_character_outside_the_old_encodings_prints() {
    let b = Bench::new(MORNING);
    let id = b.booked(intake("𠮷田", "葛󠄀子", ("ヨシダ", "カツコ"), "1960-02-29"), "2026-12-08T14:00:00");
    b.print(id, "slip");
    assert!(b.last_paper().contains("𠮷田"));
}

#[test]
fn a3_turning_18_before_the_talk_asks_for_consent() {
    let b = Bench::new(MORNING);
    let mut form = intake("相原", "翔", ("アイハラ", "ショウ"), "2008-12-10");
    form["mode"] = json!("online");
    form["applicant"] = json!({"who": "family", "kinship": "母",
        "name": {"family": "相原", "given": "由美", "family_kana": "アイハラ", "given_kana": "ユミ"}});
    let id = b.receive(form, &COMPLETE);
    let view = b.view(id);
    assert_eq!(codes(&view), ["relationship_proof"], "one line, that one");
    b.act(id, json!({"do": "check_item", "item": item("relationship_proof")}));
    b.act(id, ask());
    b.act(id, accept());
    b.act(id, hold("2026-12-15T14:00:00"));
    assert_eq!(b.refused(id, book("2026-12-15T14:00:00")), "fee_not_told R52");
    b.act(id, talk());
    b.act(id, book("2026-12-15T14:00:00"));
    let view = b.view(id);
    assert_eq!(view["ages"]["changes"], true, "17 at arrival, 18 at the talk");
    assert!(codes(&view).contains(&"consent".to_owned()), "{view:#}");
}

#[test]
fn a4_family_without_consent_cannot_be_screened_but_for_a_waiver() {
    let b = Bench::new(MORNING);
    let mut form = takahashi();
    form["applicant"] = json!({"who": "family", "kinship": "長女"});
    let id = b.receive(form, &COMPLETE);
    assert_eq!(b.refused(id, ask()), "lacking R57");
    b.act(id, json!({"do": "waive", "rule": 57, "reason": "電話で本人に確かめた"}));
    b.act(id, ask());
    assert_eq!(b.view(id)["stage"], "screening");
}

#[test]
fn a5_a_packet_without_a_call_and_a_late_disc_share_a_number() {
    let b = Bench::new(MORNING);
    let id = b.receive(takahashi(), &["application", "referral_letter"]);
    let view = b.view(id);
    assert!(steps(&view).contains(&"first_call".to_owned()), "the first task is the call (R4)");
    assert_eq!(codes(&view), ["any_material"]);
    b.clock.set(at("2026-11-26T10:00:00"));
    let mut late = packet(json!("2026-11-26"), None, &["xray_ct_mri"]);
    late["packet"]["channel"] = json!("from_referrer");
    late["packet"]["name_on_it"] = json!("佐藤 美津江（旧姓）");
    late["discs"] =
        json!([{"label": "CT", "n": 1, "of": 1, "troubles": [], "name": "variant", "imported_to": "PACS"}]);
    let view = b.act(id, late);
    assert_eq!(view["case"]["number"], "R8-0001");
    assert_eq!(view["case"]["packets"].as_array().unwrap().len(), 2);
    assert_eq!(codes(&view), Vec::<String>::new());
    assert_eq!(b.call("find", json!({"query": "佐藤美津江"}))[0]["id"], id);
}

#[test]
fn a6_late_december_needs_a_faster_service() {
    let b = Bench::new("2026-12-24T10:00:00");
    b.call(
        "save_doctor",
        json!({"doctor": {"id": "mon", "name": "月 曜", "department": "respiratory", "exceptions": [],
        "retired": false, "clinics": [{"weekdays": [0], "nth": [], "from": "14:00:00", "to": "16:00:00",
        "slot_minutes": 60, "room": "", "modes": ["in_person"], "valid_from": null, "valid_to": null}]}}),
    );
    let id = b.receive(takahashi(), &COMPLETE);
    b.act(id, ask());
    b.act(id, accept());
    let calendar = b.call("calendar", json!({"id": id, "doctor": "mon", "from": "2026-12-21", "weeks": 2}));
    let day =
        |date: &str| calendar["days"].as_array().unwrap().iter().find(|d| d["date"] == date).unwrap().clone();
    assert_eq!(day("2026-12-28")["posting"]["service"].as_str().map(|s| s != "ordinary"), Some(true));
    assert_eq!(day("2026-12-29")["reasons"][0]["closed"]["reason"], "年末年始");
}

#[test]
fn a7_after_the_september_holidays() {
    let b = Bench::new("2026-09-18T10:00:00");
    b.call("save_doctor", json!({"doctor": {"id": "all", "name": "毎 日", "department": "respiratory", "exceptions": [],
        "retired": false, "clinics": [{"weekdays": [0, 1, 2, 3, 4], "nth": [], "from": "14:00:00", "to": "15:00:00",
        "slot_minutes": 60, "room": "", "modes": ["in_person"], "valid_from": null, "valid_to": null}]}}));
    let id = b.receive(takahashi(), &COMPLETE);
    b.act(id, ask());
    b.act(id, accept());
    let calendar = b.call("calendar", json!({"id": id, "doctor": "all", "from": "2026-09-21", "weeks": 1}));
    let free: Vec<&str> = calendar["days"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|d| !d["free"].as_array().unwrap().is_empty())
        .map(|d| d["date"].as_str().unwrap())
        .collect();
    assert_eq!(free, ["2026-09-24", "2026-09-25"]);
    assert_eq!(calendar["days"][1]["reasons"][0]["closed"]["code"], "citizens");
}

#[test]
fn a8_a_mode_switch_after_the_slip_was_posted() {
    let b = Bench::new(MORNING);
    let id = b.booked(takahashi(), "2026-12-08T14:00:00");
    b.print(id, "slip");
    b.act(id, post("slip", "ordinary", ""));
    let preview = b.call("switch_preview", json!({"id": id}));
    assert_eq!(preview["after"]["fee"]["gross"], 44000);
    assert_eq!(preview["after"]["report"], "posted");
    assert_eq!(preview["voided"][0]["posted"], true);
    assert_eq!(preview["frees_booking"], false);
    let switch = json!({"do": "switch_mode", "to": "online", "asked_by": "hospital", "reason": "感染対策",
        "fee": null, "keeps_date": false});
    let view = b.act(id, switch);
    assert_eq!(view["case"]["papers"][0]["voided"]["reason"], "mode_switched");
    assert_eq!(view["case"]["booking"]["fee"]["gross"], 44000);
    assert_eq!(b.refused(id, post("slip", "ordinary", "")), "no_such_paper");
    b.print(id, "clinics_guide");
    let paper = b.last_paper();
    assert!(
        paper.contains("第2版") && paper.contains("44,000円") && paper.contains("0120-13-1540"),
        "{paper}"
    );
}

fn online(b: &Bench) -> i64 {
    let mut form = takahashi();
    form["mode"] = json!("online");
    let id = b.booked(form, "2026-12-08T14:00:00");
    b.print(id, "clinics_guide");
    b.act(id, post("clinics_guide", "ordinary", ""));
    id
}

#[test]
fn a9_half_an_hour_off_in_clinics_is_a_mismatch() {
    let b = Bench::new(MORNING);
    let id = online(&b);
    let menu = "てんかん科以外のオンラインによるセカンドオピニオン";
    let view = b.act(id, json!({"do": "clinics_booked", "start": "2026-12-08T14:30:00", "menu": menu}));
    assert_eq!(view["clinics"], "other_time");
    assert!(steps(&view).contains(&"call_clinics_mismatch".to_owned()));
    let view =
        b.act(id, json!({"do": "clinics_booked", "start": "2026-12-08T14:00:00", "menu": "別のメニュー"}));
    assert_eq!(view["clinics"], "other_menu");
    let view = b.act(id, json!({"do": "clinics_booked", "start": "2026-12-08T14:00:00", "menu": menu}));
    assert_eq!(
        (view["clinics"].as_str(), view["stage"].as_str()),
        (Some("agrees"), Some("clinics_confirmed"))
    );
}

#[test]
fn a10_a_change_by_telephone_stays_open_until_seen_in_clinics() {
    let b = Bench::new(MORNING);
    let id = online(&b);
    let menu = "てんかん科以外のオンラインによるセカンドオピニオン";
    b.act(id, json!({"do": "clinics_booked", "start": "2026-12-08T14:00:00", "menu": menu}));
    let view = b.act(id, json!({"do": "unbook", "reason": "患者さんのご都合"}));
    assert!(steps(&view).contains(&"see_clinics_change".to_owned()));
    let today = b.call("today", json!({}));
    assert!(today.to_string().contains("see_clinics_change"), "it is in today's work");
    let view = b.act(id, json!({"do": "clinics_change_seen"}));
    assert!(!steps(&view).contains(&"see_clinics_change".to_owned()));
}

#[test]
fn a11_an_epilepsy_online_caller_is_turned_to_the_page_and_counted() {
    let b = Bench::new(MORNING);
    let mut form = takahashi();
    form["mode"] = json!("online");
    form["subject"] = json!({"department": "epilepsy"});
    let inquire = json!({"do": "inquire", "intake": form, "heard": [], "explained": false, "out_of_hours": false,
        "packet_due": null});
    let id = b.try_act(None, inquire).unwrap()["id"].as_i64().unwrap();
    let view = b.act(id, json!({"do": "end", "kind": "epilepsy_online", "ground": null, "reason": ""}));
    assert_eq!(view["stage"], "ended_epilepsy_online");
    let ledger = b.call(
        "ledger",
        json!({"query": "", "openness": "all", "fiscal_year": null,
        "stage": "ended_epilepsy_online", "mode": null, "department": null, "sort": "number",
        "page": {"from": 0, "size": 50}}),
    );
    assert_eq!(ledger["total"], 1);
    let mut ordinary = takahashi();
    ordinary["subject"] = json!({"department": "epilepsy"});
    let id = b.receive(ordinary, &COMPLETE);
    let end = json!({"do": "end", "kind": "epilepsy_online", "ground": null, "reason": ""});
    assert_eq!(b.refused(id, end), "only_online R81", "in person it is an ordinary case");
}

#[test]
fn a12_same_named_hospitals_and_the_second_person() {
    let b = Bench::new(MORNING);
    let picker = b.call("institutions", json!({"query": "中央"}));
    let lines: Vec<&str> =
        picker.as_array().unwrap().iter().map(|i| i["address"]["line1"].as_str().unwrap()).collect();
    assert_eq!(lines, ["宮城県北原市中央1番1号", "山形県南川市本町2番2号"]);
    let id = b.booked(takahashi(), "2026-12-08T14:00:00");
    b.clock.set(at("2026-12-08T13:40:00"));
    b.act(id, json!({"do": "record_payment", "card_error": ""}));
    b.act(id, json!({"do": "consult", "doctor": "kuji", "report_later": true}));
    b.act(id, json!({"do": "receive_report", "pages": 2}));
    b.print(id, "cover_letter");
    assert!(b.last_paper().contains("宮城県北原市中央1番1号"));
    let send = json!({"do": "post_report", "service": "registered", "tracking": "312-34-56789-0"});
    assert_eq!(b.refused(id, send.clone()), "institution_unchecked R98");
    let same = b.try_call("check_institution", json!({"id": "a"})).unwrap_err();
    assert!(format!("{same:?}").contains("TwoPeople"), "whoever entered it cannot check it");
    b.call("sign_in", json!({"name": "大友 和也"}));
    b.call("check_institution", json!({"id": "a"}));
    let view = b.act(id, send);
    assert_eq!(view["stage"], "returning");
    let back = json!({"do": "return_material", "how": {"how": "posted", "service": "letter_pack",
        "tracking": "123456789012", "packed_by": "大友 和也", "checked_by": "佐々木 奈緒子"}});
    let view = b.act(id, back);
    assert_eq!((view["stage"].as_str(), view["steps"].as_array().unwrap().len()), (Some("done"), 0));
}

#[test]
fn death_stops_every_paper_and_call() {
    let b = Bench::new(MORNING);
    let id = b.booked(takahashi(), "2026-12-08T14:00:00");
    b.print(id, "slip");
    let view = b.act(id, json!({"do": "end", "kind": "deceased", "ground": null, "reason": "ご家族より"}));
    assert_eq!(view["case"]["papers"][0]["voided"]["reason"], "deceased");
    let call = json!({"do": "log_call", "out_of_hours": false, "call": {"direction": "out", "party": "patient",
        "person": "", "number": "", "matter": "candidates", "outcome": "spoke", "identity_checked": false,
        "fee_told": false, "next_try": null, "note": ""}});
    assert_eq!(b.refused(id, call), "deceased R43");
    let print = b.try_call("print_paper", json!({"id": id, "kind": "slip", "version": null})).unwrap_err();
    assert!(format!("{print:?}").contains("Deceased"));
    let free = b.call("calendar", json!({"id": id, "doctor": "kuji", "from": "2026-12-07", "weeks": 1}));
    assert_eq!(free["days"][1]["taken"], json!([]), "the time is free again");
}

#[test]
fn undo_is_an_entry_and_brings_the_case_back() {
    let b = Bench::new(MORNING);
    let id = b.receive(takahashi(), &COMPLETE);
    let before = b.act(id, ask());
    let after = b.act(id, accept());
    let undone = b.call("undo", json!({"id": id, "seq": after["undo"]}))["view"].clone();
    assert_eq!(undone["case"], before["case"]);
    assert_eq!(undone["timeline"].as_array().unwrap().len(), 4, "nothing left the journal");
    let again = b.try_call("undo", json!({"id": id, "seq": after["undo"]})).unwrap_err();
    assert_eq!(again, desk::Failure::Conflict);
}

#[test]
fn a_paper_is_shown_again_byte_for_byte() {
    let b = Bench::new(MORNING);
    let id = b.booked(takahashi(), "2026-12-08T14:00:00");
    b.print(id, "slip");
    b.clock.set(at("2026-11-25T10:00:00"));
    let view = b.print(id, "slip");
    assert_eq!(view["case"]["papers"][0]["voided"]["reason"], "newer_version");
    assert!(
        b.last_paper()
            .replace(char::is_whitespace, "")
            .contains("第2版先にお送りした予約票（11月24日付）は無効です。")
    );
    let shown = b.call("preview_paper", json!({"id": id, "kind": "slip", "version": 1}));
    assert_eq!(shown["digest"], view["case"]["papers"][0]["digest"]);
    assert_eq!(shown["void"], true);
}
