//! A part of a document, carried together with its place.

use crate::source::{Location, Step};

/// A part of a document and its place in it.
#[derive(Debug)]
pub struct Located<'d, T: ?Sized> {
    /// The place, in the document as repaired: `Document::origin` says where that was written.
    pub at: Location,
    /// The part.
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
    /// The part's own part: the value, and the step that leads there.
    pub fn step<U: ?Sized>(&self, step: impl Step, value: &'d U) -> Located<'d, U> {
        Located {
            at: self.at.child(step),
            value,
        }
    }
}
