//! A real desk in a folder of its own, driven through the wire like the window drives it.
#![allow(dead_code, reason = "each test binary uses its part of this room")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDateTime;
use desk::{Desk, Failure, Outside, Place, SetClock};
use serde_json::{Value, json};

/// Keeps what was printed, and can be told to fail.
#[derive(Default)]
pub struct Tray {
    pub printed: Mutex<Vec<(String, Vec<u8>)>>,
    pub gone: Mutex<bool>,
}

pub struct Printer(pub Arc<Tray>);

impl Outside for Printer {
    fn print(&self, pdf: &[u8], job: &desk::PrintJob) -> Result<String, String> {
        if *self.0.gone.lock().unwrap() {
            return Err("The printer or class does not exist.".into());
        }
        self.0.printed.lock().unwrap().push((job.title.clone(), pdf.into()));
        Ok("request id is T-1".into())
    }
    fn save(&self, pdf: &[u8], suggested: &str) -> Result<bool, String> {
        self.0.printed.lock().unwrap().push((suggested.into(), pdf.into()));
        Ok(true)
    }
}

pub struct Bench {
    pub desk: Arc<Desk>,
    pub clock: Arc<SetClock>,
    pub tray: Arc<Tray>,
    pub folder: tempfile::TempDir,
}

pub fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

impl Bench {
    /// A register of the hospital's own with one doctor of 呼吸器外科 (Tue, Thu 14-16) and two institutions.
    pub fn new(now: &str) -> Bench {
        Bench::furnished(tempfile::tempdir().unwrap(), now)
    }

    /// The same in a folder in which something may lie already.
    pub fn furnished(folder: tempfile::TempDir, now: &str) -> Bench {
        let bench = Bench::over(folder, now);
        bench.call("first_run", json!({"name": "佐々木 奈緒子"}));
        bench.call("save_staff", json!({"names": ["佐々木 奈緒子", "大友 和也"]}));
        bench.call("save_doctor", json!({"doctor": doctor("kuji", "久慈 隆文", "respiratory")}));
        for (id, name, line) in
            [("a", "中央病院", "宮城県北原市中央1番1号"), ("b", "中央病院", "山形県南川市本町2番2号")]
        {
            let institution = json!({"id": id, "name": name, "address": {"postal": "981-0000", "line1": line, "line2": ""},
                "phone": "022-000-4120", "fax": "", "code": "0400002", "entered": null, "checked": null});
            bench.call("save_institution", json!({"institution": institution}));
        }
        bench.sealing("by_eye");
        bench
    }

    /// A hospital with a scanner (`scan`), or one whose clerks compare the sheets themselves (`by_eye`).
    pub fn sealing(&self, how: &str) {
        self.profile("sealing", json!(how));
    }

    /// Changes one fact of the hospital's profile.
    pub fn profile(&self, fact: &str, value: Value) {
        let edition = self.call("settings", json!({}))["editions"][0].clone();
        let mut profile = edition["profile"].clone();
        profile[fact] = value;
        self.call("save_profile", json!({"from": edition["from"], "profile": profile, "reason": fact}));
    }

    pub fn over(folder: tempfile::TempDir, now: &str) -> Bench {
        let clock = Arc::new(SetClock::at(at(now)));
        let tray = Arc::new(Tray::default());
        let place = Place { folder: folder.path().to_owned(), practice: false };
        let desk = Arc::new(Desk::open(place, Box::new(clock.clone()), Box::new(Printer(tray.clone()))));
        Bench { desk, clock, tray, folder }
    }

    pub fn register(&self) -> PathBuf {
        self.folder.path().join("register.sqlite3")
    }

    pub fn try_call(&self, command: &str, request: Value) -> Result<Value, Failure> {
        let answer = self.desk.dispatch(command, &request.to_string())?;
        Ok(serde_json::from_str(&answer).unwrap())
    }

    pub fn call(&self, command: &str, request: Value) -> Value {
        self.try_call(command, request).unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
    }

    pub fn try_act(&self, id: Option<i64>, action: Value) -> Result<Value, Failure> {
        let request = json!({"id": id, "revision": null, "action": action, "draft": null});
        self.try_call("act", request).map(|acted| acted["view"].clone())
    }

    /// Does it and answers the case's view.
    pub fn act(&self, id: i64, action: Value) -> Value {
        let what = action["do"].to_string();
        self.try_act(Some(id), action).unwrap_or_else(|failure| panic!("{what}: {failure:?}"))
    }

    /// The code of the refusal that doing it meets.
    pub fn refused(&self, id: i64, action: Value) -> String {
        match self.try_act(Some(id), action) {
            Err(Failure::Refused { refusal }) => {
                let refusal = serde_json::to_value(refusal).unwrap();
                let rule = refusal["rule"].as_u64().map(|r| format!(" R{r}")).unwrap_or_default();
                format!("{}{rule}", refusal["why"]["code"].as_str().unwrap())
            }
            other => panic!("expected a refusal, got {other:?}"),
        }
    }

    /// Opens a case with a packet; answers its id.
    pub fn receive(&self, intake: Value, items: &[&str]) -> i64 {
        let today = self.call("frame", json!({}))["desk"]["today"].clone();
        let view = self.try_act(None, packet(today, Some(intake), items)).unwrap();
        view["id"].as_i64().unwrap()
    }

    pub fn view(&self, id: i64) -> Value {
        self.call("case", json!({"id": id}))
    }
}

pub fn doctor(id: &str, name: &str, department: &str) -> Value {
    json!({"id": id, "name": name, "department": department, "exceptions": [], "retired": false, "clinics": [
        {"weekdays": [1, 3], "nth": [], "from": "14:00:00", "to": "16:00:00", "slot_minutes": 60,
         "room": "第2相談室", "modes": ["in_person", "online"], "valid_from": null, "valid_to": null}]})
}

/// An adult who comes himself, with everything known.
pub fn intake(family: &str, given: &str, kana: (&str, &str), birth: &str) -> Value {
    json!({"mode": "in_person",
        "patient": {"name": {"family": family, "given": given, "family_kana": kana.0, "given_kana": kana.1},
            "birth": {"typed": birth, "date": birth},
            "address": {"postal": "989-0000", "line1": "宮城県杜浜市字北原前二丁目14番7号", "line2": ""},
            "phones": [{"number": "090-0000-4471", "line": "mobile", "whose": "", "do_not_call": false}]},
        "applicant": {"who": "patient"},
        "referrer": {"institution": "a", "institution_name": "中央病院", "department": "呼吸器内科",
            "doctor": "相良 直人", "agreed": "yes"},
        "subject": {"department": "respiratory"},
        "applied_on": null})
}

pub fn item(kind: &str) -> Value {
    let form = if kind == "xray_ct_mri" { "disc" } else { "original" };
    json!({"kind": kind, "count": 1, "form": form, "defects": [], "note": ""})
}

pub fn packet(arrived: Value, intake: Option<Value>, items: &[&str]) -> Value {
    let items: Vec<Value> = items.iter().map(|kind| item(kind)).collect();
    json!({"do": "receive_packet", "packet": {"arrived": arrived, "channel": "post", "tracking": "", "sender": "",
        "place": "棚 B-1", "unopened": false, "name_on_it": ""}, "items": items, "discs": [], "bring_on_day": [],
        "intake": intake, "number": null})
}

pub const COMPLETE: [&str; 3] = ["application", "referral_letter", "blood"];

pub fn ask() -> Value {
    json!({"do": "ask_doctor", "department": "respiratory", "doctor": null})
}

pub fn accept() -> Value {
    json!({"do": "record_verdict", "verdict": {"outcome": "accept"}})
}

pub fn slot(start: &str) -> Value {
    json!({"doctor": "kuji", "start": start, "minutes": 60, "room": "第2相談室"})
}

pub fn hold(start: &str) -> Value {
    json!({"do": "hold_slot", "slot": slot(start), "until": null})
}

pub fn book(start: &str) -> Value {
    json!({"do": "book", "start": start, "fee": null})
}

/// The patient was spoken to about the dates and heard the fee.
pub fn talk() -> Value {
    json!({"do": "log_call", "out_of_hours": false, "call": {"direction": "out", "party": "patient",
        "person": "", "number": "", "matter": "candidates", "outcome": "spoke", "identity_checked": true,
        "fee_told": true, "next_try": null, "note": ""}})
}

pub fn post(kind: &str, service: &str, tracking: &str) -> Value {
    json!({"do": "post_paper", "kind": kind, "service": service, "tracking": tracking})
}

impl Bench {
    /// A complete case with an agreed date.
    pub fn booked(&self, intake: Value, start: &str) -> i64 {
        let id = self.receive(intake, &COMPLETE);
        self.act(id, ask());
        self.act(id, accept());
        self.act(id, hold(start));
        self.act(id, talk());
        self.act(id, book(start));
        id
    }
    pub fn print(&self, id: i64, kind: &str) -> Value {
        self.call("print_paper", json!({"id": id, "kind": kind, "version": null}))["view"].clone()
    }
    /// Text of the paper last printed, as a PDF reader finds it.
    pub fn last_paper(&self) -> String {
        let (_, pdf) = self.tray.printed.lock().unwrap().last().unwrap().clone();
        text_of(&pdf, self.folder.path())
    }
}

pub fn text_of(pdf: &[u8], folder: &Path) -> String {
    let file = folder.join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let out = std::process::Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").output();
    let out = out.expect("pdftotext (poppler-utils)");
    String::from_utf8(out.stdout).unwrap()
}
