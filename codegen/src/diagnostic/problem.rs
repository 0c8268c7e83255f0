//! `Problem`: everything that can be wrong with a document, by the stage that reports it.

use super::describe::Describe;
use super::{
    ClientProblem, Code, ConversionProblem, EmitProblem, ExtensionProblem, GrammarProblem,
    OperationProblem, OutcomeProblem, OverlayProblem, PlacementProblem, ReferenceProblem,
    RepairProblem, RuleProblem, SchemaProblem, SyntaxProblem,
};

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
