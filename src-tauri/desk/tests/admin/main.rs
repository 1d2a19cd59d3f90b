//! The built `uketsuke-admin` on real registers, calendars and papers: what it prints, what it refuses, how it ends.
mod calendar;
mod command_line;
mod damage;
mod keep;
mod papers;
mod stage;
