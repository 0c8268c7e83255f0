//! Conversions to and from `rust_decimal::Decimal`.

use ::rust_decimal::Decimal as RustDecimal;

use crate::{Amount, Decimal, DecodeError, Invalid};

/// Converts every digit and the scale: `0.30` stays `0.30`.
impl From<RustDecimal> for Decimal {
    fn from(number: RustDecimal) -> Self {
        Self::from_digits(number.to_string())
    }
}

/// Converts every digit and the scale.
///
/// # Errors
///
/// If the number has more digits or a larger scale than `rust_decimal::Decimal` can represent (96
/// bits, and a scale of 28). It is never rounded.
impl TryFrom<&Decimal> for RustDecimal {
    type Error = DecodeError;

    fn try_from(number: &Decimal) -> Result<Self, DecodeError> {
        plain(number.as_str())
            .and_then(|digits| Self::from_str_exact(&digits).ok())
            .ok_or_else(|| DecodeError::expected("a number that fits `rust_decimal::Decimal`"))
    }
}

/// Converts to lira, with two decimals.
impl From<Amount> for RustDecimal {
    fn from(amount: Amount) -> Self {
        Self::new(amount.kurus(), 2)
    }
}

/// Converts from lira.
///
/// # Errors
///
/// If the number does not have exactly two decimals, is zero or negative, or does not fit 64 bits
/// when counted in kuruş. A number without decimals is an error, because it could be meant in
/// kuruş: if it is in lira, call `rescale(2)` first.
impl TryFrom<RustDecimal> for Amount {
    type Error = Invalid;

    fn try_from(lira: RustDecimal) -> Result<Self, Invalid> {
        lira.to_string().parse()
    }
}

/// Writes a number in JSON's notation without an exponent; `None` if it has too many digits.
fn plain(number: &str) -> Option<String> {
    let Some((mantissa, exponent)) = number.split_once(['e', 'E']) else {
        return Some(number.to_owned());
    };
    let exponent: i32 = exponent.parse().ok()?;
    let zeros = "0".repeat(
        usize::try_from(exponent.unsigned_abs())
            .ok()
            .filter(|it| *it <= 64)?,
    );
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(mantissa) => ("-", mantissa),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if exponent < 0 {
        let whole = format!("{zeros}{whole}");
        let (left, right) = whole.split_at_checked(whole.len() - zeros.len())?;
        let left = if left.is_empty() { "0" } else { left };
        return Some(format!("{sign}{left}.{right}{fraction}"));
    }
    let digits = format!("{fraction}{zeros}");
    let (left, right) = digits.split_at_checked(zeros.len())?;
    let right = right.strip_suffix(&zeros).unwrap_or(right);
    Some(match right {
        "" => format!("{sign}{whole}{left}"),
        right => format!("{sign}{whole}{left}.{right}"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Amount, Decimal, RustDecimal};

    fn to_rust(text: &str) -> Option<String> {
        let number: Decimal = text.parse().unwrap();
        RustDecimal::try_from(&number).ok().map(|it| it.to_string())
    }

    #[test]
    fn digits_and_scale_are_kept() {
        for text in [
            "0",
            "0.30",
            "-14.650",
            "123456789012345678.90",
            "0.0000000000000000000000000001",
            "79228162514264337593543950335",
            "-79228162514264337593543950335",
        ] {
            assert_eq!(to_rust(text).as_deref(), Some(text));
            let number: RustDecimal = text.parse().unwrap();
            assert_eq!(Decimal::from(number).as_str(), text);
        }
    }

    #[test]
    fn exponents_are_exact() {
        for (text, expected) in [
            ("1E+2", "100"),
            ("1.5e1", "15"),
            ("1.25e1", "12.5"),
            ("-1.250e1", "-12.50"),
            ("15e-1", "1.5"),
            ("1e-3", "0.001"),
            ("-12.5e-4", "-0.00125"),
            ("1e0", "1"),
            ("1.0e1", "10"),
            ("10e2", "1000"),
        ] {
            assert_eq!(to_rust(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_an_error_and_never_rounded() {
        for text in [
            "79228162514264337593543950336",
            "0.00000000000000000000000000001",
            "1.00000000000000000000000000000",
            "1e29",
            "1e-29",
            "1e99",
            "1e-99999999999",
        ] {
            assert_eq!(to_rust(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_lira_with_two_decimals() {
        for (text, kurus) in [
            ("10.50", 1050),
            ("0.01", 1),
            ("1000.00", 100_000),
            ("92233720368547758.07", i64::MAX),
        ] {
            let amount = Amount::from_kurus(kurus).unwrap();
            let lira: RustDecimal = text.parse().unwrap();
            assert_eq!(RustDecimal::from(amount), lira);
            assert_eq!(RustDecimal::from(amount).to_string(), text);
            assert_eq!(Amount::try_from(lira), Ok(amount));
        }
    }

    #[test]
    fn amounts_of_another_scale_are_errors() {
        for text in [
            "0.00",
            "-0.00",
            "-10.50",
            "10",
            "1000",
            "10.5",
            "10.500",
            "10.505",
            "92233720368547758.08",
        ] {
            let lira: RustDecimal = text.parse().unwrap();
            assert!(Amount::try_from(lira).is_err(), "{text}");
        }
        let mut lira = RustDecimal::from(10);
        lira.rescale(2);
        assert_eq!(Amount::try_from(lira), Amount::from_kurus(1000));
    }
}
