//! The tree of a JSON or YAML document: members in the author's order, and every repeated key kept
//! so that it can be reported.
//!
//! A node knows its JSON kind and where it was written. What a key means is in the grammar.

mod deserialize;
mod deserializer;
mod edit;
mod json;
mod members;
mod pointer;
mod walk;

use crate::diagnostic::JsonKind;
use std::sync::Arc;

use crate::source::{Location, Step};
pub(crate) use members::Members;

/// A value of a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// The value itself.
    pub(crate) kind: NodeKind,
    /// Where the value was written; `None` if that is one step below where its parent was written.
    pub(crate) origin: Option<Arc<Location>>,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NodeKind {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    String(EcoString),
    Array(Vec<Node>),
    Object(Object),
}

/// The type of keys and strings: most are short enough to be stored inline.
pub(crate) use ecow::EcoString;

impl Step for EcoString {
    fn push_to(&self, pointer: &mut String) {
        self.as_str().push_to(pointer);
    }
}

/// A JSON object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Object {
    /// The members in the author's order; of equal keys the last, as most parsers have it.
    pub(crate) members: Members,
    /// The keys that are repeated later, one entry for each repetition.
    pub(crate) repeated: Box<[EcoString]>,
}

impl From<NodeKind> for Node {
    fn from(kind: NodeKind) -> Self {
        Self { kind, origin: None }
    }
}

impl Node {
    /// Creates a string.
    pub(crate) fn string(value: &str) -> Self {
        NodeKind::String(value.into()).into()
    }

    /// Returns where the node was written, given its parent's location and the step from there.
    pub(crate) fn location(&self, parent: &Location, step: impl Step) -> Location {
        match &self.origin {
            Some(origin) => Location::clone(origin),
            None => parent.child(step),
        }
    }

    /// Calls `work` with the node and its location; `at` is the parent's location, which serves as
    /// the buffer for the child's: walks over whole documents allocate no location per node.
    pub(crate) fn with_location<R>(
        &mut self,
        at: &mut Location,
        step: impl Step,
        work: impl FnOnce(&mut Self, &mut Location) -> R,
    ) -> R {
        if let Some(origin) = &self.origin {
            let mut origin = Location::clone(origin);
            return work(self, &mut origin);
        }
        let length = at.enter(step);
        let result = work(self, at);
        at.leave(length);
        result
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::String(string) => Some(string),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Self]> {
        match &self.kind {
            NodeKind::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&Object> {
        match &self.kind {
            NodeKind::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn as_object_mut(&mut self) -> Option<&mut Object> {
        match &mut self.kind {
            NodeKind::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Returns a member, or `None` if the node isn't an object or doesn't have the key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.members.get(key)
    }

    /// Returns the kind of the value, for a diagnostic.
    pub(crate) fn json_kind(&self) -> JsonKind {
        match &self.kind {
            NodeKind::Null => JsonKind::Null,
            NodeKind::Bool(_) => JsonKind::Boolean,
            NodeKind::Number(_) => JsonKind::Number,
            NodeKind::String(_) => JsonKind::String,
            NodeKind::Array(_) => JsonKind::List,
            NodeKind::Object(_) => JsonKind::Object,
        }
    }
}
