//! A document that was read: what it says, and where each part of that was written.

use std::sync::Arc;

use openapiv3::{Callback, OpenAPI};

use crate::source::At;

use super::Located;
use super::origins::Origins;

/// A document that was read, with overlays applied and repairs made.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) name: String,
    pub(super) file: Arc<str>,
    pub(super) api: OpenAPI,
    pub(super) webhooks: Callback,
    pub(super) origins: Origins,
}

impl Document {
    /// The file's name without folder and ending.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The source it was read from.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// What it says.
    #[must_use]
    pub fn api(&self) -> Located<'_, OpenAPI> {
        Located {
            at: At::root(&self.file),
            value: &self.api,
        }
    }

    /// What is sent to us without having been asked for, by name (OAS 3.1.0, OpenAPI Object, "webhooks").
    #[must_use]
    pub fn webhooks(&self) -> Located<'_, Callback> {
        Located {
            at: self.api().at.child("webhooks"),
            value: &self.webhooks,
        }
    }

    /// Where a place of the repaired document was written: what an overlay added stands in the overlay's file.
    #[must_use]
    pub fn origin(&self, at: &At) -> At {
        if at.file() == &self.file {
            self.origins.of(at)
        } else {
            at.clone()
        }
    }
}
