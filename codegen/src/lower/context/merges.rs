//! A limit on merging, so that no document can keep the generator busy.

use std::collections::BTreeMap;

use crate::names::Ident;

/// The budget for merging several definitions of one property. Each may contain others, so their
/// number and depth are limited.
#[derive(Debug, Default)]
pub(crate) struct MergeBudget {
    started: usize,
    depth: usize,
    /// The number of nested `allOf` that are being lowered.
    all_of_depth: usize,
    /// The types inside the outermost `allOf`, by their definitions, which may occur again.
    types: BTreeMap<Vec<String>, Ident>,
}

impl MergeBudget {
    const MAX_MERGES: usize = 500;
    const MAX_DEPTH: usize = 64;

    /// Returns whether more definitions may be merged.
    pub(crate) fn allows_more(&self) -> bool {
        self.started < Self::MAX_MERGES && self.depth < Self::MAX_DEPTH
    }

    /// Returns the type that was made of these definitions before.
    pub(crate) fn known(&self, definitions: &[String]) -> Option<&Ident> {
        self.types.get(definitions)
    }

    /// Remembers the type that is made of the definitions.
    pub(crate) fn remember(&mut self, definitions: Vec<String>, name: &Ident) {
        self.types.insert(definitions, name.clone());
    }

    pub(super) fn enter_merge(&mut self) {
        self.started += 1;
        self.depth += 1;
    }

    pub(super) fn leave_merge(&mut self) {
        self.depth -= 1;
    }

    pub(super) fn enter_all_of(&mut self) {
        self.all_of_depth += 1;
    }

    pub(super) fn leave_all_of(&mut self) {
        self.all_of_depth -= 1;
        if self.all_of_depth == 0 {
            self.types.clear();
        }
    }
}
