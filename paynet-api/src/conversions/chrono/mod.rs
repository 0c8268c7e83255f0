//! Conversions to and from the types of `chrono`.
//!
//! A [`TurkishDateTime`] converts to a naive date and time. For an instant, convert the result of
//! [`TurkishDateTime::assume_turkish_time`]: the time zone is an assumption.

#[cfg(test)]
mod tests;

use ::chrono::{
    DateTime as ChronoDateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime,
    Timelike as _, Utc,
};

use super::Written;
use crate::{Date, DateTime, DateTimeParts, DecodeError, Invalid, TurkishDateTime};

/// # Errors
///
/// If the string is not a date of the form `2024-05-31`.
impl TryFrom<&Date> for NaiveDate {
    type Error = DecodeError;

    fn try_from(date: &Date) -> Result<Self, DecodeError> {
        let (year, month, day) = date.parts()?;
        // Every date from year 0 to 9999 is one of chrono's.
        Self::from_ymd_opt(year.into(), month.into(), day.into())
            .ok_or_else(|| DecodeError::expected("a date of `chrono`"))
    }
}

/// # Errors
///
/// If the date is outside the years 0 to 9999.
impl TryFrom<NaiveDate> for Date {
    type Error = DecodeError;

    fn try_from(date: NaiveDate) -> Result<Self, DecodeError> {
        let year = u16::try_from(date.year()).unwrap_or(u16::MAX);
        Self::new(year, small(date.month()), small(date.day()))
    }
}

/// The offset and a leap second are kept.
///
/// # Errors
///
/// If the string has another format or no offset, or `chrono` cannot represent the instant.
impl TryFrom<&DateTime> for ChronoDateTime<FixedOffset> {
    type Error = DecodeError;

    fn try_from(date_time: &DateTime) -> Result<Self, DecodeError> {
        let parts = date_time.parts()?;
        let offset = parts.offset.ok_or_else(|| {
            DecodeError::expected("a date and time with an offset, such as 2024-05-31T12:30:00Z")
        })?;
        naive(&parts)
            .zip(FixedOffset::east_opt(offset))
            .and_then(|(local, offset)| local.and_local_timezone(offset).single())
            .ok_or_else(|| DecodeError::expected("a date and time that `chrono` can represent"))
    }
}

/// Converts to UTC. A leap second is kept.
///
/// # Errors
///
/// Those of the conversion to `DateTime<FixedOffset>`.
impl TryFrom<&DateTime> for ChronoDateTime<Utc> {
    type Error = DecodeError;

    fn try_from(date_time: &DateTime) -> Result<Self, DecodeError> {
        ChronoDateTime::<FixedOffset>::try_from(date_time).map(|it| it.with_timezone(&Utc))
    }
}

/// The offset and a leap second are kept.
///
/// # Errors
///
/// If the local date is outside the years 0 to 9999, or the offset is not in whole minutes.
impl TryFrom<ChronoDateTime<FixedOffset>> for DateTime {
    type Error = DecodeError;

    fn try_from(date_time: ChronoDateTime<FixedOffset>) -> Result<Self, DecodeError> {
        let seconds = date_time.offset().local_minus_utc();
        let (sign, minutes) = match seconds {
            0.. => ('+', seconds / 60),
            _ => ('-', -seconds / 60),
        };
        let text = written(date_time.naive_local()).text();
        let text = text.filter(|_| seconds % 60 == 0).ok_or_else(|| {
            DecodeError::expected("a date in the years 0 to 9999, with an offset in minutes")
        })?;
        let (hours, minutes) = (minutes / 60, minutes % 60);
        Ok(Self::verbatim(format!(
            "{text}{sign}{hours:02}:{minutes:02}"
        )))
    }
}

/// A leap second is kept.
///
/// # Errors
///
/// If the instant is outside the years 0 to 9999.
impl TryFrom<ChronoDateTime<Utc>> for DateTime {
    type Error = DecodeError;

    fn try_from(instant: ChronoDateTime<Utc>) -> Result<Self, DecodeError> {
        written(instant.naive_utc())
            .text()
            .map(|text| Self::verbatim(format!("{text}Z")))
            .ok_or_else(|| DecodeError::expected("an instant in the years 0 to 9999"))
    }
}

/// A leap second is kept.
///
/// # Errors
///
/// If the string has another format, or an offset, which would be lost.
impl TryFrom<&DateTime> for NaiveDateTime {
    type Error = DecodeError;

    fn try_from(date_time: &DateTime) -> Result<Self, DecodeError> {
        let parts = date_time.parts()?;
        Some(parts)
            .filter(|parts| parts.offset.is_none())
            .and_then(|parts| naive(&parts))
            .ok_or_else(|| DecodeError::expected("a date and time without an offset"))
    }
}

/// Writes a date and time without an offset. A leap second is kept.
///
/// # Errors
///
/// If the date is outside the years 0 to 9999.
impl TryFrom<NaiveDateTime> for DateTime {
    type Error = DecodeError;

    fn try_from(date_time: NaiveDateTime) -> Result<Self, DecodeError> {
        written(date_time)
            .text()
            .map(Self::verbatim)
            .ok_or_else(|| DecodeError::expected("a date in the years 0 to 9999"))
    }
}

/// # Errors
///
/// If the string is not of the form `2016-04-07T15:33:09.543` (the fraction is optional).
impl TryFrom<&TurkishDateTime> for NaiveDateTime {
    type Error = Invalid;

    fn try_from(date_time: &TurkishDateTime) -> Result<Self, Invalid> {
        let parts = date_time.parts()?;
        naive(&parts).ok_or(Invalid::new("the date must be a date of `chrono`"))
    }
}

/// # Errors
///
/// If the date is outside the years 0 to 9999, or in a leap second.
impl TryFrom<NaiveDateTime> for TurkishDateTime {
    type Error = Invalid;

    fn try_from(date_time: NaiveDateTime) -> Result<Self, Invalid> {
        let written = Some(written(date_time)).filter(|written| written.second < 60);
        written
            .and_then(|written| written.text())
            .map(|text| Self::from(&*text))
            .ok_or(Invalid::new(
                "the date must be in the years 0 to 9999, and not in a leap second",
            ))
    }
}

/// Converts the local parts. `chrono` counts a leap second as nanoseconds beyond second 59.
fn naive(parts: &DateTimeParts) -> Option<NaiveDateTime> {
    let [month, day] = [parts.month, parts.day].map(u32::from);
    let date = NaiveDate::from_ymd_opt(parts.year.into(), month, day)?;
    let (second, nanosecond) = match parts.second {
        60 => (59, parts.nanosecond + SECOND),
        second => (second.into(), parts.nanosecond),
    };
    let [hour, minute] = [parts.hour, parts.minute].map(u32::from);
    let time = NaiveTime::from_hms_nano_opt(hour, minute, second, nanosecond)?;
    Some(date.and_time(time))
}

fn written(date_time: NaiveDateTime) -> Written {
    let nanosecond = date_time.nanosecond();
    // `chrono` accepts a leap second in any minute, but in second 59 only.
    let leap = nanosecond / SECOND;
    Written {
        year: date_time.year(),
        month: small(date_time.month()),
        day: small(date_time.day()),
        hour: small(date_time.hour()),
        minute: small(date_time.minute()),
        second: small(date_time.second() + leap),
        nanosecond: nanosecond % SECOND,
    }
}

/// Nanoseconds of a second.
const SECOND: u32 = 1_000_000_000;

/// Converts a part of a date or time, which is never above 60.
fn small(part: u32) -> u8 {
    u8::try_from(part).unwrap_or(u8::MAX)
}
