//! Amounts of money: exact, positive, in kuruş, and never a float.

use std::fmt;
use std::str::FromStr;

use crate::Invalid;

/// An amount in Turkish lira, counted in kuruş: exact and positive.
///
/// It is created from an integer of kuruş, or from a string with a dot and exactly two decimals. It
/// cannot be created from a float, nor from `1000`, which could be meant in lira or in kuruş.
///
/// # Examples
///
/// ```
/// use paynet_api::Amount;
///
/// let amount = Amount::from_kurus(1050)?;
/// assert_eq!(amount, "10.50".parse()?);
/// assert_eq!(amount.to_string(), "10.50");
/// for text in ["10", "10,50", "1.000", "0.00", "-1.00"] {
///     assert!(text.parse::<Amount>().is_err());
/// }
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    kurus: i64,
}

impl Amount {
    /// Creates an amount from kuruş: 1050 is 10.50 TL.
    ///
    /// # Errors
    ///
    /// If it is zero or negative. (A full refund is requested by
    /// [`RefundAmount::Full`](crate::RefundAmount::Full), never by a zero.)
    pub const fn from_kurus(kurus: i64) -> Result<Self, Invalid> {
        if kurus > 0 {
            Ok(Self { kurus })
        } else {
            Err(NOT_POSITIVE)
        }
    }

    /// Returns the amount in kuruş: 10.50 TL is 1050.
    #[must_use]
    pub const fn kurus(self) -> i64 {
        self.kurus
    }
}

#[cfg(feature = "sandbox")]
impl Amount {
    /// Decodes the form in which requests have it: kuruş in a string, without leading zeros.
    ///
    /// # Errors
    ///
    /// If it is another form, or not more than zero.
    pub(crate) fn decode_kurus(
        input: crate::runtime::Input<'_>,
    ) -> Result<Self, crate::DecodeError> {
        let text = input.text()?;
        let amount = text.parse().ok().and_then(|it| Self::from_kurus(it).ok());
        let amount = amount.filter(|amount| amount.kurus().to_string() == *text);
        amount.ok_or_else(|| input.expected("an amount in kuruş, in a string of digits"))
    }
}

// These describe the form and name no amount: an example would be read as the amount that was
// meant, and what was meant is not known.
const NOT_POSITIVE: Invalid =
    Invalid::new("the amount must be more than zero, which never stands for the whole amount");
const TWO_DECIMALS: Invalid = Invalid::new(
    "the amount must have a dot and exactly two digits after it, so that lira are not taken for kuruş",
);
const COMMA: Invalid = Invalid::new(
    "the amount must have no comma: the lira, a dot and two digits of kuruş, without separators of thousands",
);
const DIGITS: Invalid = Invalid::new(
    "the amount must be the lira in digits, a dot and two digits of kuruş, and nothing else",
);
const TOO_LARGE: Invalid =
    Invalid::new("the amount is too large: it must fit 64 bits when counted in kuruş");

impl FromStr for Amount {
    type Err = Invalid;

    /// Parses `10.50`: a dot and exactly two decimals.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if text.contains(',') {
            return Err(COMMA);
        }
        let (lira, kurus) = text.split_once('.').unwrap_or((text, ""));
        match (lira.strip_prefix('-'), digits(lira), digits(kurus)) {
            (Some(lira), _, _) if digits(lira) => return Err(NOT_POSITIVE),
            (_, true, _) if kurus.is_empty() => return Err(TWO_DECIMALS),
            (_, true, true) if kurus.len() != 2 => return Err(TWO_DECIMALS),
            (_, true, true) if lira == "0" || !lira.starts_with('0') => {}
            _ => return Err(DIGITS),
        }
        // Only digits are left, so parsing can fail only because there are too many.
        format!("{lira}{kurus}")
            .parse()
            .map_err(|_| TOO_LARGE)
            .and_then(Self::from_kurus)
    }
}

impl fmt::Display for Amount {
    /// Writes `10.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{:02}", self.kurus / 100, self.kurus % 100))
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, COMMA, DIGITS, NOT_POSITIVE, TOO_LARGE, TWO_DECIMALS};

    #[test]
    fn strings_with_a_dot_and_two_decimals_are_exact() {
        for (text, kurus) in [
            ("10.50", 1050),
            ("0.01", 1),
            ("1000.00", 100_000),
            ("92233720368547758.07", i64::MAX),
        ] {
            let amount: Amount = text.parse().unwrap();
            assert_eq!((amount.kurus(), amount.to_string().as_str()), (kurus, text));
        }
    }

    #[test]
    fn other_strings_are_errors_that_say_what_to_write() {
        for (text, error) in [
            ("10", TWO_DECIMALS),
            ("1000", TWO_DECIMALS),
            ("10.", TWO_DECIMALS),
            ("10.5", TWO_DECIMALS),
            ("1.000", TWO_DECIMALS),
            ("10,50", COMMA),
            ("1.000,00", COMMA),
            ("0.00", NOT_POSITIVE),
            ("-10.50", NOT_POSITIVE),
            ("", DIGITS),
            (".50", DIGITS),
            ("+1.00", DIGITS),
            (" 1.00", DIGITS),
            ("01.00", DIGITS),
            ("1e2.00", DIGITS),
            ("١.00", DIGITS),
            ("1.00 TL", DIGITS),
            ("92233720368547758.08", TOO_LARGE),
        ] {
            assert_eq!(text.parse::<Amount>(), Err(error), "{text}");
        }
    }

    #[test]
    fn no_error_names_an_amount() {
        let errors = ["", "10", "1.050,00", "0.00", "99999999999999999999.00"];
        for text in errors {
            let error = text.parse::<Amount>().unwrap_err().to_string();
            let digits = error.replace("64 bits", "");
            assert!(!digits.contains(|c: char| c.is_ascii_digit()), "{error}");
        }
    }

    #[test]
    fn every_amount_round_trips() {
        let edges = (0..=63).flat_map(|bits| {
            let power = 1_i64.checked_shl(bits).unwrap_or(0);
            [power.wrapping_sub(1), power, power.wrapping_add(1)]
        });
        // Knuth's linear congruential generator, for other amounts.
        let random = std::iter::successors(Some(1_i64), |last| {
            let next = last.wrapping_mul(6_364_136_223_846_793_005);
            Some(next.wrapping_add(1_442_695_040_888_963_407))
        });
        for kurus in edges.chain(0..20_000).chain(random.take(20_000)) {
            let Ok(amount) = Amount::from_kurus(kurus) else {
                assert!(kurus <= 0);
                continue;
            };
            assert_eq!(amount.kurus(), kurus);
            assert_eq!(amount.to_string().parse(), Ok(amount));
            assert_eq!(amount.to_string().replace('.', "").parse(), Ok(kurus));
        }
    }

    #[test]
    fn only_positive_amounts_are_accepted() {
        assert!(Amount::from_kurus(1).is_ok());
        for kurus in [0, -1, i64::MIN] {
            assert_eq!(Amount::from_kurus(kurus), Err(NOT_POSITIVE));
        }
    }
}
