//! Conversions to and from the types of `jiff`.
//!
//! A [`TurkishDateTime`] converts to a civil date and time. For an instant, convert the result of
//! [`TurkishDateTime::assume_turkish_time`]: the time zone is an assumption.

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

#[cfg(test)]
mod tests {
    use super::{Date, DateTime, Timestamp, TurkishDateTime, civil};

    fn date_time(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    #[test]
    fn dates_round_trip() {
        for text in ["0000-01-01", "1970-01-01", "2024-02-29", "9999-12-31"] {
            let date: Date = text.parse().unwrap();
            let civil = civil::Date::try_from(&date).unwrap();
            assert_eq!(civil.to_string(), text);
            assert_eq!(Date::try_from(civil), Ok(date));
        }
        assert!(civil::Date::try_from(&Date::verbatim("29.02.2024")).is_err());
        assert!(Date::try_from(civil::date(-1, 1, 1)).is_err());
        assert!(Date::try_from(civil::Date::MIN).is_err());
    }

    #[test]
    fn instants_round_trip() {
        for (text, expected) in [
            ("2024-05-31T12:30:00+03:00", "2024-05-31T09:30:00Z"),
            ("2024-05-30T23:00:00.5-10:30", "2024-05-31T09:30:00.5Z"),
            (
                "1969-12-31T23:59:59.999999999Z",
                "1969-12-31T23:59:59.999999999Z",
            ),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ] {
            let instant = Timestamp::try_from(&date_time(text)).unwrap();
            assert_eq!(instant, expected.parse().unwrap(), "{text}");
            let back = DateTime::try_from(instant).unwrap();
            assert_eq!(Timestamp::try_from(&back).unwrap(), instant);
        }
        for text in ["2024-05-31T12:30:00", "9999-12-31T23:59:59Z"] {
            assert!(Timestamp::try_from(&date_time(text)).is_err(), "{text}");
        }
        assert!(DateTime::try_from(Timestamp::MIN).is_err());
        assert!(DateTime::try_from(Timestamp::MAX).is_ok());
        let before_year_0: Timestamp = "-000001-12-31T23:59:59Z".parse().unwrap();
        assert!(DateTime::try_from(before_year_0).is_err());
    }

    #[test]
    fn civil_dates_and_times_have_no_offset() {
        for text in [
            "2024-05-31T12:30:00",
            "2024-05-31T12:30:00.250000000",
            "0000-01-01T00:00:00",
            "9999-12-31T23:59:59.999999999",
        ] {
            let civil = civil::DateTime::try_from(&date_time(text)).unwrap();
            assert_eq!(civil, text.parse().unwrap());
            assert_eq!(DateTime::try_from(civil).unwrap().as_str(), text);
            let turkish = TurkishDateTime::try_from(civil).unwrap();
            assert_eq!(turkish.as_str(), text);
            assert_eq!(civil::DateTime::try_from(&turkish), Ok(civil));
        }
        for text in [
            "2024-05-31T12:30:00Z",
            "2024-05-31T12:30:00+03:00",
            "2016-12-31T23:59:60",
        ] {
            assert!(
                civil::DateTime::try_from(&date_time(text)).is_err(),
                "{text}"
            );
            let turkish = TurkishDateTime::from(text);
            assert!(civil::DateTime::try_from(&turkish).is_err(), "{text}");
        }
        assert!(DateTime::try_from(civil::DateTime::MIN).is_err());
        assert!(TurkishDateTime::try_from(civil::DateTime::MIN).is_err());
    }
}
