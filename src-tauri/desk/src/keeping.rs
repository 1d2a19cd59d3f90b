//! Keeping what was written: backups, restore, verification, journal, drafts.
use std::path::PathBuf;

use chrono::NaiveDateTime;
use domain::ids::Mark;
use register::{BackupFile, JournalFilter, Page, Register};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::wire::Failure;
use crate::wire::requests::{DraftKey, JournalQuery, Nothing, Painted, Restore, SaveDraft};
use crate::wire::views::{BackupRow, Done, DraftView, Frame, JournalRow, VerifyView};

/// A form on its way, and when it was last written down.
#[derive(Serialize, Deserialize)]
struct KeptDraft {
    saved: NaiveDateTime,
    content: String,
}

/// Longest draft, in bytes.
const DRAFT: usize = 200_000;

impl Desk {
    pub(crate) fn backup_rows(&self) -> Result<Vec<BackupRow>, Failure> {
        let folder = self.place.backups();
        if !folder.exists() {
            return Ok(vec![]);
        }
        Ok(Register::backups(&folder)?.iter().map(row).collect())
    }

    pub(crate) fn backups(&self, _: Nothing) -> Result<Vec<BackupRow>, Failure> {
        self.backup_rows()
    }

    /// Writes and verifies a backup, then thins the generations. Also called by the shell from time to time.
    pub(crate) fn backup(&self, _: Nothing) -> Result<BackupRow, Failure> {
        let open = self.opened()?;
        let folder = self.place.backups();
        let io = |error: std::io::Error| Failure::from(register::Trouble::from(error));
        std::fs::create_dir_all(&folder).map_err(io)?;
        let file = open.register.backup(&folder, self.now())?;
        Register::thin(&folder, self.day())?;
        let by = open.person.lock().expect("a name is swapped whole").clone().unwrap_or_default();
        let row = row(&file);
        open.register.note_event("backup", &row.name, &Mark { at: self.now(), by })?;
        *open.last_backup.lock().expect("a row is swapped whole") = Some(row.clone());
        Ok(row)
    }

    /// Backs up when the newest verified backup is older than `hours` and something was written since.
    ///
    /// # Errors
    /// As [`Desk::backup`].
    pub fn backup_if_old(&self, hours: i64) -> Result<bool, Failure> {
        let open = self.opened()?;
        let newest = open.last_backup.lock().expect("a row is swapped whole").as_ref().map(|b| b.at);
        let written = open.register.last_at()?;
        let old = newest.is_none_or(|at| self.now() - at > chrono::Duration::hours(hours));
        let due = old && (newest.is_none() || written > newest) && !open.register.is_read_only();
        if due {
            self.backup(Nothing {})?;
        }
        Ok(due)
    }

    /// Puts a verified backup in place of the register; what stood there is set aside, never deleted.
    pub(crate) fn restore(&self, request: Restore) -> Result<Frame, Failure> {
        let path = self.backup_path(&request.name)?;
        self.close();
        let restored = register::restore(&path, &self.place.register(self.day()), self.now());
        self.reopen();
        restored?;
        if let Ok(open) = self.opened() {
            let by = open.person.lock().expect("a name is swapped whole").clone().unwrap_or_default();
            open.register.note_event("restore", &request.name, &Mark { at: self.now(), by })?;
        }
        self.frame(Nothing {})
    }

    /// A name of the list of backups, never a path.
    fn backup_path(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.place.backups();
        let known = self.backup_rows()?.into_iter().any(|b| b.name == name);
        if known { Ok(folder.join(name)) } else { Err(Failure::NotFound) }
    }

    pub(crate) fn verify(&self, _: Nothing) -> Result<VerifyView, Failure> {
        let report = self.opened()?.register.verify()?;
        Ok(VerifyView {
            cases: report.cases,
            entries: report.entries,
            whole: report.is_sound(),
            findings: report.differences.iter().map(|d| d.to_string()).collect(),
        })
    }

    pub(crate) fn journal(&self, request: JournalQuery) -> Result<Vec<JournalRow>, Failure> {
        let open = self.opened()?;
        let filter = JournalFilter {
            subject_kind: request.case.map(|_| "case".to_owned()),
            subject_key: request.case.map(|id| id.to_string()),
            ..JournalFilter::default()
        };
        let page = Page { offset: request.page.from, limit: request.page.size.clamp(1, 200) };
        let mut rows = Vec::new();
        for line in open.register.journal(&filter, page)? {
            let id = (line.subject_kind == "case").then(|| line.subject_key.parse().ok()).flatten();
            let stored = id.map(|id| open.register.load(id)).transpose()?.flatten();
            let of = stored.map(|s| {
                format!("{} {}", s.brief.number.map(|n| n.to_string()).unwrap_or_default(), s.brief.name)
            });
            rows.push(JournalRow {
                seq: line.seq,
                mark: Mark { at: line.at, by: line.by },
                subject: line.subject_kind,
                key: line.subject_key,
                of: of.unwrap_or_default().trim().to_owned(),
                event: line.event,
                reason: line.reason,
            });
        }
        Ok(rows)
    }

    pub(crate) fn draft(&self, request: DraftKey) -> Result<DraftView, Failure> {
        let kept = self.opened()?.register.draft(&request.key)?;
        let kept: Option<KeptDraft> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
        Ok(match kept {
            Some(kept) => DraftView { content: Some(kept.content), saved: Some(kept.saved) },
            None => DraftView { content: None, saved: None },
        })
    }

    pub(crate) fn save_draft(&self, request: SaveDraft) -> Result<DraftView, Failure> {
        if request.content.len() > DRAFT {
            return Err(Failure::TooLarge { limit: DRAFT });
        }
        let now = self.now();
        let kept = KeptDraft { saved: now, content: request.content };
        let kept = serde_json::to_string(&kept).map_err(|_| Failure::Internal { report: "draft".into() })?;
        self.opened()?.register.put_draft(&request.key, &kept, now)?;
        Ok(DraftView { content: None, saved: Some(now) })
    }

    pub(crate) fn drop_draft(&self, request: DraftKey) -> Result<Done, Failure> {
        self.opened()?.register.drop_draft(&request.key)?;
        Ok(Done {})
    }

    /// The window has painted; whoever measures the start listens on standard error.
    pub(crate) fn painted(&self, request: Painted) -> Result<Done, Failure> {
        self.outside.painted(&request.screen);
        Ok(Done {})
    }
}

fn row(file: &BackupFile) -> BackupRow {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    BackupRow { name, at: file.taken_at, cases: file.cases, verified: file.verified }
}
