//! Looks up nodes by JSON pointer (RFC 6901), and follows references within a document.

use std::borrow::Cow;

use crate::source::{Location, unescape};

use super::{Node, NodeKind};

/// A longer chain of references is taken for a cycle.
const MAX_REFERENCES: usize = 32;

impl Node {
    /// Returns the member or the item at one step of a JSON pointer.
    pub(crate) fn step(&self, step: &str) -> Option<&Self> {
        match &self.kind {
            NodeKind::Object(object) => object.members.get(step),
            NodeKind::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    /// Like [`step`](Self::step), for changes.
    fn step_mut(&mut self, step: &str) -> Option<&mut Self> {
        match &mut self.kind {
            NodeKind::Object(object) => object.members.get_mut(step),
            NodeKind::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        }
    }

    /// Returns the node at a JSON pointer, relative to this node.
    pub(crate) fn find(&self, pointer: &str) -> Option<&Self> {
        steps(pointer)?.try_fold(self, |node, step| node.step(&step))
    }

    /// Like [`find`](Self::find), for changes.
    pub(crate) fn find_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        steps(pointer)?.try_fold(self, |node, step| node.step_mut(&step))
    }

    /// Returns where the node at a JSON pointer was written; `at` is where this node was written.
    pub(crate) fn origin_of(&self, pointer: &str, at: &Location) -> Location {
        let mut node = Some(self);
        let mut location = at.clone();
        for step in Location::new(at.file(), pointer).steps() {
            node = node.and_then(|node| node.step(&step));
            location = match node {
                Some(node) => node.location(&location, &step),
                None => location.child(&step),
            };
        }
        location
    }

    /// Follows the `$ref` of a node to the node that it refers to, in the document of which `self`
    /// is the root. Returns the node itself if it is no reference, and `None` if the reference
    /// leads nowhere.
    pub(crate) fn follow<'n>(&'n self, mut node: &'n Self) -> Option<&'n Self> {
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = node.get("$ref") else {
                return Some(node);
            };
            let (_, pointer) = reference.as_str()?.split_once('#')?;
            node = self.find(pointer)?;
        }
        None
    }
}

/// Returns the unescaped steps of a JSON pointer, or `None` if it neither is empty nor starts with
/// `/`.
fn steps(pointer: &str) -> Option<impl Iterator<Item = Cow<'_, str>>> {
    let mut steps = pointer.split('/');
    let first = steps.next();
    (first == Some("")).then_some(steps.map(unescape))
}
