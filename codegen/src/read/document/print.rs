//! A document as text again, after its overlays and before any repair, for whoever wants to check that.

use crate::diagnostic::Diagnostics;
use crate::source::Sources;

use crate::read::passes::{overlaid, written};

/// The names of the documents, in their order.
#[must_use]
pub fn names_of(sources: &Sources) -> Vec<String> {
    let all = written(sources, &mut Diagnostics::default());
    all.iter().map(|written| written.name.to_owned()).collect()
}

/// The document of that name (`pets`), as JSON if it was given as JSON, and as YAML otherwise; `None` where there is
/// no such document or it can't be read, which is reported. Of the problems, those of overlays and syntax are given.
#[must_use]
pub fn print(sources: &Sources, name: &str) -> (Option<String>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let all = written(sources, &mut diagnostics);
    let text = all
        .iter()
        .find(|written| written.name == name)
        .and_then(|written| {
            let tree = overlaid(sources, written, &mut diagnostics)?.to_json();
            if written.file.ends_with(".json") {
                serde_json::to_string_pretty(&tree)
                    .ok()
                    .map(|text| text + "\n")
            } else {
                serde_yaml::to_string(&tree).ok()
            }
        });
    (text, diagnostics)
}
