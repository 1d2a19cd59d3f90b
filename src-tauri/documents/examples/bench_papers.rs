//! What a paper costs in processor time, bytes and memory, as lines of JSON. Reads the time from the kernel's
//! scheduler, so that other work on the machine does not count. Every slip has another name and number. Where Typst
//! and ReportLab are installed for `python3`, they set the same slip in the same run.

use std::io::Write as _;
use std::process::{Command, Stdio};

use documents::sheet::Cmd;
use documents::{Fonts, Paper, example, layout, preview, render, render_batch};
use serde_json::{Value, json};

const THOUSAND: usize = 1000;
const COLD_STARTS: usize = 9;
const NAMES: [&str; 8] = [
    "髙橋 美津江",
    "渡邊 德子",
    "佐々木 一郎",
    "齋藤 薫",
    "𠮷野 千鶴",
    "伊藤 健太郎",
    "嶋﨑 冨美",
    "小林 正",
];

fn main() {
    let rounds = match std::env::args().nth(1).as_deref() {
        Some("cold") => return cold(),
        Some(number) => number.parse().expect("the number of rounds"),
        None => 300,
    };
    cold_starts();
    let fonts = Fonts::embedded();
    for kind in ["clinics_guide", "cover_letter", "mailing_label"] {
        let paper = example(kind).expect("every kind has a sample");
        let bytes = render(fonts, &paper).expect("the sample prints");
        figure(&format!("{kind}_kb"), bytes.len() as f64 / 1024.0, "KB", 1);
        figure(&format!("{kind}_cpu"), median(rounds, |_| drop(render(fonts, &paper))), "ms", rounds);
    }
    let slips: Vec<Paper> = (0..THOUSAND).map(slip).collect();
    let one = |i: usize| &slips[i % THOUSAND];
    let bytes = render(fonts, one(0)).expect("the slip prints");
    figure("slip_kb", bytes.len() as f64 / 1024.0, "KB", 1);
    let own = median(rounds, |i| drop(render(fonts, one(i))));
    figure("slip_cpu", own, "ms", rounds);
    figure("slip_layout_cpu", median(rounds, |i| drop(layout(fonts, one(i)))), "ms", rounds);
    figure("slip_preview_cpu", median(rounds, |i| drop(preview(fonts, one(i)))), "ms", rounds);
    figure("memory_after_slips", memory_mb("VmHWM:"), "MB", rounds);
    let before = processor_ms();
    let bytes = render_batch(fonts, &slips).expect("the slips print");
    figure("slips_1000_in_one_file_cpu", processor_ms() - before, "ms", 1);
    figure("slips_1000_in_one_file_kb_a_page", bytes.len() as f64 / 1024.0 / THOUSAND as f64, "KB", 1);
    figure("memory_after_1000_in_one_file", memory_mb("VmHWM:"), "MB", 1);
    for peer in ["typst", "reportlab"] {
        if let Some((cpu, kb)) = against(peer, rounds.min(100)) {
            figure(&format!("{peer}_slip_cpu"), cpu, "ms", rounds.min(100));
            figure(&format!("{peer}_slip_kb"), kb, "KB", 1);
            figure(&format!("{peer}_slip_cpu_against_ours"), cpu / own, "times", 1);
        }
    }
}

fn slip(number: usize) -> Paper {
    let Some(Paper::Slip(mut slip)) = example("slip") else { unreachable!("the sample slip is a slip") };
    NAMES[number % NAMES.len()].clone_into(&mut slip.addressee.name);
    slip.receipt.text = format!("R8-{number:04}");
    slip.code.clone_from(&slip.receipt.text);
    Paper::Slip(slip)
}

/// A process that prints one slip and says what it cost from its very start.
fn cold() {
    render(Fonts::embedded(), &slip(0)).expect("the slip prints");
    println!("{}", json!([processor_ms(), memory_mb("VmHWM:")]));
}

fn cold_starts() {
    let program = std::env::current_exe().expect("this program is a file");
    let mut costs: Vec<(f64, f64)> = (0..COLD_STARTS)
        .map(|_| {
            let output =
                Command::new(&program).arg("cold").output().expect("this program can be started again");
            serde_json::from_slice(&output.stdout).expect("it says two numbers")
        })
        .collect();
    costs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (cpu, memory) = costs[COLD_STARTS / 2];
    figure("cold_process_to_first_slip_cpu", cpu, "ms", COLD_STARTS);
    figure("cold_process_to_first_slip_memory", memory, "MB", COLD_STARTS);
}

/// Median processor time and size of the slip as another maker of PDF sets it; none if it is not installed.
fn against(peer: &str, rounds: usize) -> Option<(f64, f64)> {
    let answer = ask(peer, rounds);
    if answer.is_none() {
        eprintln!("{peer} is not installed for python3: left out of the comparison");
    }
    let answer = answer?;
    let mut cpu: Vec<f64> = answer["cpu"].as_array()?.iter().filter_map(Value::as_f64).collect();
    cpu.sort_by(f64::total_cmp);
    Some((*cpu.get(cpu.len() / 2)?, answer["bytes"].as_f64()? / 1024.0))
}

fn ask(peer: &str, rounds: usize) -> Option<Value> {
    let installed =
        Command::new("python3").args(["-c", &format!("import {peer}")]).stderr(Stdio::null()).status();
    if !installed.is_ok_and(|status| status.success()) {
        return None;
    }
    let here = env!("CARGO_MANIFEST_DIR");
    let mut child = Command::new("python3")
        .args([&format!("{here}/examples/peers.py"), peer])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let (modules, side) = code();
    let data = json!({
        "slip": slip(0), "modules": modules, "side": side, "names": NAMES, "rounds": rounds,
        "fonts": format!("{here}/../../assets/fonts"),
    });
    child.stdin.take()?.write_all(data.to_string().as_bytes()).ok()?;
    serde_json::from_slice(&child.wait_with_output().ok()?.stdout).ok()
}

/// The dark runs of the slip's code as x, y, width in modules, and its side.
fn code() -> (Vec<[i64; 3]>, i64) {
    let pages = layout(Fonts::embedded(), &slip(0)).expect("the slip can be set");
    let found = pages[0].commands().find_map(|c| match c {
        Cmd::Modules { area, dark, .. } => Some((*area, dark.clone())),
        _ => None,
    });
    let (area, dark) = found.expect("a slip has a code");
    let unit = dark[0].h;
    let modules = |n: f32| (n / unit).round() as i64;
    (
        dark.iter().map(|a| [modules(a.x - area.x), modules(a.y - area.y), modules(a.w)]).collect(),
        modules(area.w),
    )
}

/// Milliseconds per round. The kernel books time in ticks of several milliseconds, so rounds are timed in five
/// batches and the median batch is divided.
fn median(rounds: usize, work: impl Fn(usize)) -> f64 {
    let batch = rounds.div_ceil(5);
    let mut times: Vec<f64> = (0..5)
        .map(|_| {
            let before = processor_ms();
            (0..batch).for_each(&work);
            (processor_ms() - before) / batch as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[2]
}

/// Milliseconds this process has spent on a processor.
fn processor_ms() -> f64 {
    let line =
        std::fs::read_to_string("/proc/self/schedstat").expect("Linux keeps the schedule of each process");
    let nanoseconds =
        line.split(' ').next().and_then(|n| n.parse::<f64>().ok()).expect("it begins with a number");
    nanoseconds / 1e6
}

/// A line of this process's memory, in MB.
fn memory_mb(what: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux keeps the state of each process");
    let line = status.lines().find(|l| l.starts_with(what)).expect("the state has this line");
    let kilobytes = line.split_whitespace().nth(1).and_then(|n| n.parse::<f64>().ok());
    kilobytes.expect("it is a number of kB") / 1024.0
}

fn figure(name: &str, value: f64, unit: &str, n: usize) {
    println!(
        "{}",
        json!({ "group": "papers", "figure": name, "median": (value * 100.0).round() / 100.0, "unit": unit, "n": n })
    );
}
