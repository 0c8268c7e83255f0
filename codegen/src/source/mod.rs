//! The sources of a run, and locations in them.
//!
//! Nothing here reads files or depends on OpenAPI. Lines and columns are computed only when a
//! diagnostic is printed.

mod lines;
mod locate;
mod location;

pub(crate) use locate::SpanIndex;
pub use locate::locate;
pub use location::{Location, Step};

use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts of one run by name. A name is a path relative to the folder that the caller chooses,
/// with `/` as separator.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: BTreeMap<Arc<str>, Arc<str>>,
}

impl Sources {
    /// Adds a text, or replaces the one with the same name.
    pub fn insert(&mut self, name: &str, text: &str) {
        self.texts.insert(name.into(), text.into());
    }

    /// Returns the text with a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(|text| &**text)
    }

    /// Iterates over names and texts in the order of the names, whatever the order of insertion.
    pub fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &str)> {
        self.texts.iter().map(|(name, text)| (name, &**text))
    }
}
