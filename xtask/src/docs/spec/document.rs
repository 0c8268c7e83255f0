//! A document of the specs: as it is after its overlays, and as it was published.

use std::sync::Arc;

use codegen::read::Merged;
use codegen::source::{Location, Sources};
use serde_json::Value;

use crate::docs::json::escaped;

/// An OpenAPI document whose places can be found, in a spec or in a page.
#[derive(Clone, Copy)]
pub(crate) struct OpenApi<'d> {
    pub(crate) value: &'d Value,
    /// Returns the place of a JSON pointer.
    pub(crate) place: &'d dyn Fn(&str) -> Location,
}

/// A document of the specs.
#[derive(Debug)]
pub(crate) struct Document {
    merged: Merged,
    /// The document before its overlays, if it is a provider's own: it cites no sources.
    published: Option<Value>,
}

impl Document {
    pub(super) fn new(merged: Merged, sources: &Sources) -> Self {
        let text = sources.get(merged.file()).unwrap_or_default();
        // YAML contains JSON.
        let written = serde_yaml::from_str::<Value>(text).ok();
        let is_published = !text.contains("x-source");
        Self {
            merged,
            published: written.filter(|_| is_published),
        }
    }

    pub(crate) fn file(&self) -> &Arc<str> {
        self.merged.file()
    }

    /// Returns the document after its overlays.
    pub(crate) fn value(&self) -> &Value {
        self.merged.value()
    }

    /// Returns the document as the provider published it, if it is not written by hand.
    pub(crate) fn published(&self) -> Option<&Value> {
        self.published.as_ref()
    }

    /// Returns a place in the document.
    pub(crate) fn place(&self, pointer: &str) -> Location {
        Location::new(self.file(), pointer)
    }

    pub(super) fn origin(&self, at: &Location) -> Location {
        self.merged.origin(at.pointer())
    }
}

/// Calls `visit` with every value and its pointer.
pub(super) fn walk<'v>(value: &'v Value, pointer: &str, visit: &mut dyn FnMut(&'v Value, &str)) {
    visit(value, pointer);
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                walk(member, &format!("{pointer}/{}", escaped(key)), visit);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), visit);
            }
        }
        _ => {}
    }
}
