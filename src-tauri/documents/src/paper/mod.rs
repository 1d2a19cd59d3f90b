//! One file per paper: the data it takes and where each block goes.

pub mod calibration;
pub mod clinics_guide;
pub mod cover_letter;
pub mod label_sheet;
pub mod letter;
pub mod part;
pub mod slip;

pub(crate) mod doctor;
pub(crate) mod foot;
pub(crate) mod head;
