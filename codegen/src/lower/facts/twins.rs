//! Which texts of a document have a Turkish twin.

use crate::source::Location;

/// What is known about the Turkish texts of a document.
#[derive(Debug, Default)]
pub(crate) struct Twins {
    pub(crate) any: bool,
    pub(crate) missing: Vec<(Location, &'static str)>,
}

impl Twins {
    /// Notes a text, and whether its Turkish twin stands beside it.
    pub(crate) fn note(&mut self, at: &Location, key: &'static str, has_twin: bool) {
        if has_twin {
            self.any = true;
        } else {
            self.missing.push((at.clone(), key));
        }
    }
}
