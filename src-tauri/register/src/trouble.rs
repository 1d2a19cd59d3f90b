//! What can go wrong with a register: one variant per thing the screen does differently. Never carries a patient's data.
use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

/// Why the register could not do it.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, TS)]
#[serde(tag = "trouble", rename_all = "snake_case")]
pub enum Trouble {
    /// Neither a register nor its marker: the first run.
    #[error("there has never been a register here")]
    NeverCreated,
    /// There was a register here (its marker is), but the file is gone.
    #[error("the register is missing")]
    Missing,
    /// The file is there and has no bytes.
    #[error("the register file is empty")]
    Empty,
    /// Another program's file, or none we can read.
    #[error("not a register of this program")]
    Foreign,
    /// Made by a newer version of this program.
    #[error("register version {found} is newer than {known}")]
    Newer { found: u32, known: u32 },
    /// Damaged or altered; `detail` names the place, never the content.
    #[error("the register is damaged: {detail}")]
    Corrupt { detail: String },
    /// Another process has it open.
    #[error("the register is open elsewhere")]
    Locked,
    /// Opened for viewing only, or turned so after a failed write to the disk.
    #[error("the register is open for viewing only")]
    ReadOnly,
    /// On a network drive, where SQLite's locks do not hold.
    #[error("the register lies on a network drive")]
    NetworkDrive,
    /// A register, or the marker of one, is already there.
    #[error("a register is already there")]
    AlreadyExists,
    #[error("the disk is full")]
    DiskFull,
    #[error("the disk or folder could not be used: {kind}")]
    Io { kind: String },
    /// Another case holds or has booked this time of the doctor.
    #[error("the time is taken")]
    SlotTaken,
    /// The case changed since it was read, or its receipt number is in use.
    #[error("the case was changed meanwhile")]
    Conflict,
    #[error("no such case")]
    NotFound,
    /// The new record is not what the journal entry makes of the old one.
    #[error("the record does not follow from its journal")]
    Contradiction,
    /// The backup cannot be trusted, and why.
    #[error("the backup cannot be used: {why}")]
    BackupBad { why: String },
    #[error("database error {code}: {detail}")]
    Sql { code: i32, detail: String },
}

impl Trouble {
    pub(crate) fn corrupt(detail: impl Into<String>) -> Self {
        Trouble::Corrupt { detail: detail.into() }
    }
    pub(crate) fn bad_backup(why: impl ToString) -> Self {
        Trouble::BackupBad { why: why.to_string() }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Trouble::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Trouble::ReadOnly,
            kind => Trouble::Io { kind: kind.to_string() },
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let Some(failure) = error.sqlite_error() else {
            return shape(&error);
        };
        match failure.code {
            ErrorCode::DiskFull => Trouble::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Trouble::Locked,
            ErrorCode::ReadOnly => Trouble::ReadOnly,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Trouble::corrupt("the file's structure"),
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Trouble::Io { kind: io_kind(failure.extended_code).to_owned() }
            }
            ErrorCode::ConstraintViolation => constraint(&error, failure.extended_code),
            _ => Trouble::Sql { code: failure.extended_code, detail: error.to_string() },
        }
    }
}

/// The statement found other columns or values than it expects: the file is not what its schema says.
fn shape(error: &rusqlite::Error) -> Trouble {
    use rusqlite::Error;
    match error {
        Error::FromSqlConversionFailure(column, ..)
        | Error::IntegralValueOutOfRange(column, _)
        | Error::InvalidColumnType(column, ..) => Trouble::corrupt(format!("a value of column {column}")),
        Error::QueryReturnedNoRows => Trouble::corrupt("an expected row is missing"),
        Error::Utf8Error(..) => Trouble::corrupt("a text is not UTF-8"),
        other => Trouble::Sql { code: 0, detail: other.to_string() },
    }
}

fn constraint(error: &rusqlite::Error, extended: i32) -> Trouble {
    match extended {
        // The trigger's own words tell our guards apart.
        rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER if error.to_string().contains("slot taken") => {
            Trouble::SlotTaken
        }
        rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            Trouble::Conflict
        }
        code => Trouble::Sql { code, detail: error.to_string() },
    }
}

fn io_kind(extended: i32) -> &'static str {
    match extended {
        rusqlite::ffi::SQLITE_IOERR_FSYNC | rusqlite::ffi::SQLITE_IOERR_DIR_FSYNC => "sync failed",
        rusqlite::ffi::SQLITE_IOERR_READ | rusqlite::ffi::SQLITE_IOERR_SHORT_READ => "read failed",
        rusqlite::ffi::SQLITE_IOERR_WRITE => "write failed",
        rusqlite::ffi::SQLITE_CANTOPEN => "cannot open",
        _ => "input/output error",
    }
}
