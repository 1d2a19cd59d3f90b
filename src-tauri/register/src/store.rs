//! The open register: one connection that writes, one that reads, so that a long write never delays typing.
//! The only way to write is [`Register::write`]: one exclusive transaction, acknowledged after COMMIT.
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use crate::lock::Lock;
use crate::open::RegisterKind;
use crate::trouble::Trouble;

/// An open register. Shareable between threads; dropping it closes the file and frees the lock.
#[derive(Debug)]
pub struct Register {
    pub(crate) path: PathBuf,
    pub(crate) kind: RegisterKind,
    /// Declared, and so closed, before the writer: only the last connection folds the log into the file, and one that
    /// cannot write would leave it lying there.
    pub(crate) reader: Mutex<Connection>,
    /// `None` in view mode.
    pub(crate) writer: Option<Mutex<Connection>>,
    /// A write did not reach the disk: nothing more is written until the register is opened anew.
    pub(crate) failed: AtomicBool,
    /// Declared last: the connections close before another process may come in.
    pub(crate) _lock: Option<Lock>,
}

impl Register {
    /// Real, or for practice.
    pub fn kind(&self) -> RegisterKind {
        self.kind
    }
    /// Opened for viewing, or a write failed to reach the disk.
    pub fn is_read_only(&self) -> bool {
        self.writer.is_none() || self.failed.load(Ordering::Acquire)
    }
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// One write transaction. An error of `work` leaves nothing behind; `Ok` means it is on the disk.
    pub(crate) fn write<T, E: From<Trouble>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let writer = self.writer.as_ref().filter(|_| !self.is_read_only()).ok_or(Trouble::ReadOnly)?;
        let mut conn = held(writer);
        let begun = conn.transaction_with_behavior(TransactionBehavior::Immediate);
        let tx = begun.map_err(Trouble::from)?;
        let done = work(&tx)?;
        tx.commit().map_err(|error| self.not_committed(error))?;
        Ok(done)
    }

    /// After a failed sync nobody knows what the disk holds: trusting a second try has lost data elsewhere.
    fn not_committed(&self, error: rusqlite::Error) -> Trouble {
        if error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure) {
            self.failed.store(true, Ordering::Release);
        }
        error.into()
    }

    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Trouble>) -> Result<T, Trouble> {
        work(&held(&self.reader))
    }
}

/// A panic while a connection was held rolled its transaction back; the connection itself stays good.
pub(crate) fn held(conn: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    conn.lock().unwrap_or_else(PoisonError::into_inner)
}
