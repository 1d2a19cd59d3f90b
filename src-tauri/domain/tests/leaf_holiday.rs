//! National holidays against a list made by others, and the turns of the law one by one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::holiday::{ANNOUNCED_THROUGH, HolidayKind, holiday};

const LIST: &str = include_str!("../../../tests/fixtures/holidays_1949_2099.tsv");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn list() -> BTreeMap<NaiveDate, &'static str> {
    let rows = LIST.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split_once('\t').unwrap()).map(|(date, name)| (day(date), name)).collect()
}

#[test]
fn every_day_of_151_years_is_as_listed() {
    let listed = list();
    assert_eq!(listed.len(), 2408, "the list is whole");
    for date in day("1949-01-01").iter_days().take_while(|date| *date <= day("2099-12-31")) {
        let found = holiday(date);
        let name = listed.get(&date);
        assert_eq!(found.is_some(), name.is_some(), "{date} {name:?} {found:?}");
        let Some((found, name)) = found.zip(name) else { continue };
        // The list shortens the names of the imperial ceremonies.
        let ceremony = found.kind == HolidayKind::ImperialCeremony;
        let same = if ceremony {
            found.name.contains(name.trim_end_matches("が行われる日"))
        } else {
            found.name == *name
        };
        assert!(same, "{date}: {} is listed as {name}", found.name);
    }
}

#[test]
fn days_per_year_are_as_listed_since_2000() {
    let count = |from: &str, to: &str| {
        day(from).iter_days().take_while(|d| *d <= day(to)).filter(|d| holiday(*d).is_some()).count()
    };
    assert_eq!(count("2000-01-01", "2030-12-31"), 540);
    assert_eq!(count("1948-01-01", "1948-12-31"), 3, "the law came into force in July 1948");
}

#[test]
fn the_turns_of_the_law() {
    use HolidayKind::*;
    for (date, expect) in [
        ("1948-05-03", None),
        ("1948-09-23", Some(AutumnalEquinox)),
        ("1959-04-10", Some(ImperialCeremony)),
        ("1966-02-11", None),
        ("1967-02-11", Some(Foundation)),
        ("1973-02-12", None),
        ("1973-04-30", Some(Substitute)),
        ("1985-05-04", None),
        ("1988-05-04", Some(Citizens)),
        ("1989-02-24", Some(ImperialCeremony)),
        ("1992-05-04", Some(Substitute)),
        ("1999-01-15", Some(ComingOfAge)),
        ("2000-01-10", Some(ComingOfAge)),
        ("2000-01-15", None),
        ("2003-05-05", Some(Children)),
        ("2006-04-29", Some(Greenery)),
        ("2007-04-29", Some(Showa)),
        ("2008-05-06", Some(Substitute)),
        ("2009-09-22", Some(Citizens)),
        ("2018-12-23", Some(EmperorsBirthday)),
        ("2019-02-23", None),
        ("2019-12-23", None),
        ("2019-04-30", Some(Citizens)),
        ("2019-05-01", Some(ImperialCeremony)),
        ("2019-05-02", Some(Citizens)),
        ("2019-10-14", Some(HealthAndSports)),
        ("2019-10-22", Some(ImperialCeremony)),
        ("2020-02-23", Some(EmperorsBirthday)),
        ("2020-02-24", Some(Substitute)),
        ("2020-07-20", None),
        ("2020-07-23", Some(Marine)),
        ("2020-07-24", Some(Sports)),
        ("2020-08-10", Some(Mountain)),
        ("2020-08-11", None),
        ("2020-10-12", None),
        ("2021-08-08", Some(Mountain)),
        ("2021-08-09", Some(Substitute)),
        ("2021-10-11", None),
        ("2022-10-10", Some(Sports)),
        ("2026-05-06", Some(Substitute)),
        ("2026-09-21", Some(RespectForTheAged)),
        ("2026-09-22", Some(Citizens)),
        ("2026-09-23", Some(AutumnalEquinox)),
        ("2026-11-23", Some(LaborThanksgiving)),
        ("2026-12-31", None),
        ("2027-03-22", Some(Substitute)),
        ("2100-01-01", None),
    ] {
        assert_eq!(holiday(day(date)).map(|found| found.kind), expect, "{date}");
    }
}

#[test]
fn days_not_yet_announced_say_so() {
    assert_eq!(ANNOUNCED_THROUGH, 2027);
    assert!(holiday(day("2027-11-23")).unwrap().official);
    assert!(!holiday(day("2028-01-01")).unwrap().official);
}

#[test]
fn the_edges_of_the_calendar_are_no_holidays_and_do_not_panic() {
    assert_eq!(holiday(NaiveDate::MIN), None);
    assert_eq!(holiday(NaiveDate::MAX), None);
}
