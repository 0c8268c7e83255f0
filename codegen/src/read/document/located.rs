//! A value of a document together with its location.

use crate::source::{Location, Step};

/// A value of a document and its location.
#[derive(Debug)]
pub struct Located<'d, T: ?Sized> {
    /// The location in the repaired document; `Document::origin` returns where that was written.
    pub at: Location,
    /// The value.
    pub value: &'d T,
}

impl<T: ?Sized> Clone for Located<'_, T> {
    fn clone(&self) -> Self {
        Self {
            at: self.at.clone(),
            value: self.value,
        }
    }
}

impl<'d, T: ?Sized> Located<'d, T> {
    /// Returns a value inside this one with its location, one step down.
    pub fn step<U: ?Sized>(&self, step: impl Step, value: &'d U) -> Located<'d, U> {
        Located {
            at: self.at.child(step),
            value,
        }
    }
}
