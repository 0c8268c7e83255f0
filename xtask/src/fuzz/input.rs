//! What one run of the generator is given: a document and its overlays.

use codegen::Sources;

/// What one run is given.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    /// `.json` or `.yaml`
    pub(crate) ending: &'static str,
    pub(crate) text: String,
    pub(crate) overlay: Option<String>,
}

impl Input {
    pub(crate) fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        sources.insert(&format!("case{}", self.ending), &self.text);
        if let Some(overlay) = &self.overlay {
            sources.insert("case.overlay.yaml", overlay);
        }
        sources
    }
}
