//! Collects keywords without an equivalent in OpenAPI 3.0: each is reported once, at its first use.

use indexmap::IndexMap;

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::source::Location;

/// The keywords that were removed from a document.
#[derive(Default)]
pub(crate) struct IgnoredKeywords {
    /// The location of the first use, and the number of other uses.
    keywords: IndexMap<String, (Location, usize)>,
}

impl IgnoredKeywords {
    /// Adds a use of a keyword; `at` is the location of its value.
    pub(crate) fn add(&mut self, keyword: &str, at: Location) {
        match self.keywords.get_mut(keyword) {
            Some((_, others)) => *others += 1,
            None => {
                self.keywords.insert(keyword.to_owned(), (at.key(), 0));
            }
        }
    }

    /// Reports each keyword.
    pub(crate) fn report(self, diagnostics: &mut Diagnostics) {
        for (keyword, (at, others)) in self.keywords {
            diagnostics.report(at, ConversionProblem::IgnoredKeyword { keyword, others });
        }
    }
}
