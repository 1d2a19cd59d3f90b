//! What a desk does all day: change, load, list, find, hold times, look at the journal.
mod common;

use common::*;
use domain::action::Action;
use domain::history::{Event, replay};
use domain::stage::Stage;
use register::{Decided, Filter, JournalFilter, Page, Sort, Trouble};

#[test]
fn a_change_is_read_back_with_its_history() {
    let room = Room::new();
    let register = room.create();
    let new = receive(&register, &MITSUE, 1).unwrap();
    assert_eq!((new.id, new.revision), (1, 1));
    let noted = act(&register, new.id, note("留守番電話"), 2).unwrap();
    assert_eq!((noted.revision, noted.seq), (2, new.seq + 1));
    let stored = register.load(new.id).unwrap().unwrap();
    assert_eq!(stored.revision, 2);
    assert_eq!(stored.case.patient.name.family, "髙橋", "kept to the letter");
    assert_eq!(stored.brief.number.unwrap().to_string(), "R8-0001");
    let history = register.history(new.id).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(replay(&history), stored.case);
    assert_eq!(register.load(99).unwrap(), None);
    assert_eq!(register.last_at().unwrap(), Some(at(2)));
    drop(register);
    assert_eq!(room.open().load(new.id).unwrap().unwrap(), stored, "the same after reopening");
}

#[test]
fn undo_is_an_entry_of_its_own() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    let before = register.load(id).unwrap().unwrap().case;
    act(&register, id, Action::Move { place: "棚B".into() }, 2).unwrap();
    undo(&register, id, 3).unwrap();
    assert_eq!(register.load(id).unwrap().unwrap().case, before);
    assert_eq!(register.history(id).unwrap().len(), 3);
}

#[test]
fn a_refused_change_leaves_nothing_not_even_a_number() {
    let room = Room::new();
    let register = room.create();
    let before = register.last_seq_and_hash().unwrap();
    let refused = register.change(None, &mark(1), |tx| {
        assert_eq!(tx.next_serial(2026)?, 1);
        Err(Trouble::NotFound)
    });
    assert_eq!(refused, Err(Trouble::NotFound));
    assert_eq!(register.last_seq_and_hash().unwrap(), before);
    let first = receive(&register, &MITSUE, 2).unwrap();
    let number = register.load(first.id).unwrap().unwrap().brief.number.unwrap();
    assert_eq!(number.serial, 1, "the number of the refused change is still free");
}

#[test]
fn a_record_that_does_not_follow_from_its_event_is_not_written() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    let stored = register.load(id).unwrap().unwrap();
    let wrong = register.change(Some(id), &mark(2), |_| {
        let event = Event::Done { action: note("a") };
        Ok::<Decided, Trouble>(decided(stored.case.clone(), event, 2))
    });
    assert_eq!(wrong, Err(Trouble::Contradiction));
    assert_eq!(register.load(id).unwrap().unwrap(), stored);
    assert_eq!(register.history(id).unwrap().len(), 1);
}

#[test]
fn a_receipt_number_is_never_given_twice() {
    let room = Room::new();
    let register = room.create();
    receive(&register, &MITSUE, 1).unwrap();
    let number = register.load(1).unwrap().unwrap().case.number;
    let again = register.change(None, &mark(2), |_| {
        let action = packet(&JIRO, number, 2);
        let case = domain::Case::default().after(&action, &mark(2));
        Ok(decided(case, Event::Done { action }, 2))
    });
    assert_eq!(again, Err(Trouble::Conflict));
    assert_eq!(receive(&register, &JIRO, 3).unwrap().id, 2);
    let serial = |year| {
        let got = std::cell::Cell::new(0);
        let _ = register.change(None, &mark(4), |tx| {
            got.set(tx.next_serial(year)?);
            Err::<Decided, _>(Trouble::NotFound)
        });
        got.get()
    };
    assert_eq!((serial(2026), serial(2027)), (3, 1), "each fiscal year counts from 1");
}

#[test]
fn lists_are_filtered_sorted_and_counted() {
    let room = Room::new();
    let register = room.create();
    let ids = busy_day(&register);
    let end = Action::End { kind: domain::case::EndKind::Cancelled, ground: None, reason: "希望".into() };
    act(&register, ids[3], end, 100).unwrap();
    let listed = register.list(&Filter::default(), Page { offset: 0, limit: 5 }).unwrap();
    assert_eq!(listed.total, 12);
    let shown: Vec<i64> = listed.rows.iter().map(|(id, _)| *id).collect();
    assert_eq!(shown, [12, 11, 10, 9, 8], "newest first");
    assert_eq!(listed.by_stage.iter().map(|(_, n)| n).sum::<u32>(), 12);
    assert!(listed.by_stage.contains(&(Stage::EndedCancelled, 1)));

    let total = |filter: &Filter| {
        let listed = register.list(filter, all()).unwrap();
        assert_eq!(listed.total as usize, listed.rows.len(), "all on one page");
        listed.total
    };
    let stages = vec![Stage::EndedCancelled];
    assert_eq!(total(&Filter { stages, ..Filter::default() }), 1);
    assert_eq!(total(&Filter { open: Some(true), ..Filter::default() }), 11);
    assert_eq!(total(&Filter { department: Some("digestive".into()), ..Filter::default() }), 12);
    assert_eq!(total(&Filter { department: Some("surgery".into()), ..Filter::default() }), 0);
    assert_eq!(total(&Filter { fiscal_year: Some(2026), ..Filter::default() }), 12);
    assert_eq!(total(&Filter { mode: Some(domain::visit::Mode::Online), ..Filter::default() }), 0);
    let day = at(0).date();
    assert_eq!(total(&Filter { since_from: Some(day), since_to: Some(day), ..Filter::default() }), 12);
    assert_eq!(total(&Filter { since_from: day.succ_opt(), ..Filter::default() }), 0);
    assert_eq!(total(&Filter { visit_to: Some(day), ..Filter::default() }), 0, "nobody is booked");

    let kana = register.list(&Filter { sort: Sort::Kana, ..Filter::default() }, all()).unwrap();
    assert_eq!(kana.rows[0].1.kana, "タカハシ ミツエ");
    assert_eq!(kana.rows[11].1.kana, "ワタナベ ジロウ");
    for sort in [Sort::Due, Sort::Since, Sort::Visit, Sort::Stage] {
        assert_eq!(total(&Filter { sort, ..Filter::default() }), 12, "{sort:?}");
    }
}

#[test]
fn todays_work_is_what_waits_by_then() {
    let room = Room::new();
    let register = room.create();
    let id = receive(&register, &MITSUE, 1).unwrap().id;
    let first = register.load(id).unwrap().unwrap().brief.steps.iter().map(|s| s.from).min().unwrap();
    let waiting = |day| register.open_briefs(day).unwrap().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(waiting(first), [id]);
    assert_eq!(waiting(first.pred_opt().unwrap()), [0; 0], "not before its day");
    let end = Action::End { kind: domain::case::EndKind::Cancelled, ground: None, reason: String::new() };
    act(&register, id, end, 2).unwrap();
    assert_eq!(waiting(first), [0; 0], "an ended case without material waits for nothing");
}

#[test]
fn the_same_name_box_knows_how_a_name_sounds() {
    let room = Room::new();
    let register = room.create();
    receive(&register, &MITSUE, 1).unwrap();
    receive(&register, &Person { birth: "1970-01-01", ..MITSUE }, 2).unwrap();
    receive(&register, &JIRO, 3).unwrap();
    let alike = |kana: &str, birth: Option<&str>| {
        let birth = birth.map(|b| b.parse().unwrap());
        register.alike(kana, birth).unwrap().into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(alike("たかはし みつえ", None), [2, 1], "newest first");
    assert_eq!(alike("ﾀｶﾊｼﾐﾂｴ", Some("1941-02-08")), [1, 2], "the same birth first");
    assert_eq!(alike("", None), [0; 0]);
}

#[test]
fn the_journal_shows_who_did_what() {
    let room = Room::new();
    let register = room.create();
    busy_day(&register);
    let lines = |filter: JournalFilter| register.journal(&filter, all()).unwrap();
    let everything = lines(JournalFilter::default());
    assert_eq!(everything[0].subject_kind, "desk", "newest first");
    assert_eq!(everything.last().unwrap().subject_kind, "register", "the creation is the first entry");
    assert!(everything.windows(2).all(|two| two[0].seq == two[1].seq + 1));
    let of = |kind: &str, key: &str| {
        let (kind, key) = (Some(kind.to_owned()), Some(key.to_owned()));
        lines(JournalFilter { subject_kind: kind, subject_key: key, ..JournalFilter::default() })
    };
    assert_eq!(of("case", "1").len(), 5);
    assert_eq!(of("reference", "doctor/dr1")[0].reason, "着任");
    assert_eq!(lines(JournalFilter { by: Some("nobody".into()), ..Default::default() }), []);
    let between = JournalFilter { from: Some(at(62)), to: Some(at(63)), ..Default::default() };
    assert_eq!(lines(between).len(), 1);
}

#[test]
fn reference_data_and_drafts() {
    let room = Room::new();
    let register = room.create();
    register.put_reference("setting", "a", "{\"x\": 1.50}", &mark(1), "").unwrap();
    register.put_reference("setting", "a", "{\"x\": 2}", &mark(2), "").unwrap();
    register.put_reference("doctor", "d", "{}", &mark(2), "").unwrap();
    let all = register.reference().unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].record, "{\"x\": 2}", "to the letter");
    let before = register.last_seq_and_hash().unwrap();
    assert!(register.put_reference("setting", "a", "no json", &mark(3), "").is_err());
    assert_eq!(register.reference().unwrap(), all);

    assert_eq!(register.draft("receive").unwrap(), None);
    register.put_draft("receive", r#"{"family":"た"}"#, at(4)).unwrap();
    register.put_draft("receive", r#"{"family":"たか"}"#, at(5)).unwrap();
    assert_eq!(register.draft("receive").unwrap().as_deref(), Some(r#"{"family":"たか"}"#));
    register.drop_draft("receive").unwrap();
    assert_eq!(register.draft("receive").unwrap(), None);
    assert_eq!(register.last_seq_and_hash().unwrap(), before, "drafts are not journaled");
}
