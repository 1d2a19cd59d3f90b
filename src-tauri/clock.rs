//! Which clock the desk reads. A test build may be given a file that holds the time, to live through months.
use desk::{Clock, SystemClock};

/// The system's clock; in a test build `UKETSUKE_CLOCK` may name a file with a moment like `2026-11-24T09:31:00`.
#[cfg(debug_assertions)]
pub fn clock() -> Box<dyn Clock> {
    match std::env::var_os("UKETSUKE_CLOCK") {
        Some(file) => Box::new(FileClock(file.into())),
        None => Box::new(SystemClock),
    }
}

#[cfg(not(debug_assertions))]
pub fn clock() -> Box<dyn Clock> {
    Box::new(SystemClock)
}

#[cfg(debug_assertions)]
struct FileClock(std::path::PathBuf);

#[cfg(debug_assertions)]
impl Clock for FileClock {
    fn now(&self) -> chrono::NaiveDateTime {
        let text = std::fs::read_to_string(&self.0).unwrap_or_default();
        text.trim().parse().unwrap_or_else(|_| SystemClock.now())
    }
}
