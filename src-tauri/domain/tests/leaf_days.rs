//! The desk's calendar: open days, reasons for being closed, posting deadlines, desk hours.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::days::{
    ClosedReason, Closure, ClosureSpan, DeskDays, MonthDay, delivered_by, delivery_moves, within_hours,
};
use domain::holiday::HolidayKind;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

/// 年末年始 every year and one local closure.
fn closures() -> Vec<Closure> {
    let month_day = |month, day| MonthDay { month, day };
    vec![
        Closure {
            span: ClosureSpan::Yearly { from: month_day(12, 29), to: month_day(1, 3) },
            reason: "年末年始".to_owned(),
        },
        Closure {
            span: ClosureSpan::Once { from: day("2026-12-10"), to: day("2026-12-11") },
            reason: "学会".to_owned(),
        },
    ]
}

#[test]
fn why_the_desk_is_closed() {
    let closures = closures();
    let desk = DeskDays::on_weekdays(&closures);
    let closure = |reason: &str| Some(ClosedReason::Closure { reason: reason.to_owned() });
    let holiday =
        |code, name: &str, official| Some(ClosedReason::Holiday { code, name: name.to_owned(), official });
    for (date, expect) in [
        ("2026-11-20", None),
        ("2026-11-21", Some(ClosedReason::Weekend)),
        ("2026-11-22", Some(ClosedReason::Weekend)),
        ("2026-11-23", holiday(HolidayKind::LaborThanksgiving, "勤労感謝の日", true)),
        ("2026-12-10", closure("学会")),
        ("2026-12-11", closure("学会")),
        ("2026-12-28", None),
        ("2026-12-29", closure("年末年始")),
        ("2026-12-31", closure("年末年始")),
        ("2027-01-01", holiday(HolidayKind::NewYear, "元日", true)),
        ("2027-01-03", closure("年末年始")),
        ("2027-01-04", None),
        ("2027-12-10", None),
        ("2028-01-10", holiday(HolidayKind::ComingOfAge, "成人の日", false)),
    ] {
        assert_eq!(desk.why_closed(day(date)), expect, "{date}");
        assert_eq!(desk.is_open(day(date)), expect.is_none(), "{date}");
    }
}

#[test]
fn yearly_closures_within_one_year_and_over_new_year() {
    let yearly = |a: (u8, u8), b: (u8, u8)| ClosureSpan::Yearly {
        from: MonthDay { month: a.0, day: a.1 },
        to: MonthDay { month: b.0, day: b.1 },
    };
    for (span, date, covered) in [
        (yearly((8, 13), (8, 15)), "2026-08-12", false),
        (yearly((8, 13), (8, 15)), "2026-08-13", true),
        (yearly((8, 13), (8, 15)), "2031-08-15", true),
        (yearly((8, 13), (8, 15)), "2026-08-16", false),
        (yearly((6, 22), (6, 22)), "2026-06-22", true),
        (yearly((2, 29), (2, 29)), "2026-02-28", false),
        (yearly((2, 29), (2, 29)), "2028-02-29", true),
        (yearly((12, 29), (1, 3)), "2026-12-28", false),
        (yearly((12, 29), (1, 3)), "2026-12-29", true),
        (yearly((12, 29), (1, 3)), "2027-01-03", true),
        (yearly((12, 29), (1, 3)), "2027-01-04", false),
        (yearly((12, 29), (1, 3)), "2026-07-01", false),
    ] {
        assert_eq!(span.covers(day(date)), covered, "{span:?} {date}");
    }
}

#[test]
fn counting_open_days() {
    let closures = closures();
    let desk = DeskDays::on_weekdays(&closures);
    for (from, n, expect) in [
        ("2026-11-22", 0, "2026-11-22"),
        ("2026-11-22", 1, "2026-11-24"),
        ("2026-11-20", 1, "2026-11-24"),
        ("2026-11-24", -1, "2026-11-20"),
        ("2026-12-09", 1, "2026-12-14"),
        ("2026-12-28", 1, "2027-01-04"),
        ("2027-01-04", -1, "2026-12-28"),
        ("2026-09-18", 1, "2026-09-24"),
        ("2026-05-01", 1, "2026-05-07"),
    ] {
        assert_eq!(desk.add_open_days(day(from), n), day(expect), "{from} {n:+}");
    }
    for (a, b, expect) in [
        ("2026-11-20", "2026-11-24", 1),
        ("2026-11-24", "2026-11-20", -1),
        ("2026-11-21", "2026-11-23", 0),
        ("2026-11-24", "2026-11-24", 0),
        ("2026-12-28", "2027-01-04", 1),
    ] {
        assert_eq!(desk.open_days_between(day(a), day(b)), expect, "{a} to {b}");
    }
    assert_eq!(desk.next_open(day("2026-11-22")), day("2026-11-24"));
    assert_eq!(desk.previous_open(day("2026-11-22")), day("2026-11-20"));
    assert_eq!(desk.open_from(day("2026-11-24")), day("2026-11-24"));
    assert_eq!(desk.open_from(day("2026-11-23")), day("2026-11-24"));
    assert_eq!(desk.open_until(day("2026-11-23")), day("2026-11-20"));
}

/// Acceptance scenario: candidates asked for on 18 September 2026 for the week after.
#[test]
fn the_week_of_three_holidays_leaves_two_days() {
    let desk = DeskDays::on_weekdays(&[]);
    let week = day("2026-09-21").iter_days().take(7);
    let open: Vec<NaiveDate> = week.filter(|date| desk.is_open(*date)).collect();
    assert_eq!(open, [day("2026-09-24"), day("2026-09-25")]);
}

#[test]
fn the_last_day_to_post_a_slip() {
    let closures = closures();
    let desk = DeskDays::on_weekdays(&closures);
    for (visit, lead, every_day, expect) in [
        // Ordinary mail printed on 24 December is too late for 28 December; 速達 on 25 December is not.
        ("2026-12-28", 5, false, "2026-12-21"),
        ("2026-12-28", 2, true, "2026-12-25"),
        ("2026-12-28", 3, true, "2026-12-25"),
        ("2026-12-28", 4, true, "2026-12-24"),
        ("2027-01-05", 5, false, "2026-12-23"),
        ("2027-01-05", 2, true, "2026-12-28"),
        ("2026-11-24", 5, false, "2026-11-16"),
        ("2026-11-24", 0, false, "2026-11-24"),
        ("2026-11-24", 1, true, "2026-11-20"),
    ] {
        let deadline = desk.posting_deadline(day(visit), lead, every_day);
        assert_eq!(deadline, day(expect), "{visit}, {lead} days, every day: {every_day}");
    }
}

#[test]
fn when_post_moves() {
    for (date, ordinary) in [
        ("2026-11-20", true),
        ("2026-11-21", false),
        ("2026-11-22", false),
        ("2026-11-23", false),
        ("2026-11-24", true),
        ("2026-12-29", true),
        ("2027-01-01", false),
    ] {
        assert_eq!(delivery_moves(day(date), false), ordinary, "{date}");
        assert!(delivery_moves(day(date), true), "{date}: 速達 moves every day");
    }
    assert_eq!(delivered_by(day("2026-11-20"), 2, false), day("2026-11-25"));
    assert_eq!(delivered_by(day("2026-11-20"), 2, true), day("2026-11-22"));
    assert_eq!(delivered_by(day("2026-11-20"), 0, false), day("2026-11-20"));
}

#[test]
fn desk_hours() {
    let (open, close) = (time("08:30:00"), time("17:15:00"));
    for (at, inside) in
        [("08:29:59", false), ("08:30:00", true), ("12:00:00", true), ("17:14:59", true), ("17:15:00", false)]
    {
        assert_eq!(within_hours(time(at), open, close), inside, "{at}");
    }
    let desk = DeskDays::on_weekdays(&[]);
    for (at, expect) in [
        ("2026-11-20T17:14:00", "2026-11-20"),
        ("2026-11-20T17:15:00", "2026-11-24"),
        ("2026-11-20T07:00:00", "2026-11-20"),
        ("2026-11-21T10:00:00", "2026-11-24"),
        ("2026-11-19T23:59:59", "2026-11-20"),
    ] {
        assert_eq!(desk.counts_for(at.parse().unwrap(), close), day(expect), "{at}");
    }
}

#[test]
fn a_desk_that_never_opens_ends_its_search() {
    let desk = DeskDays { closures: &[], weekdays_open: [false; 7] };
    assert!(desk.next_open(day("2026-11-22")) > day("2028-01-01"));
    assert!(desk.previous_open(day("2026-11-22")) < day("2025-01-01"));
    assert_eq!(desk.next_open(NaiveDate::MAX), NaiveDate::MAX);
    assert_eq!(desk.open_days_between(NaiveDate::MAX, NaiveDate::MAX), 0);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..30_000).prop_map(|n| day("2010-01-01") + Days::new(n))
}

proptest! {
    #[test]
    fn counted_days_are_open_and_count_back(from in any_day(), n in -60i32..60) {
        let closures = closures();
        let desk = DeskDays::on_weekdays(&closures);
        let to = desk.add_open_days(from, n);
        prop_assert!(n == 0 || desk.is_open(to), "{to} is closed");
        prop_assert_eq!(desk.open_days_between(from, to), n);
    }

    #[test]
    fn open_is_the_same_as_no_reason_to_be_closed(date in any_day(), weekdays in prop::array::uniform7(any::<bool>())) {
        let closures = closures();
        let desk = DeskDays { closures: &closures, weekdays_open: weekdays };
        prop_assert_eq!(desk.is_open(date), desk.why_closed(date).is_none());
    }

    #[test]
    fn deadlines_are_open_days_before_the_visit(visit in any_day(), lead in 1u32..15, every_day: bool) {
        let closures = closures();
        let desk = DeskDays::on_weekdays(&closures);
        let deadline = desk.posting_deadline(visit, lead, every_day);
        prop_assert!(deadline < visit && desk.is_open(deadline));
        prop_assert!(desk.posting_deadline(visit, lead + 1, every_day) <= deadline, "more lead is never later");
    }
}
