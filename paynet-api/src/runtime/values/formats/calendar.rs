//! The calendar of RFC 3339: the Gregorian calendar, from year 0 to 9999.

use std::ops::RangeInclusive;

/// The years that have four digits.
pub(crate) const YEARS: RangeInclusive<u16> = 0..=9999;

/// Returns the year, the month and the day, if there is such a day. Months and days start at 1.
pub(crate) fn checked(year: u16, month: u8, day: u8) -> Option<(u16, u8, u8)> {
    let exists = YEARS.contains(&year) && (1..=days_in(month, year)?).contains(&day);
    exists.then_some((year, month, day))
}

/// Parses a date such as `2024-05-31`.
pub(crate) fn date(text: &str) -> Option<(u16, u8, u8)> {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else {
        return None;
    };
    let century = u16::from(pair(y0, y1)?);
    let year = century * 100 + u16::from(pair(y2, y3)?);
    checked(year, pair(m0, m1)?, pair(d0, d1)?)
}

/// Parses two digits.
pub(crate) fn pair(tens: u8, ones: u8) -> Option<u8> {
    let digit = |letter: u8| letter.is_ascii_digit().then(|| letter - b'0');
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// Returns the days since 1 January 1970. The day must exist.
pub(crate) fn days(year: u16, month: u8, day: u8) -> i64 {
    let (year, month) = (i64::from(year), i64::from(month));
    // Years are counted from March, so that a leap day is the last day of a year.
    let year = if month > 2 { year } else { year - 1 };
    let months = (month + 9) % 12;
    let of_year = (153 * months + 2) / 5 + i64::from(day) - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + of_year - TO_1970
}

/// Returns the day that is so many days after 1 January 1970; `None` outside the years 0 to 9999.
pub(crate) fn day(days: i64) -> Option<(u16, u8, u8)> {
    let days = days.checked_add(TO_1970)?;
    let cycle = days.div_euclid(CYCLE);
    let of_cycle = days.rem_euclid(CYCLE);
    let of_year = |year: i64| of_cycle - (365 * year + year / 4 - year / 100);
    let year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_year(year);
    let months = (5 * of_year + 2) / 153;
    let day = of_year - (153 * months + 2) / 5 + 1;
    let month = if months < 10 { months + 3 } else { months - 9 };
    let year = year + cycle.checked_mul(400)? + i64::from(month <= 2);
    checked(
        u16::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
}

/// The days from 1 March of year 0 to 1 January 1970.
const TO_1970: i64 = 719_468;

/// The days of 400 years.
const CYCLE: i64 = 146_097;

/// Returns how many days a month has.
fn days_in(month: u8, year: u16) -> Option<u8> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{day, days};

    #[test]
    fn consecutive_days_have_consecutive_dates() {
        let (first, last) = (days(0, 1, 1), days(9999, 12, 31));
        let mut before = None;
        for number in first..first + super::CYCLE + 400 {
            let date = day(number);
            assert!(date > before, "{date:?} after {before:?}");
            let (year, month, of_month) = date.unwrap();
            assert_eq!(days(year, month, of_month), number);
            before = date;
        }
        assert_eq!(last - first + 1, 25 * super::CYCLE);
        assert_eq!((day(first - 1), day(last + 1)), (None, None));
        assert_eq!(days(1970, 1, 1), 0);
        assert_eq!(day(i64::MAX), None);
        assert_eq!(day(i64::MIN), None);
    }
}
