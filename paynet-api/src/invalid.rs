//! Why a value of this crate cannot be created.

use std::fmt;

/// The error returned when a value cannot be created.
///
/// Its text is one sentence that says what to write instead. It never repeats the rejected value.
///
/// # Examples
///
/// ```
/// use paynet_api::{Amount, Invalid};
///
/// let error: Invalid = "10,50".parse::<Amount>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the amount must have no comma: the lira, a dot and two digits of kuruş, without separators of thousands"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid(&'static str);

impl Invalid {
    pub(crate) const fn new(sentence: &'static str) -> Self {
        Self(sentence)
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Invalid {}
