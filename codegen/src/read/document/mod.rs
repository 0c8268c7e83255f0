//! A document after all passes: the `openapiv3` value, and where each node of it was written.

pub(crate) mod located;
pub(crate) mod merged;
pub(crate) mod origins;
pub(crate) mod print;
pub(crate) mod resolve;

use std::sync::Arc;

use openapiv3::{Callback, OpenAPI};

use crate::source::Location;

use self::origins::Origins;
use super::Located;

/// A document after overlays, conversions and repairs.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) name: String,
    pub(crate) file: Arc<str>,
    pub(crate) api: OpenAPI,
    pub(crate) webhooks: Callback,
    pub(crate) origins: Origins,
}

impl Document {
    /// Returns the file's name without folder and extension.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the name of the source that the document was read from.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// Returns the root of the document.
    #[must_use]
    pub fn api(&self) -> Located<'_, OpenAPI> {
        Located {
            at: Location::root(&self.file),
            value: &self.api,
        }
    }

    /// Returns the webhooks by name (OAS 3.1.0, OpenAPI Object, "webhooks"): requests that the API
    /// sends without having been asked to by a call.
    #[must_use]
    pub fn webhooks(&self) -> Located<'_, Callback> {
        Located {
            at: self.api().at.child("webhooks"),
            value: &self.webhooks,
        }
    }

    /// Returns where a location of the repaired document was written: a node that an overlay added
    /// is in the overlay's file.
    #[must_use]
    pub fn origin(&self, at: &Location) -> Location {
        if at.file() == &self.file {
            self.origins.of(at)
        } else {
            at.clone()
        }
    }
}
