//! A limit on merging, so that no document can keep the generator busy.

use std::collections::BTreeMap;

use crate::names::Ident;

/// The budget for merging several definitions of one property. Each may contain others, so their
/// number and depth are limited.
#[derive(Debug, Default)]
pub(crate) struct Merges {
    begun: usize,
    open: usize,
    /// How many nested `allOf` are being lowered.
    level: usize,
    /// The types inside the outermost of them, by their definitions: the same may occur again.
    made: BTreeMap<Vec<String>, Ident>,
}

impl Merges {
    const MOST: usize = 500;
    const DEPTH: usize = 64;

    /// Whether more definitions may be merged.
    pub(crate) fn are_left(&self) -> bool {
        self.begun < Self::MOST && self.open < Self::DEPTH
    }

    /// The type that these definitions already made.
    pub(crate) fn made(&self, parts: &[String]) -> Option<&Ident> {
        self.made.get(parts)
    }

    /// Remembers the type of the definitions.
    pub(crate) fn remember(&mut self, parts: Vec<String>, name: &Ident) {
        self.made.insert(parts, name.clone());
    }

    pub(in crate::lower) fn begin(&mut self) {
        self.begun += 1;
        self.open += 1;
    }

    pub(in crate::lower) fn end(&mut self) {
        self.open -= 1;
    }

    pub(in crate::lower) fn enter(&mut self) {
        self.level += 1;
    }

    pub(in crate::lower) fn leave(&mut self) {
        self.level -= 1;
        if self.level == 0 {
            self.made.clear();
        }
    }
}
