//! Where things stand: the texts that were given, and places in them.
//!
//! No files, no OpenAPI words. `locate` runs only when a diagnostic is printed.

mod lines;
mod locate;
mod location;

pub(crate) use locate::Index;
pub use locate::locate;
pub(crate) use location::unescape;
pub use location::{Location, Step};

use std::collections::BTreeMap;
use std::sync::Arc;

/// The texts of one run, by name. Names are paths relative to wherever the caller read them, with `/` between parts.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: BTreeMap<Arc<str>, Arc<str>>,
}

impl Sources {
    /// Adds a text, or replaces the one of that name.
    pub fn insert(&mut self, name: &str, text: &str) {
        self.texts.insert(name.into(), text.into());
    }

    /// The text of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(|text| &**text)
    }

    /// Name and text of each, in the order of the names: whoever inserted in another order gets the same.
    pub fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &str)> {
        self.texts.iter().map(|(name, text)| (name, &**text))
    }
}
