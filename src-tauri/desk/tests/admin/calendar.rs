//! Opening days: exact lines, every notation, other profiles, refusals, readers that go away.
use std::io::{BufRead, BufReader, Read};

use serde_json::{Value, json};

use crate::stage::{Room, at, open, run, start, text, tool};

#[test]
fn the_turn_of_the_year() {
    let expect = "\
2026-12-27\tclosed\t日曜日
2026-12-28\topen\t
2026-12-29\tclosed\t年末年始
2026-12-30\tclosed\t年末年始
2026-12-31\tclosed\t年末年始
2027-01-01\tclosed\t元日
2027-01-02\tclosed\t年末年始
2027-01-03\tclosed\t年末年始
2027-01-04\topen\t
2027-01-05\topen\t
";
    assert_eq!(run(&["calendar", "2026-12-27", "2027-01-05"]).fine(), expect);
}

#[test]
fn a_holiday_between_two_holidays() {
    let expect = "\
2026-09-19\tclosed\t土曜日
2026-09-20\tclosed\t日曜日
2026-09-21\tclosed\t敬老の日
2026-09-22\tclosed\t国民の休日
2026-09-23\tclosed\t秋分の日
";
    assert_eq!(run(&["calendar", "2026-09-19", "2026-09-23"]).fine(), expect);
    let english = run(&["calendar", "2026-09-19", "2026-09-23", "--lang", "en"]);
    let last: Vec<&str> = english.fine().lines().map(|line| line.rsplit('\t').next().unwrap()).collect();
    assert_eq!(
        last,
        ["Saturday", "Sunday", "Respect for the Aged Day", "Citizens' holiday", "Autumnal Equinox Day"]
    );
}

#[test]
fn every_notation_of_a_day_is_read() {
    for day in [
        "2026-12-28",
        "R8.12.28",
        "令和8年12月28日",
        "令和八年十二月二十八日",
        "2026/12/28(月)",
        "20261228",
        "Ｒ８．１２．２８",
    ] {
        assert_eq!(run(&["calendar", day, day]).fine(), "2026-12-28\topen\t\n", "{day}");
    }
    for (from, to, days) in [("今日", "+6", 7), ("-3日", "今日", 4), ("昨日", "明日", 3)] {
        assert_eq!(run(&["calendar", from, to]).fine().lines().count(), days, "{from} {to}");
    }
    let open = run(&["calendar", "+5営", "+5営"]);
    assert!(open.fine().contains("\topen\t"), "the fifth open day is open: {}", open.out());
}

#[test]
fn a_day_that_was_read_otherwise_than_written_is_noted() {
    let overflow = run(&["calendar", "平成35年1月5日", "2023-01-05"]);
    assert_eq!((overflow.code, overflow.out()), (0, "2023-01-05\topen\t\n"));
    assert!(overflow.err.contains("令和5年1月5日"), "{}", overflow.err);
    let weekday = run(&["calendar", "2026-12-28(火)", "2026-12-28"]);
    assert_eq!(weekday.code, 0);
    assert!(weekday.err.contains("火曜日ではなく月曜日"), "{}", weekday.err);
}

#[test]
fn holidays_nobody_announced_yet_say_so() {
    assert_eq!(run(&["calendar", "2028-01-01", "2028-01-01"]).fine(), "2028-01-01\tclosed\t元日（未確定）\n");
}

#[test]
fn a_day_that_cannot_be_read_is_refused_by_name() {
    for (day, complaint) in [
        ("abc", "「abc」：日付として読めません"),
        ("2026-02-30", "2026年2月30日はありません"),
        ("26-12-27", "元号がありません"),
        ("2026-12", "日まで書いてください"),
        ("S64.1.8", "1989-01-08 と書いてください"),
        ("R1.4.30", "2019-04-30 と書いてください"),
        ("1872-12-31", "1873-01-01 から 2099-12-31 まで"),
        ("2426-12-27", "1873-01-01 から 2099-12-31 まで"),
        ("9999999999", "日付として読めません"),
        (" ", "日付がありません"),
    ] {
        run(&["calendar", day, "2026-12-31"]).refused(2, complaint);
        run(&["calendar", "2026-12-01", day]).refused(2, complaint);
    }
    run(&["calendar", "2027-01-05", "2026-12-27"]).refused(2, "終わりの日（2026-12-27）より後");
}

#[test]
fn the_longest_span_is_whole() {
    let ran = run(&["calendar", "1873-01-01", "2099-12-31"]);
    assert_eq!(ran.fine().lines().count(), 82_910, "227 years with 55 leap days");
    assert!(ran.out().lines().all(|line| line.split('\t').count() == 3));
}

fn profile(closure: Value) -> Value {
    let mut profile = serde_json::to_value(desk::default_profile()).unwrap();
    profile["closures"] = json!([closure]);
    profile
}

#[test]
fn a_profile_of_one_s_own() {
    let room = Room::empty();
    let file = room.beside("profile.json");
    let closure = json!({ "span": { "kind": "once", "from": "2026-06-22", "to": "2026-06-22" }, "reason": "創立\t記念日" });
    std::fs::write(&file, format!("\u{feff}{}", profile(closure))).unwrap();
    let ran = run(&["calendar", "2026-06-22", "2026-06-23", "--profile", text(&file)]);
    assert_eq!(
        ran.fine(),
        "2026-06-22\tclosed\t創立<U+0009>記念日\n2026-06-23\topen\t\n",
        "a cell stays a cell"
    );

    let mut wrong =
        profile(json!({ "span": { "kind": "once", "from": "2026-06-22", "to": "2026-06-22" }, "reasn": "" }));
    let refused = |wrong: &Value, words: &str| {
        std::fs::write(&file, wrong.to_string()).unwrap();
        run(&["calendar", "2026-06-22", "2026-06-23", "--profile", text(&file)]).refused(1, words);
    };
    refused(&wrong, "「closures[0].reasn」という項目はありません");
    wrong["closures"] = json!([]);
    wrong["hours"].as_object_mut().unwrap().remove("close");
    refused(&wrong, "「hours.close」がありません");
    refused(&json!([1, 2]), "名前付きの項目の集まりではありません");
    run(&["calendar", "1/1", "1/2", "--profile", text(&room.beside("none"))]).refused(3, "読めませんでした");
    run(&["calendar", "1/1", "1/2", "--profile", text(room.folder.path())]).refused(3, "読めませんでした");
}

#[test]
fn the_profile_of_a_register_by_its_editions() {
    let room = Room::first_day();
    let register = open(&room.file);
    let closure = json!({ "span": { "kind": "yearly", "from": { "month": 6, "day": 22 }, "to": { "month": 6, "day": 22 } }, "reason": "創立記念日" });
    let mark = domain::Mark { at: at("2026-11-20T09:00:00"), by: "受付 花子".to_owned() };
    register
        .put_reference("profile", "2027-04-01", &profile(closure).to_string(), &mark, "創立記念日")
        .unwrap();
    // In use: the desk still has it open.
    let lines =
        |from: &str, to: &str| run(&["calendar", from, to, "--register", room.path()]).fine().to_owned();
    assert_eq!(lines("2026-06-22", "2026-06-22"), "2026-06-22\topen\t\n");
    assert_eq!(lines("2027-06-22", "2027-06-22"), "2027-06-22\tclosed\t創立記念日\n");
    assert_eq!(lines("2026-12-29", "2026-12-29"), "2026-12-29\tclosed\t年末年始\n");
    assert_eq!(lines("2027-12-29", "2027-12-29"), "2027-12-29\topen\t\n");

    let bare = Room::practice();
    run(&["calendar", "1/1", "1/2", "--register", bare.path()]).refused(1, "病院の設定がありません");
    run(&["calendar", "1/1", "1/2", "--register", "/no/such"]).refused(3, "受付台帳はありません");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = start(tool().args(["calendar", "1873-01-01", "2099-12-31"]));
    let mut first = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("1873-01-01\t"));
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let child = start(tool().args(["calendar", "2026-01-01", "2026-12-31"]).stdout(full));
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("書き出せませんでした"));
}
