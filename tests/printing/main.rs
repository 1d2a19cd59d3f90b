//! Printing through CUPS as the desk does it: a scheduler of our own with the virtual printer cups-pdf, started here and
//! stopped here. What comes out of the printer is compared with what went in, picture by picture.
//!
//! The scheduler needs root; without it `sudo` is asked, and where that is refused the test fails and says so.
#[path = "../../src-tauri/printing.rs"]
mod printing;

mod scheduler;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use desk::{JobState, PrintJob};
use documents::{Fonts, example, render};
use scheduler::{QUEUE, Scheduler};

/// Longer than any virtual printer takes.
const PATIENCE: Duration = Duration::from_secs(60);
/// Pixels at 100 dpi within which ink must be met by ink: half a millimetre. The printer draws each letter anew as a
/// picture, so edges differ; a shift of the sheet does not pass.
const NEAR: usize = 2;
/// Share of the ink that may have no neighbour: single specks.
const LOST: f64 = 0.005;

fn main() {
    // The queue's programs find the scheduler by their environment, so the checks run in a process of their own.
    if std::env::args().nth(1).as_deref() == Some("child-checks") {
        return checks();
    }
    let scheduler = Scheduler::start();
    let myself = std::env::current_exe().expect("a running program has a file");
    let status = Command::new(myself)
        .arg("child-checks")
        .env("CUPS_SERVER", scheduler.socket())
        .env("UKETSUKE_TEST_FOLDER", scheduler.folder())
        .status()
        .expect("this program starts again");
    drop(scheduler);
    assert!(status.success(), "the checks failed");
}

fn checks() {
    let tests: [(&str, fn()); 5] = [
        ("the queues of the computer are known by name", queues),
        ("a slip comes out of the printer as it went in", slip),
        ("a label and an A5 sheet keep their size", sizes),
        ("a printer that is gone is said in a sentence", gone),
        ("a queue that stands still says why, and prints when it goes on", stands_still),
    ];
    for (name, test) in tests {
        test();
        println!("ok: {name}");
    }
}

fn queues() {
    assert_eq!(printing::printers(), [QUEUE]);
}

fn slip() {
    let (job, pdf) = send("slip", "A4", "slip-v1-20261124");
    assert!(job.starts_with(&format!("{QUEUE}-")), "{job}");
    assert_eq!(until_done(&job), JobState::Printed);
    same_picture(&pdf, "slip-v1-20261124");
}

fn sizes() {
    for (kind, media, size) in [("mailing_label", "A4", (595, 842)), ("receipt_stub", "A5", (420, 595))] {
        let title = format!("{kind}-v1");
        let (job, pdf) = send(kind, media, &title);
        assert_eq!(until_done(&job), JobState::Printed, "{kind}");
        let out = same_picture(&pdf, &title);
        let info = run("pdfinfo", &[text(&out)]);
        let page = info.lines().find(|line| line.starts_with("Page size")).unwrap_or_default().to_owned();
        let numbers: Vec<i32> = page
            .split_whitespace()
            .filter_map(|word| word.parse::<f64>().ok())
            .map(|points| points.round() as i32)
            .collect();
        let near = |a: i32, b: i32| (a - b).abs() <= 2;
        assert!(near(numbers[0], size.0) && near(numbers[1], size.1), "{kind}: {page}");
    }
}

fn gone() {
    let job = PrintJob { title: "slip-v1".into(), printer: "no_such_queue".into(), media: "A4" };
    let said = printing::print(&paper("slip"), &job).expect_err("there is no such queue");
    assert!(said.contains("does not exist"), "{said}");
    assert_eq!(printing::job("no_such_queue-7"), JobState::Unknown);
    assert_eq!(printing::job("nonsense"), JobState::Unknown);
}

fn stands_still() {
    run("cupsdisable", &["-r", "out of paper", QUEUE]);
    let (job, pdf) = send("slip", "A4", "slip-v2-20261124");
    let waiting = Instant::now();
    let state = loop {
        let state = printing::job(&job);
        if matches!(state, JobState::Stopped { .. }) || waiting.elapsed() > PATIENCE {
            break state;
        }
    };
    assert_eq!(state, JobState::Stopped { reason: "out of paper".into() });
    run("cupsenable", &[QUEUE]);
    assert_eq!(until_done(&job), JobState::Printed);
    same_picture(&pdf, "slip-v2-20261124");
}

fn paper(kind: &str) -> Vec<u8> {
    let sample = example(kind).expect("every kind has a sample");
    render(Fonts::embedded(), &sample).expect("the sample prints")
}

/// Prints the sample through the queue; answers its job and the file that went in.
fn send(kind: &str, media: &'static str, title: &str) -> (String, PathBuf) {
    let bytes = paper(kind);
    let file = folder().join(format!("{title}.pdf"));
    std::fs::write(&file, &bytes).expect("the folder takes files");
    let job = PrintJob { title: title.into(), printer: QUEUE.into(), media };
    (printing::print(&bytes, &job).expect("the queue takes the paper"), file)
}

/// Asks after the job as the desk does, until it has an end.
fn until_done(job: &str) -> JobState {
    let asked = Instant::now();
    loop {
        let state = printing::job(job);
        let waits = matches!(state, JobState::Waiting | JobState::Printing | JobState::Stopped { .. });
        if !waits || asked.elapsed() > PATIENCE {
            return state;
        }
    }
}

/// The paper that came out, after its picture was found to be that of the paper that went in.
fn same_picture(pdf: &Path, title: &str) -> PathBuf {
    let printed = came_out(title);
    let (before, after) = (Picture::of(pdf), Picture::of(&printed));
    for (from, to, what) in [(&before, &after, "not printed"), (&after, &before, "not on the paper")] {
        let lost = from.ink_without_neighbour(to);
        assert!(lost <= LOST, "{title}: {:.2} % of the ink {what}: {}", 100.0 * lost, printed.display());
    }
    printed
}

/// cups-pdf puts its paper into the home of whoever printed it.
fn came_out(title: &str) -> PathBuf {
    let out = scheduler::home().join("PDF");
    let waiting = Instant::now();
    loop {
        let files = std::fs::read_dir(&out).into_iter().flatten().flatten().map(|entry| entry.path());
        let named =
            |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(title));
        if let Some(found) = files.into_iter().find(named) {
            let kept = folder().join(format!("{title}-printed.pdf"));
            std::fs::rename(&found, &kept)
                .or_else(|_| std::fs::copy(&found, &kept).map(|_| ()))
                .expect("it can be moved");
            return kept;
        }
        assert!(waiting.elapsed() < PATIENCE, "nothing came out for {title} in {}", out.display());
    }
}

/// The first page at 100 dpi: where there is ink.
struct Picture {
    width: usize,
    ink: Vec<bool>,
}

impl Picture {
    fn of(pdf: &Path) -> Picture {
        let out = Command::new("pdftoppm").args(["-gray", "-r", "100", "-singlefile"]).arg(pdf).output();
        let out = out.expect("pdftoppm runs").stdout;
        let mut header = out.splitn(4, |byte| *byte == b'\n');
        let size = String::from_utf8_lossy(header.nth(1).expect("a PGM says its size")).into_owned();
        let width = size.split(' ').next().and_then(|width| width.parse().ok()).expect("a PGM has a width");
        let grey = header.nth(1).expect("a PGM has pixels");
        Picture { width, ink: grey.iter().map(|grey| *grey < 128).collect() }
    }

    /// Share of the ink here that has none within [`NEAR`] pixels there. The outermost pixels do not count: pages are
    /// rounded to whole points.
    fn ink_without_neighbour(&self, there: &Picture) -> f64 {
        let height = (self.ink.len() / self.width).min(there.ink.len() / there.width) - NEAR;
        let width = self.width.min(there.width) - NEAR;
        let inked = |picture: &Picture, x: usize, y: usize| picture.ink[y * picture.width + x];
        let (mut ink, mut lost) = (0_u32, 0_u32);
        for y in NEAR..height - NEAR {
            for x in (NEAR..width - NEAR).filter(|x| inked(self, *x, y)) {
                ink += 1;
                let rows = y - NEAR..=y + NEAR;
                let met = rows.into_iter().any(|v| (x - NEAR..=x + NEAR).any(|u| inked(there, u, v)));
                lost += u32::from(!met);
            }
        }
        assert!(ink > 1000, "an empty page");
        f64::from(lost) / f64::from(ink)
    }
}

fn run(program: &str, arguments: &[&str]) -> String {
    let out = Command::new(program).args(arguments).output().unwrap_or_else(|e| panic!("{program}: {e}"));
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}

fn folder() -> PathBuf {
    std::env::var_os("UKETSUKE_TEST_FOLDER").expect("the checks have a folder").into()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the folder has a plain name")
}
