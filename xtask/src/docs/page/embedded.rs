//! An OpenAPI document in a page, and the places in it.

use codegen::source::{Location, locate};
use serde_json::Value;

use super::text::Text;

/// An OpenAPI document in a page.
#[derive(Clone, Debug)]
pub(crate) struct Embedded {
    pub(crate) value: Value,
    /// Its text, and where that starts on the page.
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) page: Text,
}

impl Embedded {
    /// Returns the place on the page of the value at a JSON pointer.
    pub(crate) fn place(&self, pointer: &str) -> Location {
        let at = Location::new(&"embedded.json".into(), pointer);
        self.page.inside(self.start, locate(&self.text, &at))
    }
}
