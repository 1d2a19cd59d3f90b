//! One file per paper: the data it takes and where each block goes.

pub mod part;
pub mod slip;

pub(crate) mod foot;
pub(crate) mod head;
