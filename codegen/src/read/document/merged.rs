//! A document after its overlays and before any repair, for programs that compare it with something
//! else.

use std::sync::Arc;

use serde_json::Value;

use super::origins::Origins;
use crate::diagnostic::Diagnostics;
use crate::read::input::{documents, parse_with_overlays};
use crate::source::{Location, Sources};

/// A document after its overlays and before any repair, and where each node of it was written.
#[derive(Clone, Debug)]
pub struct Merged {
    file: Arc<str>,
    value: Value,
    origins: Origins,
}

/// Returns the documents among the sources, in the order of their files, each with its overlays
/// applied. Only problems of syntax and overlays are reported; a document with a syntax error is
/// omitted.
#[must_use]
pub fn merged(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Merged> {
    let inputs = documents(sources, diagnostics);
    let documents = inputs.iter().filter_map(|input| {
        let tree = parse_with_overlays(sources, input, diagnostics)?;
        let root = Location::root(input.file);
        Some(Merged {
            file: Arc::clone(input.file),
            origins: Origins::of_tree(&tree, &root),
            value: tree.to_json(),
        })
    });
    documents.collect()
}

impl Merged {
    /// Returns the name of the source that the document was read from.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// Returns the document.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Returns where the node at a JSON pointer was written: what an overlay added is in the
    /// overlay's file.
    #[must_use]
    pub fn origin(&self, pointer: &str) -> Location {
        self.origins.of(&Location::new(&self.file, pointer))
    }
}
