//! What the desk cannot do itself: hand a finished PDF to a printer or to a file a person chose.
use serde::Serialize;
use ts_rs::TS;

/// What became of a paper handed to a printer. That it was taken is not that it was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum JobState {
    Waiting,
    Printing,
    Printed,
    /// In the system's words.
    Stopped {
        reason: String,
    },
    /// This system does not tell.
    Unknown,
}

/// The world outside, given by whoever runs the desk.
pub trait Outside: Send + Sync {
    /// Sends a finished PDF to the printer; answers the job as its queue names it.
    ///
    /// # Errors
    /// In the system's words: no printer, queue refused.
    fn print(&self, pdf: &[u8], sheet: &PrintJob) -> Result<String, String>;

    /// What became of a job that [`Outside::print`] answered.
    fn job(&self, _job: &str) -> JobState {
        JobState::Unknown
    }

    /// Names of the queues of this computer; none where the system does not tell.
    fn printers(&self) -> Vec<String> {
        vec![]
    }

    /// Lets a person choose a file and writes the PDF there; `false` when the dialog was closed.
    ///
    /// # Errors
    /// In the system's words: folder gone, disk full.
    fn save(&self, pdf: &[u8], suggested: &str) -> Result<bool, String>;

    /// The window showed its first picture of a screen.
    fn painted(&self, _screen: &str) {}
}

/// How a PDF is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintJob {
    /// Carries nothing of a patient.
    pub title: String,
    /// Queue; empty: the system's usual one.
    pub printer: String,
    /// `A4` or `A5`.
    pub media: &'static str,
}
