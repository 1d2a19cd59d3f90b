//! What time it is at the desk. Japan standard time whatever the PC's zone says.
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Duration, NaiveDateTime};

/// Where the desk gets its time from.
pub trait Clock: Send + Sync {
    /// Desk time (JST), to the second.
    fn now(&self) -> NaiveDateTime;
}

/// The PC's clock, shown as Japan standard time.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> NaiveDateTime {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let utc = DateTime::from_timestamp(since.as_secs() as i64, 0).unwrap_or_default();
        utc.naive_utc() + Duration::hours(9)
    }
}

/// A clock that stands, or that a test moves.
#[derive(Default)]
pub struct SetClock(std::sync::Mutex<NaiveDateTime>);

impl SetClock {
    pub fn at(now: NaiveDateTime) -> Self {
        SetClock(std::sync::Mutex::new(now))
    }
    pub fn set(&self, now: NaiveDateTime) {
        *self.0.lock().expect("a clock is only read and set") = now;
    }
}

impl Clock for SetClock {
    fn now(&self) -> NaiveDateTime {
        *self.0.lock().expect("a clock is only read and set")
    }
}

impl<C: Clock> Clock for std::sync::Arc<C> {
    fn now(&self) -> NaiveDateTime {
        (**self).now()
    }
}
