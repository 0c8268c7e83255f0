//! Numbers in JSON's notation: which strings are numbers, and which of them are integers. No float
//! is involved.

use std::borrow::Cow;
use std::str::FromStr;

/// Returns whether the string is a number in JSON's notation (RFC 8259, section 6).
pub(crate) fn is_number(text: &str) -> bool {
    parts(text).is_some()
}

/// Returns whether the string is a number of any size with a zero fraction.
pub(crate) fn is_integer(text: &str) -> bool {
    let Some(parts) = parts(text) else {
        return false;
    };
    let digits = format!("{}{}", parts.whole, parts.fraction);
    let significant = digits.trim_end_matches('0');
    let zeros = digits.len() - significant.len();
    let shift = match parts.exponent {
        "" => Some(0),
        // An exponent beyond 64 bits leaves a fraction only if it is negative.
        exponent => exponent.parse::<i64>().ok(),
    };
    let is_negative = parts.exponent.starts_with('-');
    match shift {
        _ if significant.is_empty() => true,
        Some(shift) => shift.saturating_add_unsigned(zeros as u64) >= parts.fraction.len() as i64,
        None => !is_negative,
    }
}

/// Returns the value of a JSON number that is an integer.
///
/// `100`, `100.0` and `1e2` are one hundred: in JSON Schema, every number with a zero fraction is
/// an integer. Returns `None` for other numbers, and for integers that do not fit the type.
pub(crate) fn integer<T: FromStr>(text: &str) -> Option<T> {
    plain_integer(text)?.parse().ok()
}

/// Returns a JSON number that is an integer in the notation of Rust's integers.
fn plain_integer(text: &str) -> Option<Cow<'_, str>> {
    let parts = parts(text)?;
    // Nearly all integers are written so.
    if parts.fraction.is_empty() && parts.exponent.is_empty() {
        return Some(unsigned_zero(parts.whole).unwrap_or(text).into());
    }
    let exponent = match parts.exponent {
        "" => 0,
        exponent => exponent.parse::<i32>().ok()?,
    };
    let digits = format!("{}{}", parts.whole, parts.fraction);
    let shift = i64::from(exponent) - i64::try_from(parts.fraction.len()).ok()?;
    let whole = shifted(&digits, shift)?;
    Some(match unsigned_zero(&whole) {
        Some(_) => whole.into(),
        None => format!("{}{whole}", parts.sign).into(),
    })
}

/// Returns zero without its sign: Rust's unsigned integers do not parse `-0`.
fn unsigned_zero(whole: &str) -> Option<&str> {
    (whole == "0").then_some(whole)
}

/// A number in its parts; missing parts are empty.
struct Parts<'a> {
    sign: &'a str,
    whole: &'a str,
    fraction: &'a str,
    exponent: &'a str,
}

/// Splits a number in JSON's notation.
fn parts(text: &str) -> Option<Parts<'_>> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (rest, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = |text: &str| digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    let valid = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    let valid = valid && fraction.is_none_or(digits) && exponent.is_none_or(unsigned);
    valid.then(|| Parts {
        sign,
        whole,
        fraction: fraction.unwrap_or(""),
        exponent: exponent.unwrap_or(""),
    })
}

/// Moves the decimal point to the right; `None` if a fraction is left or 128 bits cannot hold it.
fn shifted(digits: &str, shift: i64) -> Option<String> {
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Some("0".into());
    }
    let zeros = usize::try_from(shift.unsigned_abs()).ok()?;
    if shift >= 0 {
        return (zeros <= 39).then(|| format!("{significant}{}", "0".repeat(zeros)));
    }
    let kept = significant.len().checked_sub(zeros)?;
    let (whole, fraction) = significant.split_at_checked(kept)?;
    fraction.bytes().all(|byte| byte == b'0').then(|| {
        if whole.is_empty() {
            "0".into()
        } else {
            whole.into()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{integer, is_integer, is_number};

    #[test]
    fn a_zero_fraction_is_an_integer() {
        for text in ["100", "100.0", "1e2", "1.00E+2", "1000e-1", "10.0e1"] {
            assert_eq!(integer(text), Some(100), "{text}");
        }
        assert_eq!(integer("-0.0e7"), Some(0));
        assert_eq!(integer("-0"), Some(0_u8));
        assert_eq!(integer("-5"), Some(-5));
        assert_eq!(integer("9223372036854775807.0"), Some(i64::MAX));
    }

    #[test]
    fn other_numbers_are_not_integers() {
        for text in [
            "0.5",
            "1e-1",
            "14.65",
            "9223372036854775808",
            "1e400",
            "1e99999999999",
            "-1e19",
        ] {
            assert_eq!(integer::<i64>(text), None, "{text}");
        }
        assert_eq!(integer("255.0"), Some(u8::MAX));
        assert_eq!(integer::<u8>("256"), None);
        assert_eq!(integer::<u64>("-1"), None);
        assert_eq!(integer("18446744073709551615"), Some(u64::MAX));
    }

    #[test]
    fn integers_of_any_size() {
        for text in [
            "0",
            "-0.00",
            "100",
            "100.0",
            "1e2",
            "1.5e1",
            "1000e-3",
            "0e-5",
            "1e400",
            "1e99999999999999999999",
            "123456789012345678901234567890",
        ] {
            assert!(is_integer(text), "{text}");
        }
        for text in [
            "",
            "0.5",
            "1e-1",
            "1.25e1",
            "10e-2",
            "1e-99999999999999999999",
            "x",
        ] {
            assert!(!is_integer(text), "{text}");
        }
    }

    #[test]
    fn only_json_notation_is_a_number() {
        for text in ["0", "-1", "14.65", "0.30", "1e5", "1E-5"] {
            assert!(is_number(text), "{text}");
        }
        for text in [
            "", "-", "+1", "01", ".5", "1.", "1e", "1,5", " 1", "1 ", "NaN", "0x1", "１",
        ] {
            assert!(!is_number(text), "{text}");
        }
    }
}
