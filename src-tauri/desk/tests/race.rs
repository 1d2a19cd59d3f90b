//! Two callers ask for the same time at once: exactly one gets it.
mod common;

use std::sync::{Arc, Barrier};

use common::*;
use desk::Failure;
use serde_json::json;

#[test]
fn one_slot_two_callers() {
    let b = Arc::new(Bench::new("2026-11-24T09:31:00"));
    for round in 0..10 {
        let ids: Vec<i64> = (0..2)
            .map(|n| {
                let form = intake("相手", &format!("{round}{n}"), ("アイテ", "テスト"), "1950-01-01");
                let id = b.receive(form, &COMPLETE);
                b.act(id, ask());
                b.act(id, accept());
                id
            })
            .collect();
        let day = ["2026-12-08", "2026-12-10", "2026-12-15", "2026-12-17", "2026-12-22"][round / 2];
        let start = format!("{day}T{}:00:00", if round % 2 == 0 { 14 } else { 15 });
        let gate = Arc::new(Barrier::new(2));
        let results: Vec<_> = ids
            .iter()
            .map(|id| {
                let (b, gate, start, id) = (b.clone(), gate.clone(), start.clone(), *id);
                std::thread::spawn(move || {
                    gate.wait();
                    b.try_act(Some(id), hold(&start))
                })
            })
            .collect::<Vec<_>>()
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect();
        let won = results.iter().filter(|r| r.is_ok()).count();
        assert_eq!(won, 1, "{results:?}");
        let lost = results.iter().find_map(|r| r.as_ref().err()).unwrap();
        let Failure::Refused { refusal } = lost else { panic!("{lost:?}") };
        assert_eq!(
            serde_json::to_value(refusal).unwrap(),
            json!({"why": {"code": "slot_taken"}, "rule": 71})
        );
    }
    assert_eq!(b.call("verify", json!({}))["whole"], true);
}

#[test]
fn a_stale_screen_is_a_conflict_and_writes_nothing() {
    let b = Bench::new("2026-11-24T09:31:00");
    let id = b.receive(intake("相手", "一", ("アイテ", "イチ"), "1950-01-01"), &COMPLETE);
    let seen = b.view(id)["revision"].clone();
    b.act(id, ask());
    let late = json!({"id": id, "revision": seen, "action": {"do": "note", "text": "遅い"}, "draft": null});
    assert_eq!(b.try_call("act", late).unwrap_err(), Failure::Conflict);
    assert_eq!(b.view(id)["case"]["notes"], json!([]));
}
