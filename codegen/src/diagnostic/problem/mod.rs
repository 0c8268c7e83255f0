//! Everything that can be wrong with a document: a file per stage that reports it. Each variant has
//! its code, its message and its help.

mod conversion;
mod emit;
mod grammar;
mod lower;
mod overlay;
mod placement;
mod reference;
mod repair;
mod rule;
mod syntax;

use super::Code;
use super::describe::Describe;
pub use conversion::ConversionProblem;
pub use emit::EmitProblem;
pub use grammar::GrammarProblem;
pub use lower::{
    ClientProblem, ExtensionProblem, OperationProblem, OutcomeProblem, RepeatProblem, SchemaProblem,
};
pub use overlay::OverlayProblem;
pub use placement::PlacementProblem;
pub use reference::ReferenceProblem;
pub use repair::RepairProblem;
pub use rule::RuleProblem;
pub use syntax::{OtherDocument, SyntaxHint, SyntaxProblem};

/// Defines [`Problem`] from the problems of the stages.
macro_rules! problems {
    ($($(#[$doc:meta])* $stage:ident($problem:ty),)*) => {
        /// Everything that can be wrong with a document.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Problem {
            $($(#[$doc])* $stage($problem),)*
        }

        impl Problem {
            fn described(&self) -> &dyn Describe {
                match self {
                    $(Self::$stage(problem) => problem,)*
                }
            }
        }

        $(
            impl From<$problem> for Problem {
                fn from(problem: $problem) -> Self {
                    Self::$stage(problem)
                }
            }
        )*
    };
}

problems! {
    /// Reported while a text is read as JSON or YAML.
    Syntax(SyntaxProblem),
    /// Reported while an overlay is applied.
    Overlay(OverlayProblem),
    /// Reported while the document is compared with the specification.
    Grammar(GrammarProblem),
    /// Reported where fields contradict each other.
    Rule(RuleProblem),
    /// Reported while references are resolved.
    Reference(ReferenceProblem),
    /// Reported for names and locations of vendor extensions.
    Placement(PlacementProblem),
    /// Reported for each repair.
    Repair(RepairProblem),
    /// Reported while other versions are converted to OpenAPI 3.0.
    Conversion(ConversionProblem),
    /// Reported for schemas and the types made of them.
    Schema(SchemaProblem),
    /// Reported for operations and their parts.
    Operation(OperationProblem),
    /// Reported for servers and credentials.
    Client(ClientProblem),
    /// Reported for the values of our vendor extensions.
    Extension(ExtensionProblem),
    /// Reported for `x-outcome` and `x-advice`.
    Outcome(OutcomeProblem),
    /// Reported for `x-repeat`.
    Repeat(RepeatProblem),
    /// Reported while generated code is printed.
    Emit(EmitProblem),
}

impl Problem {
    /// Returns its code, which is stable.
    #[must_use]
    pub fn code(&self) -> Code {
        self.described().code()
    }

    /// Returns what is wrong, in one line.
    #[must_use]
    pub fn message(&self) -> String {
        self.described().message()
    }

    /// Returns what to do, and what happens otherwise.
    #[must_use]
    pub fn help(&self) -> String {
        self.described().help()
    }
}
