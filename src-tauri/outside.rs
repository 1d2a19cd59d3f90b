//! The world outside as a desktop program reaches it: the printer's queue, and files a person chose.
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use desk::{JobState, Outside, PrintJob};

use crate::printing;

pub struct Desktop {
    pub started: Instant,
}

impl Outside for Desktop {
    fn print(&self, pdf: &[u8], job: &PrintJob) -> Result<String, String> {
        printing::print(pdf, job)
    }

    fn job(&self, job: &str) -> JobState {
        printing::job(job)
    }

    fn printers(&self) -> Vec<String> {
        printing::printers()
    }

    fn save(&self, pdf: &[u8], suggested: &str) -> Result<bool, String> {
        let Some(path) = choose(suggested) else { return Ok(false) };
        write_whole(&path, pdf).map_err(|error| error.kind().to_string())?;
        Ok(true)
    }

    /// For whoever measures the start: milliseconds to standard error, when asked by `UKETSUKE_MEASURE`.
    fn painted(&self, screen: &str) {
        if std::env::var_os("UKETSUKE_MEASURE").is_some() {
            let kind: String = screen.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
            eprintln!("painted {kind} {}", self.started.elapsed().as_millis());
        }
    }
}

/// A test build saves to the file `UKETSUKE_SAVE_TO` names, since no test can reach the system's dialog.
fn choose(suggested: &str) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(path) = std::env::var_os("UKETSUKE_SAVE_TO") {
        return Some(path.into());
    }
    rfd::FileDialog::new().set_file_name(suggested).add_filter("PDF", &["pdf"]).save_file()
}

/// The file has its name only when it is whole.
fn write_whole(path: &Path, pdf: &[u8]) -> std::io::Result<()> {
    let part = path.with_extension("pdf.part");
    let mut file = std::fs::File::create(&part)?;
    file.write_all(pdf)?;
    file.sync_all()?;
    std::fs::rename(&part, path)
}
