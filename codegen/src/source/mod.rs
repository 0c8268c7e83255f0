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

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The texts of one run, by name. Names are paths relative to wherever the caller read them, with `/` between parts.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: BTreeMap<Arc<str>, Arc<str>>,
    /// The names of those that are only referred to.
    referred: BTreeSet<Arc<str>>,
}

impl Sources {
    /// Adds a text, or replaces the one of that name.
    pub fn insert(&mut self, name: &str, text: &str) {
        self.texts.insert(name.into(), text.into());
    }

    /// Adds a text for the documents that refer to it. By itself it is no document to generate from:
    /// its paths, servers, tags and security are not looked at.
    ///
    /// One that is known by a URL is named after it, without the scheme.
    pub fn insert_referred(&mut self, name: &str, text: &str) {
        self.insert(name, text);
        self.referred.insert(name.into());
    }

    /// Returns whether the text of that name is there for references alone.
    #[must_use]
    pub fn is_referred(&self, name: &str) -> bool {
        self.referred.contains(name)
    }

    /// Returns the name and the text of a source.
    pub(crate) fn find(&self, name: &str) -> Option<(&Arc<str>, &str)> {
        let (name, text) = self.texts.get_key_value(name)?;
        Some((name, text))
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
