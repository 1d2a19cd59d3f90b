//! Random days at the desk against a small model: a time is given exactly when nobody else has it, and whatever
//! happened, the register verifies and says the same after closing and opening.
mod common;

use chrono::{Duration, NaiveDateTime};
use common::*;
use domain::action::Action;
use domain::ids::CaseId;
use proptest::prelude::*;
use register::Trouble;

#[derive(Clone, Debug)]
enum Deed {
    Hold { case: usize, doctor: usize, start: i64, length: u16, lives: i64 },
    Release { case: usize },
    Note { case: usize },
    Undo { case: usize },
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0..3usize, 0..2usize, 0..12i64, 1..5u16, 0..40i64).prop_map(|(case, doctor, start, length, lives)| {
            Deed::Hold { case, doctor, start: start * 15, length: length * 15, lives }
        }),
        1 => (0..3usize).prop_map(|case| Deed::Release { case }),
        1 => (0..3usize).prop_map(|case| Deed::Note { case }),
        1 => (0..3usize).prop_map(|case| Deed::Undo { case }),
    ]
}

struct Held {
    case: CaseId,
    doctor: String,
    start: NaiveDateTime,
    end: NaiveDateTime,
    until: NaiveDateTime,
}

/// What the cases themselves say is held.
fn held(register: &register::Register, ids: &[CaseId]) -> Vec<Held> {
    let of = |id: &CaseId| {
        let holds = register.load(*id).unwrap().unwrap().case.holds;
        let case = *id;
        holds.into_iter().map(move |hold| Held {
            case,
            start: hold.slot.start,
            end: hold.slot.end(),
            doctor: hold.slot.doctor,
            until: hold.until,
        })
    };
    ids.iter().flat_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn times_are_given_once(deeds in prop::collection::vec(deed(), 1..30)) {
        let room = Room::new();
        let register = room.create();
        let ids: Vec<CaseId> = (0..3).map(|n| receive(&register, &MITSUE, n).unwrap().id).collect();
        let day = time("2026-04-20T13:00:00");
        for (minute, deed) in (10..).zip(deeds) {
            match deed {
                Deed::Hold { case, doctor, start, length, lives } => {
                    let (case, doctor) = (ids[case], format!("dr{doctor}"));
                    let start = day + Duration::minutes(start);
                    let end = start + Duration::minutes(length.into());
                    // A second hold of a case at the same moment replaces its first.
                    let free = held(&register, &ids).iter().all(|other| {
                        other.doctor != doctor || other.until < at(minute) || other.end <= start || other.start >= end
                            || (other.case == case && other.start == start)
                    });
                    let text = |t: NaiveDateTime| t.format("%Y-%m-%dT%H:%M:%S").to_string();
                    let action = hold(&doctor, &text(start), length, &text(at(minute + lives)));
                    let got = act(&register, case, action, minute).map(|_| ());
                    prop_assert_eq!(got, if free { Ok(()) } else { Err(Trouble::SlotTaken) });
                }
                Deed::Release { case } => {
                    let Some(start) = held(&register, &ids).iter().find(|h| h.case == ids[case]).map(|h| h.start) else {
                        continue;
                    };
                    act(&register, ids[case], Action::ReleaseSlot { start }, minute).unwrap();
                }
                Deed::Note { case } => drop(act(&register, ids[case], note("覚え"), minute).unwrap()),
                Deed::Undo { case } => {
                    let got = undo(&register, ids[case], minute).err();
                    prop_assert!(matches!(got, None | Some(Trouble::NotFound | Trouble::SlotTaken)), "{:?}", got);
                }
            }
        }
        let report = register.verify().unwrap();
        prop_assert_eq!(&report.differences, &[]);
        let all_told: Vec<_> = ids.iter().map(|id| register.load(*id).unwrap()).collect();
        drop(register);
        let again = room.open();
        prop_assert_eq!(ids.iter().map(|id| again.load(*id).unwrap()).collect::<Vec<_>>(), all_told);
        prop_assert_eq!(again.verify().unwrap(), report);
    }
}
