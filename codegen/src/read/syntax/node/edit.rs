//! Changes to a tree that keep track of where each part was written.

use std::sync::Arc;

use crate::source::Location;

use super::{Node, NodeKind, Object};

impl Node {
    /// An object without members.
    pub(crate) fn empty_object() -> Self {
        NodeKind::Object(Object::default()).into()
    }

    /// A copy that remembers where it was written.
    pub(crate) fn with_origin(&self, at: &Location) -> Self {
        Self {
            kind: self.kind.clone(),
            origin: Some(Arc::new(at.clone())),
        }
    }

    /// Takes out a member of an object.
    pub(crate) fn take(&mut self, key: &str) -> Option<Self> {
        self.as_object_mut()?.members.remove(key)
    }

    /// The same, and it remembers where it was written; `at` is where `self` was.
    pub(crate) fn take_with_origin(&mut self, key: &str, at: &Location) -> Option<Self> {
        let mut node = self.take(key)?;
        let place = node.location(at, key);
        node.origin.get_or_insert_with(|| Arc::new(place));
        Some(node)
    }

    /// Puts a member into an object, where that has none of the name.
    pub(crate) fn add(&mut self, key: &str, node: Self) {
        if let Some(object) = self.as_object_mut() {
            object.members.or_insert(key, node);
        }
    }

    /// Appends a copy to a list.
    pub(crate) fn push(&mut self, item: &Self, at: &Location) {
        if let NodeKind::Array(list) = &mut self.kind {
            list.push(item.with_origin(at));
        }
    }

    /// Takes out a member or an item; `at` is where `self` was written. The items behind it remember where they stood.
    pub(crate) fn remove(&mut self, step: &str, at: &Location) {
        match &mut self.kind {
            NodeKind::Object(object) => {
                object.members.remove(step);
            }
            NodeKind::Array(list) => {
                let Some(index) = step.parse().ok().filter(|index| *index < list.len()) else {
                    return;
                };
                for (index, item) in list.iter_mut().enumerate().skip(index) {
                    let place = item.location(at, index);
                    item.origin.get_or_insert_with(|| Arc::new(place));
                }
                list.remove(index);
            }
            _ => {}
        }
    }
}
