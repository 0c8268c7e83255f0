//! Conversions to and from the types of other crates, each behind a feature of the crate's name.
//!
//! A conversion that can lose something is a `TryFrom`, and fails instead of losing it.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;

/// A date and time of another crate.
#[cfg(any(feature = "chrono", feature = "jiff"))]
struct Written {
    year: i32,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    /// 60 in a leap second.
    second: u8,
    nanosecond: u32,
}

#[cfg(any(feature = "chrono", feature = "jiff"))]
impl Written {
    /// Returns `2024-05-31T12:30:00` with nine digits of a second unless they are zero; `None`
    /// outside the years 0 to 9999.
    fn text(&self) -> Option<String> {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
            nanosecond,
        } = self;
        let fraction = match nanosecond {
            0 => String::new(),
            some => format!(".{some:09}"),
        };
        (0..=9999).contains(year).then(|| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}")
        })
    }
}
