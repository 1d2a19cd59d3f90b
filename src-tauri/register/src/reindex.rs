//! Bringing briefs up to date when the hospital's rules changed. Facts, revisions and journal stay as they are.
use domain::brief::Brief;
use domain::case::Case;
use domain::ids::CaseId;

use crate::change;
use crate::read;
use crate::store::Register;
use crate::trouble::Trouble;

impl Register {
    /// Computes the briefs of open cases anew, all in one transaction; returns how many came out otherwise.
    ///
    /// # Errors
    /// `Corrupt` at a row that was altered, `ReadOnly`, `DiskFull`, `Io`; then none is changed.
    pub fn reindex(&self, brief_of: &dyn Fn(&Case) -> Brief) -> Result<usize, Trouble> {
        self.write(|conn| {
            let mut open = conn.prepare("SELECT id FROM case_ WHERE open = 1 ORDER BY id")?;
            let ids = open.query_map([], |row| row.get(0))?.collect::<Result<Vec<CaseId>, _>>()?;
            let mut changed = 0;
            for id in ids {
                let stored = read::load(conn, id)?.ok_or(Trouble::NotFound)?;
                let brief = brief_of(&stored.case);
                if brief != stored.brief {
                    change::rewrite_brief(conn, id, &brief)?;
                    changed += 1;
                }
            }
            Ok(changed)
        })
    }
}
