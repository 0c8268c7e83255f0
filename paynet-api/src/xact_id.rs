//! Paynet's transaction number.

use std::fmt;
use std::str::FromStr;

use crate::Invalid;
use crate::runtime::{Decode, DecodeError, Encode, Input, Output};

/// The number of a transaction, as Paynet returned it.
///
/// The documents call it encrypted and show values such as `xk_EAAAAAh7VYf9…`. It is passed on as
/// it is, and the caller encrypts nothing (source: `refund.md` and its neighbours, and the
/// documents of `transaction/detail`).
///
/// # Examples
///
/// ```
/// use paynet_api::XactId;
///
/// let sale = XactId::new("xk_EAAAAAh7VYf9HG4+GR9ezqiMWAA8PY6P4eroE4BUUHRCLxGO")?;
/// assert!(XactId::new(" ").is_err());
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct XactId(Box<str>);

impl XactId {
    /// Creates a transaction number from what Paynet returned.
    ///
    /// # Errors
    ///
    /// If it is blank, has white space around it, or contains control characters.
    pub fn new(id: impl Into<String>) -> Result<Self, Invalid> {
        let id = id.into();
        if id.trim().is_empty() {
            Err(Invalid::new(
                "the transaction number is blank: pass the xact_id that Paynet returned",
            ))
        } else if id.trim() != id || id.chars().any(char::is_control) {
            Err(Invalid::new(
                "the transaction number has white space around it or control characters in it: pass the xact_id alone",
            ))
        } else {
            Ok(Self(id.into()))
        }
    }

    /// Creates a number that the sandbox gives out itself.
    #[cfg(feature = "sandbox")]
    pub(crate) fn issued(id: String) -> Self {
        debug_assert!(Self::new(id.as_str()).is_ok());
        Self(id.into())
    }

    /// Returns the number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for XactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for XactId {
    type Err = Invalid;

    fn from_str(id: &str) -> Result<Self, Invalid> {
        Self::new(id)
    }
}

impl Encode for XactId {
    fn encode(&self, out: &mut Output) {
        out.identify(&self.0);
        out.text(&self.0);
    }
}

impl Decode for XactId {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        Self::new(input.text()?).map_err(|_| DecodeError::expected("a transaction number"))
    }
}
