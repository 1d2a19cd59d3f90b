//! Handing a finished PDF to the system's printer. The paper is A4 and never scaled: labels and windows keep their place.

use desk::{JobState, PrintJob};

/// Sends the PDF to a queue of CUPS and answers the job, such as `laser-12`. The bytes go through a pipe: no copy of a
/// patient's paper stays on the disk.
///
/// # Errors
/// In the system's words: no printer, queue stopped, paper of another size.
#[cfg(unix)]
pub fn print(pdf: &[u8], job: &PrintJob) -> Result<String, String> {
    use std::io::Write;
    use std::process::Stdio;

    let media = format!("media={}", job.media);
    let mut lp = command("lp");
    if !job.printer.is_empty() {
        lp.args(["-d", &job.printer]);
    }
    lp.args(["-t", &job.title, "-o", &media, "-o", "print-scaling=none", "--", "-"]);
    let lp = lp.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut lp = lp.map_err(|error| format!("lp: {}", error.kind()))?;
    let mut input = lp.stdin.take().ok_or("lp: no input")?;
    // A queue that refuses closes its end first; what it says comes on standard error.
    let written = input.write_all(pdf);
    drop(input);
    let answer = lp.wait_with_output().map_err(|error| format!("lp: {}", error.kind()))?;
    if !answer.status.success() {
        return Err(String::from_utf8_lossy(&answer.stderr).trim().to_owned());
    }
    written.map_err(|error| format!("lp: {}", error.kind()))?;
    Ok(named_job(&String::from_utf8_lossy(&answer.stdout)))
}

/// The job in `request id is laser-12 (1 file(s))`, or the whole answer where it is worded otherwise.
#[cfg(unix)]
fn named_job(answer: &str) -> String {
    let job = answer
        .split_whitespace()
        .find(|word| word.rsplit_once('-').is_some_and(|(_, number)| number.parse::<u32>().is_ok()));
    job.unwrap_or(answer.trim()).to_owned()
}

/// What CUPS says of a job. A job that is no longer waiting was printed, if its queue says that it completed it.
#[cfg(unix)]
pub fn job(job: &str) -> JobState {
    let listed = |which: &str| {
        let answer = command("lpstat").args(["-W", which, "-o"]).output().ok()?;
        let lines = String::from_utf8_lossy(&answer.stdout).into_owned();
        Some(lines.lines().any(|line| line.split_whitespace().next() == Some(job)))
    };
    let Some((queue, _)) = job.rsplit_once('-') else { return JobState::Unknown };
    match (listed("not-completed"), listed("completed")) {
        (Some(true), _) => waiting(queue, job),
        (_, Some(true)) => JobState::Printed,
        _ => JobState::Unknown,
    }
}

/// Why a job still waits: its queue stands still with a reason, or it has not come to it yet.
#[cfg(unix)]
fn waiting(queue: &str, job: &str) -> JobState {
    let Ok(answer) = command("lpstat").args(["-p", queue]).output() else { return JobState::Unknown };
    let text = String::from_utf8_lossy(&answer.stdout).into_owned();
    let first = text.lines().next().unwrap_or_default();
    if first.contains("disabled") {
        let reason = text.lines().nth(1).unwrap_or_default().trim().to_owned();
        return JobState::Stopped { reason };
    }
    if first.contains(job) { JobState::Printing } else { JobState::Waiting }
}

/// Names of the queues.
#[cfg(unix)]
pub fn printers() -> Vec<String> {
    let answer = command("lpstat").arg("-e").output();
    let text = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// CUPS in English, whatever the desk speaks: its answers are read here.
#[cfg(unix)]
fn command(program: &str) -> std::process::Command {
    let mut command = std::process::Command::new(program);
    command.env("LC_ALL", "C");
    command
}

/// Hands the PDF to the program that prints PDF files on this computer. Written from the documentation and not tried:
/// there was no Windows machine to try it on.
///
/// # Errors
/// When no program for PDF files is installed.
#[cfg(windows)]
pub fn print(pdf: &[u8], job: &PrintJob) -> Result<String, String> {
    use std::process::Command;

    let title = &job.title;
    let path = std::env::temp_dir().join(format!("{title}.pdf"));
    std::fs::write(&path, pdf).map_err(|error| error.kind().to_string())?;
    let script = "Start-Process -FilePath $args[0] -Verb Print -Wait";
    let answer = Command::new("powershell")
        .args(["-NoProfile", "-NonInteractive", "-Command", script])
        .arg(&path)
        .output();
    let removed = std::fs::remove_file(&path);
    let answer = answer.map_err(|error| error.kind().to_string())?;
    removed.map_err(|error| error.kind().to_string())?;
    match answer.status.success() {
        true => Ok(title.clone()),
        false => Err(String::from_utf8_lossy(&answer.stderr).trim().to_owned()),
    }
}

/// Windows hands the file to another program: what became of it is not known here.
#[cfg(windows)]
pub fn job(_job: &str) -> JobState {
    JobState::Unknown
}

#[cfg(windows)]
pub fn printers() -> Vec<String> {
    Vec::new()
}
