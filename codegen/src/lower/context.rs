//! What the functions of this stage share: what is known before they start, and where their results
//! go. No decision is taken here.

use foldhash::HashMap;

use crate::diagnostic::{Diagnostics, Problem};
use crate::options::Language;
use crate::read::Document;
use crate::source::Location;

use super::facts::component::Component;
use super::facts::merges::Merges;
use super::facts::twins::Twins;
use super::schema::inheritance::Inheritance;
use super::types::Types;

/// What is known of one document before any part of it is lowered.
#[derive(Debug)]
pub(crate) struct Context<'d> {
    pub(crate) document: &'d Document,
    pub(crate) language: Language,
    /// The component schemas, by key.
    pub(crate) components: HashMap<&'d str, Component>,
    /// Which of them extend others.
    pub(crate) inheritance: Inheritance<'d>,
}

/// Where the results of one document go.
#[derive(Debug)]
pub(crate) struct Out<'o> {
    document: &'o Document,
    diagnostics: &'o mut Diagnostics,
    pub(crate) types: Types,
    pub(crate) twins: Twins,
    /// Whether any part has an `x-source`.
    pub(crate) has_sources: bool,
    pub(crate) merges: Merges,
}

impl<'o> Out<'o> {
    pub(crate) fn new(
        document: &'o Document,
        types: Types,
        diagnostics: &'o mut Diagnostics,
    ) -> Self {
        Self {
            document,
            diagnostics,
            types,
            twins: Twins::default(),
            has_sources: false,
            merges: Merges::default(),
        }
    }

    /// Reports a problem at a place of the document as repaired.
    pub(crate) fn report(&mut self, at: &Location, problem: impl Into<Problem>) {
        self.diagnostics.report(self.document.origin(at), problem);
    }

    /// Reports a problem at a place where it was written.
    pub(crate) fn report_origin(&mut self, at: &Location, problem: impl Into<Problem>) {
        self.diagnostics.report(at.clone(), problem);
    }

    /// The same, with a second place and a few words about it.
    pub(crate) fn report_both(
        &mut self,
        at: &Location,
        problem: impl Into<Problem>,
        also: (&Location, &str),
    ) {
        let (other, words) = also;
        let also = vec![(self.document.origin(other), words.to_owned())];
        self.diagnostics
            .report_with(self.document.origin(at), problem, also);
    }

    /// The same, with any number of further places.
    pub(crate) fn report_all(
        &mut self,
        at: &Location,
        problem: impl Into<Problem>,
        also: &[Location],
        words: &str,
    ) {
        let also = also.iter();
        let also = also.map(|other| (self.document.origin(other), words.to_owned()));
        self.diagnostics
            .report_with(self.document.origin(at), problem, also.collect());
    }

    /// The same, where the second place is one where it was written, of this document or another.
    pub(crate) fn report_other(
        &mut self,
        at: &Location,
        problem: impl Into<Problem>,
        (other, words): (&Location, &str),
    ) {
        let also = vec![(other.clone(), words.to_owned())];
        self.diagnostics
            .report_with(self.document.origin(at), problem, also);
    }

    /// Lowers what several definitions of one property make together.
    pub(crate) fn merging<R>(&mut self, lower: impl FnOnce(&mut Self) -> R) -> R {
        self.merges.begin();
        let result = lower(self);
        self.merges.end();
        result
    }

    /// Lowers the members of an `allOf`.
    pub(crate) fn in_all_of<R>(&mut self, lower: impl FnOnce(&mut Self) -> R) -> R {
        self.merges.enter();
        let result = lower(self);
        self.merges.leave();
        result
    }

    /// Where a place of the document as repaired was written.
    pub(crate) fn origin(&self, at: &Location) -> Location {
        self.document.origin(at)
    }
}
