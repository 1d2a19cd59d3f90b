//! Creating and opening a register. Opening never creates; creating never touches a register that is or was there.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use domain::Stamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, named_params};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use crate::journal::{self, NewLine};
use crate::lock::Lock;
use crate::store::Register;
use crate::trouble::Trouble;
use crate::{migrate, place, stamp};

/// The hospital's own register, or one of made-up cases for practice. The file itself says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterKind {
    Real,
    Practice,
}

impl RegisterKind {
    /// SQLite's `application_id`: `UKTR` or `UKTP`.
    fn application(self) -> u32 {
        match self {
            RegisterKind::Real => 0x554B_5452,
            RegisterKind::Practice => 0x554B_5450,
        }
    }
    fn of(application: u32) -> Option<RegisterKind> {
        [RegisterKind::Real, RegisterKind::Practice].into_iter().find(|k| k.application() == application)
    }
}

impl Register {
    /// Creates a register if and only if neither it nor its marker is there: built under a temporary name, synced,
    /// renamed when whole. The folder is made where it is missing.
    ///
    /// # Errors
    /// `AlreadyExists`, `Locked`, `NetworkDrive`, `ReadOnly`, `DiskFull`, `Io`.
    pub fn create(path: &Path, kind: RegisterKind, at: Stamp) -> Result<Register, Trouble> {
        fs::create_dir_all(place::folder(path))?;
        if place::on_network(path) {
            return Err(Trouble::NetworkDrive);
        }
        // The lock keeps a second start from creating at the same time.
        let lock = Lock::take(path)?;
        if path.try_exists()? || place::marker(path).try_exists()? {
            return Err(Trouble::AlreadyExists);
        }
        let temporary = place::beside(path, ".new");
        for part in place::PARTS {
            place::remove_if_there(&place::beside(&temporary, part))?;
        }
        build(&temporary, kind, at)?;
        fs::rename(&temporary, path)?;
        place::sync_folder(place::folder(path))?;
        mark(path)?;
        connect(path, kind, lock)
    }

    /// Opens a register. In a folder or from a file that cannot be written it opens for viewing only.
    ///
    /// Checks what costs nothing: the header, that every table is there, and that the journal's last entry hashes to
    /// what the register says it should. [`Register::check_now`] and [`Register::verify`] look further.
    ///
    /// # Errors
    /// `NeverCreated`, `Missing`, `Empty`, `Foreign`, `Newer`, `Corrupt`, `Locked`, `NetworkDrive`, `DiskFull`, `Io`.
    pub fn open(path: &Path) -> Result<Register, Trouble> {
        let kind = recognise(path)?;
        if place::on_network(path) {
            return Err(Trouble::NetworkDrive);
        }
        if fs::metadata(path)?.permissions().readonly() {
            return view(path, kind);
        }
        match Lock::take(path) {
            Err(Trouble::ReadOnly) => view(path, kind),
            Err(other) => Err(other),
            Ok(lock) => {
                mark(path)?;
                connect(path, kind, lock)
            }
        }
    }

    /// Opens for viewing only, without the lock: for the administrator's check beside a running desk, and for backups.
    ///
    /// # Errors
    /// As [`Register::open`], but never `Locked`.
    pub fn open_to_verify(path: &Path) -> Result<Register, Trouble> {
        let kind = recognise(path)?;
        view(path, kind)
    }

    /// Opens a file that nobody writes to, a backup: SQLite makes no file beside it.
    pub(crate) fn open_sealed(path: &Path) -> Result<Register, Trouble> {
        let kind = recognise(path)?;
        viewing(path, kind, sealed(path)?)
    }

    /// One more connection for long reading, so that neither writing nor typing waits for it.
    pub(crate) fn another_reader(&self) -> Result<Connection, Trouble> {
        match self.writer {
            Some(_) => reader(&self.path),
            None => viewer(&self.path),
        }
    }
}

/// What the header says a file is.
fn recognise(path: &Path) -> Result<RegisterKind, Trouble> {
    let header = place::header(path)?;
    let kind = RegisterKind::of(header.application).ok_or(Trouble::Foreign)?;
    let known = migrate::known();
    if header.version > known {
        return Err(Trouble::Newer { found: header.version, known });
    }
    Ok(kind)
}

fn build(path: &Path, kind: RegisterKind, at: Stamp) -> Result<(), Trouble> {
    let mut conn = Connection::open(path)?;
    harden(&conn)?;
    conn.pragma_update(None, "application_id", kind.application())?;
    migrate::bring_up(&mut conn, path, &migrate::STEPS)?;
    let tx = conn.transaction()?;
    tx.execute(
        include_str!("sql/begin_meta.sql"),
        named_params! { ":created": stamp::text(at), ":none": crate::hash::hex(&crate::hash::NOTHING) },
    )?;
    let id: String = tx.query_row("SELECT value FROM meta WHERE key = 'id'", [], |row| row.get(0))?;
    let event = json!({ "event": "created", "kind": kind, "id": id }).to_string();
    let line = NewLine { at, by: "", kind: "register", key: "", event: &event, reason: "" };
    journal::append(&tx, &line)?;
    tx.commit()?;
    // The file carries its journal mode: whoever opens it next finds a write-ahead log.
    let _: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    conn.close().map_err(|(_, error)| error)?;
    place::sync_file(path)
}

/// Written after the register stands under its name: a marker alone must mean a loss.
fn mark(path: &Path) -> Result<(), Trouble> {
    let marker = place::marker(path);
    if marker.try_exists()? {
        return Ok(());
    }
    fs::write(&marker, "A register was created here. Do not remove this file.\n")?;
    place::sync_file(&marker)?;
    place::sync_folder(place::folder(path))
}

fn connect(path: &Path, kind: RegisterKind, lock: Lock) -> Result<Register, Trouble> {
    let mut writer = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | unshared())?;
    harden(&writer)?;
    let mode: String = writer.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Trouble::Io { kind: "no write-ahead log on this disk".to_owned() });
    }
    migrate::bring_up(&mut writer, path, &migrate::STEPS)?;
    glance(&writer)?;
    Ok(Register {
        path: path.to_owned(),
        kind,
        writer: Some(Mutex::new(writer)),
        reader: Mutex::new(reader(path)?),
        failed: AtomicBool::new(false),
        _lock: Some(lock),
    })
}

fn view(path: &Path, kind: RegisterKind) -> Result<Register, Trouble> {
    viewing(path, kind, viewer(path)?)
}

fn viewing(path: &Path, kind: RegisterKind, conn: Connection) -> Result<Register, Trouble> {
    glance(&conn)?;
    Ok(Register {
        path: path.to_owned(),
        kind,
        writer: None,
        reader: Mutex::new(conn),
        failed: AtomicBool::new(false),
        _lock: None,
    })
}

fn unshared() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NO_MUTEX
}

fn reader(path: &Path) -> Result<Connection, Trouble> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | unshared())?;
    harden(&conn)?;
    Ok(conn)
}

/// A read-only connection; where not even the shared memory of the log can be made, the file alone is read.
fn viewer(path: &Path) -> Result<Connection, Trouble> {
    let plain = reader(path).and_then(|conn| {
        migrate::version(&conn)?;
        Ok(conn)
    });
    match plain {
        // What was acknowledged may stand in the log alone: a view without it would show an older register as today's.
        Err(Trouble::Io { .. } | Trouble::ReadOnly) if log_holds_something(path) => {
            Err(Trouble::Io { kind: "its log cannot be read in a folder that cannot be written".to_owned() })
        }
        Err(Trouble::Io { .. } | Trouble::ReadOnly) => sealed(path),
        other => other,
    }
}

fn log_holds_something(path: &Path) -> bool {
    fs::metadata(place::beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// A connection that takes no lock and makes no file beside the register.
fn sealed(path: &Path) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | unshared();
    let conn = Connection::open_with_flags(immutable(path)?, flags)?;
    harden(&conn)?;
    Ok(conn)
}

/// `file:...?immutable=1`.
fn immutable(path: &Path) -> Result<PathBuf, Trouble> {
    let full = fs::canonicalize(path)?;
    let name = full.to_str().ok_or(Trouble::Io { kind: "the path is not Unicode".to_owned() })?;
    let mut uri = String::from("file:");
    for c in name.chars() {
        match c {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            '\\' if cfg!(windows) => uri.push('/'),
            c => uri.push(c),
        }
    }
    uri.push_str("?immutable=1");
    Ok(uri.into())
}

/// What every connection is told before it reads a page (sqlite.org, "Defense Against The Dark Arts").
fn harden(conn: &Connection) -> Result<(), Trouble> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ] {
        conn.set_db_config(setting, on)?;
    }
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn.execute_batch(include_str!("sql/pragmas.sql"))?)
}

/// The check that opening affords: all tables answer, and the journal ends where it should.
fn glance(conn: &Connection) -> Result<(), Trouble> {
    let known = migrate::known();
    let found = migrate::version(conn)?;
    if found > known {
        return Err(Trouble::Newer { found, known });
    }
    conn.execute_batch(include_str!("sql/every_table.sql")).map_err(|error| match Trouble::from(error) {
        Trouble::Sql { .. } => Trouble::corrupt("a table is missing"),
        other => other,
    })?;
    journal::tail(conn).map(|_| ())
}
