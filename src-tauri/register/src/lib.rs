//! The register: cases, journal, slots and reference data in one SQLite file, one transaction per change.
//!
//! Owns all SQL of the program, the hash chain, search, backup and verification. It never judges a case: what may
//! happen is `domain`'s, when and by whom is the desk's. It reads no clock; every stamp comes in from outside.

mod backup;
mod change;
mod draft;
mod hash;
mod journal;
mod list;
mod lock;
mod migrate;
mod open;
mod place;
mod read;
mod reference;
mod reindex;
mod restore;
mod search;
mod slots;
mod stamp;
mod store;
mod thin;
mod trouble;
mod verify;

pub use backup::{BackupFile, backup_name};
pub use change::{Committed, Decided, Tx};
pub use journal::{JournalFilter, JournalLine};
pub use list::{Filter, Listed, Page, Sort};
pub use open::RegisterKind;
pub use place::{network_file_system, on_network};
pub use read::Stored;
pub use reference::Reference;
pub use restore::{SetAside, restore};
pub use search::Found;
pub use store::Register;
pub use trouble::Trouble;
pub use verify::{Difference, Report};
