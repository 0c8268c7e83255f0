//! Keywords without an equivalent in OpenAPI 3.0: one warning per keyword, where it stands first.

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostics, RewriteProblem};
use crate::source::At;

/// The keywords that were left out.
#[derive(Default)]
pub(super) struct Lost {
    /// The first place, and how many others there are.
    keywords: IndexMap<String, (At, usize)>,
}

impl Lost {
    /// Notes a keyword of the object at a place.
    pub(super) fn note(&mut self, keyword: &str, place: At) {
        match self.keywords.get_mut(keyword) {
            Some((_, others)) => *others += 1,
            None => {
                self.keywords.insert(keyword.to_owned(), (place.key(), 0));
            }
        }
    }

    pub(super) fn report(self, diagnostics: &mut Diagnostics) {
        for (keyword, (at, others)) in self.keywords {
            diagnostics.report(at, RewriteProblem::Ignored { keyword, others });
        }
    }
}
