//! The shape of the file through time: numbered steps, each applied whole or not at all. Never changes a shipped step.
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, named_params};

use crate::place::{self, beside};
use crate::trouble::Trouble;

/// Step n brings a register from version n-1 to n.
pub(crate) const STEPS: [&str; 1] = [include_str!("../schema/001.sql")];

/// The version this program writes.
pub(crate) fn known() -> u32 {
    STEPS.len() as u32
}

pub(crate) fn version(conn: &Connection) -> Result<u32, Trouble> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a register up to date; a copy named `<name>.before-v<n>` is kept from before the first step.
///
/// # Errors
/// `Newer` when the file is ahead of `steps`; whatever the disk does. A failed step leaves the version before it.
pub(crate) fn bring_up(conn: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), Trouble> {
    let found = version(conn)?;
    let known = steps.len() as u32;
    if found > known {
        return Err(Trouble::Newer { found, known });
    }
    if found > 0 && found < known {
        keep_copy(conn, &beside(path, &format!(".before-v{known}")))?;
    }
    for (step, sql) in (1u32..).zip(steps).skip(found as usize) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", step)?;
        tx.commit()?;
    }
    Ok(())
}

fn keep_copy(conn: &Connection, copy: &Path) -> Result<(), Trouble> {
    let temporary = beside(copy, ".partial");
    place::remove_if_there(&temporary)?;
    write_copy(conn, &temporary)?;
    std::fs::rename(&temporary, copy)?;
    place::sync_folder(place::folder(copy))
}

/// A whole copy of what the connection sees, synced. The file must not be there yet.
pub(crate) fn write_copy(conn: &Connection, to: &Path) -> Result<(), Trouble> {
    let name = to.to_str().ok_or(Trouble::Io { kind: "the path is not Unicode".to_owned() })?;
    conn.execute("VACUUM INTO :file", named_params! { ":file": name })?;
    place::sync_file(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash;

    /// Shipped steps and their checksums: add a line, never change one.
    #[test]
    fn shipped_steps_are_frozen() {
        let sums: Vec<String> = STEPS.iter().map(|sql| hash::hex(&hash::of(&[sql.as_bytes()]))).collect();
        assert_eq!(
            sums,
            ["7efec646bdf2d7c8bbed8f1f2d6caa3a0cccc2a7e7d52e985f9ba3baafb78181"],
            "a shipped migration must never change: write a new one"
        );
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before_it_and_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.sqlite3");
        let mut conn = Connection::open(&path).unwrap();
        bring_up(&mut conn, &path, &["CREATE TABLE one (a INTEGER) STRICT;"]).unwrap();
        let steps = ["", "CREATE TABLE two (a INTEGER) STRICT;", "CREATE TABLE three (a INTEGER); nonsense"];
        assert!(bring_up(&mut conn, &path, &steps).is_err());
        assert_eq!(version(&conn), Ok(2), "step two stands, step three left nothing");
        let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert_eq!(tables, 2);
        let copy = Connection::open(folder.path().join("r.sqlite3.before-v3")).unwrap();
        assert_eq!(version(&copy), Ok(1), "the copy is from before the first step");
        assert_eq!(bring_up(&mut conn, &path, &["x"]), Err(Trouble::Newer { found: 2, known: 1 }));
    }
}
