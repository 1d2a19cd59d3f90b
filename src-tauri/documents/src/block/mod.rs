//! The parts papers are built from. Each draws into a box it is given or takes from a column, and refuses to leave it.

pub mod address;
pub mod blanks;
pub mod code;
pub mod cut;
pub mod grid;
pub mod marks;
pub mod notes;
pub mod reply;
pub mod signature;
pub(crate) mod spread;
pub mod steps;
pub mod table;
pub mod text;
pub mod ticks;
pub mod when;
pub mod window;
