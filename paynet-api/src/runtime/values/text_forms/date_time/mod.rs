//! Days with a time, with an offset from UTC or without.

#[cfg(test)]
mod tests;

use std::str::FromStr;
use std::time::{Duration, SystemTime};

use super::{calendar, text_form};
use crate::runtime::DecodeError;

/// A date and time (`format: date-time`), the text as it came: with an offset or without, to any precision.
///
/// RFC 3339 wants an offset; many services leave it out. Then no instant follows from the text, and none is made up.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use paynet_api::runtime::DateTime;
///
/// let paid: DateTime = "2024-05-31T12:30:00.250+03:00".parse()?;
/// assert_eq!(paid.unix()?, (1_717_147_800, 250_000_000));
/// assert_eq!(paid.instant()?, SystemTime::UNIX_EPOCH + Duration::from_millis(1_717_147_800_250));
///
/// let local: DateTime = "2024-05-31T12:30:00".parse()?;
/// assert_eq!((local.parts()?.hour, local.parts()?.offset), (12, None));
/// assert!(local.unix().is_err());
///
/// assert_eq!(DateTime::from_unix(1_717_147_800, 0)?.as_str(), "2024-05-31T09:30:00Z");
/// # Ok::<(), paynet_api::runtime::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateTime(Box<str>);

text_form!(DateTime);

/// What a date and time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DateTimeParts {
    /// 0 to 9999
    pub year: u16,
    /// From 1
    pub month: u8,
    /// From 1
    pub day: u8,
    /// 0 to 23
    pub hour: u8,
    /// 0 to 59
    pub minute: u8,
    /// 0 to 60: the last is a leap second
    pub second: u8,
    /// Digits beyond the ninth are left out here.
    pub nanosecond: u32,
    /// Seconds east of UTC, where the text says so.
    pub offset: Option<i32>,
}

impl DateTime {
    /// The instant that many seconds and nanoseconds after 1970 began in UTC. The nanoseconds are written only if there are any.
    ///
    /// # Errors
    ///
    /// It lies outside the years 0 to 9999, or there are more nanoseconds than in a second.
    pub fn from_unix(seconds: i64, nanoseconds: u32) -> Result<Self, DecodeError> {
        let (year, month, day) = Some(seconds.div_euclid(DAY))
            .filter(|_| nanoseconds < 1_000_000_000)
            .and_then(calendar::day)
            .ok_or_else(|| DecodeError::expected("an instant of the years 0 to 9999"))?;
        let second = seconds.rem_euclid(DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let fraction = match nanoseconds {
            0 => String::new(),
            some => format!(".{some:09}"),
        };
        let text =
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z");
        Ok(Self(text.into()))
    }

    /// What the text says.
    ///
    /// Besides RFC 3339 it may have a space for the `T`, no seconds, no offset, or one of the forms `+0300` and `+03`.
    ///
    /// # Errors
    ///
    /// The text is of another form.
    pub fn parts(&self) -> Result<DateTimeParts, DecodeError> {
        parse(&self.0)
            .ok_or_else(|| DecodeError::expected("a date and time such as 2024-05-31T12:30:00Z"))
    }

    /// Seconds since 1970 began in UTC, and nanoseconds.
    ///
    /// # Errors
    ///
    /// The text is of another form, or has no offset: see [`parts`](Self::parts).
    pub fn unix(&self) -> Result<(i64, u32), DecodeError> {
        let parts = self.parts()?;
        let offset = parts.offset.ok_or_else(|| {
            DecodeError::expected("a date and time with an offset, such as 2024-05-31T12:30:00Z")
        })?;
        let days = calendar::days(parts.year, parts.month, parts.day);
        let [hour, minute, second] = [parts.hour, parts.minute, parts.second].map(i64::from);
        let seconds = days * DAY + hour * 3600 + minute * 60 + second - i64::from(offset);
        Ok((seconds, parts.nanosecond))
    }

    /// The same instant as the standard library has it.
    ///
    /// # Errors
    ///
    /// Those of [`unix`](Self::unix), or this system's clock doesn't reach that far.
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
            .ok_or_else(|| DecodeError::expected("an instant that this system's clock can say"))
    }
}

impl FromStr for DateTime {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let moment = Self(text.into());
        moment.parts()?;
        Ok(moment)
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

/// Seconds of a day.
const DAY: i64 = 86_400;

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
    // RFC 3339, section 5.6: the sixtieth second is a leap second.
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

/// The time without its offset, and the offset in seconds.
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

fn nanosecond(fraction: &str) -> Option<u32> {
    let is_digits = !fraction.is_empty() && fraction.bytes().all(|letter| letter.is_ascii_digit());
    let first: String = fraction
        .chars()
        .chain("000000000".chars())
        .take(9)
        .collect();
    is_digits.then(|| first.parse().ok()).flatten()
}

use calendar::pair;
