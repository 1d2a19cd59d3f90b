//! One process per register: an advisory lock of the system on a file beside it, which dies with the process.
use std::fs::{File, TryLockError};
use std::path::Path;

use crate::place::beside;
use crate::trouble::Trouble;

/// Held as long as the register is open for writing.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// # Errors
    /// `Locked` when another process holds it; `ReadOnly` when the folder cannot be written; `DiskFull`, `Io`.
    pub(crate) fn take(register: &Path) -> Result<Lock, Trouble> {
        let opened = File::options().create(true).truncate(false).write(true).open(beside(register, ".lock"));
        let file = opened.map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied => Trouble::ReadOnly,
            _ => Trouble::from(error),
        })?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Trouble::Locked),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
