//! Reads the specs as facts: each document after its overlays, with the place of every fact.

mod acknowledgement;
mod document;
mod operation;
mod schema;
mod source;

use codegen::diagnostic::Diagnostics;
use codegen::read;
use codegen::source::{Location, Sources};

pub(crate) use acknowledgement::Acknowledgement;
pub(crate) use document::{Document, OpenApi};
pub(crate) use operation::{Example, SpecOperation, operations};
pub(crate) use source::Citation;

use super::finding::Finding;

/// The specs.
#[derive(Debug)]
pub(crate) struct Specs {
    pub(crate) documents: Vec<Document>,
    pub(crate) operations: Vec<SpecOperation>,
    /// Every entry of an `x-source`.
    pub(crate) citations: Vec<Citation>,
    pub(crate) acknowledgements: Vec<Acknowledgement>,
    /// Acknowledgements that can't be read.
    pub(crate) faults: Vec<Finding>,
}

impl Specs {
    /// Reads the specs among the sources.
    ///
    /// # Errors
    ///
    /// Returns what is wrong if a document can't be parsed.
    pub(crate) fn read(sources: &Sources) -> Result<Self, String> {
        let mut diagnostics = Diagnostics::default();
        let merged = read::merged(sources, &mut diagnostics);
        if diagnostics.has_errors() {
            return Err(diagnostics.render(sources));
        }
        let documents: Vec<Document> = merged
            .into_iter()
            .map(|merged| Document::new(merged, sources))
            .collect();
        let mut faults = Vec::new();
        let documents_of = || documents.iter();
        Ok(Self {
            operations: documents_of().flat_map(operation::of_document).collect(),
            citations: documents_of().flat_map(source::citations).collect(),
            acknowledgements: documents_of()
                .flat_map(|document| acknowledgement::all(document, &mut faults))
                .collect(),
            faults,
            documents,
        })
    }

    /// Returns where a place in a document was written: what an overlay added is in its file.
    pub(crate) fn origin(&self, at: &Location) -> Location {
        let mut documents = self.documents.iter();
        let document = documents.find(|document| document.file() == at.file());
        document.map_or_else(|| at.clone(), |document| document.origin(at))
    }
}
