//! What a bank wrote: it may hold personal data, so it is not printed by accident.

use std::fmt;

use crate::DecodeError;
use crate::runtime::{Decode, Encode, Input, Output};

/// A bank's own words. `Debug` prints `[redacted]`, and there is no `Display`.
///
/// A bank may name the holder or the card. Unlike a [`Personal`](crate::Personal) value, the text is
/// not looked for in Paynet's message, which often repeats it.
///
/// # Examples
///
/// ```
/// use paynet_api::BankText;
///
/// let text = BankText::from("Invalid Ip Address : ");
/// assert_eq!(format!("{text:?}"), "[redacted]");
/// assert_eq!(text.as_str(), "Invalid Ip Address : ");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BankText(Box<str>);

impl BankText {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for BankText {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for BankText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Encode for BankText {
    fn encode(&self, out: &mut Output) {
        out.text(&self.0);
    }
}

impl Decode for BankText {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.text().map(|text| Self(text.into()))
    }
}
