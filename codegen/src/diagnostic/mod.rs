//! What is wrong with a spec, and where: every message that the generator can print.
//!
//! A file per stage holds that stage's problems; `render` prints them. No message text anywhere else.

mod emit;
pub mod explain;
mod follow;
mod grammar;
mod lower;
mod overlay;
mod placement;
mod rank;
mod reference;
mod render;
mod repair;
mod rewrite;
mod rule;
pub(crate) mod similar;
mod sink;
mod syntax;

pub use emit::EmitProblem;
pub use grammar::GrammarProblem;
pub use lower::{
    ClientProblem, ExtensionProblem, LowerProblem, OperationProblem, OutcomeProblem, SchemaProblem,
};
pub use overlay::OverlayProblem;
pub use placement::PlacementProblem;
pub use rank::is_loss;
pub use reference::ReferenceProblem;
pub use render::{Coloring, Extent};
pub use repair::RepairProblem;
pub use rewrite::RewriteProblem;
pub use rule::RuleProblem;
pub use sink::Diagnostics;
pub use syntax::{Instead, Slip, SyntaxProblem};

use crate::source::Location;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written while one stands.
    Error,
    /// The output is right, but something was ignored, repaired or is bad style.
    Warning,
}

/// Everything that can be wrong with a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Raised while a text is read as JSON or YAML.
    Syntax(SyntaxProblem),
    /// Raised while an overlay is applied.
    Overlay(OverlayProblem),
    /// Raised while the document is compared with the standard.
    Grammar(GrammarProblem),
    /// Raised where fields don't go together.
    Rule(RuleProblem),
    /// Raised while references are followed.
    Reference(ReferenceProblem),
    /// Raised for vendor extensions by name and place.
    Placement(PlacementProblem),
    /// Raised for each repair.
    Repair(RepairProblem),
    /// Raised while OpenAPI 3.1 is rewritten.
    Rewrite(RewriteProblem),
    /// Raised while deciding what to generate.
    Lower(LowerProblem),
    /// Raised while generated code is printed.
    Emit(EmitProblem),
}

impl From<SyntaxProblem> for Problem {
    fn from(problem: SyntaxProblem) -> Self {
        Self::Syntax(problem)
    }
}

impl From<OverlayProblem> for Problem {
    fn from(problem: OverlayProblem) -> Self {
        Self::Overlay(problem)
    }
}

impl From<GrammarProblem> for Problem {
    fn from(problem: GrammarProblem) -> Self {
        Self::Grammar(problem)
    }
}

impl From<RuleProblem> for Problem {
    fn from(problem: RuleProblem) -> Self {
        Self::Rule(problem)
    }
}

impl From<ReferenceProblem> for Problem {
    fn from(problem: ReferenceProblem) -> Self {
        Self::Reference(problem)
    }
}

impl From<PlacementProblem> for Problem {
    fn from(problem: PlacementProblem) -> Self {
        Self::Placement(problem)
    }
}

impl From<RepairProblem> for Problem {
    fn from(problem: RepairProblem) -> Self {
        Self::Repair(problem)
    }
}

impl From<RewriteProblem> for Problem {
    fn from(problem: RewriteProblem) -> Self {
        Self::Rewrite(problem)
    }
}

impl From<LowerProblem> for Problem {
    fn from(problem: LowerProblem) -> Self {
        Self::Lower(problem)
    }
}

impl From<EmitProblem> for Problem {
    fn from(problem: EmitProblem) -> Self {
        Self::Emit(problem)
    }
}

impl Problem {
    /// A stable code, `E0103` or `W0201`, that never changes its meaning.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(problem) => problem.code(),
            Self::Overlay(problem) => problem.code(),
            Self::Grammar(problem) => problem.code(),
            Self::Rule(problem) => problem.code(),
            Self::Reference(problem) => problem.code(),
            Self::Placement(problem) => problem.code(),
            Self::Repair(problem) => problem.code(),
            Self::Rewrite(problem) => problem.code(),
            Self::Lower(problem) => problem.code(),
            Self::Emit(problem) => problem.code(),
        }
    }

    /// From the code's first letter: how bad it is at least.
    #[must_use]
    pub fn severity(&self) -> Severity {
        if self.code().starts_with('E') {
            Severity::Error
        } else {
            Severity::Warning
        }
    }

    /// What is wrong, in one line.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Syntax(problem) => problem.message(),
            Self::Overlay(problem) => problem.message(),
            Self::Grammar(problem) => problem.message(),
            Self::Rule(problem) => problem.message(),
            Self::Reference(problem) => problem.message(),
            Self::Placement(problem) => problem.message(),
            Self::Repair(problem) => problem.message(),
            Self::Rewrite(problem) => problem.message(),
            Self::Lower(problem) => problem.message(),
            Self::Emit(problem) => problem.message(),
        }
    }

    /// What to do instead, in a sentence or two.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Syntax(problem) => problem.help(),
            Self::Overlay(problem) => problem.help(),
            Self::Grammar(problem) => problem.help(),
            Self::Rule(problem) => problem.help(),
            Self::Reference(problem) => problem.help(),
            Self::Placement(problem) => problem.help(),
            Self::Repair(problem) => problem.help(),
            Self::Rewrite(problem) => problem.help(),
            Self::Lower(problem) => problem.help(),
            Self::Emit(problem) => problem.help(),
        }
    }
}

/// A problem in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// How bad it is in this document.
    pub severity: Severity,
    /// Where.
    pub at: Location,
    /// Other places that belong to it, each with a few words (`first defined here`).
    pub also: Vec<(Location, String)>,
}
