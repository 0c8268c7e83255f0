//! Keywords without an equivalent in OpenAPI 3.0: one warning per keyword, where it stands first.

use indexmap::IndexMap;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::source::Location;

/// The keywords that were left out.
#[derive(Default)]
pub(crate) struct Lost {
    /// The first place, and how many others there are.
    keywords: IndexMap<String, (Location, usize)>,
}

impl Lost {
    /// Notes a keyword of the object at a place.
    pub(crate) fn note(&mut self, keyword: &str, place: Location) {
        match self.keywords.get_mut(keyword) {
            Some((_, others)) => *others += 1,
            None => {
                self.keywords.insert(keyword.to_owned(), (place.key(), 0));
            }
        }
    }

    pub(crate) fn report(self, diagnostics: &mut Diagnostics) {
        for (keyword, (at, others)) in self.keywords {
            diagnostics.report(at, ConversionProblem::IgnoredKeyword { keyword, others });
        }
    }
}
