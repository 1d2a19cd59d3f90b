//! The rules of a second-opinion desk as pure functions over plain facts.
//!
//! No clock, no disk, no database, no window: whatever takes a date takes it as an argument. A [`case::Case`] is facts;
//! [`action::Action`] is everything that can happen to it; stage, next steps, missing items and refusals are computed.

pub mod action;
pub mod addressee;
pub mod after;
pub mod age;
pub mod brief;
pub mod call;
pub mod candidates;
pub mod case;
pub mod checklist;
pub mod days;
pub mod deeds;
pub mod era;
pub mod fold;
pub mod history;
pub mod holiday;
pub mod ids;
pub mod may;
pub mod mode;
pub mod money;
pub mod packet;
pub mod paper;
pub mod people;
pub mod phone;
pub mod post;
pub mod posting;
pub mod profile;
pub mod refusal;
pub mod screening;
pub mod seal;
pub mod stage;
pub mod steps;
pub mod text;
pub mod typed;
pub mod visit;

pub use action::Action;
pub use case::Case;
pub use ids::{CaseId, Mark, ReceiptNumber, Rule, Staff, Stamp};
pub use profile::{Profile, Rules};
pub use refusal::{Refusal, Why};
