//! What the functions of this stage share: what is known before they start, and where their
//! results go. No decision is taken here.

mod depth;
mod merges;

use foldhash::HashMap;

use crate::diagnostic::{Diagnostics, Problem, SchemaProblem};
use crate::ir::Type;
use crate::options::Language;
use crate::read::Document;
use crate::source::Location;

use self::depth::Depth;
use self::merges::MergeBudget;
use super::facts::component::Component;
use super::facts::doc::translations::Translations;
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
    /// Whether any part has an `x-source`.
    pub(crate) has_sources: bool,
    pub(crate) translations: Translations,
    pub(crate) merges: MergeBudget,
    depth: Depth,
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
            has_sources: false,
            translations: Translations::default(),
            merges: MergeBudget::default(),
            depth: Depth::default(),
        }
    }

    /// Reports a problem at a location in the repaired document.
    pub(crate) fn report(&mut self, at: &Location, problem: impl Into<Problem>) {
        self.diagnostics.report(self.document.origin(at), problem);
    }

    /// Reports a problem at a location as it was written.
    pub(crate) fn report_origin(&mut self, at: &Location, problem: impl Into<Problem>) {
        self.diagnostics.report(at.clone(), problem);
    }

    /// Reports a problem that concerns a second location, which gets a label.
    pub(crate) fn report_both(
        &mut self,
        at: &Location,
        problem: impl Into<Problem>,
        (other, label): (&Location, &str),
    ) {
        self.report_all(at, problem, std::slice::from_ref(other), label);
    }

    /// Reports a problem that concerns further locations, which get one label.
    pub(crate) fn report_all(
        &mut self,
        at: &Location,
        problem: impl Into<Problem>,
        others: &[Location],
        label: &str,
    ) {
        let others = others.iter();
        let others = others.map(|other| (self.document.origin(other), label.to_owned()));
        self.diagnostics
            .report_with(self.document.origin(at), problem, others.collect());
    }

    /// Reports a problem that concerns a second location as it was written, in this document or in
    /// another.
    pub(crate) fn report_other(
        &mut self,
        at: &Location,
        problem: impl Into<Problem>,
        (other, label): (&Location, &str),
    ) {
        let also = vec![(other.clone(), label.to_owned())];
        self.diagnostics
            .report_with(self.document.origin(at), problem, also);
    }

    /// Enters the schema at a location inside of another, and returns whether it may be lowered. If
    /// too many contain it, that is reported.
    pub(crate) fn enter(&mut self, at: &Location) -> bool {
        let may_enter = self.depth.allows_more();
        if may_enter {
            self.depth.enter();
        } else {
            self.report(at, SchemaProblem::Nested(Depth::MAX));
        }
        may_enter
    }

    /// Leaves the schema that was entered last.
    pub(crate) const fn leave(&mut self) {
        self.depth.leave();
    }

    /// Lowers the schema at a location inside of another, or makes it untyped if too many contain
    /// it.
    pub(crate) fn nested<R: From<Type>>(
        &mut self,
        at: &Location,
        lower: impl FnOnce(&mut Self) -> R,
    ) -> R {
        if !self.enter(at) {
            return Type::Json.into();
        }
        let result = lower(self);
        self.leave();
        result
    }

    /// Returns whether several definitions of a property may be merged.
    pub(crate) fn may_merge(&self) -> bool {
        self.merges.allows_more() && self.depth.allows_more()
    }

    /// Lowers the merged definitions of one property, and counts them against the budget.
    pub(crate) fn merging<R>(&mut self, lower: impl FnOnce(&mut Self) -> R) -> R {
        self.merges.enter_merge();
        self.depth.enter();
        let result = lower(self);
        self.depth.leave();
        self.merges.leave_merge();
        result
    }

    /// Lowers the members of an `allOf`.
    pub(crate) fn in_all_of<R>(&mut self, lower: impl FnOnce(&mut Self) -> R) -> R {
        self.merges.enter_all_of();
        let result = lower(self);
        self.merges.leave_all_of();
        result
    }

    /// Returns where a location in the repaired document was written.
    pub(crate) fn origin(&self, at: &Location) -> Location {
        self.document.origin(at)
    }
}
