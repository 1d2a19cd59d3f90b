//! Bad input gets one clear refusal and loses nothing.
mod common;

use common::*;
use desk::Failure;
use serde_json::{Value, json};

const NOW: &str = "2026-11-24T09:31:00";

fn named(given: &str) -> Value {
    packet(json!("2026-11-24"), Some(intake("試験", given, ("シケン", "テスト"), "1950-01-01")), &COMPLETE)
}

fn why(failure: &Failure) -> String {
    match failure {
        Failure::Refused { refusal } => {
            let why = serde_json::to_value(&refusal.why).unwrap();
            format!(
                "{}:{}",
                why["code"].as_str().unwrap(),
                why["trouble"]["kind"].as_str().unwrap_or_default()
            )
        }
        other => serde_json::to_value(other).unwrap()["code"].as_str().unwrap().to_owned(),
    }
}

#[test]
fn text_that_cannot_be_trusted_is_refused_with_its_kind() {
    let b = Bench::new(NOW);
    for (name, text, expect) in [
        ("NUL", "太\u{0}郎", "text:control"),
        ("control", "太\u{7}郎", "text:control"),
        ("newline in a name", "太\n郎", "text:control"),
        ("bidi override", "太\u{202e}郎", "text:bidi"),
        ("zero width", "太\u{200b}郎", "text:invisible"),
        ("long", &"あ".repeat(101), "text:too_long"),
    ] {
        let failure = b.try_act(None, named(text)).unwrap_err();
        assert_eq!(why(&failure), expect, "{name}");
    }
    let ledger = json!({"query": "", "openness": "all", "fiscal_year": null, "stage": null, "mode": null,
        "department": null, "sort": "number", "page": {"from": 0, "size": 10}});
    assert_eq!(b.call("ledger", ledger)["total"], 0, "nothing half-written");
    assert_eq!(b.try_act(None, named("太郎")).unwrap()["case"]["number"], "R8-0001", "no number was burned");
}

#[test]
fn requests_that_are_not_requests() {
    let b = Bench::new(NOW);
    let id = b.receive(intake("試験", "太郎", ("シケン", "タロウ"), "1950-01-01"), &COMPLETE);
    let act =
        |action: Value| json!({"id": id, "revision": null, "action": action, "draft": null}).to_string();
    let rows = [
        ("unknown command", "drop_everything", "{}".to_owned()),
        ("not JSON", "case", "{".to_owned()),
        ("unknown field", "case", json!({"id": id, "admin": true}).to_string()),
        ("unknown field inside", "act", act(json!({"do": "note", "text": "x", "sneak": 1}))),
        ("unknown action", "act", act(json!({"do": "delete"}))),
        ("wrong type", "case", json!({"id": "1"}).to_string()),
        ("impossible date", "schedule", json!({"from": "2026-02-30", "days": 7}).to_string()),
        ("deep nesting", "case", format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000))),
        ("duplicate field", "case", format!("{{\"id\":{id},\"id\":{id}}}")),
        ("lone surrogate", "find", "{\"query\":\"\\ud800\"}".to_owned()),
        (
            "a paper issued past the printer",
            "act",
            act(json!({"do": "issue_paper", "kind": "slip", "version": 1, "data": "", "digest": ""})),
        ),
    ];
    for (name, command, body) in rows {
        let failure = b.desk.dispatch(command, &body).unwrap_err();
        assert!(matches!(failure, Failure::BadRequest { .. }), "{name}: {failure:?}");
    }
    let huge = json!({"query": "あ".repeat(7_000_000)}).to_string();
    assert!(matches!(b.desk.dispatch("find", &huge), Err(Failure::TooLarge { .. })));
    assert_eq!(b.view(id)["timeline"].as_array().unwrap().len(), 1, "nothing was written");
}

#[test]
fn dates_are_explained() {
    let b = Bench::new(NOW);
    for typed in ["昭和64年1月8日", "H31.5.1", "R1.4.30", "2026/2/30", "あした?", ""] {
        let failure = b.try_call("read_date", json!({"typed": typed, "age_on": null})).unwrap_err();
        assert!(matches!(failure, Failure::Date { .. }), "{typed}: {failure:?}");
    }
    for (typed, date) in [
        ("平20.4.1", "2008-04-01"),
        ("s16.2.8", "1941-02-08"),
        ("平成35年4月1日", "2023-04-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("今日", "2026-11-24"),
        ("+5営", "2026-12-01"),
    ] {
        let read = b.call("read_date", json!({"typed": typed, "age_on": null}));
        assert_eq!(read["date"], date, "{typed}");
    }
}

#[test]
fn half_filled_forms_are_kept() {
    let b = Bench::new(NOW);
    let only_name =
        json!({"patient": {"name": {"family": "", "given": "", "family_kana": "シケン", "given_kana": ""}}});
    let id = b.receive(only_name, &[]);
    let view = b.view(id);
    assert_eq!(view["case"]["patient"]["name"]["family_kana"], "シケン");
    assert!(view["missing"].as_array().unwrap().len() >= 3);
    b.call("save_draft", json!({"key": "receive", "content": "{\"half\":true}"}));
    assert_eq!(b.call("draft", json!({"key": "receive"}))["content"], "{\"half\":true}");
}

#[test]
fn a_printer_that_is_gone_registers_no_paper() {
    let b = Bench::new(NOW);
    let id = b.booked(intake("試験", "太郎", ("シケン", "タロウ"), "1950-01-01"), "2026-12-08T14:00:00");
    *b.tray.gone.lock().unwrap() = true;
    let failure = b.try_call("print_paper", json!({"id": id, "kind": "slip", "version": null})).unwrap_err();
    assert!(matches!(failure, Failure::Printer { .. }), "{failure:?}");
    *b.tray.gone.lock().unwrap() = false;
    let view = b.print(id, "slip");
    assert_eq!(view["case"]["papers"][0]["version"], 1, "no version was burned");
}

#[test]
fn a_name_no_font_can_draw_is_named() {
    let b = Bench::new(NOW);
    let id = b.booked(intake("試験", "太😀", ("シケン", "タロウ"), "1950-01-01"), "2026-12-08T14:00:00");
    let failure = b.try_call("print_paper", json!({"id": id, "kind": "slip", "version": null})).unwrap_err();
    let told = serde_json::to_value(failure).unwrap();
    assert_eq!((told["code"].as_str(), told["trouble"]["character"].as_str()), (Some("paper"), Some("😀")));
    assert_eq!(b.view(id)["case"]["papers"], json!([]));
}

fn state_over(bytes: Option<&[u8]>) -> Value {
    let b = Bench::new(NOW);
    let (path, folder) = (b.register(), b.folder);
    drop(b.desk);
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
    match bytes {
        Some(bytes) => std::fs::write(&path, bytes).unwrap(),
        None => std::fs::remove_file(&path).unwrap(),
    }
    let b = Bench::over(folder, NOW);
    let frame = b.call("frame", json!({}));
    let refused = b.try_call("today", json!({})).unwrap_err();
    assert!(matches!(refused, Failure::Store { .. }), "no screen works on it: {refused:?}");
    if let Some(bytes) = bytes {
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "the file is left as it was");
    }
    frame
}

#[test]
fn a_register_that_is_gone_or_damaged_is_never_replaced() {
    for (name, bytes, store) in [
        ("gone", None, "missing"),
        ("no bytes", Some(&b""[..]), "empty"),
        ("a text file", Some(&b"hello, this is a letter and not a register at all"[..]), "foreign"),
    ] {
        let frame = state_over(bytes);
        assert_eq!(frame["state"], "broken", "{name}");
        assert_eq!(frame["failure"]["trouble"]["store"], store, "{name}: {frame}");
    }
}

#[test]
fn a_second_desk_on_the_same_register_is_told_so() {
    let b = Bench::new(NOW);
    let clock = std::sync::Arc::new(desk::SetClock::at(at(NOW)));
    let place = desk::Place { folder: b.folder.path().to_owned(), practice: false };
    let second = desk::Desk::open(place, Box::new(clock), Box::new(Printer(b.tray.clone())));
    let frame: Value = serde_json::from_str(&second.dispatch("frame", "{}").unwrap()).unwrap();
    assert_eq!(frame["failure"]["trouble"]["store"], "locked");
    assert_eq!(b.call("frame", json!({}))["state"], "open", "the first goes on");
}

#[test]
fn backup_restore_and_what_stands_after() {
    let b = Bench::new(NOW);
    b.receive(intake("試験", "太郎", ("シケン", "タロウ"), "1950-01-01"), &COMPLETE);
    let backup = b.call("backup", json!({}));
    assert_eq!((backup["verified"].as_bool(), backup["cases"].as_u64()), (Some(true), Some(1)));
    b.clock.set(at("2026-11-24T10:31:00"));
    b.receive(intake("試験", "次郎", ("シケン", "ジロウ"), "1950-01-01"), &COMPLETE);
    let frame = b.call("restore", json!({"name": backup["name"]}));
    assert_eq!(frame["state"], "open");
    assert_eq!(b.call("find", json!({"query": "次郎"})), json!([]));
    let aside = std::fs::read_dir(b.folder.path()).unwrap().flatten().count();
    assert!(aside >= 3, "the register that stood here was set aside, not deleted");
    assert_eq!(b.call("verify", json!({}))["whole"], true);
    let outside = b.try_call("restore", json!({"name": "../../etc/passwd"})).unwrap_err();
    assert_eq!(outside, Failure::NotFound);
}
