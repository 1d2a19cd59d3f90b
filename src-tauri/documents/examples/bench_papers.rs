//! What a paper costs in processor time, as lines of JSON. Reads the time from the kernel's scheduler, so that other
//! work on the machine does not count.

use documents::{Fonts, Paper, example, render, render_batch};
use serde_json::json;

fn main() {
    let rounds: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(300);
    let before = processor_ms();
    let fonts = Fonts::embedded();
    render(fonts, &numbered_slip(0)).expect("the sample prints");
    figure("first_slip_cpu", processor_ms() - before, "ms", 1);
    for kind in ["slip", "clinics_guide", "cover_letter", "mailing_label"] {
        let paper = example(kind).expect("every kind has a sample");
        let bytes = render(fonts, &paper).expect("the sample prints");
        figure(&format!("{kind}_kb"), bytes.len() as f64 / 1024.0, "KB", 1);
        figure(&format!("{kind}_cpu"), median(rounds, || drop(render(fonts, &paper))), "ms", rounds);
    }
    figure(
        "slip_layout_cpu",
        median(rounds, || drop(documents::layout(fonts, &numbered_slip(7)))),
        "ms",
        rounds,
    );
    figure(
        "slip_preview_cpu",
        median(rounds, || drop(documents::preview(fonts, &numbered_slip(7)))),
        "ms",
        rounds,
    );
    let thousand: Vec<Paper> = (0..1000).map(numbered_slip).collect();
    let before = processor_ms();
    let bytes = render_batch(fonts, &thousand).expect("the samples print");
    figure("slips_1000_in_one_file_cpu", processor_ms() - before, "ms", 1);
    figure("slips_1000_in_one_file_kb", bytes.len() as f64 / 1024.0, "KB", 1);
}

fn numbered_slip(number: usize) -> Paper {
    let Some(Paper::Slip(mut slip)) = example("slip") else { unreachable!("the sample slip is a slip") };
    slip.receipt.text = format!("R8-{number:04}");
    slip.code.clone_from(&slip.receipt.text);
    Paper::Slip(slip)
}

/// Milliseconds per round. The kernel books time in ticks of several milliseconds, so rounds are timed in five
/// batches and the median batch is divided.
fn median(rounds: usize, work: impl Fn()) -> f64 {
    let batch = rounds.div_ceil(5);
    let mut times: Vec<f64> = (0..5)
        .map(|_| {
            let before = processor_ms();
            (0..batch).for_each(|_| work());
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

fn figure(name: &str, value: f64, unit: &str, n: usize) {
    println!(
        "{}",
        json!({ "group": "papers", "figure": name, "median": (value * 100.0).round() / 100.0, "unit": unit, "n": n })
    );
}
