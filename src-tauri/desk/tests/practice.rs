//! The practice register: made for any day, it holds every stage, ending, ground and trouble, and is whole.
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDateTime;
use desk::{Desk, Outside, Place, SetClock};

struct Nowhere;

impl Outside for Nowhere {
    fn print(&self, _pdf: &[u8], title: &str) -> Result<String, String> {
        Ok(title.to_owned())
    }
    fn save(&self, _pdf: &[u8], _suggested: &str) -> Result<bool, String> {
        Ok(false)
    }
}

fn open(folder: &Path, now: NaiveDateTime) -> Desk {
    let place = Place { folder: folder.to_owned(), practice: true };
    Desk::open(place, Box::new(Arc::new(SetClock::at(now))), Box::new(Nowhere))
}

#[test]
fn probe() {
    let anchors = std::env::var("ANCHORS").unwrap_or("2026-11-24T09:31:00".into());
    for anchor in anchors.split(',') {
        let dir = tempfile::tempdir().unwrap();
        let t = Instant::now();
        let desk = open(dir.path(), anchor.parse().unwrap());
        println!("== {anchor} {:?}", t.elapsed());
        let frame: serde_json::Value = serde_json::from_str(&desk.dispatch("frame", "{}").unwrap()).unwrap();
        if frame["state"] != "open" { println!("{frame}"); continue; }
        println!("work {} overdue {} visits {}", frame["desk"]["work"], frame["desk"]["overdue"], frame["desk"]["visits_today"]);
        if std::env::var("SHOW").is_ok() {
        let today: serde_json::Value = serde_json::from_str(&desk.dispatch("today", "{}").unwrap()).unwrap();
        for list in ["overdue", "today"] { for row in today[list].as_array().unwrap() {
            println!("{list} {} {} {} due {} {} tries {} stage {}", row["brief"]["name"], row["step"]["kind"], row["step"]["from"], row["step"]["due"], row["step"]["at"], row["step"]["tries"], row["brief"]["stage"]);
        } }
        println!("expiring {} done {}", today["expiring"].as_array().unwrap().len(), today["done_today"]);
        }
        println!("{}", desk.dispatch("verify", "{}").unwrap());
    }
}
