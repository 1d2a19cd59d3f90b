//! Backups: a whole copy, synced, reopened and verified before it gets its name. No patient's name is in a file name.
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::Stamp;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::open::RegisterKind;
use crate::store::Register;
use crate::trouble::Trouble;
use crate::verify::Depth;
use crate::{hash, journal, migrate, place};

/// A backup in its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    pub path: PathBuf,
    /// By the clock of then, from the file's name.
    pub taken_at: Stamp,
    /// `None` when the file can no longer be opened.
    pub kind: Option<RegisterKind>,
    pub cases: u32,
    /// Number and hash (hex) of the last journal entry in it.
    pub last_seq: i64,
    pub last_hash: String,
    /// It was verified whole when taken (else it would not have its name), and still opens and ends where it should.
    pub verified: bool,
}

const SHAPE: &str = "uketsuke-%Y%m%d-%H%M%S";
const ENDING: &str = ".sqlite3";

/// `uketsuke-20261122-150855.sqlite3`.
pub fn backup_name(at: Stamp) -> String {
    at.format(SHAPE).to_string() + ENDING
}

/// The moment in a backup's name; `-2` and so on tell backups of one second apart.
fn taken_at(name: &str) -> Option<NaiveDateTime> {
    let stem = name.strip_suffix(ENDING)?;
    let (dated, again) = stem.split_at_checked("uketsuke-00000000-000000".len())?;
    let twin = again.is_empty() || again.strip_prefix('-').is_some_and(|n| n.parse::<u8>().is_ok());
    NaiveDateTime::parse_from_str(dated, SHAPE).ok().filter(|_| twin)
}

impl Register {
    /// Takes a backup into `folder` (made where missing) while others read and write: copied, synced, reopened, its
    /// structure, row hashes and chain checked, and only then given its name. What failed leaves no file.
    ///
    /// # Errors
    /// `BackupBad` when the copy, and so most likely the register, is damaged; `DiskFull`, `ReadOnly`, `Io`.
    pub fn backup(&self, folder: &Path, at: Stamp) -> Result<BackupFile, Trouble> {
        fs::create_dir_all(folder)?;
        let path = free_name(folder, at)?;
        let temporary = place::beside(&path, ".partial");
        place::remove_if_there(&temporary)?;
        let taken = self.copy_verified(&temporary).and_then(|()| {
            fs::rename(&temporary, &path)?;
            place::sync_folder(folder)
        });
        if let Err(trouble) = taken {
            // The first trouble is the one to tell.
            let _ = place::remove_if_there(&temporary);
            return Err(trouble);
        }
        look(&path).ok_or_else(|| Trouble::bad_backup("it cannot be opened again"))
    }

    fn copy_verified(&self, to: &Path) -> Result<(), Trouble> {
        let conn = self.another_reader()?;
        let begun = journal::tail(&conn)?;
        migrate::write_copy(&conn, to)?;
        let copy = Register::open_sealed(to).map_err(Trouble::bad_backup)?;
        let report = copy.verify_to(Depth::Hashes).map_err(Trouble::bad_backup)?;
        if let Some(difference) = report.differences.first() {
            return Err(Trouble::bad_backup(difference));
        }
        // Others may have written while it was copied: the copy must end in this journal, not before it began.
        let known = hash_of(&conn, report.last_seq)?.map(|known| hash::hex(&known));
        if report.last_seq < begun.seq || known.as_ref() != Some(&report.last_hash) {
            return Err(Trouble::bad_backup("it does not end where the register does"));
        }
        Ok(())
    }

    /// The backups in a folder, newest first. Reads each one's head and end only.
    ///
    /// # Errors
    /// `Io` when the folder cannot be read; a folder that is not there holds none.
    pub fn backups(folder: &Path) -> Result<Vec<BackupFile>, Trouble> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
            other => other?,
        };
        let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
        let mut found: Vec<BackupFile> = paths.iter().filter_map(|path| look(path)).collect();
        found.sort_by(|a, b| (b.taken_at, &b.path).cmp(&(a.taken_at, &a.path)));
        Ok(found)
    }
}

fn free_name(folder: &Path, at: Stamp) -> Result<PathBuf, Trouble> {
    let first = backup_name(at);
    let twins = (2..100).map(|n| first.replace(ENDING, &format!("-{n}{ENDING}")));
    for name in std::iter::once(first.clone()).chain(twins) {
        let path = folder.join(name);
        if !path.try_exists()? {
            return Ok(path);
        }
    }
    Err(Trouble::AlreadyExists)
}

fn hash_of(conn: &Connection, seq: i64) -> Result<Option<Vec<u8>>, Trouble> {
    let mut query = conn.prepare("SELECT hash FROM journal WHERE seq = :seq")?;
    Ok(query.query_row(named_params! { ":seq": seq }, |row| row.get(0)).optional()?)
}

/// `None` when the name is no backup's.
fn look(path: &Path) -> Option<BackupFile> {
    let taken_at = taken_at(path.file_name()?.to_str()?)?;
    let seen = Register::open_sealed(path).and_then(|register| {
        let (last_seq, last_hash) = register.last_seq_and_hash()?;
        let cases =
            register.read(|conn| Ok(conn.query_row("SELECT count(*) FROM line", [], |row| row.get(0))?))?;
        Ok((register.kind(), cases, last_seq, last_hash))
    });
    let verified = seen.is_ok();
    let (kind, cases, last_seq, last_hash) = match seen {
        Ok((kind, cases, seq, hash)) => (Some(kind), cases, seq, hash),
        Err(_) => (None, 0, 0, String::new()),
    };
    Some(BackupFile { path: path.to_owned(), taken_at, kind, cases, last_seq, last_hash, verified })
}
