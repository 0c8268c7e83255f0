//! A text as a tree: keys in the author's order, and every duplicate kept so that it can be reported.
//!
//! No meaning: what the keys are for is the grammar's business.

mod deserialize;
mod deserializer;
mod edit;
mod json;
mod members;
mod pointer;
mod walk;

use std::sync::Arc;

use crate::source::{Location, Step};
pub(crate) use members::Members;

/// A value as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: NodeKind,
    /// Where it was written, if that is not one step below where its parent was written.
    pub(crate) origin: Option<Arc<Location>>,
}

/// What a value is.
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

/// What an object holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Object {
    /// In the author's order; of equal keys the last, as most readers have it.
    pub(crate) members: Members,
    /// Keys that stood there before, one entry for each time.
    pub(crate) repeated: Box<[EcoString]>,
}

impl From<NodeKind> for Node {
    fn from(kind: NodeKind) -> Self {
        Self { kind, origin: None }
    }
}

impl Node {
    /// A string.
    pub(crate) fn string(text: &str) -> Self {
        NodeKind::String(text.into()).into()
    }

    /// Where it was written, given where its parent was and the step from there.
    pub(crate) fn location(&self, parent: &Location, step: impl Step) -> Location {
        match &self.origin {
            Some(origin) => Location::clone(origin),
            None => parent.child(step),
        }
    }

    /// Works on a part with the place where it was written; `at` is its parent's.
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
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Self]> {
        match &self.kind {
            NodeKind::Array(list) => Some(list),
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

    /// A member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.members.get(key)
    }

    /// What it is, in words.
    pub(crate) fn kind_name(&self) -> &'static str {
        match &self.kind {
            NodeKind::Null => "null",
            NodeKind::Bool(_) => "a boolean",
            NodeKind::Number(_) => "a number",
            NodeKind::String(_) => "a string",
            NodeKind::Array(_) => "a list",
            NodeKind::Object(_) => "an object",
        }
    }
}
