//! Who has which doctor when: rows that follow from the cases' holds and bookings, kept exclusive by the database.
use chrono::NaiveDateTime;
use domain::candidates::Taken;
use domain::case::Case;
use domain::ids::{CaseId, Stamp};
use domain::visit::Slot;
use rusqlite::{Connection, Row, named_params};

use crate::stamp;
use crate::trouble::Trouble;

/// What a case takes up: its booking, and its holds that are live.
pub(crate) fn of_case(case: &Case, id: CaseId, now: Stamp) -> Vec<Taken> {
    let take =
        |slot: &Slot, until, by: &str| Taken { slot: slot.clone(), case: id, until, by: by.to_owned() };
    let booking = case.booking.iter().map(|b| take(&b.slot, None, &b.mark.by));
    let holds = case.live_holds(now).map(|h| take(&h.slot, Some(h.until), &h.mark.by));
    booking.chain(holds).collect()
}

/// Writes what a case takes up now in place of what it took before. Holds that ran out, anybody's, fall first.
///
/// # Errors
/// `SlotTaken` when another case has the doctor at an overlapping time.
pub(crate) fn put(conn: &Connection, id: CaseId, case: &Case, now: Stamp) -> Result<(), Trouble> {
    conn.prepare_cached(include_str!("sql/slots_drop.sql"))?
        .execute(named_params! { ":now": stamp::text(now), ":case": id })?;
    let mut insert = conn.prepare_cached(include_str!("sql/slot_put.sql"))?;
    for taken in of_case(case, id, now) {
        insert.execute(named_params! {
            ":doctor": taken.slot.doctor, ":start": stamp::text(taken.slot.start),
            ":finish": stamp::text(taken.slot.end()), ":minutes": taken.slot.minutes, ":room": taken.slot.room,
            ":case": id, ":until": taken.until.map(stamp::text), ":by": taken.by,
        })?;
    }
    Ok(())
}

/// Live holds and bookings that touch a span of time.
pub(crate) fn taken(
    conn: &Connection,
    from: NaiveDateTime,
    to: NaiveDateTime,
    now: Stamp,
) -> Result<Vec<Taken>, Trouble> {
    let mut query = conn.prepare_cached(include_str!("sql/slots_between.sql"))?;
    let params =
        named_params! { ":from": stamp::text(from), ":to": stamp::text(to), ":now": stamp::text(now) };
    let mut rows = query.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// Every row, run out or not.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Taken>, Trouble> {
    let mut query = conn.prepare(include_str!("sql/slots_all.sql"))?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// What tells two rows apart: case, end of the hold, and the rest.
pub(crate) fn key(taken: Taken) -> (CaseId, Option<NaiveDateTime>, (Slot, String)) {
    (taken.case, taken.until, (taken.slot, taken.by))
}

fn read(row: &Row) -> Result<Taken, Trouble> {
    let (start, until): (String, Option<String>) = (row.get("start")?, row.get("until")?);
    Ok(Taken {
        slot: Slot {
            doctor: row.get("doctor")?,
            start: stamp::read(&start)?,
            minutes: row.get("minutes")?,
            room: row.get("room")?,
        },
        case: row.get("case_id")?,
        until: until.as_deref().map(stamp::read).transpose()?,
        by: row.get("by")?,
    })
}
