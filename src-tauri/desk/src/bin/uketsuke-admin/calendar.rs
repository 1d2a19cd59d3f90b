//! `calendar`: a line a day, open or closed and why, by the shipped profile, a profile file or a register's own.
use std::fs::File;
use std::path::Path;

use chrono::{Datelike, NaiveDate, Weekday};
use desk::{Clock, SystemClock};
use domain::Rules;
use domain::days::ClosedReason;
use domain::era::{DateNote, DateTrouble, read_date_with, wareki, weekday_kanji};
use domain::holiday::HolidayKind;
use domain::profile::Edition;
use register::Register;

use crate::args::{Source, usage};
use crate::console::{Console, Exit, Lang, Stop, shown};
use crate::json;
use crate::trouble::{self, named};

pub fn calendar(console: &mut Console, from: &str, to: &str, source: &Source) -> Result<Exit, Stop> {
    let lang = console.lang;
    let rules = rules(lang, source)?;
    let today = SystemClock.now().date();
    let from = day(console, &rules, today, from)?;
    let to = day(console, &rules, today, to)?;
    if from > to {
        return Err(usage(
            lang,
            format!("初めの日（{from}）が終わりの日（{to}）より後です。"),
            format!("The first day ({from}) is after the last ({to})."),
        ));
    }
    for date in from.iter_days().take_while(|date| *date <= to) {
        let (state, reason) = match rules.days(date).why_closed(date) {
            None => ("open", String::new()),
            Some(why) => ("closed", reason(lang, date, &why)),
        };
        console.row(&[&date.to_string(), state, &reason])?;
        if console.unread() {
            break;
        }
    }
    Ok(Exit::Fine)
}

/// The editions of the profile, which is all the calendar asks about.
fn rules(lang: Lang, source: &Source) -> Result<Rules, Stop> {
    let always = |profile| Edition { from: NaiveDate::MIN, profile };
    let editions = match source {
        Source::Shipped => vec![always(desk::default_profile())],
        Source::Profile(file) => {
            let name = named(file);
            let opened = File::open(file).map_err(|error| json::unreadable(lang, &name, &error))?;
            vec![always(json::read(lang, &name, opened)?)]
        }
        Source::Register(file) => of_register(lang, file)?,
    };
    Ok(Rules { editions, ..Rules::default() })
}

fn of_register(lang: Lang, file: &Path) -> Result<Vec<Edition>, Stop> {
    let failed = |trouble| trouble::stop(lang, file, &trouble);
    let reference =
        Register::open_to_verify(file).and_then(|register| register.reference()).map_err(failed)?;
    let mut editions = Vec::new();
    for one in reference.iter().filter(|one| one.kind == "profile") {
        let edition = one.key.parse().ok().zip(serde_json::from_str(&one.record).ok());
        let (from, profile) = edition.ok_or_else(|| {
            failed(register::Trouble::Corrupt { detail: format!("reference data profile/{}", one.key) })
        })?;
        editions.push(Edition { from, profile });
    }
    editions.sort_by_key(|edition| edition.from);
    if editions.is_empty() {
        let words = lang.say(
            format!("{}：この受付台帳には病院の設定がありません。何も変えていません。一度「受付」で開いてください。", named(file)),
            format!("{}: this register holds no profile. Nothing was changed. Open it in Uketsuke once.", named(file)),
        );
        return Err(Stop::new(Exit::NotFine, words));
    }
    Ok(editions)
}

fn day(console: &Console, rules: &Rules, today: NaiveDate, typed: &str) -> Result<NaiveDate, Stop> {
    let lang = console.lang;
    let add = |from, n| rules.days(from).add_open_days(from, n);
    let read = read_date_with(typed, today, &add).map_err(|trouble| {
        let (ja, en) = unread(&trouble);
        let typed: String = shown(typed).chars().take(60).collect();
        usage(lang, format!("「{typed}」：{ja}"), format!("\"{typed}\": {en}"))
    })?;
    let date = read.date;
    match &read.note {
        None => {}
        Some(DateNote::EraOverflow { .. }) => console.warn(&lang.say(
            format!("注意：元号の終わりより後の年なので、{} として読みました。", wareki(date)),
            format!("Note: the era had ended by then; read as {date}."),
        )),
        Some(DateNote::WeekdayDiffers { typed, actual }) => console.warn(&lang.say(
            format!("注意：{} は{typed}曜日ではなく{actual}曜日です。", wareki(date)),
            format!("Note: the weekday written beside {date} is not that day's; it is {}.", weekday(date)),
        )),
    }
    Ok(date)
}

fn unread(trouble: &DateTrouble) -> (String, String) {
    let offer = |ja: &str, offered: &NaiveDate| {
        (
            format!("{ja}{} なら {offered} と書いてください。", wareki(*offered)),
            format!("{trouble}. If you mean {offered}, write that."),
        )
    };
    let ja = match trouble {
        DateTrouble::Empty => "日付がありません。".to_owned(),
        DateTrouble::Unreadable => {
            "日付として読めません。2026-12-27 や 令和8年12月27日 のように書いてください。".to_owned()
        }
        DateTrouble::Incomplete => "日まで書いてください。".to_owned(),
        DateTrouble::EraMissing { .. } => {
            "元号がありません。R8.12.27 や 2026-12-27 のように書いてください。".to_owned()
        }
        DateTrouble::NoSuchDay { year, month, day } => format!("{year}年{month}月{day}日はありません。"),
        DateTrouble::EraEnded { offered, .. } => {
            return offer("この元号はその日より前に終わっています。", offered);
        }
        DateTrouble::BeforeEra { offered, .. } => {
            return offer("この元号はその日より後に始まりました。", offered);
        }
        DateTrouble::OutOfRange { first, last } => format!("{first} から {last} までの日付にしてください。"),
    };
    (ja, format!("{trouble}."))
}

fn reason(lang: Lang, date: NaiveDate, why: &ClosedReason) -> String {
    match why {
        ClosedReason::Holiday { code, name, official } => {
            let name = lang.say(name, english(*code));
            match official {
                true => name,
                false => lang.say(format!("{name}（未確定）"), format!("{name} (not yet announced)")),
            }
        }
        ClosedReason::Closure { reason } => reason.clone(),
        ClosedReason::Weekend => lang.say(format!("{}曜日", weekday_kanji(date.weekday())), weekday(date)),
    }
}

fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The names the Cabinet Office uses in English.
fn english(kind: HolidayKind) -> &'static str {
    match kind {
        HolidayKind::NewYear => "New Year's Day",
        HolidayKind::ComingOfAge => "Coming of Age Day",
        HolidayKind::Foundation => "National Foundation Day",
        HolidayKind::EmperorsBirthday => "Emperor's Birthday",
        HolidayKind::VernalEquinox => "Vernal Equinox Day",
        HolidayKind::Showa => "Showa Day",
        HolidayKind::Constitution => "Constitution Day",
        HolidayKind::Greenery => "Greenery Day",
        HolidayKind::Children => "Children's Day",
        HolidayKind::Marine => "Marine Day",
        HolidayKind::Mountain => "Mountain Day",
        HolidayKind::RespectForTheAged => "Respect for the Aged Day",
        HolidayKind::AutumnalEquinox => "Autumnal Equinox Day",
        HolidayKind::HealthAndSports => "Health and Sports Day",
        HolidayKind::Sports => "Sports Day",
        HolidayKind::Culture => "Culture Day",
        HolidayKind::LaborThanksgiving => "Labour Thanksgiving Day",
        HolidayKind::ImperialCeremony => "Imperial ceremony",
        HolidayKind::Substitute => "Substitute holiday",
        HolidayKind::Citizens => "Citizens' holiday",
    }
}
