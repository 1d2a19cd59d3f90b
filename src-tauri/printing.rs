//! Handing a finished PDF to the system's printer. The paper is A4 and never scaled: labels and windows keep their place.

/// Sends the PDF to the default printer through CUPS and answers its job. The bytes go through a pipe: no copy of a
/// patient's paper stays on the disk.
///
/// # Errors
/// In the system's words: no printer, queue stopped.
#[cfg(unix)]
pub fn print(pdf: &[u8], title: &str) -> Result<String, String> {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let mut lp = Command::new("lp")
        .args(["-t", title, "-o", "media=A4", "-o", "print-scaling=none", "--", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("lp: {}", error.kind()))?;
    let mut input = lp.stdin.take().ok_or("lp: no input")?;
    // A queue that refuses closes its end first; what it says comes on standard error.
    let written = input.write_all(pdf);
    drop(input);
    let answer = lp.wait_with_output().map_err(|error| format!("lp: {}", error.kind()))?;
    if !answer.status.success() {
        return Err(String::from_utf8_lossy(&answer.stderr).trim().to_owned());
    }
    written.map_err(|error| format!("lp: {}", error.kind()))?;
    Ok(String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}

/// Hands the PDF to the program that prints PDF files on this computer. Written from the documentation and not tried:
/// there was no Windows machine to try it on.
///
/// # Errors
/// When no program for PDF files is installed.
#[cfg(windows)]
pub fn print(pdf: &[u8], title: &str) -> Result<String, String> {
    use std::process::Command;

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
        true => Ok(title.to_owned()),
        false => Err(String::from_utf8_lossy(&answer.stderr).trim().to_owned()),
    }
}
