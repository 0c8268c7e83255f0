//! Which texts of a document have a Turkish translation.

use crate::source::Location;

/// What is known about the Turkish texts of a document.
#[derive(Debug, Default)]
pub(crate) struct Translations {
    /// Whether the document has any.
    pub(crate) any: bool,
    /// The texts without one, each with its key.
    pub(crate) missing: Vec<(Location, &'static str)>,
}

impl Translations {
    /// Records a text, and whether it has a Turkish translation beside it.
    pub(crate) fn record(&mut self, at: &Location, key: &'static str, is_translated: bool) {
        if is_translated {
            self.any = true;
        } else {
            self.missing.push((at.clone(), key));
        }
    }
}
