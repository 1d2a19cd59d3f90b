//! Thinning backups by generations, so that a year of them fits and none that may be needed is lost.
use std::collections::BTreeSet;
use std::fs;
use std::hash::Hash;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use crate::backup::BackupFile;
use crate::place;
use crate::store::Register;
use crate::trouble::Trouble;

/// Of today.
const TODAY: usize = 3;
/// Days, weeks and months that have a backup; days without one (weekends) do not count.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

impl Register {
    /// Removes the backups that no generation keeps and returns them. Kept are the newest three of today and the
    /// newest of each of the last 7 days, 4 weeks and 12 months that have one. Damaged ones and those dated after
    /// today (the clock was set back) are neither counted nor removed, and the newest sound one never is.
    ///
    /// # Errors
    /// `Io` when a file cannot be removed; those before it are gone.
    pub fn thin(folder: &Path, today: NaiveDate) -> Result<Vec<PathBuf>, Trouble> {
        let backups = Register::backups(folder)?;
        let mut removed = Vec::new();
        for path in superfluous(&backups, today) {
            fs::remove_file(&path)?;
            removed.push(path);
        }
        if !removed.is_empty() {
            place::sync_folder(folder)?;
        }
        Ok(removed)
    }
}

/// `backups` newest first.
fn superfluous(backups: &[BackupFile], today: NaiveDate) -> Vec<PathBuf> {
    let mut going = Vec::new();
    // Practice backups in the same folder make no generation of the real ones.
    let kinds = [crate::RegisterKind::Real, crate::RegisterKind::Practice];
    for kind in kinds {
        let counted: Vec<&BackupFile> = backups
            .iter()
            .filter(|b| b.verified && b.kind == Some(kind) && b.taken_at.date() <= today)
            .collect();
        let mut kept = BTreeSet::new();
        kept.extend(counted.iter().enumerate().filter(|(_, b)| day(b) == today).map(|(n, _)| n).take(TODAY));
        kept.extend(newest_of_each(&counted, DAYS, day));
        kept.extend(newest_of_each(&counted, WEEKS, |b| day(b).iso_week()));
        kept.extend(newest_of_each(&counted, MONTHS, |b| (day(b).year(), day(b).month())));
        kept.insert(0);
        let left = counted.iter().enumerate().filter(|(n, _)| !kept.contains(n));
        going.extend(left.map(|(_, b)| b.path.clone()));
    }
    going
}

fn day(backup: &BackupFile) -> NaiveDate {
    backup.taken_at.date()
}

/// Where the newest backup of each of the latest `count` periods stands.
fn newest_of_each<P: Eq + Hash>(
    newest_first: &[&BackupFile],
    count: usize,
    period: impl Fn(&BackupFile) -> P,
) -> Vec<usize> {
    let mut seen = std::collections::HashSet::new();
    let firsts = newest_first.iter().enumerate().filter(|(_, b)| seen.insert(period(b)));
    firsts.map(|(n, _)| n).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Duration;

    fn taken(at: &str, verified: bool) -> BackupFile {
        let taken_at = at.parse().unwrap();
        let kind = Some(crate::RegisterKind::Real);
        let path = crate::backup_name(taken_at).into();
        BackupFile { path, taken_at, kind, cases: 1, last_seq: 1, last_hash: String::new(), verified }
    }

    /// Two backups a day, at noon and at five; thinned every evening.
    #[test]
    fn after_four_hundred_days_the_generations_stand() {
        let first = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
        let mut held: Vec<BackupFile> = vec![];
        for n in 0..400 {
            let today = first + Duration::days(n);
            for time in ["12:00:00", "17:00:00"] {
                held.insert(0, taken(&format!("{today}T{time}"), true));
            }
            let going = superfluous(&held, today);
            held.retain(|b| !going.contains(&b.path));
            assert_eq!(held[0].taken_at.date(), today);
        }
        let today = first + Duration::days(399);
        let days: Vec<NaiveDate> = held.iter().map(day).collect();
        assert_eq!(days.iter().filter(|d| **d == today).count(), 2);
        for back in 1..7 {
            assert!(days.contains(&(today - Duration::days(back))), "the day {back} days ago");
        }
        let months: BTreeSet<_> = days.iter().map(|d| (d.year(), d.month())).collect();
        assert_eq!(months.len(), 12);
        assert!(held.len() <= 3 + 7 + 4 + 12, "{} files", held.len());
    }

    #[test]
    fn a_damaged_backup_neither_stands_for_a_generation_nor_is_removed() {
        let today = NaiveDate::from_ymd_opt(2026, 4, 2).unwrap();
        let held = [
            taken("2026-04-02T17:00:00", false),
            taken("2026-04-02T12:00:00", true),
            taken("2025-01-01T12:00:00", true),
        ];
        assert_eq!(superfluous(&held, today), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_clock_set_back_costs_no_backup() {
        let today = NaiveDate::from_ymd_opt(2026, 4, 2).unwrap();
        let mut held: Vec<BackupFile> =
            (10..20).map(|h| taken(&format!("2030-01-01T{h}:00:00"), true)).rev().collect();
        held.push(taken("2026-04-02T12:00:00", true));
        assert_eq!(superfluous(&held, today), Vec::<PathBuf>::new());
    }

    #[test]
    fn of_today_three_are_kept() {
        let today = NaiveDate::from_ymd_opt(2026, 4, 2).unwrap();
        let held: Vec<BackupFile> =
            (9..17).rev().map(|h| taken(&format!("2026-04-02T{h:02}:00:00"), true)).collect();
        let going = superfluous(&held, today);
        assert_eq!(going.len(), 5);
        assert!(held[..3].iter().all(|b| !going.contains(&b.path)), "the newest three stay");
    }
}
