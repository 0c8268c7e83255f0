//! Conversions to and from the types of `chrono`.
//!
//! A [`TurkishDateTime`] converts to a naive date and time. For an instant, convert the result of
//! [`TurkishDateTime::assume_turkish_time`]: the time zone is an assumption.

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

#[cfg(test)]
mod tests {
    use super::{
        ChronoDateTime, Date, DateTime, FixedOffset, NaiveDate, NaiveDateTime, TurkishDateTime, Utc,
    };

    fn date_time(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    fn fixed(text: &str) -> Option<ChronoDateTime<FixedOffset>> {
        ChronoDateTime::try_from(&date_time(text)).ok()
    }

    #[test]
    fn dates_round_trip() {
        for text in ["0000-01-01", "1970-01-01", "2024-02-29", "9999-12-31"] {
            let date: Date = text.parse().unwrap();
            let naive = NaiveDate::try_from(&date).unwrap();
            assert_eq!(naive.to_string(), text);
            assert_eq!(Date::try_from(naive), Ok(date));
        }
        assert!(NaiveDate::try_from(&Date::verbatim("29.02.2024")).is_err());
        for naive in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(Date::try_from(naive).is_err());
        }
        let year_10000 = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
        assert!(Date::try_from(year_10000).is_err());
    }

    #[test]
    fn offsets_and_leap_seconds_round_trip() {
        for text in [
            "2024-05-31T12:30:00+03:00",
            "2024-05-30T23:00:00.500000000-10:30",
            "2016-12-31T23:59:60+00:00",
            "2016-12-31T23:59:60.250000000+00:00",
            "0000-01-01T00:00:00+00:00",
            "9999-12-31T23:59:59.999999999+00:00",
        ] {
            let back = DateTime::try_from(fixed(text).unwrap()).unwrap();
            assert_eq!(back.as_str(), text);
        }
        assert_eq!(fixed("2024-05-31T12:30:00"), None);
    }

    #[test]
    fn instants_are_those_of_unix_time() {
        for text in [
            "2024-05-31T12:30:00+03:00",
            "1969-12-31T23:59:59.5Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
        ] {
            let instant = ChronoDateTime::<Utc>::try_from(&date_time(text)).unwrap();
            let unix = (instant.timestamp(), instant.timestamp_subsec_nanos());
            assert_eq!(date_time(text).unix(), Ok(unix), "{text}");
            let back = DateTime::try_from(instant).unwrap();
            assert_eq!(back.unix(), Ok(unix), "{text}");
        }
        assert!(DateTime::try_from(ChronoDateTime::<Utc>::MIN_UTC).is_err());
        assert!(DateTime::try_from(ChronoDateTime::<Utc>::MAX_UTC).is_err());
    }

    #[test]
    fn what_a_string_cannot_say_is_an_error() {
        let offset = FixedOffset::east_opt(3 * 3600 + 1).unwrap();
        let naive: NaiveDateTime = "2024-05-31T12:30:00".parse().unwrap();
        let odd = naive.and_local_timezone(offset).unwrap();
        assert!(DateTime::try_from(odd).is_err());
    }

    #[test]
    fn naive_dates_and_times_have_no_offset() {
        for text in [
            "2024-05-31T12:30:00",
            "2024-05-31T12:30:00.250000000",
            "0000-01-01T00:00:00",
            "9999-12-31T23:59:59.999999999",
        ] {
            let naive = NaiveDateTime::try_from(&date_time(text)).unwrap();
            assert_eq!(naive, text.parse().unwrap());
            assert_eq!(DateTime::try_from(naive).unwrap().as_str(), text);
            let turkish = TurkishDateTime::try_from(naive).unwrap();
            assert_eq!(turkish.as_str(), text);
            assert_eq!(NaiveDateTime::try_from(&turkish), Ok(naive));
        }
        for text in ["2024-05-31T12:30:00Z", "2024-05-31T12:30:00+03:00"] {
            assert!(NaiveDateTime::try_from(&date_time(text)).is_err(), "{text}");
            let turkish = TurkishDateTime::from(text);
            assert!(NaiveDateTime::try_from(&turkish).is_err(), "{text}");
        }
        let leap = NaiveDateTime::try_from(&date_time("2016-12-31T23:59:60")).unwrap();
        assert_eq!(
            DateTime::try_from(leap).unwrap().as_str(),
            "2016-12-31T23:59:60"
        );
        assert!(TurkishDateTime::try_from(leap).is_err());
        assert!(DateTime::try_from(NaiveDateTime::MIN).is_err());
        assert!(TurkishDateTime::try_from(NaiveDateTime::MAX).is_err());
    }
}
