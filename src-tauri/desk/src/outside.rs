//! What the desk cannot do itself: hand a finished PDF to a printer or to a file a person chose.
/// The world outside, given by whoever runs the desk.
pub trait Outside: Send + Sync {
    /// Sends a finished PDF to the printer; answers what its queue said. `title` carries nothing of a patient.
    ///
    /// # Errors
    /// In the system's words: no printer, queue refused.
    fn print(&self, pdf: &[u8], title: &str) -> Result<String, String>;

    /// Lets a person choose a file and writes the PDF there; `false` when the dialog was closed.
    ///
    /// # Errors
    /// In the system's words: folder gone, disk full.
    fn save(&self, pdf: &[u8], suggested: &str) -> Result<bool, String>;

    /// The window showed its first picture of a screen.
    fn painted(&self, _screen: &str) {}
}
