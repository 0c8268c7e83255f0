//! The sources of a run, and locations in them.
//!
//! Nothing here reads files or depends on OpenAPI. Lines and columns are computed only when a
//! diagnostic is printed.

mod lines;
mod locate;
mod location;

pub(crate) use locate::SpanIndex;
pub use locate::locate;
pub(crate) use location::unescape;
pub use location::{Location, Step};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The texts of one run by name. A name is a path relative to the folder that the caller chooses,
/// with `/` as separator.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: BTreeMap<Arc<str>, Arc<str>>,
    /// The names of those that are only referred to.
    referred: BTreeSet<Arc<str>>,
}

impl Sources {
    /// Adds a text, or replaces the one with the same name.
    pub fn insert(&mut self, name: &str, text: &str) {
        self.texts.insert(name.into(), text.into());
    }

    /// Adds a text that other documents refer to. Nothing is generated from it by itself: its paths,
    /// servers, tags and security are ignored.
    ///
    /// A text with a URL is named after the URL without its scheme.
    pub fn insert_referred(&mut self, name: &str, text: &str) {
        self.insert(name, text);
        self.referred.insert(name.into());
    }

    /// Returns whether a text is only there for references to it.
    #[must_use]
    pub fn is_referred(&self, name: &str) -> bool {
        self.referred.contains(name)
    }

    /// Returns the name and the text of a source.
    pub(crate) fn find(&self, name: &str) -> Option<(&Arc<str>, &str)> {
        let (name, text) = self.texts.get_key_value(name)?;
        Some((name, text))
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
