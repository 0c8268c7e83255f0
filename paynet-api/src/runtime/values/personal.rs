//! A value that is about a person: usable like the value itself, but not printed.

use std::fmt;
use std::ops::Deref;

use crate::runtime::{Decode, DecodeError, Encode, Input, Output};

/// A value about a person, whose `Debug` prints `[redacted]`.
///
/// It dereferences to the value, so that it is used like one: what is guarded against is the log line nobody thought about.
///
/// ```
/// use paynet_api::runtime::Personal;
///
/// let holder = Personal::from("A. Holder".to_owned());
/// assert_eq!(format!("{holder:?}"), "[redacted]");
/// assert_eq!(holder.len(), 9);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// The value itself.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T> Deref for Personal<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Personal<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Encode> Encode for Personal<T> {
    fn encode(&self, out: &mut Output) {
        self.0.encode(out);
    }

    fn is_absent(&self) -> bool {
        self.0.is_absent()
    }
}

impl<T: Decode> Decode for Personal<T> {
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.note();
        T::decode(input).map(Self)
    }
}
