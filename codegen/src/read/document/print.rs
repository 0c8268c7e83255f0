//! Prints a document after its overlays and before any repair, for other validators.

use crate::diagnostic::Diagnostics;
use crate::read::input::{documents, parse_with_overlays};
use crate::source::Sources;

/// Returns the names of the documents among the sources, in their order.
#[must_use]
pub fn names_of(sources: &Sources) -> Vec<String> {
    let documents = documents(sources, &mut Diagnostics::default());
    documents
        .iter()
        .map(|document| document.name.to_owned())
        .collect()
}

/// Prints the document with a name such as `pets`, as JSON if its file is JSON and otherwise as
/// YAML. Returns `None` if there is no such document or it can't be parsed. Only problems of syntax
/// and overlays are reported.
#[must_use]
pub fn print(sources: &Sources, name: &str) -> (Option<String>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let documents = documents(sources, &mut diagnostics);
    let document = documents.iter().find(|document| document.name == name);
    let text = document.and_then(|document| {
        let tree = parse_with_overlays(sources, document, &mut diagnostics)?.to_json();
        if document.file.ends_with(".json") {
            let text = serde_json::to_string_pretty(&tree).ok()?;
            Some(text + "\n")
        } else {
            serde_yaml::to_string(&tree).ok()
        }
    });
    (text, diagnostics)
}
