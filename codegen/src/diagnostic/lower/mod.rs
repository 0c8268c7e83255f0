//! What can be wrong with what a document asks for. A file per topic.

mod client;
mod extension;
mod operation;
mod outcome;
mod schema;

pub use client::ClientProblem;
pub use extension::ExtensionProblem;
pub use operation::OperationProblem;
pub use outcome::OutcomeProblem;
pub use schema::SchemaProblem;

/// Raised while deciding what to generate.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LowerProblem {
    /// About schemas and the types made of them.
    Schema(SchemaProblem),
    /// About operations and their parts.
    Operation(OperationProblem),
    /// About servers and credentials.
    Client(ClientProblem),
    /// About our vendor extensions.
    Extension(ExtensionProblem),
    /// About `x-outcome` and `x-advice`.
    Outcome(OutcomeProblem),
}

impl LowerProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Schema(problem) => problem.code(),
            Self::Operation(problem) => problem.code(),
            Self::Client(problem) => problem.code(),
            Self::Extension(problem) => problem.code(),
            Self::Outcome(problem) => problem.code(),
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Schema(problem) => problem.message(),
            Self::Operation(problem) => problem.message(),
            Self::Client(problem) => problem.message(),
            Self::Extension(problem) => problem.message(),
            Self::Outcome(problem) => problem.message(),
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::Schema(problem) => problem.help(),
            Self::Operation(problem) => problem.help(),
            Self::Client(problem) => problem.help(),
            Self::Extension(problem) => problem.help(),
            Self::Outcome(problem) => problem.help(),
        }
    }
}

/// The word that was meant, and what to do otherwise.
fn meant(similar: Option<&String>, otherwise: &str) -> String {
    match similar {
        Some(similar) => format!("did you mean `{similar}`? otherwise {otherwise}"),
        None => otherwise.to_owned(),
    }
}

macro_rules! into_problem {
    ($($topic:ident: $problem:ty;)*) => {
        $(
            impl From<$problem> for crate::diagnostic::Problem {
                fn from(problem: $problem) -> Self {
                    Self::Lower(LowerProblem::$topic(problem))
                }
            }
        )*
    };
}

into_problem! {
    Schema: SchemaProblem;
    Operation: OperationProblem;
    Client: ClientProblem;
    Extension: ExtensionProblem;
    Outcome: OutcomeProblem;
}
