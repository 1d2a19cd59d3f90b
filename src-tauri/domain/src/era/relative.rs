//! Reads days told from today: 今日, 来週火, +5, 3日前, +5営. It holds no calendar; open days are counted by the caller's.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::read::{DateTrouble, Typed, out_of_range};

impl Typed<'_> {
    /// 今日, 来週火, +5, 3日前 and the like; `None` when the text is not of that kind.
    pub(super) fn relative(&self, text: &str) -> Option<Result<NaiveDate, DateTrouble>> {
        if let Some(days) = day_word(text) {
            return Some(self.shift(days));
        }
        if let Some(days) = self.week_word(text) {
            return Some(self.shift(days));
        }
        let (count, unit) = signed_count(text)?;
        match unit {
            Unit::Days => Some(self.shift(count)),
            Unit::Weeks => Some(self.shift(count * 7)),
            Unit::OpenDays => match self.open_days {
                Some(add) if count.abs() <= MAX_OPEN_DAYS => Some(Ok(add(self.today, count))),
                Some(_) => Some(Err(out_of_range())),
                None => Some(Err(DateTrouble::Unreadable)),
            },
        }
    }

    fn shift(&self, days: i32) -> Result<NaiveDate, DateTrouble> {
        let by = Days::new(u64::from(days.unsigned_abs()));
        let moved = if days < 0 { self.today.checked_sub_days(by) } else { self.today.checked_add_days(by) };
        moved.ok_or_else(out_of_range)
    }

    /// 今週木, 来週の火曜日: days from today.
    fn week_word(&self, text: &str) -> Option<i32> {
        const WEEKS: [(&str, i32); 5] =
            [("再来週", 2), ("さ来週", 2), ("来週", 1), ("今週", 0), ("先週", -1)];
        let (rest, weeks) = WEEKS.iter().find_map(|(word, n)| Some((text.strip_prefix(word)?, n)))?;
        let target = weekday_of(rest.strip_prefix('の').unwrap_or(rest))?;
        let here = self.today.weekday().num_days_from_monday() as i32;
        Some(weeks * 7 + target.num_days_from_monday() as i32 - here)
    }
}

fn day_word(text: &str) -> Option<i32> {
    Some(match text.to_ascii_lowercase().as_str() {
        "今日" | "本日" | "きょう" | "today" => 0,
        "明日" | "あした" | "あす" | "翌日" | "tomorrow" => 1,
        "明後日" | "あさって" => 2,
        "昨日" | "きのう" | "yesterday" => -1,
        "一昨日" | "おととい" => -2,
        _ => return None,
    })
}

/// The weekday named: 火, 火曜, 火曜日.
pub(super) fn weekday_of(text: &str) -> Option<Weekday> {
    let kanji = text.strip_suffix("曜日").or_else(|| text.strip_suffix('曜')).unwrap_or(text);
    let index = ["月", "火", "水", "木", "金", "土", "日"].iter().position(|k| *k == kanji)?;
    Weekday::try_from(index as u8).ok()
}

enum Unit {
    Days,
    Weeks,
    OpenDays,
}

/// More open days than any deadline of the desk, few enough to count one by one.
const MAX_OPEN_DAYS: i32 = 1000;

/// `+5`, `-3日`, `+2週`, `+5営`, `5日後`, `3営業日前`.
fn signed_count(text: &str) -> Option<(i32, Unit)> {
    let (sign, rest) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (1, rest),
        (_, Some(rest)) => (-1, rest),
        _ => match (text.strip_suffix('後'), text.strip_suffix('前')) {
            (Some(rest), _) => (1, rest),
            (_, Some(rest)) => (-1, rest),
            _ => return None,
        },
    };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, unit) = rest.split_at(digits);
    if !(1..=5).contains(&count.len()) {
        return None;
    }
    let unit = match unit {
        "" | "日" => Unit::Days,
        "週" | "週間" => Unit::Weeks,
        "営" | "営業日" => Unit::OpenDays,
        _ => return None,
    };
    Some((sign * count.parse::<i32>().ok()?, unit))
}
