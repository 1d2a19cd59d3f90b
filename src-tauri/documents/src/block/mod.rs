//! The parts papers are built from. Each draws into a box it is given or takes from a column, and refuses to leave it.

pub mod address;
pub mod code;
pub mod marks;
pub mod notes;
pub mod steps;
pub mod table;
pub mod when;
