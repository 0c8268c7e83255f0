//! A string that must not be printed: keys, tokens, and links that grant access.

use std::fmt;

use zeroize::Zeroizing;

/// A string that is never printed and is wiped from memory when it is dropped.
///
/// `Debug` prints `[redacted]`, there is no `Display`, and [`expose`](Self::expose) is the only way
/// to the string. Only this copy is wiped: the bytes that were sent belong to the network stack.
///
/// # Examples
///
/// ```
/// use paynet_api::Secret;
///
/// let key = Secret::new("sck_example");
/// assert_eq!(format!("{key:?}"), "[redacted]");
/// assert_eq!(key.expose(), "sck_example");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Creates a secret from a string.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Returns the string. What is done with it is the caller's responsibility.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
