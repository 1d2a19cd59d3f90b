//! 書類 and 発送 through the wire: every kind of paper filled from a case, what goes into an envelope, and what stops it.

mod common;
#[path = "../../documents/tests/support/rare_face.rs"]
mod rare_face;

use std::collections::BTreeMap;

use common::*;
use serde_json::{Value, json};

const MORNING: &str = "2026-11-24T09:31:00";
/// Must never stand on anything that a patient's envelope may show.
const SECRETS: [&str; 2] = ["右上葉肺腺癌の疑い", "手術と放射線のどちらがよいか"];

fn patient() -> Value {
    let mut form = intake("髙橋", "美津江", ("タカハシ", "ミツエ"), "1946-07-30");
    form["subject"]["diagnosis"] = json!(SECRETS[0]);
    form["subject"]["question"] = json!(SECRETS[1]);
    form["applicant"]["may_ask_referrer"] = json!("yes");
    form
}

fn missed() -> Value {
    let mut call = talk();
    call["call"]["outcome"] = json!("no_answer");
    call["call"]["fee_told"] = json!(false);
    call
}

fn verdict(verdict: Value) -> Value {
    json!({"do": "record_verdict", "verdict": verdict})
}

fn refusal() -> Value {
    verdict(json!({"outcome": "refuse", "ground": "dispute", "approver": "副センター長",
        "words": "今回は当院セカンドオピニオン外来でのご相談をお受けすることができません。"}))
}

/// A case for each paper that has not met its day yet.
fn ready_for(b: &Bench, kind: &str) -> i64 {
    let lacking = || b.receive(patient(), &["application", "blood"]);
    let whole = || b.receive(patient(), &COMPLETE);
    let asked = || {
        let id = whole();
        b.act(id, ask());
        id
    };
    match kind {
        "missing_notice" | "referrer_request" => lacking(),
        "more_request" => {
            let id = asked();
            b.act(id, verdict(json!({"outcome": "more_material", "what": "病理標本", "from": "referrer"})));
            id
        }
        "decline" => {
            let id = asked();
            b.act(id, refusal());
            id
        }
        "general_outpatient" => {
            let id = asked();
            b.act(id, verdict(json!({"outcome": "general_outpatient", "words": "検査からお受けください。"})));
            id
        }
        "contact_request" => {
            let id = whole();
            b.act(id, missed());
            id
        }
        "slip" => b.booked(patient(), "2026-12-08T14:00:00"),
        "clinics_guide" => {
            let mut form = patient();
            form["mode"] = json!("online");
            b.booked(form, "2026-12-08T14:00:00")
        }
        "cover_letter" | "mailing_label" | "report_reminder" => {
            let id = b.booked(patient(), "2026-12-08T14:00:00");
            b.clock.set(at("2026-12-08T13:50:00"));
            b.act(id, json!({"do": "record_payment", "card_error": ""}));
            b.act(id, json!({"do": "consult", "doctor": "久慈", "report_later": true}));
            if kind != "report_reminder" {
                b.act(id, json!({"do": "receive_report", "pages": 2}));
            }
            id
        }
        _ => whole(),
    }
}

fn offers(view: &Value) -> BTreeMap<String, Value> {
    let rows = view["offers"].as_array().unwrap();
    rows.iter().map(|row| (row["kind"].as_str().unwrap().to_owned(), row.clone())).collect()
}

fn code_of(b: &Bench, id: i64, kind: &str) -> String {
    let view = b.view(id);
    let papers = view["case"]["papers"].as_array().unwrap();
    let paper = papers.iter().rev().find(|paper| paper["kind"] == kind).expect("it was printed");
    let data: Value = serde_json::from_str(paper["data"].as_str().unwrap()).unwrap();
    let text = |code: &Value| code.as_str().or(code["text"].as_str()).map(str::to_owned);
    text(&data["code"]).or(text(&data["labels"][0]["code"])).expect("every sheet carries a code")
}

#[test]
fn every_kind_of_paper_is_printed_from_a_case_and_again_to_the_byte() {
    let kinds: Vec<String> = offers(&ready(&Bench::new(MORNING))).keys().cloned().collect();
    assert_eq!(kinds.len(), 18);
    for kind in kinds {
        let b = Bench::new(MORNING);
        let id = ready_for(&b, &kind);
        let offer = offers(&b.view(id)).remove(&kind).unwrap();
        assert_eq!(offer["refusal"], Value::Null, "{kind}");
        b.print(id, &kind);
        let first = b.tray.printed.lock().unwrap().last().unwrap().1.clone();
        let text = b.last_paper();
        let number = b.view(id)["case"]["number"].as_str().unwrap().to_owned();
        assert!(text.contains(&number), "{kind}: {text}");
        let to_applicant = !["screening_request", "report_reminder"].contains(&kind.as_str());
        for secret in SECRETS.iter().filter(|_| to_applicant) {
            assert!(!text.replace('\n', "").contains(secret), "{kind} tells {secret}");
        }
        let papers = b.view(id)["case"]["papers"].as_array().unwrap().len();
        b.call("print_paper", json!({"id": id, "kind": kind, "version": 1}));
        assert_eq!(b.tray.printed.lock().unwrap().last().unwrap().1, first, "{kind} again, byte for byte");
        b.call("save_paper", json!({"id": id, "kind": kind, "version": 1}));
        let after = b.view(id)["case"]["papers"].clone();
        assert_eq!(after.as_array().unwrap().len(), papers, "no version is burned");
        assert_eq!(after[papers - 1]["voided"], Value::Null, "{kind} stays valid");
    }
}

fn ready(b: &Bench) -> Value {
    let id = b.receive(patient(), &COMPLETE);
    b.view(id)
}

#[test]
fn a_request_to_call_back_says_nothing_of_medicine() {
    let b = Bench::new(MORNING);
    let id = ready_for(&b, "contact_request");
    b.print(id, "contact_request");
    let text = b.last_paper();
    for word in ["セカンドオピニオン", "診療", "相談", "外来", "検査", "呼吸器"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert!(text.contains("022-717-8885") && text.contains("髙橋"), "{text}");
}

#[test]
fn a_decline_for_a_dispute_accuses_nobody() {
    let b = Bench::new(MORNING);
    let id = ready_for(&b, "decline");
    b.print(id, "decline");
    let text = b.last_paper();
    for word in ["訴訟", "係争", "裁判", "副センター長"] {
        assert!(!text.contains(word), "R42: {word}: {text}");
    }
    assert!(text.contains("費用はかかりません"), "R54: {text}");
}

#[test]
fn an_envelope_goes_from_print_to_post() {
    let b = Bench::new(MORNING);
    b.sealing("scan");
    let id = b.booked(patient(), "2026-12-08T14:00:00");
    let row = |state: &str| {
        let view = b.call("posting", json!({}));
        let rows = view["envelopes"].as_array().unwrap().clone();
        assert_eq!(rows.len(), 1, "{view:#}");
        assert_eq!(rows[0]["state"], state, "{view:#}");
        assert_eq!(rows[0]["letter"], "slip");
    };
    row("to_print");
    let printed = b.call("print_envelope", json!({"id": id, "letter": "slip"}));
    assert_eq!(printed["jobs"], json!(["request id is T-1"]));
    row("to_seal");
    let code = code_of(&b, id, "slip");
    assert!(b.last_paper().contains(b.view(id)["case"]["number"].as_str().unwrap()));
    assert_eq!(b.refused(id, post("slip", "ordinary", "")), "not_sealed");

    let scan = |codes: &[&str]| b.call("scan", json!({"id": id, "letter": "slip", "scanned": codes}));
    assert_eq!(scan(&[])["open"], json!(["slip"]));
    assert_eq!(scan(&["4901234567894"])["stop"]["why"]["code"], "unknown_code");
    let read = scan(&[&code]);
    assert_eq!((&read["open"], &read["stop"]), (&json!([]), &Value::Null));
    let found = b.call("find", json!({"query": code}));
    assert_eq!(found[0]["id"], json!(id), "the code of a sheet finds its case");

    b.act(id, json!({"do": "seal", "letter": "slip", "scanned": [code], "second": ""}));
    row("to_post");
    b.act(id, post("slip", "ordinary", ""));
    let view = b.call("posting", json!({}));
    assert_eq!(view["envelopes"], json!([]));
    assert_eq!(view["posted_today"][0]["letter"], "slip");
}

/// The accident this is all for: two cases side by side, and the other one's sheet in the hand.
#[test]
fn the_sheet_of_another_patient_stops_the_envelope() {
    let b = Bench::new(MORNING);
    b.sealing("scan");
    let one = b.booked(patient(), "2026-12-08T14:00:00");
    let other = b.booked(intake("高橋", "光江", ("タカハシ", "ミツエ"), "1950-01-02"), "2026-12-10T14:00:00");
    for id in [one, other] {
        b.call("print_envelope", json!({"id": id, "letter": "slip"}));
    }
    let wrong = code_of(&b, other, "slip");
    let seal = json!({"do": "seal", "letter": "slip", "scanned": [wrong], "second": ""});
    assert_eq!(b.refused(one, seal), "other_case");
    assert_eq!(b.refused(one, post("slip", "ordinary", "")), "not_sealed");
    assert!(b.view(one)["case"]["papers"][0]["sealed"].is_null(), "nothing was recorded");
}

#[test]
fn a_death_empties_the_posting_desk() {
    let b = Bench::new(MORNING);
    let id = b.booked(patient(), "2026-12-08T14:00:00");
    b.call("print_envelope", json!({"id": id, "letter": "slip"}));
    b.act(id, json!({"do": "end", "kind": "deceased", "ground": null, "reason": "ご家族より"}));
    assert_eq!(b.call("posting", json!({}))["envelopes"], json!([]), "R43");
    let again = b.try_call("print_paper", json!({"id": id, "kind": "slip", "version": 1})).unwrap_err();
    assert!(format!("{again:?}").contains("VoidSheet"), "{again:?}");
}

#[test]
fn a_printer_that_is_gone_burns_no_version() {
    let b = Bench::new(MORNING);
    let id = b.booked(patient(), "2026-12-08T14:00:00");
    *b.tray.gone.lock().unwrap() = true;
    b.try_call("print_envelope", json!({"id": id, "letter": "slip"})).unwrap_err();
    assert_eq!(b.view(id)["case"]["papers"], json!([]));
    *b.tray.gone.lock().unwrap() = false;
    b.call("print_envelope", json!({"id": id, "letter": "slip"}));
    assert_eq!(b.view(id)["case"]["papers"][0]["version"], 1);
}

/// The draft is read, approved by one and printed by another.
#[test]
fn a_draft_is_read_before_it_is_approved() {
    let b = Bench::new(MORNING);
    b.profile("approvals", json!(["decline"]));
    let id = ready_for(&b, "decline");
    let query = json!({"id": id, "kind": "decline", "version": null});
    assert!(!b.call("preview_paper", query.clone())["pdf"].as_str().unwrap().is_empty());
    let early = b.try_call("print_paper", query.clone()).unwrap_err();
    assert!(format!("{early:?}").contains("NotApproved"), "{early:?}");
    b.act(id, json!({"do": "approve_paper", "kind": "decline"}));
    let own = b.try_call("print_paper", query.clone()).unwrap_err();
    assert!(format!("{own:?}").contains("TwoPeople"), "{own:?}");
    b.call("sign_in", json!({"name": "大友 和也"}));
    b.call("print_paper", query);
}

/// The answer, the list of what goes back and the material: one envelope, one row.
#[test]
fn an_answer_and_what_goes_back_are_one_envelope() {
    let b = Bench::new(MORNING);
    let id = ready_for(&b, "decline");
    let rows = |b: &Bench| b.call("posting", json!({}))["envelopes"].as_array().unwrap().clone();
    let letters: Vec<Value> = rows(&b).iter().map(|row| row["letter"].clone()).collect();
    assert_eq!(letters, ["decline"]);
    let sheets: Vec<Value> =
        rows(&b)[0]["sheets"].as_array().unwrap().iter().map(|sheet| sheet["kind"].clone()).collect();
    assert_eq!(sheets, ["decline", "return_slip"]);
    let due = rows(&b)[0]["due"].clone();
    b.clock.set(at("2026-11-25T10:00:00"));
    b.call("print_envelope", json!({"id": id, "letter": "decline"}));
    assert_eq!(rows(&b)[0]["due"], due, "printing moves no due day");
    b.act(id, post("decline", "ordinary", ""));
    assert_eq!(rows(&b), Vec::<Value>::new());
}

/// A hospital that wants to hear that the report arrived writes the sentence for it.
#[test]
fn a_receipt_is_asked_for_where_the_hospital_words_it() {
    let b = Bench::new(MORNING);
    let id = ready_for(&b, "cover_letter");
    b.print(id, "cover_letter");
    assert!(!b.last_paper().contains("受領書"), "{}", b.last_paper());
    let edition = b.call("settings", json!({}))["editions"][0].clone();
    let mut wording = edition["profile"]["wording"].clone();
    wording["cover.reply"] = json!("報告書を受け取りました。ファクスでご返送ください。");
    b.profile("wording", wording);
    b.print(id, "cover_letter");
    let text = b.last_paper();
    assert!(text.contains("受領書") && text.contains("ファクスでご返送"), "{text}");
}

#[test]
fn labels_go_on_where_the_sheet_has_room() {
    let b = Bench::new(MORNING);
    let id = b.receive(patient(), &COMPLETE);
    let start = || b.call("printing", json!({}))["choice"]["label_start"].clone();
    assert_eq!(start(), 1);
    b.print(id, "patient_label");
    b.print(id, "spine_label");
    assert_eq!(start(), 3, "two labels are used");
    let mut choice = b.call("printing", json!({}))["choice"].clone();
    choice["label_start"] = json!(12);
    b.call("save_printing", json!({"choice": choice}));
    b.print(id, "reply_label");
    assert_eq!(start(), 1, "a new sheet begins");
    let flat = b.call("printing", json!({}))["windows"][1].clone();
    choice["window"] = flat.clone();
    b.call("save_printing", json!({"choice": choice}));
    let id = b.booked(patient(), "2026-12-08T14:00:00");
    b.print(id, "slip");
    let data = b.view(id)["case"]["papers"][0]["data"].as_str().unwrap().to_owned();
    assert_eq!(serde_json::from_str::<Value>(&data).unwrap()["window"]["name"], flat, "the envelope in use");
    choice["window"] = json!("a window nobody sells");
    assert!(b.try_call("save_printing", json!({"choice": choice})).is_err());
    choice["window"] = json!("");
    choice["offset_x"] = json!(1000.0);
    assert!(b.try_call("save_printing", json!({"choice": choice})).is_err());
}

/// A name of the family register that no built-in face draws, before and after the hospital adds its own face.
#[test]
fn a_rare_name_is_drawn_with_the_hospitals_own_face() {
    let family = format!("髙{}", rare_face::RARE);
    let booked = |b: &Bench| {
        b.booked(intake(&family, "一", ("タカハシ", "ハジメ"), "1950-01-02"), "2026-12-08T14:00:00")
    };
    let without = Bench::new(MORNING);
    let id = booked(&without);
    let refused =
        without.try_call("print_paper", json!({"id": id, "kind": "slip", "version": null})).unwrap_err();
    assert!(format!("{refused:?}").contains("31350"), "{refused:?}");

    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("fonts")).unwrap();
    std::fs::write(folder.path().join("fonts/a-note.txt"), "no face").unwrap();
    std::fs::write(folder.path().join("fonts/own.ttf"), rare_face::rare_face()).unwrap();
    let with = Bench::furnished(folder, MORNING);
    let id = booked(&with);
    with.print(id, "slip");
    assert!(with.last_paper().contains(&family), "{}", with.last_paper());
}

#[test]
fn the_desks_own_papers() {
    let b = Bench::new(MORNING);
    let id = b.booked(patient(), "2026-12-10T14:00:00");
    let text = |kind: &str, day: Value| {
        let job = b.call("print_house", json!({"kind": kind, "day": day}));
        assert!(!job["job"].as_str().unwrap().is_empty());
        b.last_paper()
    };
    let number = b.view(id)["case"]["number"].as_str().unwrap().to_owned();
    assert!(text("day_list", json!("2026-12-10")).contains(&number));
    assert!(text("day_list", json!("2026-12-11")).contains("この日の相談はありません"));
    assert!(text("posting_list", Value::Null).contains(&number));
    let form = text("application_form", Value::Null);
    assert!(form.contains("東北大学病院") && form.contains("留守番電話"), "{form}");
    assert!(text("consent_form", Value::Null).contains("同意書"));
    assert!(text("calibration", Value::Null).contains("100"));
}
