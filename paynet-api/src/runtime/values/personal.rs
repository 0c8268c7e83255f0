//! A value about a person: usable like the value itself, but never printed.

use std::fmt;
use std::ops::Deref;

/// A value about a person. `Debug` prints `[redacted]`.
///
/// It dereferences to the value, so it is used like one. What it prevents is personal data in a log
/// line that nobody thought about.
///
/// # Examples
///
/// ```
/// use paynet_api::Personal;
///
/// let holder = Personal::from("A. Holder".to_owned());
/// assert_eq!(format!("{holder:?}"), "[redacted]");
/// assert_eq!(holder.len(), 9);
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Returns the value itself.
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

impl From<&str> for Personal<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}
