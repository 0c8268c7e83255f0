//! Prints a document after its overlays and before any repair, for other validators.

use crate::diagnostic::Diagnostics;
use crate::source::Sources;

use crate::read::input::{documents, parse_with_overlays};

/// Lists the names of the documents, in their order.
#[must_use]
pub fn names_of(sources: &Sources) -> Vec<String> {
    let all = documents(sources, &mut Diagnostics::default());
    all.iter()
        .map(|document| document.name.to_owned())
        .collect()
}

/// Prints the document of that name (`pets`): as JSON if it is JSON, otherwise as YAML. Returns
/// `None` if there is no such document or it can't be parsed. Only problems of syntax and overlays
/// are reported.
#[must_use]
pub fn print(sources: &Sources, name: &str) -> (Option<String>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let all = documents(sources, &mut diagnostics);
    let text = all
        .iter()
        .find(|document| document.name == name)
        .and_then(|document| {
            let tree = parse_with_overlays(sources, document, &mut diagnostics)?.to_json();
            if document.file.ends_with(".json") {
                serde_json::to_string_pretty(&tree)
                    .ok()
                    .map(|text| text + "\n")
            } else {
                serde_yaml::to_string(&tree).ok()
            }
        });
    (text, diagnostics)
}
