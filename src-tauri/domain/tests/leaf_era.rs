//! Days as clerks write them: every notation read, every impossible day explained, every printed day read back.

use chrono::{Days, NaiveDate};
use domain::days::DeskDays;
use domain::era::{
    DateNote, DateTrouble, ERAS, EraName, era_on, era_year_of_fiscal, fiscal_year, read_date, read_date_with,
    short_wareki, wareki, wareki_weekday,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Sunday, the eve of 勤労感謝の日.
fn today() -> NaiveDate {
    day("2026-11-22")
}

fn check(typed: &str, expect: &str) {
    let read = read_date(typed, today()).unwrap_or_else(|trouble| panic!("{typed}: {trouble:?}"));
    assert_eq!(read.date, day(expect), "{typed}");
    assert_eq!(read.note, None, "{typed} needs no second look");
}

fn check_note(typed: &str, expect: &str, note: DateNote) {
    let read = read_date(typed, today()).unwrap();
    assert_eq!((read.date, read.note), (day(expect), Some(note)), "{typed}");
}

fn check_trouble(typed: &str, expect: &DateTrouble) {
    assert_eq!(read_date(typed, today()).as_ref(), Err(expect), "{typed}");
}

#[test]
fn eras_in_every_notation() {
    for typed in [
        "令和8年11月22日",
        "令和８年１１月２２日",
        "令8.11.22",
        "令8年11月22日",
        "R8/11/22",
        "R8.11.22",
        "Ｒ８．１１．２２",
        "r8-11-22",
        "R8－11－22",
        "R8ー11ー22",
        "R8‐11‐22",
        "R8−11−22",
        "R.8.11.22",
        "r081122",
        "R81122",
        "r08/11/22",
        "㋿8年11月22日",
        "㋿8.11.22",
        " 令和 8 年 11 月 22 日 ",
        "令和8年11月22日（日）",
        "令和8年11月22日(日曜日)",
        "令和八年十一月二十二日",
        "令和〇八年一一月二二日",
        "5081122",
        "2026-11-22",
        "20261122",
        "2026/11/22",
        "2026.11.22",
        "２０２６．１１．２２",
        "2026年11月22日",
        "2026年11月22日（日）",
        "2026・11・22",
    ] {
        check(typed, "2026-11-22");
    }
}

#[test]
fn old_eras_and_birth_dates() {
    for (typed, expect) in [
        ("S25.3.4", "1950-03-04"),
        ("昭和25年3月4日", "1950-03-04"),
        ("昭25年3月4日生", "1950-03-04"),
        ("昭和25年3月4日生まれ", "1950-03-04"),
        ("昭和二十五年三月四日", "1950-03-04"),
        ("㍼25.3.4", "1950-03-04"),
        ("s250304", "1950-03-04"),
        ("3250304", "1950-03-04"),
        ("s16.2.8", "1941-02-08"),
        ("昭16/2/8", "1941-02-08"),
        ("19410208", "1941-02-08"),
        ("平20.4.1", "2008-04-01"),
        ("H20.4.1", "2008-04-01"),
        ("㍻20年4月1日", "2008-04-01"),
        ("4200401", "2008-04-01"),
        ("平成20年2月29日", "2008-02-29"),
        ("T15.12.24", "1926-12-24"),
        ("大正十年十月十日", "1921-10-10"),
        ("㍽10.10.10", "1921-10-10"),
        ("2101010", "1921-10-10"),
        ("M45.7.29", "1912-07-29"),
        ("㍾45.7.29", "1912-07-29"),
        ("1450729", "1912-07-29"),
        ("明治6年1月1日", "1873-01-01"),
    ] {
        check(typed, expect);
    }
}

#[test]
fn first_years() {
    for (typed, expect) in [
        ("令和元年5月1日", "2019-05-01"),
        ("令元.5.1", "2019-05-01"),
        ("R元.12.31", "2019-12-31"),
        ("R1.5.1", "2019-05-01"),
        ("令和1年5月1日", "2019-05-01"),
        ("平成元年1月8日", "1989-01-08"),
        ("昭和元年12月25日", "1926-12-25"),
        ("大正元年7月30日", "1912-07-30"),
    ] {
        check(typed, expect);
    }
}

#[test]
fn last_days_belong_to_the_old_era_and_shared_days_to_both() {
    for (typed, expect) in [
        ("S64.1.7", "1989-01-07"),
        ("S64.1.1", "1989-01-01"),
        ("H31.4.30", "2019-04-30"),
        ("M45.7.30", "1912-07-30"),
        ("T1.7.30", "1912-07-30"),
        ("T15.12.25", "1926-12-25"),
        ("S1.12.25", "1926-12-25"),
    ] {
        check(typed, expect);
    }
}

#[test]
fn impossible_era_days_are_explained_and_the_day_meant_is_offered() {
    let ended = |era, last: &str, offered: &str| DateTrouble::EraEnded {
        era,
        last: day(last),
        offered: day(offered),
    };
    let before = |era, first: &str, offered: &str| DateTrouble::BeforeEra {
        era,
        first: day(first),
        offered: day(offered),
    };
    for (typed, expect, era_of_offer) in [
        ("S64.1.8", ended(EraName::Showa, "1989-01-07", "1989-01-08"), "平成元年1月8日"),
        ("昭和64年12月1日", ended(EraName::Showa, "1989-01-07", "1989-12-01"), "平成元年12月1日"),
        ("H31.5.1", ended(EraName::Heisei, "2019-04-30", "2019-05-01"), "令和元年5月1日"),
        ("T15.12.26", ended(EraName::Taisho, "1926-12-25", "1926-12-26"), "昭和元年12月26日"),
        ("M45.7.31", ended(EraName::Meiji, "1912-07-30", "1912-07-31"), "大正元年7月31日"),
        ("R1.4.30", before(EraName::Reiwa, "2019-05-01", "2019-04-30"), "平成31年4月30日"),
        ("令和元年1月1日", before(EraName::Reiwa, "2019-05-01", "2019-01-01"), "平成31年1月1日"),
        ("H1.1.7", before(EraName::Heisei, "1989-01-08", "1989-01-07"), "昭和64年1月7日"),
        ("S1.12.24", before(EraName::Showa, "1926-12-25", "1926-12-24"), "大正15年12月24日"),
        ("T1.7.29", before(EraName::Taisho, "1912-07-30", "1912-07-29"), "明治45年7月29日"),
    ] {
        check_trouble(typed, &expect);
        assert_eq!(wareki(expect.offered().unwrap()), era_of_offer, "{typed} offers the right era");
    }
}

#[test]
fn years_an_era_never_reached_are_counted_on_with_a_note() {
    let over = |era, year| DateNote::EraOverflow { era, year };
    check_note("平成35年4月1日", "2023-04-01", over(EraName::Heisei, 35));
    check_note("H32.1.1", "2020-01-01", over(EraName::Heisei, 32));
    check_note("昭和65年1月1日", "1990-01-01", over(EraName::Showa, 65));
    check_note("S100.3.4", "2025-03-04", over(EraName::Showa, 100));
    check_note("T20.5.5", "1931-05-05", over(EraName::Taisho, 20));
    check_note("4350401", "2023-04-01", over(EraName::Heisei, 35));
}

#[test]
fn a_wrong_weekday_is_pointed_out() {
    let note = DateNote::WeekdayDiffers { typed: "月".to_owned(), actual: "日".to_owned() };
    check_note("令和8年11月22日（月）", "2026-11-22", note.clone());
    check_note("2026-11-22(月曜)", "2026-11-22", note);
}

#[test]
fn days_without_a_year_are_the_next_to_come() {
    for (typed, expect) in [
        ("12/8", "2026-12-08"),
        ("12月8日", "2026-12-08"),
        ("１２／８", "2026-12-08"),
        ("12-8", "2026-12-08"),
        ("12/8(火)", "2026-12-08"),
        ("11/22", "2026-11-22"),
        ("11/21", "2027-11-21"),
        ("1/4", "2027-01-04"),
    ] {
        check(typed, expect);
    }
    check_trouble("2/29", &DateTrouble::NoSuchDay { year: 2026, month: 2, day: 29 });
    assert_eq!(read_date("2/29", day("2027-06-01")).unwrap().date, day("2028-02-29"));
}

#[test]
fn relative_days() {
    for (typed, expect) in [
        ("今日", "2026-11-22"),
        ("本日", "2026-11-22"),
        ("明日", "2026-11-23"),
        ("あした", "2026-11-23"),
        ("明後日", "2026-11-24"),
        ("あさって", "2026-11-24"),
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("昨日", "2026-11-21"),
        ("一昨日", "2026-11-20"),
        ("+5", "2026-11-27"),
        ("＋５", "2026-11-27"),
        ("+5日", "2026-11-27"),
        ("5日後", "2026-11-27"),
        ("-3", "2026-11-19"),
        ("3日前", "2026-11-19"),
        ("+2週", "2026-12-06"),
        ("2週間後", "2026-12-06"),
        ("今週木", "2026-11-19"),
        ("今週日曜日", "2026-11-22"),
        ("来週火", "2026-11-24"),
        ("来週の火曜日", "2026-11-24"),
        ("来週日", "2026-11-29"),
        ("再来週月曜", "2026-11-30"),
        ("先週金", "2026-11-13"),
    ] {
        check(typed, expect);
    }
}

#[test]
fn open_days_are_counted_by_the_desk() {
    let desk = DeskDays::on_weekdays(&[]);
    let add = |from, n| desk.add_open_days(from, n);
    for (typed, expect) in [
        ("+1営", "2026-11-24"),
        ("+5営", "2026-11-30"),
        ("＋５営業日", "2026-11-30"),
        ("5営業日後", "2026-11-30"),
        ("-1営", "2026-11-20"),
        ("3営業日前", "2026-11-18"),
        ("R8.11.22", "2026-11-22"),
    ] {
        assert_eq!(read_date_with(typed, today(), &add).map(|read| read.date), Ok(day(expect)), "{typed}");
    }
    check_trouble("+5営", &DateTrouble::Unreadable);
    assert!(matches!(read_date_with("+99999営", today(), &add), Err(DateTrouble::OutOfRange { .. })));
}

#[test]
fn what_is_no_day_is_refused_with_its_reason() {
    let no_such = |year, month, day| DateTrouble::NoSuchDay { year, month, day };
    let range = DateTrouble::OutOfRange { first: day("1873-01-01"), last: day("2099-12-31") };
    for (typed, expect) in [
        ("", DateTrouble::Empty),
        ("　 ", DateTrouble::Empty),
        ("あいう", DateTrouble::Unreadable),
        ("未定", DateTrouble::Unreadable),
        ("R", DateTrouble::Unreadable),
        ("R8..22", DateTrouble::Unreadable),
        ("R8.11.22.1", DateTrouble::Unreadable),
        ("8261122", DateTrouble::Unreadable),
        ("+", DateTrouble::Unreadable),
        ("来週", DateTrouble::Unreadable),
        ("44377", DateTrouble::Unreadable),
        ("202611222", DateTrouble::Unreadable),
        ("令和8年", DateTrouble::Incomplete),
        ("令和8年11月", DateTrouble::Incomplete),
        ("昭和64年12月", DateTrouble::Incomplete),
        ("2026", DateTrouble::Incomplete),
        ("2026-11", DateTrouble::Incomplete),
        ("26.11.22", DateTrouble::EraMissing { year: 26 }),
        ("8年11月22日", DateTrouble::EraMissing { year: 8 }),
        ("R8.2.29", no_such(2026, 2, 29)),
        ("2026-02-30", no_such(2026, 2, 30)),
        ("R8.13.1", no_such(2026, 13, 1)),
        ("R8.0.1", no_such(2026, 0, 1)),
        ("R8.4.31", no_such(2026, 4, 31)),
        ("R0.5.1", no_such(2018, 5, 1)),
        ("20260229", no_such(2026, 2, 29)),
        ("13/1", no_such(2026, 13, 1)),
        ("明治5年12月2日", range.clone()),
        ("1872-12-31", range.clone()),
        ("R82.1.1", range.clone()),
        ("2100-01-01", range.clone()),
        ("+99999", range),
    ] {
        check_trouble(typed, &expect);
    }
}

#[test]
fn printing() {
    for (date, long, short) in [
        ("2026-11-24", "令和8年11月24日（火）", "R8.11.24"),
        ("2019-05-01", "令和元年5月1日（水）", "R1.5.1"),
        ("2019-04-30", "平成31年4月30日（火）", "H31.4.30"),
        ("1989-01-07", "昭和64年1月7日（土）", "S64.1.7"),
        ("1989-01-08", "平成元年1月8日（日）", "H1.1.8"),
        ("1941-02-08", "昭和16年2月8日（土）", "S16.2.8"),
        ("1926-12-25", "昭和元年12月25日（土）", "S1.12.25"),
        ("1912-07-30", "大正元年7月30日（火）", "T1.7.30"),
        ("1873-01-01", "明治6年1月1日（水）", "M6.1.1"),
        ("1872-12-31", "1872年12月31日（火）", "1872.12.31"),
    ] {
        assert_eq!((wareki_weekday(day(date)).as_str(), short_wareki(day(date)).as_str()), (long, short));
    }
}

#[test]
fn fiscal_years_run_from_april_to_march() {
    for (date, year) in
        [("2026-03-31", 2025), ("2026-04-01", 2026), ("2027-01-01", 2026), ("2027-03-31", 2026)]
    {
        assert_eq!(fiscal_year(day(date)), year, "{date}");
    }
    for (year, letter, era_year) in [
        (2026, "R", 8),
        (2019, "R", 1),
        (2018, "H", 30),
        (1989, "H", 1),
        (1988, "S", 63),
        (1926, "T", 15),
        (1860, "", 1860),
    ] {
        assert_eq!(era_year_of_fiscal(year), (letter, era_year), "{year}年度");
    }
}

#[test]
fn the_era_table_is_in_order_and_without_gaps() {
    for pair in ERAS.windows(2) {
        let (old, new) = (&pair[0], &pair[1]);
        let last = old.last_day().expect("an era followed by another has ended");
        assert_eq!(
            last.succ_opt().unwrap() - new.first_day(),
            chrono::Duration::days(new.shares_first_day.into())
        );
        assert_eq!(old.name.row(), old, "an era's name leads to its own row");
    }
    assert_eq!(ERAS.last().unwrap().last_day(), None, "the last era is running");
}

/// Every day the desk can write.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..82_910).prop_map(|n| day("1873-01-01") + Days::new(n))
}

proptest! {
    #[test]
    fn printed_days_are_read_back(date in any_day(), now in any_day()) {
        for text in [
            wareki(date),
            wareki_weekday(date),
            short_wareki(date),
            date.to_string(),
            date.format("%Y%m%d").to_string(),
            date.format("%Y年%-m月%-d日").to_string(),
        ] {
            let read = read_date(&text, now);
            prop_assert_eq!(read.as_ref().map(|r| (r.date, r.note.clone())), Ok((date, None)), "{}", text);
        }
    }

    #[test]
    fn old_codes_are_read_back(date in any_day()) {
        let era = era_on(date).unwrap();
        let year = 1 + chrono::Datelike::year(&date) - era.starts.0;
        let code = format!("{}{year:02}{}", era.code, date.format("%m%d"));
        prop_assert_eq!(read_date(&code, date).map(|r| r.date), Ok(date), "{}", code);
    }

    #[test]
    fn a_day_without_a_year_is_today_or_within_the_year_to_come(now in any_day(), month in 1u32..=12, date in 1u32..=28) {
        prop_assume!(now < day("2099-01-01"));
        let read = read_date(&format!("{month}/{date}"), now).unwrap().date;
        prop_assert!(now <= read && read <= now + Days::new(366));
    }

    #[test]
    fn no_typing_panics(typed in "\\PC{0,60}", now in any_day()) {
        let _ = read_date(&typed, now);
    }

    #[test]
    fn no_typing_from_the_alphabet_of_dates_panics(typed in "[RSHTM令和昭0-9元年月日.()火+営業週来後前十〇 -]{0,16}", now in any_day()) {
        if let Ok(read) = read_date(&typed, now) {
            prop_assert!(read.date >= day("1873-01-01") && read.date <= day("2099-12-31"));
        }
    }

    #[test]
    fn troubles_and_notes_cross_the_wire(typed in "[RSHTM][0-9]{1,2}[.][0-9]{1,2}[.][0-9]{1,2}") {
        let read = read_date(&typed, today());
        let text = serde_json::to_string(&read).unwrap();
        prop_assert_eq!(serde_json::from_str::<Result<domain::era::ReadDate, DateTrouble>>(&text).unwrap(), read);
    }
}
