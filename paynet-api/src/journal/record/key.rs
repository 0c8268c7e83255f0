//! The caller's own key of a reversal.

use std::convert::Infallible;
use std::fmt;

use crate::Invalid;

/// The caller's own key of a reversal, such as an order or refund number. In one environment it
/// names one reversal forever.
///
/// It has 1 to 200 characters, no control characters, and no white space around it. It is stored
/// and printed as it is, so it must hold neither secrets nor personal data.
///
/// # Examples
///
/// ```
/// use paynet_api::journal::Key;
///
/// assert_eq!(Key::new("order-1001")?.as_str(), "order-1001");
/// assert!(Key::new("").is_err());
/// assert!(Key::new("order-1001\n").is_err());
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Box<str>);

const LONGEST: usize = 200;

impl Key {
    /// Creates a key.
    ///
    /// # Errors
    ///
    /// If it is empty or longer than 200 characters, has white space around it, or contains control
    /// characters.
    pub fn new(key: impl Into<String>) -> Result<Self, Invalid> {
        let key = key.into();
        let problem = if key.trim().is_empty() {
            "the key is blank: pass your own order or refund number"
        } else if key.trim() != key {
            "the key has white space around it: pass the order or refund number alone"
        } else if key.chars().any(char::is_control) {
            "the key contains control characters: pass the order or refund number alone"
        } else if key.chars().nth(LONGEST).is_some() {
            "the key is longer than 200 characters: pass your own order or refund number"
        } else {
            return Ok(Self(key.into()));
        };
        Err(Invalid::new(problem))
    }

    /// Returns the key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<&str> for Key {
    type Error = Invalid;

    fn try_from(key: &str) -> Result<Self, Invalid> {
        Self::new(key)
    }
}

impl TryFrom<String> for Key {
    type Error = Invalid;

    fn try_from(key: String) -> Result<Self, Invalid> {
        Self::new(key)
    }
}

impl From<&Self> for Key {
    fn from(key: &Self) -> Self {
        key.clone()
    }
}

/// What is a key already cannot be an invalid one.
impl From<Infallible> for Invalid {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, LONGEST};

    #[test]
    fn keys_are_short_and_printable() {
        for key in ["1", "order-1001", "iade № 7 ğ", &"ş".repeat(LONGEST)] {
            assert_eq!(Key::new(key).unwrap().as_str(), key);
        }
        let long = "a".repeat(LONGEST + 1);
        for key in ["", " ", " a", "a ", "a\n", "a\u{0}b", "\u{a0}a", &long] {
            assert!(Key::new(key).is_err(), "{key:?}");
        }
    }
}
