//! A decimal number that keeps its digits.

use super::macros::digits;
use super::number;

/// A decimal number, exactly as it was sent: `0.30` stays `0.30`, and no digit is lost to a float.
///
/// Two decimals are equal if their digits are the same: `0.30` and `0.3` differ. To calculate,
/// convert it with the `rust_decimal` feature, or parse [`as_str`](Self::as_str) with another
/// decimal crate.
///
/// # Examples
///
/// ```
/// use paynet_api::Decimal;
///
/// let commission: Decimal = "0.30".parse()?;
/// assert_eq!(commission.as_str(), "0.30");
/// assert!("0,30".parse::<Decimal>().is_err());
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

digits!(
    Decimal,
    "a number: digits, and a dot before decimals",
    number::is_number
);

#[cfg(any(feature = "rust_decimal", feature = "sandbox"))]
impl Decimal {
    /// Creates a decimal from digits that are known to be in JSON's notation.
    pub(crate) fn from_digits(digits: String) -> Self {
        debug_assert!(number::is_number(&digits));
        Self(digits.into())
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(value.to_string().into())
    }
}
