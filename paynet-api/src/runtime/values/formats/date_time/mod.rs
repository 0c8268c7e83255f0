//! Dates with a time, with an offset from UTC or without one.

#[cfg(test)]
mod tests;

use std::str::FromStr;
use std::time::{Duration, SystemTime};

use super::calendar::{self, pair};
use super::macros::string_format;
use crate::runtime::DecodeError;

/// A date and time (`format: date-time`), the string exactly as it was sent: with an offset or
/// without, in any precision.
///
/// RFC 3339 requires an offset, but many services omit it. The string then does not determine an
/// instant, and none is invented.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use paynet_api::DateTime;
///
/// let paid: DateTime = "2024-05-31T12:30:00.250+03:00".parse()?;
/// assert_eq!(paid.unix()?, (1_717_147_800, 250_000_000));
/// let since_1970 = Duration::from_millis(1_717_147_800_250);
/// assert_eq!(paid.instant()?, SystemTime::UNIX_EPOCH + since_1970);
///
/// let local: DateTime = "2024-05-31T12:30:00".parse()?;
/// assert_eq!((local.parts()?.hour, local.parts()?.offset), (12, None));
/// assert!(local.unix().is_err());
///
/// assert_eq!(DateTime::from_unix(1_717_147_800, 0)?.as_str(), "2024-05-31T09:30:00Z");
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateTime(Box<str>);

string_format!(DateTime);

/// The parts of a date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DateTimeParts {
    /// The year, 0 to 9999.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, 0 to 60: 60 is a leap second.
    pub second: u8,
    /// The fraction of the second. Digits beyond the ninth are ignored.
    pub nanosecond: u32,
    /// The offset in seconds east of UTC, if the string has one.
    pub offset: Option<i32>,
}

impl DateTime {
    /// Creates a value from seconds and nanoseconds since 1970-01-01T00:00:00Z. The nanoseconds are
    /// written unless they are zero.
    ///
    /// # Errors
    ///
    /// If the instant is outside the years 0 to 9999, or the nanoseconds are a second or more.
    pub fn from_unix(seconds: i64, nanoseconds: u32) -> Result<Self, DecodeError> {
        let (year, month, day) = Some(seconds.div_euclid(SECONDS_PER_DAY))
            .filter(|_| nanoseconds < 1_000_000_000)
            .and_then(calendar::day)
            .ok_or_else(|| DecodeError::expected("an instant in the years 0 to 9999"))?;
        let second = seconds.rem_euclid(SECONDS_PER_DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let fraction = match nanoseconds {
            0 => String::new(),
            some => format!(".{some:09}"),
        };
        let text =
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z");
        Ok(Self(text.into()))
    }

    /// Returns the parts.
    ///
    /// In addition to RFC 3339, the string may have a space instead of the `T`, no seconds, no
    /// offset, or an offset such as `+0300` or `+03`.
    ///
    /// # Errors
    ///
    /// If the string has another format.
    pub fn parts(&self) -> Result<DateTimeParts, DecodeError> {
        parse(&self.0)
            .ok_or_else(|| DecodeError::expected("a date and time such as 2024-05-31T12:30:00Z"))
    }

    /// Returns the seconds and nanoseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// If the string has another format or no offset: see [`parts`](Self::parts).
    pub fn unix(&self) -> Result<(i64, u32), DecodeError> {
        let parts = self.parts()?;
        let offset = parts.offset.ok_or_else(|| {
            DecodeError::expected("a date and time with an offset, such as 2024-05-31T12:30:00Z")
        })?;
        let days = calendar::days(parts.year, parts.month, parts.day);
        let [hour, minute, second] = [parts.hour, parts.minute, parts.second].map(i64::from);
        let seconds =
            days * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - i64::from(offset);
        Ok((seconds, parts.nanosecond))
    }

    /// Returns the instant as a [`SystemTime`].
    ///
    /// # Errors
    ///
    /// Those of [`unix`](Self::unix), or if `SystemTime` cannot represent the instant.
    pub fn instant(&self) -> Result<SystemTime, DecodeError> {
        let (seconds, nanoseconds) = self.unix()?;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let whole = match seconds {
            0.. => SystemTime::UNIX_EPOCH.checked_add(whole),
            _ => SystemTime::UNIX_EPOCH.checked_sub(whole),
        };
        let fraction = Duration::from_nanos(nanoseconds.into());
        whole
            .and_then(|whole| whole.checked_add(fraction))
            .ok_or_else(|| DecodeError::expected("an instant that `SystemTime` can represent"))
    }
}

impl FromStr for DateTime {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let date_time = Self(text.into());
        date_time.parts()?;
        Ok(date_time)
    }
}

impl TryFrom<SystemTime> for DateTime {
    type Error = DecodeError;

    fn try_from(instant: SystemTime) -> Result<Self, DecodeError> {
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        match instant.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => Self::from_unix(seconds(since), since.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                match before.subsec_nanos() {
                    0 => Self::from_unix(-seconds(before), 0),
                    some => Self::from_unix(-seconds(before) - 1, 1_000_000_000 - some),
                }
            }
        }
    }
}

const SECONDS_PER_DAY: i64 = 86_400;

/// Parses the parts.
fn parse(text: &str) -> Option<DateTimeParts> {
    let (date, rest) = text.split_at_checked(10)?;
    let (year, month, day) = calendar::date(date)?;
    let (time, offset) = offset(rest.strip_prefix(['T', 't', ' '])?)?;
    let (time, fraction) = match time.split_once('.') {
        Some((time, fraction)) => (time, Some(fraction)),
        None => (time, None),
    };
    let (hour, minute, second) = match *time.as_bytes() {
        [h0, h1, b':', m0, m1, b':', s0, s1] => (pair(h0, h1)?, pair(m0, m1)?, pair(s0, s1)?),
        [h0, h1, b':', m0, m1] if fraction.is_none() => (pair(h0, h1)?, pair(m0, m1)?, 0),
        _ => return None,
    };
    // RFC 3339, section 5.6: second 60 is a leap second.
    let is_time = hour < 24 && minute < 60 && second <= 60;
    let parts = DateTimeParts {
        year,
        month,
        day,
        hour,
        minute,
        second,
        nanosecond: fraction.map_or(Some(0), nanosecond)?,
        offset,
    };
    is_time.then_some(parts)
}

/// Splits the offset, in seconds, from the time.
fn offset(text: &str) -> Option<(&str, Option<i32>)> {
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, Some(0)));
    }
    let Some(index) = text.rfind(['+', '-']) else {
        return Some((text, None));
    };
    let (time, offset) = text.split_at(index);
    let (hours, minutes) = match *offset.as_bytes() {
        [_, h0, h1, b':', m0, m1] | [_, h0, h1, m0, m1] => (pair(h0, h1)?, pair(m0, m1)?),
        [_, h0, h1] => (pair(h0, h1)?, 0),
        _ => return None,
    };
    let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
    let is_offset = hours < 24 && minutes < 60;
    let east = if offset.starts_with('-') {
        -seconds
    } else {
        seconds
    };
    is_offset.then_some((time, Some(east)))
}

/// Parses the fraction of a second.
fn nanosecond(fraction: &str) -> Option<u32> {
    let is_digits = !fraction.is_empty() && fraction.bytes().all(|letter| letter.is_ascii_digit());
    let first: String = fraction
        .chars()
        .chain("000000000".chars())
        .take(9)
        .collect();
    is_digits.then(|| first.parse().ok()).flatten()
}
