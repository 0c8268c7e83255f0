//! A JSON value without a schema.

use std::fmt;
use std::str::FromStr;

use super::{Decode, Encode, Input, Output};
use crate::runtime::DecodeError;

/// A JSON value that the document gives no type, kept as its text, digits and all.
///
/// `Debug` prints its length only, because the content is unknown.
///
/// # Examples
///
/// ```
/// use paynet_api::runtime::AnyJson;
///
/// let any: AnyJson = r#"{"total": 10.10}"#.parse()?;
/// assert_eq!(any.as_str(), r#"{"total": 10.10}"#);
/// # Ok::<(), paynet_api::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AnyJson(Box<str>);

impl AnyJson {
    /// Returns the value as JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AnyJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AnyJson({} bytes)", self.0.len())
    }
}

impl FromStr for AnyJson {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        Input::parse(text.as_bytes()).and_then(Self::decode)
    }
}

impl Encode for AnyJson {
    fn encode(&self, out: &mut Output) {
        out.verbatim(&self.0);
    }
}

impl Decode for AnyJson {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        Ok(Self(input.verbatim().into()))
    }
}
