//! Edits of a tree that keep track of where each node was written.

use std::sync::Arc;

use crate::source::Location;

use super::{Node, NodeKind, Object};

impl Node {
    /// Creates an object without members.
    pub(crate) fn empty_object() -> Self {
        NodeKind::Object(Object::default()).into()
    }

    /// Returns a copy with `at` as its origin.
    pub(crate) fn with_origin(&self, at: &Location) -> Self {
        Self {
            kind: self.kind.clone(),
            origin: Some(Arc::new(at.clone())),
        }
    }

    /// Removes a member of an object and returns it.
    pub(crate) fn take(&mut self, key: &str) -> Option<Self> {
        self.as_object_mut()?.members.remove(key)
    }

    /// Removes a member of an object and returns it with its origin; `at` is the object's location.
    pub(crate) fn take_with_origin(&mut self, key: &str, at: &Location) -> Option<Self> {
        let mut node = self.take(key)?;
        let location = node.location(at, key);
        node.origin.get_or_insert_with(|| Arc::new(location));
        Some(node)
    }

    /// Adds a member to an object, unless the object has the key.
    pub(crate) fn add(&mut self, key: &str, node: Self) {
        if let Some(object) = self.as_object_mut() {
            object.members.or_insert(key, node);
        }
    }

    /// Appends a copy of an item, written at `at`, to an array.
    pub(crate) fn push(&mut self, item: &Self, at: &Location) {
        if let NodeKind::Array(items) = &mut self.kind {
            items.push(item.with_origin(at));
        }
    }

    /// Removes a member or an item; `at` is the location of this node. The items behind a removed
    /// item move up and keep their origins.
    pub(crate) fn remove(&mut self, step: &str, at: &Location) {
        match &mut self.kind {
            NodeKind::Object(object) => {
                object.members.remove(step);
            }
            NodeKind::Array(items) => {
                let Some(index) = step.parse().ok().filter(|index| *index < items.len()) else {
                    return;
                };
                for (index, item) in items.iter_mut().enumerate().skip(index) {
                    let location = item.location(at, index);
                    item.origin.get_or_insert_with(|| Arc::new(location));
                }
                items.remove(index);
            }
            _ => {}
        }
    }

    /// Keeps the items of an array for which `keep` returns `true`; `at` is the array's location.
    /// Items that move up keep their origins.
    pub(crate) fn retain_items(
        &mut self,
        at: &mut Location,
        mut keep: impl FnMut(&mut Self, &mut Location) -> bool,
    ) {
        let NodeKind::Array(items) = &mut self.kind else {
            return;
        };
        let mut index = 0;
        let mut is_shifted = false;
        items.retain_mut(|item| {
            let is_kept = item.with_location(at, index, |item, at| {
                if is_shifted {
                    item.origin.get_or_insert_with(|| Arc::new(at.clone()));
                }
                keep(item, at)
            });
            index += 1;
            is_shifted |= !is_kept;
            is_kept
        });
    }
}
