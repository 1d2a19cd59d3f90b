//! 発送: two envelopes printed in one go. The slip of one patient in the envelope of the other stops it; then each goes out
//! with its own.
use serde_json::json;

use crate::common::{Bench, intake};
use crate::front_desk::FrontDesk;
use crate::window::{CTRL, ENTER, f};

/// Two people whose names sound the same, each with a date agreed this morning.
fn two_slips(bench: &Bench) -> (i64, i64) {
    bench.sealing("scan");
    let one = intake("髙橋", "美津江", ("タカハシ", "ミツエ"), "1946-07-30");
    let other = intake("高橋", "光江", ("タカハシ", "ミツエ"), "1950-01-02");
    (bench.booked(one, "2026-12-08T14:00:00"), bench.booked(other, "2026-12-10T14:00:00"))
}

#[test]
fn the_slip_of_another_patient_stops_the_envelope() {
    let (desk, (one, other)) = FrontDesk::furnished("2026-11-24T09:31:00", two_slips);
    let window = desk.opens("2026-11-25T10:00:00");
    window.push("発送");
    window.sees("あとで出す");
    window.push("まとめて印刷する（2通）");
    window.sees("2通のうち2通をプリンターへ送りました");
    let [first, second] = <[String; 2]>::try_from(desk.codes()).expect("a code on each of two slips");
    assert_ne!(first, second);

    window.to("#sealing-code");
    window.type_keys(&second);
    window.press(ENTER);
    window.sees("この封筒は、まだ閉じないでください");
    window.sees("R8-0002");
    window.press(f(9));
    window.has_focus("#sealing-code");
    window.type_keys(&first.to_lowercase());
    window.press(ENTER);
    window.sees("封緘を確かめました");
    window.to("送り方");
    window.chord(CTRL, ENTER);
    window.sees("今日 1通");

    window.press(f(8));
    window.type_keys(&second);
    window.press(ENTER);
    window.to("送り方");
    window.chord(CTRL, ENTER);
    window.sees("今日 2通");
    window.sees("今日出す郵便はありません");
    drop(window);

    for id in [one, other] {
        let slip = &desk.record(id)["papers"][0];
        assert_eq!(
            (&slip["kind"], &slip["version"], &slip["voided"]),
            (&json!("slip"), &json!(1), &json!(null))
        );
        assert_eq!(slip["sealed"]["mark"]["by"], "佐々木 奈緒子");
        assert_eq!(slip["posted"]["mark"]["by"], "佐々木 奈緒子");
    }
}
