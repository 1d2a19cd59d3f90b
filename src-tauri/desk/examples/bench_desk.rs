//! Figures of the whole desk through the wire: a packet saved, a case shown, today's work, on the practice register.
//! Prints one JSON line per figure. CPU time of this thread, medians of many.
use std::sync::Arc;
use std::time::Instant;

use desk::{Clock, Desk, Outside, Place, SetClock, SystemClock};
use serde_json::{Value, json};

struct Nowhere;

impl Outside for Nowhere {
    fn print(&self, _pdf: &[u8], job: &desk::PrintJob) -> Result<String, String> {
        Ok(job.title.clone())
    }
    fn save(&self, _pdf: &[u8], _suggested: &str) -> Result<bool, String> {
        Ok(false)
    }
}

/// Processor time of the calling thread, in milliseconds.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).unwrap_or(0.0) / 1e6
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

fn figure(name: &str, unit: &str, n: usize, median: f64) {
    println!(
        "{}",
        json!({"group": "desk", "figure": name, "median": (median * 1000.0).round() / 1000.0, "unit": unit, "n": n})
    );
}

/// Ten batches; processor time is booked in ticks too coarse for one call, so each batch counts as one value.
fn measure(name: &str, n: usize, mut run: impl FnMut(usize)) {
    const BATCHES: usize = 10;
    let (mut spent, mut waited) = (Vec::new(), Vec::new());
    for batch in 0..BATCHES {
        let before = cpu();
        for i in 0..n / BATCHES {
            let start = Instant::now();
            run(batch * (n / BATCHES) + i);
            waited.push(start.elapsed().as_secs_f64() * 1e3);
        }
        spent.push((cpu() - before) / (n / BATCHES) as f64);
    }
    figure(&format!("{name}_cpu"), "ms", n, median(spent));
    figure(&format!("{name}_wall"), "ms", n, median(waited));
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let clock = Arc::new(SetClock::at(SystemClock.now()));
    let place = Place { folder: folder.path().to_owned(), practice: true };
    let start = Instant::now();
    let desk = Desk::open(place, Box::new(clock), Box::new(Nowhere));
    figure("practice_register_made", "s", 1, start.elapsed().as_secs_f64());
    let call = |command: &str, request: Value| -> Value {
        let answer = desk.dispatch(command, &request.to_string()).expect("the bench asks for what there is");
        serde_json::from_str(&answer).expect("answers are JSON")
    };
    let today = call("frame", json!({}))["desk"]["today"].clone();
    measure("save_packet", 300, |i| {
        call("act", packet(&today, i));
    });
    measure("todays_work", 50, |_| {
        call("today", json!({}));
    });
    measure("case_view", 200, |i| {
        call("case", json!({"id": i % 80 + 1}));
    });
    measure("calendar_six_weeks", 50, |_| {
        call("calendar", json!({"id": 1, "doctor": null, "from": null, "weeks": 6}));
    });
    measure("find_two_characters", 200, |_| {
        call("find", json!({"query": "高橋"}));
    });
}

fn packet(today: &Value, i: usize) -> Value {
    let item = |kind: &str| json!({"kind": kind, "count": 1, "form": "original", "defects": [], "note": ""});
    json!({"id": null, "revision": null, "draft": null, "action": {"do": "receive_packet",
        "packet": {"arrived": today, "channel": "letter_pack", "tracking": "385044172096", "sender": "",
            "place": "棚 B-1", "unopened": false, "name_on_it": ""},
        "items": [item("application"), item("referral_letter"), item("blood"), item("pathology")],
        "discs": [{"label": "CT", "n": 1, "of": 1, "troubles": [], "name": "same", "imported_to": ""}],
        "bring_on_day": [], "number": null,
        "intake": {"mode": "in_person",
            "patient": {"name": {"family": "計測", "given": format!("{i}号"), "family_kana": "ケイソク", "given_kana": "ゴウ"},
                "birth": {"typed": "s16.2.8", "date": "1941-02-08"},
                "address": {"postal": "989-0000", "line1": "宮城県杜浜市字北原前二丁目14番7号", "line2": ""},
                "phones": [{"number": "090-0000-4471", "line": "mobile", "whose": "", "do_not_call": false}]},
            "applicant": {"who": "patient"},
            "referrer": {"institution": "morinooka", "institution_name": "杜の丘中央病院", "department": "呼吸器内科",
                "doctor": "相良 直人", "agreed": "yes"},
            "subject": {"department": "respiratory", "question": "手術と放射線治療のどちらがよいか。"},
            "applied_on": null}}})
}
