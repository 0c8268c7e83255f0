//! A text as a tree: keys in the author's order, and every duplicate kept so that it can be reported.
//!
//! No meaning: what the keys are for is the grammar's business.

mod deserialize;
mod deserializer;
mod edit;
mod json;
mod members;
mod walk;

use std::sync::Arc;

use crate::source::{Location, Step};
pub(crate) use members::Members;

/// A value as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: Kind,
    /// Where it was written, if that is not one step below where its parent was written.
    pub(crate) origin: Option<Arc<Location>>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(Text),
    List(Vec<Node>),
    Object(Object),
}

/// A key or a string: most are short enough to stand in the tree itself.
pub(crate) type Text = ecow::EcoString;

impl Step for Text {
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
    pub(crate) repeated: Box<[Text]>,
}

impl From<Kind> for Node {
    fn from(kind: Kind) -> Self {
        Self { kind, origin: None }
    }
}

impl Node {
    /// A string.
    pub(crate) fn text(text: &str) -> Self {
        Kind::Text(text.into()).into()
    }

    /// Where it was written, given where its parent was and the step from there.
    pub(crate) fn place(&self, parent: &Location, step: impl Step) -> Location {
        match &self.origin {
            Some(origin) => Location::clone(origin),
            None => parent.child(step),
        }
    }

    /// Works on a part with the place where it was written; `at` is its parent's.
    pub(crate) fn placed<R>(
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

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Self]> {
        match &self.kind {
            Kind::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&Object> {
        match &self.kind {
            Kind::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn as_object_mut(&mut self) -> Option<&mut Object> {
        match &mut self.kind {
            Kind::Object(object) => Some(object),
            _ => None,
        }
    }

    /// A member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.members.get(key)
    }

    /// One step down, as a JSON pointer has it.
    pub(crate) fn step(&self, step: &str) -> Option<&Self> {
        match &self.kind {
            Kind::Object(object) => object.members.get(step),
            Kind::List(list) => list.get(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    /// What a JSON pointer leads to.
    pub(crate) fn find(&self, pointer: &str) -> Option<&Self> {
        let mut steps = pointer.split('/');
        if steps.next() != Some("") {
            return None;
        }
        steps
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
            .try_fold(self, |node, step| node.step(&step))
    }

    /// What it is, in words.
    pub(crate) fn what(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a string",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        }
    }
}
