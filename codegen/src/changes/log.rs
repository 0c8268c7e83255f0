//! Collects changes while two states are compared.

use super::{Change, Rust, RustName, Wire};
use crate::ir::Doc;
use crate::source::Location;

/// The changes that were found.
#[derive(Default)]
pub(super) struct Log {
    pub(super) changes: Vec<Change>,
    files: Vec<String>,
}

/// Where something is, before and after.
pub(super) type Places<'a> = (Option<&'a Location>, Option<&'a Location>);

impl Log {
    /// Sets the generated files of what is compared next.
    pub(super) fn files(&mut self, files: impl IntoIterator<Item = String>) {
        self.files = files.into_iter().collect();
        self.files.dedup();
    }

    pub(super) fn push(&mut self, at: Places<'_>, what: String, rust: Rust, wire: Wire) {
        self.changes.push(Change {
            what,
            before: at.0.cloned(),
            after: at.1.cloned(),
            rust,
            wire,
            names: Vec::new(),
            files: self.files.clone(),
        });
    }

    /// Whoever mentions the names may not compile.
    pub(super) fn breaks<const N: usize>(
        &mut self,
        at: Places<'_>,
        what: String,
        wire: Wire,
        names: [RustName; N],
    ) {
        self.push(at, what, Rust::Breaking, wire);
        self.concerns(names);
    }

    /// Sets the names of the last change.
    pub(super) fn concerns(&mut self, names: impl Into<Vec<RustName>>) {
        if let Some(change) = self.changes.last_mut() {
            change.names = names.into();
        }
    }

    /// Something is gone: whoever mentions the names does not compile.
    pub(super) fn removed<const N: usize>(
        &mut self,
        at: &Location,
        what: String,
        names: [RustName; N],
    ) {
        self.breaks((Some(at), None), what, Wire::NONE, names);
    }

    /// Something is new, and nobody has to care.
    pub(super) fn added(&mut self, at: &Location, what: String) {
        self.push((None, Some(at)), what, Rust::Addition, Wire::NONE);
    }

    /// Compares documentation.
    pub(super) fn docs(&mut self, name: &str, before: (&Location, &Doc), after: (&Location, &Doc)) {
        let (old, new) = (before.1, after.1);
        let at = (Some(before.0), Some(after.0));
        let text = |doc: &Doc| (doc.summary.clone(), doc.description.clone());
        let mut parts = Vec::new();
        if text(old) != text(new) {
            parts.push("text");
        }
        if old.sources != new.sources {
            parts.push("sources");
        }
        if old.notes != new.notes {
            parts.push("notes");
        }
        if !parts.is_empty() {
            let what = format!("{name}: other {}", parts.join(" and "));
            self.push(at, what, Rust::Patch, Wire::NONE);
        }
        match (old.deprecated, new.deprecated) {
            (false, true) => {
                self.push(
                    at,
                    format!("{name} is deprecated"),
                    Rust::Addition,
                    Wire::NONE,
                );
            }
            (true, false) => {
                let what = format!("{name} is no longer deprecated");
                self.push(at, what, Rust::Patch, Wire::NONE);
            }
            _ => {}
        }
    }
}
