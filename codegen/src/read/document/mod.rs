//! A document that was read: what it says, and where each part of that was written.

pub(crate) mod located;
pub(crate) mod origins;
pub(crate) mod print;
pub(crate) mod resolve;

use std::sync::Arc;

use openapiv3::{Callback, OpenAPI};

use crate::source::Location;

use self::origins::Origins;
use super::Located;

/// A document that was read, with overlays applied and repairs made.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) name: String,
    pub(crate) file: Arc<str>,
    pub(crate) api: OpenAPI,
    pub(crate) webhooks: Callback,
    pub(crate) origins: Origins,
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
            at: Location::root(&self.file),
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
    pub fn origin(&self, at: &Location) -> Location {
        if at.file() == &self.file {
            self.origins.of(at)
        } else {
            at.clone()
        }
    }
}
