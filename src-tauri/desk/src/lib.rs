//! The use cases of the desk, one file each, and the wire they are called by. No window, no SQL, no drawing.

mod act;
mod calendar;
mod case_view;
mod clock;
mod dates;
mod desk;
mod drafted;
mod keeping;
mod ledger;
mod outside;
mod papers;
mod posting;
pub mod practice;
mod reference;
mod settings;
mod today;
mod trouble;
pub mod wire;

pub use clock::{Clock, SetClock, SystemClock};
pub use desk::{Desk, Place, REQUEST_LIMIT};
pub use outside::{JobState, Outside, PrintJob};
pub use reference::{Printing, default_departments, default_profile};
pub use wire::{COMMANDS, Failure};
