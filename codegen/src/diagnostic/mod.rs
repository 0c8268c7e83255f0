//! Diagnostics: what is wrong with a document, and where. No message text is anywhere else.
//!
//! `codes` is the table of codes, and `problem` has what each stage reports, with its message and its
//! help. `render` prints them, and `explain/` explains each code.

mod codes;
mod describe;
mod follow;
mod kinds;
mod problem;
mod render;
mod row;
pub(crate) mod similar;
mod sink;

pub use codes::Code;
pub use kinds::{Expected, Found, JsonKind};
pub use problem::{
    ClientProblem, ConversionProblem, EmitProblem, ExtensionProblem, GrammarProblem,
    OperationProblem, OtherDocument, OutcomeProblem, OverlayProblem, PlacementProblem, Problem,
    ReferenceProblem, RepairProblem, RepeatProblem, RuleProblem, SchemaProblem, SyntaxHint,
    SyntaxProblem,
};
pub use render::{Coloring, Extent, Message};
pub use row::Level;
pub use sink::Diagnostics;

use crate::source::Location;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// The output is generated. [`Level`] says whether something is missing from it.
    Warning,
}

/// A problem at its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// How bad it is in this document.
    pub severity: Severity,
    /// Where.
    pub at: Location,
    /// Other locations that belong to it, each with a label such as `first defined here`.
    pub also: Vec<(Location, String)>,
}

/// Why a warning about a loss is an error in this document.
const DENIED: &str = "a loss is an error in a document that has extensions of this generator (`x-source`, `x-outcome`, …)";

impl Diagnostic {
    /// Returns why it is worse here than its code says.
    fn why_denied(&self) -> Option<&'static str> {
        (self.severity < self.problem.code().level().severity()).then_some(DENIED)
    }
}
