//! Telephone numbers, postal codes, tracking numbers, money and ages.

use chrono::{Days, NaiveDate};
use domain::age::{MajorityOn, age_on, eighteenth_birthday, majority};
use domain::money::{Fee, MoneyTrouble, Yen, read_yen};
use domain::phone::{PhoneKind, PhoneTrouble, digits, phone_shape, same_number};
use domain::post::{PostTrouble, postal_code, tracking_number};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn telephone_numbers_keep_their_groups() {
    for (typed, written, kind) in [
        ("022-717-8885", "022-717-8885", PhoneKind::Fixed),
        ("０２２－７１７－８８８５", "022-717-8885", PhoneKind::Fixed),
        ("022ー717ー8885", "022-717-8885", PhoneKind::Fixed),
        ("022‐717―8885", "022-717-8885", PhoneKind::Fixed),
        ("022(717)8885", "022-717-8885", PhoneKind::Fixed),
        ("（022）717-8885", "022-717-8885", PhoneKind::Fixed),
        ("022 717 8885", "022-717-8885", PhoneKind::Fixed),
        (" 0227178885 ", "0227178885", PhoneKind::Fixed),
        ("03-1234-5678", "03-1234-5678", PhoneKind::Fixed),
        ("0422-59-8585", "0422-59-8585", PhoneKind::Fixed),
        ("04992-2-2211", "04992-2-2211", PhoneKind::Fixed),
        ("0120-13-1540", "0120-13-1540", PhoneKind::FreeCall),
        ("0120-131-540", "0120-131-540", PhoneKind::FreeCall),
        ("0800-123-4567", "0800-123-4567", PhoneKind::FreeCall),
        ("0570-012-345", "0570-012-345", PhoneKind::Navi),
        ("090-1234-5678", "090-1234-5678", PhoneKind::Mobile),
        ("080-1234-5678", "080-1234-5678", PhoneKind::Mobile),
        ("070-1234-5678", "070-1234-5678", PhoneKind::Mobile),
        ("050-1234-5678", "050-1234-5678", PhoneKind::Ip),
        ("+81-22-717-8885", "+81-22-717-8885", PhoneKind::Fixed),
    ] {
        let phone = phone_shape(typed).unwrap_or_else(|trouble| panic!("{typed}: {trouble}"));
        assert_eq!((phone.written.as_str(), phone.kind), (written, kind), "{typed}");
    }
}

#[test]
fn numbers_that_cannot_be_dialled_say_why() {
    for (typed, expect) in [
        ("", PhoneTrouble::Empty),
        ("--", PhoneTrouble::Empty),
        ("717-8885", PhoneTrouble::NoAreaCode),
        ("110", PhoneTrouble::NoAreaCode),
        ("022-717-888", PhoneTrouble::Length { got: 9, wanted: 10 }),
        ("022-717-88855", PhoneTrouble::Length { got: 11, wanted: 10 }),
        ("090-1234-567", PhoneTrouble::Length { got: 10, wanted: 11 }),
        ("0800-123-456", PhoneTrouble::Length { got: 10, wanted: 11 }),
        ("000-000-0000", PhoneTrouble::NotGivenOut),
        ("022-717-8885内線3", PhoneTrouble::Foreign { found: '内' }),
        ("携帯090-1234-5678", PhoneTrouble::Foreign { found: '携' }),
        ("O22-717-8885", PhoneTrouble::Foreign { found: 'O' }),
        ("022+717", PhoneTrouble::Foreign { found: '+' }),
    ] {
        assert_eq!(phone_shape(typed), Err(expect), "{typed}");
    }
}

#[test]
fn telephone_numbers_are_compared_by_figures() {
    for (a, b, same) in [
        ("022-717-8885", "０２２（７１７）８８８５", true),
        ("0120-13-1540", "0120-131-540", true),
        ("+81 22 717 8885", "022-717-8885", true),
        ("+81 (0)22 717 8885", "022-717-8885", true),
        ("022-717-8885", "022-717-8886", false),
        ("", "", false),
    ] {
        assert_eq!(same_number(a, b), same, "{a} {b}");
    }
    assert_eq!(digits("０２２－７１７"), "022717");
}

#[test]
fn postal_codes() {
    for (typed, expect) in [
        ("980-8574", Ok("980-8574")),
        ("9808574", Ok("980-8574")),
        ("〒980-8574", Ok("980-8574")),
        ("〒９８０－８５７４", Ok("980-8574")),
        ("980ー8574", Ok("980-8574")),
        (" 〒 980 8574 ", Ok("980-8574")),
        ("001-0000", Ok("001-0000")),
        ("", Err(PostTrouble::Empty)),
        ("〒", Err(PostTrouble::Empty)),
        ("980-857", Err(PostTrouble::Length { got: 6, wanted: 7 })),
        ("980-85744", Err(PostTrouble::Length { got: 8, wanted: 7 })),
        ("980-857O", Err(PostTrouble::Foreign { found: 'O' })),
    ] {
        assert_eq!(postal_code(typed), expect.map(str::to_owned), "{typed}");
    }
}

#[test]
fn tracking_numbers() {
    for (typed, wanted, printed, check_holds) in [
        ("31291234564", 11, "312-91-23456-4", true),
        ("312-91-23456-3", 11, "312-91-23456-3", false),
        ("３１２９１２３４５６４", 11, "312-91-23456-4", true),
        ("123456789013", 12, "1234-5678-9013", true),
        ("1234-5678-9012", 12, "1234-5678-9012", false),
        ("1234567", 7, "1234-567", false),
    ] {
        let tracking = tracking_number(typed, wanted).unwrap();
        assert_eq!((tracking.printed.as_str(), tracking.check_holds), (printed, check_holds), "{typed}");
        assert_eq!(tracking.digits.len(), wanted);
    }
    assert_eq!(tracking_number("1234", 12), Err(PostTrouble::Length { got: 4, wanted: 12 }));
    assert_eq!(tracking_number("RR123456785JP", 11), Err(PostTrouble::Foreign { found: 'R' }));
    assert_eq!(tracking_number("", 12), Err(PostTrouble::Empty));
}

#[test]
fn money_is_printed_and_read() {
    for (amount, printed) in [
        (0, "0円"),
        (110, "110円"),
        (1_000, "1,000円"),
        (33_000, "33,000円"),
        (1_234_567, "1,234,567円"),
        (-33_000, "-33,000円"),
    ] {
        assert_eq!(Yen(amount).to_string(), printed);
    }
    for (typed, expect) in [
        ("33,000円", Ok(33_000)),
        ("33000", Ok(33_000)),
        ("¥33,000", Ok(33_000)),
        ("￥３３，０００", Ok(33_000)),
        (" 33 000 円 ", Ok(33_000)),
        ("0", Ok(0)),
        ("", Err(MoneyTrouble::Unreadable)),
        ("円", Err(MoneyTrouble::Unreadable)),
        ("3,3000", Err(MoneyTrouble::Unreadable)),
        (",330", Err(MoneyTrouble::Unreadable)),
        ("33.5", Err(MoneyTrouble::Unreadable)),
        ("三万円", Err(MoneyTrouble::Unreadable)),
        ("9999999999999", Err(MoneyTrouble::TooLarge)),
        ("99999999999999999999999", Err(MoneyTrouble::TooLarge)),
    ] {
        assert_eq!(read_yen(typed), expect.map(Yen), "{typed}");
    }
}

#[test]
fn fees_agree_with_themselves() {
    for (net, rate, gross, printed) in [
        (30_000, 10, 33_000, "30,000円（税込33,000円）"),
        (40_000, 10, 44_000, "40,000円（税込44,000円）"),
        (30_000, 8, 32_400, "30,000円（税込32,400円）"),
        (999, 10, 1_098, "999円（税込1,098円）"),
        (0, 10, 0, "0円（税込0円）"),
        (500, 0, 500, "500円（税込500円）"),
    ] {
        let fee = Fee::from_net(Yen(net), rate).unwrap();
        assert_eq!((fee.net(), fee.rate_percent(), fee.gross()), (Yen(net), rate, Yen(gross)));
        assert_eq!(fee.to_string(), printed);
        assert_eq!(Fee::agreed(Yen(net), rate, Yen(gross)), Ok(fee));
    }
    let differs = MoneyTrouble::GrossDiffers { expected: Yen(33_000), got: Yen(33_001) };
    assert_eq!(Fee::agreed(Yen(30_000), 10, Yen(33_001)), Err(differs));
    assert_eq!(Fee::from_net(Yen(-1), 10), Err(MoneyTrouble::Negative));
    assert_eq!(Fee::from_net(Yen(i64::MAX), 10), Err(MoneyTrouble::TooLarge));
}

#[test]
fn fees_that_disagree_or_carry_more_are_not_read_from_files() {
    let read = |text: &str| serde_json::from_str::<Fee>(text).is_ok();
    assert!(read(r#"{"net":30000,"rate_percent":10,"gross":33000}"#));
    assert!(!read(r#"{"net":30000,"rate_percent":10,"gross":30000}"#));
    assert!(!read(r#"{"net":30000,"rate_percent":10,"gross":33000,"note":"x"}"#));
    assert!(!read(r#"{"net":30000,"gross":33000}"#));
}

#[test]
fn ages() {
    for (birth, on, age) in [
        ("1941-02-08", "2026-11-22", 85),
        ("2008-11-22", "2026-11-21", 17),
        ("2008-11-22", "2026-11-22", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-28", 19),
        ("2008-02-29", "2028-02-29", 20),
        ("2026-11-22", "2026-11-22", 0),
        ("2026-11-22", "2026-11-21", -1),
    ] {
        assert_eq!(age_on(day(birth), day(on)), age, "{birth} on {on}");
    }
}

#[test]
fn coming_of_age_has_one_doubtful_day() {
    use MajorityOn::*;
    for (birth, on, expect) in [
        ("2008-11-24", "2026-11-22", Minor),
        ("2008-11-24", "2026-11-23", EveOfBirthday),
        ("2008-11-24", "2026-11-24", Adult),
        ("2009-01-01", "2026-12-30", Minor),
        ("2009-01-01", "2026-12-31", EveOfBirthday),
        ("2009-01-01", "2027-01-01", Adult),
        ("2008-02-29", "2026-02-27", Minor),
        ("2008-02-29", "2026-02-28", EveOfBirthday),
        ("2008-02-29", "2026-03-01", Adult),
        ("2010-03-01", "2028-02-28", Minor),
        ("2010-03-01", "2028-02-29", EveOfBirthday),
        ("2010-03-01", "2028-03-01", Adult),
        ("1941-02-08", "2026-11-22", Adult),
        ("2026-11-22", "2026-11-22", Minor),
    ] {
        assert_eq!(majority(day(birth), day(on)), expect, "{birth} on {on}");
    }
    assert_eq!(eighteenth_birthday(day("2008-02-29")), day("2026-03-01"));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..60_000).prop_map(|n| day("1900-01-01") + Days::new(n))
}

proptest! {
    #[test]
    fn printed_money_is_read_back(amount in -999_999_999_999i64..=999_999_999_999) {
        prop_assert_eq!(read_yen(&Yen(amount).to_string()), Ok(Yen(amount)));
    }

    #[test]
    fn fees_cross_the_wire(net in 0i64..1_000_000_000, rate in 0u8..=100) {
        let fee = Fee::from_net(Yen(net), rate).unwrap();
        let text = serde_json::to_string(&fee).unwrap();
        prop_assert_eq!(serde_json::from_str::<Fee>(&text).unwrap(), fee);
        prop_assert!(fee.net() <= fee.gross());
    }

    #[test]
    fn a_person_is_of_age_exactly_from_eighteen(birth in any_day(), days in 0u64..15_000) {
        let on = birth + Days::new(days);
        prop_assert_eq!(majority(birth, on) == MajorityOn::Adult, age_on(birth, on) >= 18);
    }

    #[test]
    fn the_doubtful_day_is_one(birth in any_day()) {
        let doubtful = (6_500..6_700).filter(|n| majority(birth, birth + Days::new(*n)) == MajorityOn::EveOfBirthday);
        prop_assert_eq!(doubtful.count(), 1);
    }

    #[test]
    fn accepted_numbers_are_accepted_again_as_written(typed in "[0-9０-９ー（）+ -]{0,16}") {
        if let Ok(phone) = phone_shape(&typed) {
            prop_assert_eq!(phone_shape(&phone.written), Ok(phone.clone()));
            prop_assert!(same_number(&typed, &phone.digits));
        }
    }

    #[test]
    fn accepted_postal_codes_stay(typed in "〒?[0-9０-９]{3}[ー－-]?[0-9]{4}") {
        let code = postal_code(&typed).unwrap();
        prop_assert_eq!(postal_code(&code), Ok(code.clone()));
    }

    #[test]
    fn no_typing_panics(typed in any::<String>(), wanted in 0usize..20) {
        let _ = (phone_shape(&typed), postal_code(&typed), tracking_number(&typed, wanted), read_yen(&typed));
    }
}
