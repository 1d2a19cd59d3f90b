//! The made-up lives, by what they show. Days are desk days from today; see [`super::anchor::Anchor`].
mod arrival;
mod dates;
mod endings;
mod past;
mod screening;
mod troubles;
mod visit;

use super::life::Life;

/// Every life of the practice register, in no order: they are played by time.
pub(super) fn lives() -> Vec<Life> {
    [
        arrival::lives(),
        screening::lives(),
        dates::lives(),
        visit::lives(),
        troubles::lives(),
        endings::lives(),
        past::lives(),
    ]
    .concat()
}

/// How many lives there are.
pub fn count() -> usize {
    lives().len()
}
