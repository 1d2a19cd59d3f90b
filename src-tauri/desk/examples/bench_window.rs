//! Figures of the release window: time from the start of the program to its first painted screen, and the memory of all
//! its processes. Needs a display (xvfb-run) and the release build. One JSON line per figure, medians of ten starts.
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

const STARTS: usize = 10;

fn main() {
    let Some(app) = app() else {
        eprintln!("no release build of the window: run ./dev bench window");
        std::process::exit(3);
    };
    let folder = tempfile::tempdir().expect("a folder for the bench");
    // The first start makes the practice register and is not counted.
    start(&app, folder.path());
    let (mut painted, mut resident, mut shared_out) = (vec![], vec![], vec![]);
    for _ in 0..STARTS {
        let Some((ms, rss, pss)) = start(&app, folder.path()) else { continue };
        painted.push(ms);
        resident.push(rss);
        shared_out.push(pss);
    }
    let n = painted.len();
    figure("painted_warm", "ms", n, painted);
    figure("memory_resident_all_processes", "MB", n, resident);
    figure("memory_proportional_all_processes", "MB", n, shared_out);
}

fn figure(name: &str, unit: &str, n: usize, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    let median = values.get(n / 2).copied().unwrap_or(f64::NAN);
    println!(
        "{}",
        serde_json::json!({"group": "window", "figure": name, "median": median.round(), "unit": unit, "n": n})
    );
}

fn app() -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?;
    let app = beside.parent()?.parent()?.join("uketsuke");
    app.exists().then_some(app)
}

/// Starts the window, waits for its word that it painted, reads the memory, ends it.
fn start(app: &Path, folder: &Path) -> Option<(f64, f64, f64)> {
    let mut child = Command::new(app)
        .arg("--practice")
        .env("UKETSUKE_DATA_DIR", folder)
        .env("UKETSUKE_MEASURE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let lines = BufReader::new(child.stderr.take()?).lines();
    let (say, heard) = mpsc::channel();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if let Some(ms) =
                line.strip_prefix("painted ").and_then(|rest| rest.rsplit(' ').next()?.parse().ok())
            {
                let _ = say.send(ms);
            }
        }
    });
    let painted = heard.recv_timeout(Duration::from_secs(120)).ok();
    let memory = memory(&child);
    let _ = child.kill();
    let _ = child.wait();
    painted.map(|ms: f64| (ms, memory.0, memory.1))
}

/// Resident and proportional memory of the program and its children, in megabytes.
fn memory(child: &Child) -> (f64, f64) {
    let mut family = vec![child.id()];
    let mut at = 0;
    while let Some(pid) = family.get(at).copied() {
        let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
        for thread in threads {
            let children = std::fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            family.extend(children.split_whitespace().filter_map(|pid| pid.parse::<u32>().ok()));
        }
        at += 1;
    }
    let sum = |field: &str| -> f64 {
        let of = |pid: &u32| -> f64 {
            let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
            let line = rollup.lines().find(|line| line.starts_with(field)).unwrap_or_default();
            line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0.0)
        };
        family.iter().map(of).sum::<f64>() / 1024.0
    };
    (sum("Rss:"), sum("Pss:"))
}
