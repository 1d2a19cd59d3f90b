//! A doctor's time is given once: overlaps of any length, expiry of holds, booking, undo.
mod common;

use common::*;
use domain::action::Action;
use domain::money::{Fee, Yen};
use register::Trouble;

const UNTIL: &str = "2026-04-03T17:15:00";

#[test]
fn overlapping_times_of_one_doctor_are_exclusive() {
    let room = Room::new();
    let register = room.create();
    let (one, two) = (receive(&register, &MITSUE, 1).unwrap().id, receive(&register, &JIRO, 2).unwrap().id);
    act(&register, one, hold("dr1", "2026-04-20T14:00:00", 60, UNTIL), 3).unwrap();
    let before = register.load(two).unwrap();
    for (start, minutes) in [
        ("2026-04-20T14:00:00", 60),
        ("2026-04-20T14:30:00", 15),
        ("2026-04-20T13:30:00", 31),
        ("2026-04-20T13:00:00", 180),
        ("2026-04-20T14:59:00", 60),
    ] {
        let got = act(&register, two, hold("dr1", start, minutes, UNTIL), 4);
        assert_eq!(got, Err(Trouble::SlotTaken), "{start} for {minutes} minutes");
    }
    assert_eq!(register.load(two).unwrap(), before, "a refused hold leaves nothing");
    act(&register, two, hold("dr1", "2026-04-20T13:00:00", 60, UNTIL), 5)
        .expect("it ends where the other starts");
    act(&register, two, hold("dr1", "2026-04-20T15:00:00", 60, UNTIL), 6)
        .expect("it starts where the other ends");
    act(&register, two, hold("dr2", "2026-04-20T14:00:00", 60, UNTIL), 7).expect("another doctor");
}

#[test]
fn a_hold_that_ran_out_is_free_for_others() {
    let room = Room::new();
    let register = room.create();
    let (one, two) = (receive(&register, &MITSUE, 1).unwrap().id, receive(&register, &JIRO, 2).unwrap().id);
    act(&register, one, hold("dr1", "2026-04-20T14:00:00", 60, "2026-04-01T10:00:00"), 3).unwrap();
    let late = hold("dr1", "2026-04-20T14:30:00", 60, UNTIL);
    assert_eq!(act(&register, two, late.clone(), 60), Err(Trouble::SlotTaken), "10:00 itself is still held");
    let span = (time("2026-04-20T00:00:00"), time("2026-04-21T00:00:00"));
    assert_eq!(register.slots(span.0, span.1, at(60)).unwrap().len(), 1);
    assert_eq!(register.slots(span.0, span.1, at(61)).unwrap(), [], "never shown once it ran out");
    act(&register, two, late, 61).unwrap();
    let taken = register.slots(span.0, span.1, at(61)).unwrap();
    assert_eq!((taken[0].case, taken.len()), (two, 1));
    act(&register, one, note("still there"), 62).expect("the old hold in the record takes nothing");
}

#[test]
fn booking_keeps_the_time_until_it_falls() {
    let room = Room::new();
    let register = room.create();
    let (one, two) = (receive(&register, &MITSUE, 1).unwrap().id, receive(&register, &JIRO, 2).unwrap().id);
    let start = "2026-04-20T14:00:00";
    act(&register, one, hold("dr1", start, 60, UNTIL), 3).unwrap();
    act(&register, one, hold("dr1", "2026-04-21T14:00:00", 60, UNTIL), 4).unwrap();
    let fee = Fee::from_net(Yen(30_000), 10).unwrap();
    act(&register, one, Action::Book { start: time(start), fee: Some(fee) }, 5).unwrap();
    let far = 60 * 24 * 30;
    let (from, to) = (time("2026-04-01T00:00:00"), time("2026-05-01T00:00:00"));
    let taken = register.slots(from, to, at(far)).unwrap();
    assert_eq!(taken.len(), 1, "the other hold fell with the booking");
    assert_eq!((taken[0].until, taken[0].by.as_str()), (None, "受付 花子"), "a booking never runs out");
    assert_eq!(act(&register, two, hold("dr1", start, 60, UNTIL), 6), Err(Trouble::SlotTaken));
    act(&register, one, Action::Unbook { reason: "都合".into() }, 7).unwrap();
    act(&register, two, hold("dr1", start, 60, UNTIL), 8).unwrap();
    assert_eq!(undo(&register, one, 9), Err(Trouble::SlotTaken), "an undo cannot take the time back");
    assert_eq!(register.history(one).unwrap().len(), 5);
}

#[test]
fn only_the_asked_span_is_shown() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    act(&register, id, hold("dr1", "2026-04-20T14:00:00", 60, UNTIL), 3).unwrap();
    let seen = |from: &str, to: &str| register.slots(time(from), time(to), at(4)).unwrap().len();
    assert_eq!(seen("2026-04-20T14:59:00", "2026-04-20T16:00:00"), 1, "its last minute");
    assert_eq!(seen("2026-04-20T15:00:00", "2026-04-20T16:00:00"), 0);
    assert_eq!(seen("2026-04-20T13:00:00", "2026-04-20T14:00:00"), 0);
}
