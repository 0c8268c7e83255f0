//! Diagnostics: what is wrong with a document, and where. No message text is anywhere else.
//!
//! `codes` is the table of codes. A file per stage has the problems of that stage: each variant has
//! its code, its message and its help. `render` prints them, and `explain/` explains each code.

mod codes;
mod conversion;
mod describe;
mod emit;
mod follow;
mod grammar;
mod kinds;
mod lower;
mod overlay;
mod placement;
mod problem;
mod reference;
mod render;
mod repair;
mod row;
mod rule;
pub(crate) mod similar;
mod sink;
mod syntax;

pub use codes::Code;
pub use conversion::ConversionProblem;
pub use emit::EmitProblem;
pub use grammar::GrammarProblem;
pub use kinds::{Expected, Found, JsonKind};
pub use lower::{ClientProblem, ExtensionProblem, OperationProblem, OutcomeProblem, SchemaProblem};
pub use overlay::OverlayProblem;
pub use placement::PlacementProblem;
pub use problem::Problem;
pub use reference::ReferenceProblem;
pub use render::{Coloring, Extent};
pub use repair::RepairProblem;
pub use row::Level;
pub use rule::RuleProblem;
pub use sink::Diagnostics;
pub use syntax::{OtherDocument, SyntaxHint, SyntaxProblem};

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
