//! Where the desk keeps its things on this computer.
use std::path::PathBuf;

use desk::Place;

/// The person's local data folder, or the one `UKETSUKE_DATA_DIR` names; `--practice` (or `UKETSUKE_PRACTICE`) opens the
/// register of made-up people instead of the hospital's.
pub fn place() -> Place {
    let named = std::env::var_os("UKETSUKE_DATA_DIR").map(PathBuf::from);
    let usual = || {
        directories::ProjectDirs::from("jp", "uketsuke", "uketsuke")
            .map(|dirs| dirs.data_local_dir().to_owned())
    };
    let folder = named.or_else(usual).unwrap_or_else(|| PathBuf::from("uketsuke-data"));
    let practice =
        std::env::args().any(|arg| arg == "--practice") || std::env::var_os("UKETSUKE_PRACTICE").is_some();
    Place { folder, practice }
}
