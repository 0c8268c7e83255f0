//! Why a store could not read or write.

use std::error::Error as StdError;
use std::fmt;

/// The error returned when a database could not be read or written.
///
/// What should have been written may have been, or not: a connection can break after the database
/// has committed. The journal looks before it tries again.
///
/// Neither `Display` nor `Debug` prints rows or passwords; what the database said is the
/// [`source`](StdError::source).
///
/// # Examples
///
/// ```
/// use paynet_api::journal::StoreError;
///
/// let error = StoreError::new("my_table: the disk is full");
/// assert!(error.to_string().contains("the disk is full"));
/// ```
pub struct StoreError(Box<dyn StdError + Send + Sync>);

impl StoreError {
    /// Creates an error from what the database said, or from words.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(source.into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the journal's database failed: {}", self.0)
    }
}

/// Prints what `Display` prints: a database's own `Debug` shows the rows that it refuses.
impl fmt::Debug for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoreError({self})")
    }
}

impl StdError for StoreError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.0)
    }
}
