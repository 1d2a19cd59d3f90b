//! Looking for damage and tampering: the file's structure, its schema, every hash, the chain, and whether each record
//! is what its journal makes of it. Repairs nothing.
mod index;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::history::replay;
use domain::ids::CaseId;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::change::serial_name;
use crate::journal::{self, Line};
use crate::read::{self, CaseRow, Stored};
use crate::store::Register;
use crate::trouble::Trouble;
use crate::{hash, migrate, slots};

/// Something that is not as it was written. Names places, never content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum Difference {
    /// SQLite's own check, or a read that failed.
    Structure { detail: String },
    /// A table, index or trigger that is missing, new, or other than ours.
    Schema { object: String },
    /// A journal entry was altered.
    Entry {
        #[ts(type = "number")]
        seq: i64,
    },
    /// Entries are missing before this one, or it was put there.
    Gap {
        #[ts(type = "number")]
        seq: i64,
    },
    /// The journal does not end where the register says.
    Tail {},
    /// A case's row was altered.
    Row {
        #[ts(type = "number")]
        case: CaseId,
    },
    /// A case is not what its journal makes of it.
    Replay {
        #[ts(type = "number")]
        case: CaseId,
    },
    /// The journal tells of a case that is not there.
    Lost { case: String },
    /// Lists or search do not show a case as it is (0: more than one case may be concerned).
    Index {
        #[ts(type = "number")]
        case: CaseId,
    },
    /// The times held or booked do not follow from the case.
    Slot {
        #[ts(type = "number")]
        case: CaseId,
    },
    /// Reference data is not what the journal set.
    Reference { kind: String, key: String },
    /// A receipt number beyond the last one given out. (A counter that stands too high only leaves a gap.)
    Serial { fiscal_year: i32 },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Structure { detail } => write!(f, "structure: {detail}"),
            Difference::Schema { object } => write!(f, "schema: {object}"),
            Difference::Entry { seq } => write!(f, "journal entry {seq} was altered"),
            Difference::Gap { seq } => write!(f, "the journal breaks before entry {seq}"),
            Difference::Tail {} => f.write_str("the journal's end is missing"),
            Difference::Row { case } => write!(f, "case {case} was altered"),
            Difference::Replay { case } => write!(f, "case {case} does not follow from its journal"),
            Difference::Lost { case } => write!(f, "case {case} is missing"),
            Difference::Index { case } => write!(f, "the index of case {case} is wrong"),
            Difference::Slot { case } => write!(f, "the times of case {case} are wrong"),
            Difference::Reference { kind, key } => write!(f, "reference data {kind}/{key} was altered"),
            Difference::Serial { fiscal_year } => write!(f, "a receipt number of {fiscal_year} is unknown"),
        }
    }
}

/// What a look over the whole register found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Report {
    pub cases: u32,
    pub entries: u32,
    /// Number and hash (hex) of the last journal entry: compare with an anchor kept elsewhere.
    #[ts(type = "number")]
    pub last_seq: i64,
    pub last_hash: String,
    /// At most the first thousand.
    pub differences: Vec<Difference>,
}

impl Report {
    pub fn is_sound(&self) -> bool {
        self.differences.is_empty()
    }
    fn found(&mut self, difference: Difference) {
        if self.differences.len() < 1000 {
            self.differences.push(difference);
        }
    }
}

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Structure, schema, chain and row hashes: a copy is what its source was.
    Hashes,
    /// Also whether everything follows from the journal.
    Everything,
}

impl Register {
    /// SQLite's quick check of the file's structure, on a connection of its own: run it in the background right after
    /// opening.
    ///
    /// # Errors
    /// `Corrupt`, `Io`.
    pub fn check_now(&self) -> Result<(), Trouble> {
        let conn = self.another_reader()?;
        let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        match found.as_str() {
            "ok" => Ok(()),
            _ => Err(Trouble::corrupt("the file's structure")),
        }
    }

    /// Looks over everything, on a connection of its own and one state of the register: structure, schema, the chain,
    /// every row's hash, and that records, slots, lists, search, reference data and counters follow from the journal.
    ///
    /// # Errors
    /// Only what keeps it from looking (`Io`, `Locked`); damage is in the report.
    pub fn verify(&self) -> Result<Report, Trouble> {
        self.verify_to(Depth::Everything)
    }

    pub(crate) fn verify_to(&self, depth: Depth) -> Result<Report, Trouble> {
        // A sealed file is open the only way it may be; else long reading gets a connection of its own.
        match self.writer {
            None => self.read(|conn| look(conn, depth)),
            Some(_) => look(&self.another_reader()?, depth),
        }
    }
}

type Look = fn(&Connection, &mut Report) -> Result<(), Trouble>;

fn look(conn: &Connection, depth: Depth) -> Result<Report, Trouble> {
    let conn = conn.unchecked_transaction()?;
    let mut report =
        Report { cases: 0, entries: 0, last_seq: 0, last_hash: String::new(), differences: vec![] };
    let hashes: [Look; 4] = [structure, schema, chain, rows];
    let everything: [Look; 7] = [origin, lost, index::lines, index::search, times, references, serials];
    let further = if depth == Depth::Everything { &everything[..] } else { &[] };
    for part in hashes.iter().chain(further) {
        match part(&conn, &mut report) {
            Err(Trouble::Corrupt { detail }) => report.found(Difference::Structure { detail }),
            // Damage can make a statement fail in any way.
            Err(Trouble::Sql { code, .. }) => {
                report.found(Difference::Structure { detail: format!("database error {code}") });
            }
            other => other?,
        }
    }
    if depth == Depth::Everything {
        replays(&conn, &mut report)?;
    }
    Ok(report)
}

fn structure(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let mut check = conn.prepare("PRAGMA integrity_check")?;
    for detail in check.query_map([], |row| row.get::<_, String>(0))? {
        let detail = detail?;
        if detail != "ok" {
            report.found(Difference::Structure { detail });
        }
    }
    Ok(())
}

type Object = (String, String, String, Option<String>);

fn objects(conn: &Connection) -> Result<BTreeSet<Object>, Trouble> {
    let mut query = conn.prepare(include_str!("../sql/objects.sql"))?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Against a register made this moment: a trigger taken away would let the journal be rewritten unseen.
fn schema(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let found = migrate::version(conn)?;
    let mut fresh = Connection::open_in_memory()?;
    migrate::bring_up(&mut fresh, "".as_ref(), &migrate::STEPS[..found as usize])?;
    for (_, object, ..) in objects(&fresh)?.symmetric_difference(&objects(conn)?) {
        report.found(Difference::Schema { object: object.clone() });
    }
    Ok(())
}

fn chain(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let mut query = conn.prepare(include_str!("../sql/journal_all.sql"))?;
    let mut rows = query.query([])?;
    let (mut seq, mut before) = (0, hash::NOTHING.to_vec());
    while let Some(row) = rows.next()? {
        let line = Line::of(row)?;
        if line.seq != seq + 1 || line.prev_hash != before {
            report.found(Difference::Gap { seq: line.seq });
        }
        if !line.whole() {
            report.found(Difference::Entry { seq: line.seq });
        }
        report.entries += 1;
        (seq, before) = (line.seq, line.hash);
    }
    (report.last_seq, report.last_hash) = (seq, hash::hex(&before));
    if journal::tail(conn).is_err() {
        report.found(Difference::Tail {});
    }
    Ok(())
}

fn each_row(conn: &Connection, mut each: impl FnMut(CaseRow) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let mut query = conn.prepare(include_str!("../sql/case_all.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        each(CaseRow::of(row)?)?;
    }
    Ok(())
}

fn rows(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    each_row(conn, |row| {
        report.cases += 1;
        if !row.whole() {
            report.found(Difference::Row { case: row.id });
        }
        Ok(())
    })
}

/// Every case that can be read, against its journal.
fn replays(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let ids: Vec<CaseId> = match ids(conn) {
        Ok(ids) => ids,
        // Already told by the checks before.
        Err(_) => return Ok(()),
    };
    for id in ids {
        let agrees = read::load(conn, id).and_then(|stored| {
            let stored = stored.ok_or(Trouble::NotFound)?;
            let entries = read::history(conn, id)?;
            Ok(replay(&entries) == stored.case && entries.len() as i64 == stored.revision && derived(&stored))
        });
        if !agrees.unwrap_or(false) {
            report.found(Difference::Replay { case: id });
        }
    }
    Ok(())
}

fn ids(conn: &Connection) -> Result<Vec<CaseId>, Trouble> {
    let mut query = conn.prepare("SELECT id FROM case_ ORDER BY id")?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The brief tells of the same case: what it repeats of the record agrees. Its judgements need the hospital's rules.
fn derived(stored: &Stored) -> bool {
    stored.brief.number == stored.case.number && stored.brief.name == stored.case.patient.name.written()
}

/// What the register knows of itself is what its first entry tells.
fn origin(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    if !conn.query_row(include_str!("../sql/same_origin.sql"), [], |row| row.get(0))? {
        report.found(Difference::Structure { detail: "the register's own name or date".to_owned() });
    }
    Ok(())
}

fn lost(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let mut query = conn.prepare(include_str!("../sql/lost_cases.sql"))?;
    for case in query.query_map([], |row| row.get(0))? {
        report.found(Difference::Lost { case: case? });
    }
    Ok(())
}

/// Slots are exactly the bookings and the holds that had not run out at the last change.
fn times(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let Some(now) = journal::tail(conn)?.at else { return Ok(()) };
    let mut due = BTreeSet::new();
    for id in ids(conn)? {
        // A row that cannot be read is told of elsewhere.
        let Ok(Some(stored)) = read::load(conn, id) else { continue };
        due.extend(slots::of_case(&stored.case, id, now).into_iter().map(slots::key));
    }
    let held: BTreeSet<_> = slots::all(conn)?.into_iter().map(slots::key).collect();
    for (case, until, _) in held.symmetric_difference(&due) {
        // One that ran out meanwhile is dropped with the next change that takes a time.
        if until.is_none_or(|until| until >= now) {
            report.found(Difference::Slot { case: *case });
        }
    }
    Ok(())
}

fn references(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let mut query = conn.prepare(include_str!("../sql/references_astray.sql"))?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for row in rows {
        let (kind, key) = row?;
        report.found(Difference::Reference { kind, key });
    }
    Ok(())
}

fn serials(conn: &Connection, report: &mut Report) -> Result<(), Trouble> {
    let mut last: BTreeMap<i32, u32> = BTreeMap::new();
    each_row(conn, |row| {
        let brief: domain::brief::Brief = read::parse(&row.brief, row.id)?;
        if let Some(number) = brief.number {
            let highest = last.entry(number.fiscal_year).or_default();
            *highest = number.serial.max(*highest);
        }
        Ok(())
    })?;
    let mut counter = conn.prepare("SELECT coalesce(max(value), 0) FROM counter WHERE name = ?1")?;
    for (fiscal_year, highest) in last {
        let given: u32 = counter.query_row([serial_name(fiscal_year)], |row| row.get(0))?;
        if highest > given {
            report.found(Difference::Serial { fiscal_year });
        }
    }
    Ok(())
}
