//! What a report is made of.

use codegen::source::Sources;

use super::lines::Places;
use crate::docs::settle::Settled;
use crate::docs::spec::Specs;

/// What is printed.
pub(crate) struct Report<'r> {
    pub(crate) specs: &'r Specs,
    pub(crate) sources: &'r Sources,
    pub(crate) settled: &'r Settled,
    /// How many pages were read.
    pub(crate) pages: usize,
    /// How many pages the lock has.
    pub(crate) locked: usize,
    /// Whether acknowledged differences are listed too.
    pub(crate) shows_settled: bool,
}

impl<'r> Report<'r> {
    /// Returns what finds the lines of places.
    pub(super) fn places(&self) -> Places<'r> {
        Places {
            specs: self.specs,
            sources: self.sources,
        }
    }
}
