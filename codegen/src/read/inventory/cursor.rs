//! A node of a document together with its location.

use crate::read::syntax::node::Node;
use crate::source::Location;

/// A node and where it was written.
#[derive(Clone)]
pub(super) struct Cursor<'n> {
    pub(super) node: &'n Node,
    pub(super) at: Location,
}

impl<'n> Cursor<'n> {
    /// Returns the member or the item one step below.
    pub(super) fn step(&self, step: &str) -> Option<Self> {
        let node = self.node.step(step)?;
        let at = node.location(&self.at, step);
        Some(Self { node, at })
    }

    /// Returns the members of an object, without extensions.
    pub(super) fn members(&self) -> Vec<(&'n str, Self)> {
        let object = self.node.as_object().into_iter();
        object
            .flat_map(|object| object.members.iter())
            .filter(|(key, _)| !key.starts_with("x-"))
            .map(|(key, node)| {
                let at = node.location(&self.at, key);
                (key, Self { node, at })
            })
            .collect()
    }

    /// Returns the items of a list.
    pub(super) fn items(&self) -> Vec<Self> {
        let items = self.node.as_array().unwrap_or_default().iter().enumerate();
        items
            .map(|(index, node)| Self {
                node,
                at: node.location(&self.at, index),
            })
            .collect()
    }

    /// Returns the string at a key.
    pub(super) fn str(&self, key: &str) -> Option<&'n str> {
        self.node.get(key)?.as_str()
    }
}
