//! What can be wrong with a valid document when it is lowered. A file per subject.

mod client;
mod extension;
mod operation;
mod outcome;
mod repeat;
mod schema;

pub use client::ClientProblem;
pub use extension::ExtensionProblem;
pub use operation::OperationProblem;
pub use outcome::OutcomeProblem;
pub use repeat::RepeatProblem;
pub use schema::SchemaProblem;

/// Suggests the similar name, or says what else to do.
fn did_you_mean(similar: Option<&String>, otherwise: &str) -> String {
    match similar {
        Some(similar) => format!("did you mean `{similar}`? otherwise {otherwise}"),
        None => otherwise.to_owned(),
    }
}
