//! Restoring: a verified backup takes the register's place in one rename; what was there is set aside, never deleted.
use std::fs;
use std::path::{Path, PathBuf};

use domain::Stamp;
use rusqlite::{Connection, OpenFlags};

use crate::lock::Lock;
use crate::store::Register;
use crate::trouble::Trouble;
use crate::verify::Depth;
use crate::{migrate, place};

/// Where the register that was there before now lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Restore from it to undo. `None` when there was no file.
    pub path: Option<PathBuf>,
    pub at: Stamp,
}

/// Puts `backup` in the place of `register`, which must not be open. The backup is verified first and copied row by
/// row into a new file; the present one is renamed aside with its log folded in (or moved along where that fails).
/// Killed at any point, this leaves the old register or the new one.
///
/// # Errors
/// `BackupBad`, with nothing changed; `Locked` while the register is open; `NetworkDrive`, `ReadOnly`, `DiskFull`, `Io`.
pub fn restore(backup: &Path, register: &Path, at: Stamp) -> Result<SetAside, Trouble> {
    fs::create_dir_all(place::folder(register))?;
    if place::on_network(register) {
        return Err(Trouble::NetworkDrive);
    }
    let _lock = Lock::take(register)?;
    let temporary = place::beside(register, ".restoring");
    place::remove_if_there(&temporary)?;
    let done = bring(backup, &temporary).and_then(|()| set_aside(register, at)).and_then(|path| {
        fs::rename(&temporary, register)?;
        place::sync_folder(place::folder(register))?;
        Ok(SetAside { path, at })
    });
    if done.is_err() {
        // The first trouble is the one to tell.
        let _ = place::remove_if_there(&temporary);
    }
    done
}

/// A verified backup as a new file of our own making.
fn bring(backup: &Path, temporary: &Path) -> Result<(), Trouble> {
    let source = Register::open_sealed(backup).map_err(Trouble::bad_backup)?;
    let report = source.verify_to(Depth::Hashes).map_err(Trouble::bad_backup)?;
    if let Some(difference) = report.differences.first() {
        return Err(Trouble::bad_backup(difference));
    }
    source.read(|conn| migrate::write_copy(conn, temporary))?;
    let copy = Register::open_sealed(temporary).map_err(Trouble::bad_backup)?;
    match copy.last_seq_and_hash()? == (report.last_seq, report.last_hash) {
        true => Ok(()),
        false => Err(Trouble::bad_backup("its copy ends elsewhere")),
    }
}

/// Gives the present file a second name beside it. The first name stays until the rename takes it, so that there is a
/// register under it at every moment.
fn set_aside(register: &Path, at: Stamp) -> Result<Option<PathBuf>, Trouble> {
    fold_log_in(register);
    let aside = free_aside(register, at)?;
    // A log left beside the new register would be taken for its own.
    for part in ["-wal", "-shm"] {
        let log = place::beside(register, part);
        if log.try_exists()? {
            fs::rename(&log, place::beside(&aside, part))?;
        }
    }
    if !register.try_exists()? {
        return Ok(None);
    }
    // Some file systems know no second names.
    fs::hard_link(register, &aside).or_else(|_| fs::rename(register, &aside))?;
    place::sync_folder(place::folder(register))?;
    Ok(Some(aside))
}

/// Opens and closes the present register so that its log ends up in the file. It may be damaged: then the log stays
/// and is moved along with it.
fn fold_log_in(register: &Path) {
    let open = || -> rusqlite::Result<()> {
        let conn = Connection::open_with_flags(register, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
    };
    let _ = open();
}

fn free_aside(register: &Path, at: Stamp) -> Result<PathBuf, Trouble> {
    let stamp = at.format(".set-aside-%Y%m%d-%H%M%S").to_string();
    for n in 1..100 {
        let ending = if n == 1 { stamp.clone() } else { format!("{stamp}-{n}") };
        let path = place::beside(register, &ending);
        if !path.try_exists()? {
            return Ok(path);
        }
    }
    Err(Trouble::AlreadyExists)
}
