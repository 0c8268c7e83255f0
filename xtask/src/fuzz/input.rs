//! The input of one run: a document and its overlay.

use codegen::Sources;

/// The input of one run.
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
