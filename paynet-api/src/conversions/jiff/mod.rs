//! Conversions to and from the types of `jiff`.
//!
//! A [`TurkishDateTime`] converts to a civil date and time. For an instant, convert the result of
//! [`TurkishDateTime::assume_turkish_time`]: the time zone is an assumption.

#[cfg(test)]
mod tests;

use ::jiff::Timestamp;
use ::jiff::civil;

use super::Written;
use crate::{Date, DateTime, DateTimeParts, DecodeError, Invalid, TurkishDateTime};

/// # Errors
///
/// If the string is not a date of the form `2024-05-31`.
impl TryFrom<&Date> for civil::Date {
    type Error = DecodeError;

    fn try_from(date: &Date) -> Result<Self, DecodeError> {
        let (year, month, day) = date.parts()?;
        // Every date from year 0 to 9999 is one of jiff's.
        civil_date(year, month, day).ok_or_else(|| DecodeError::expected("a date of `jiff`"))
    }
}

/// # Errors
///
/// If the date is outside the years 0 to 9999.
impl TryFrom<civil::Date> for Date {
    type Error = DecodeError;

    fn try_from(date: civil::Date) -> Result<Self, DecodeError> {
        let year = u16::try_from(date.year()).unwrap_or(u16::MAX);
        Self::new(year, unsigned(date.month()), unsigned(date.day()))
    }
}

/// A leap second is the second after it, as in Unix time.
///
/// # Errors
///
/// If the string has another format, has no offset, or `jiff` cannot represent the instant.
impl TryFrom<&DateTime> for Timestamp {
    type Error = DecodeError;

    fn try_from(date_time: &DateTime) -> Result<Self, DecodeError> {
        let (seconds, nanoseconds) = date_time.unix()?;
        i32::try_from(nanoseconds)
            .ok()
            .and_then(|nanoseconds| Self::new(seconds, nanoseconds).ok())
            .ok_or_else(|| DecodeError::expected("an instant that `jiff` can represent"))
    }
}

/// Writes UTC.
///
/// # Errors
///
/// If the instant is outside the years 0 to 9999.
impl TryFrom<Timestamp> for DateTime {
    type Error = DecodeError;

    fn try_from(instant: Timestamp) -> Result<Self, DecodeError> {
        const NANOSECONDS: i128 = 1_000_000_000;
        let nanoseconds = instant.as_nanosecond();
        let seconds = i64::try_from(nanoseconds.div_euclid(NANOSECONDS));
        let fraction = u32::try_from(nanoseconds.rem_euclid(NANOSECONDS));
        let (seconds, fraction) = seconds
            .ok()
            .zip(fraction.ok())
            .ok_or_else(|| DecodeError::expected("an instant in the years 0 to 9999"))?;
        Self::from_unix(seconds, fraction)
    }
}

/// # Errors
///
/// If the string has another format or an offset, which would be lost, or is in a leap second.
impl TryFrom<&DateTime> for civil::DateTime {
    type Error = DecodeError;

    fn try_from(date_time: &DateTime) -> Result<Self, DecodeError> {
        let parts = date_time.parts()?;
        Some(parts)
            .filter(|parts| parts.offset.is_none())
            .and_then(|parts| civil_date_time(&parts))
            .ok_or_else(|| {
                DecodeError::expected("a date and time without an offset and without a leap second")
            })
    }
}

/// Writes a date and time without an offset.
///
/// # Errors
///
/// If the date is outside the years 0 to 9999.
impl TryFrom<civil::DateTime> for DateTime {
    type Error = DecodeError;

    fn try_from(date_time: civil::DateTime) -> Result<Self, DecodeError> {
        written(date_time)
            .text()
            .map(Self::verbatim)
            .ok_or_else(|| DecodeError::expected("a date in the years 0 to 9999"))
    }
}

/// # Errors
///
/// If the string is not of the form `2016-04-07T15:33:09.543` (the fraction is optional).
impl TryFrom<&TurkishDateTime> for civil::DateTime {
    type Error = Invalid;

    fn try_from(date_time: &TurkishDateTime) -> Result<Self, Invalid> {
        let parts = date_time.parts()?;
        civil_date_time(&parts).ok_or(Invalid::new("the date must be a date of `jiff`"))
    }
}

/// # Errors
///
/// If the date is outside the years 0 to 9999.
impl TryFrom<civil::DateTime> for TurkishDateTime {
    type Error = Invalid;

    fn try_from(date_time: civil::DateTime) -> Result<Self, Invalid> {
        written(date_time)
            .text()
            .map(|text| Self::from(&*text))
            .ok_or(Invalid::new("the date must be in the years 0 to 9999"))
    }
}

fn civil_date(year: u16, month: u8, day: u8) -> Option<civil::Date> {
    let [month, day] = [month, day].map(i8::try_from);
    civil::Date::new(i16::try_from(year).ok()?, month.ok()?, day.ok()?).ok()
}

/// Converts the civil parts; `None` in a leap second.
fn civil_date_time(parts: &DateTimeParts) -> Option<civil::DateTime> {
    let date = civil_date(parts.year, parts.month, parts.day)?;
    let [hour, minute, second] = [parts.hour, parts.minute, parts.second].map(i8::try_from);
    let nanosecond = i32::try_from(parts.nanosecond).ok()?;
    let time = civil::Time::new(hour.ok()?, minute.ok()?, second.ok()?, nanosecond).ok()?;
    Some(date.to_datetime(time))
}

fn written(date_time: civil::DateTime) -> Written {
    Written {
        year: date_time.year().into(),
        month: unsigned(date_time.month()),
        day: unsigned(date_time.day()),
        hour: unsigned(date_time.hour()),
        minute: unsigned(date_time.minute()),
        second: unsigned(date_time.second()),
        nanosecond: date_time.subsec_nanosecond().unsigned_abs(),
    }
}

/// Converts a part of a date or time, which `jiff` never has negative.
const fn unsigned(part: i8) -> u8 {
    part.unsigned_abs()
}
