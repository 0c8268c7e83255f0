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

/// The word that was meant, and what to do otherwise.
fn meant(similar: Option<&String>, otherwise: &str) -> String {
    match similar {
        Some(similar) => format!("did you mean `{similar}`? otherwise {otherwise}"),
        None => otherwise.to_owned(),
    }
}
