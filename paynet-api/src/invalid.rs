//! Why a value of this crate cannot be built from what was given.

use std::fmt;

/// Why a value cannot be built: a sentence that says what to write instead. It never repeats what was given.
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
