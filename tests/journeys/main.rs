//! Whole lives of applications in the real window, by keyboard alone; what became of them is read out of the register's
//! file and the printed papers. Needs a screen (xvfb-run -a), WebKitWebDriver and the built program.
mod arrivals;
mod changes;
mod clinics;
#[path = "../../src-tauri/desk/tests/common/mod.rs"]
mod common;
mod deeds;
mod driver;
mod family;
mod front_desk;
mod in_person;
mod minor;
mod online;
mod packets;
mod posting;
mod window;
