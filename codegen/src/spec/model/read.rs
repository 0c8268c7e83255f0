//! How the parts of objects are read. What isn't there, or isn't what it should be, is what it is without being said.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::Value;

use crate::spec::node::{Kind, Node};

pub use crate::spec::node::Text;

/// What a node can be read as.
pub(in crate::spec) trait Read: Default {
    /// Reads it; its parts are moved.
    fn read(node: Node) -> Self;
}

/// Keys that the author chooses, in the author's order.
pub type Map<T> = Vec<(Text, T)>;

/// Keys that follow a pattern; the extensions beside them are left out.
#[derive(Clone, Debug)]
pub struct Keyed<T>(pub Map<T>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Map::new())
    }
}

impl<T: Read> Read for Keyed<T> {
    fn read(node: Node) -> Self {
        let members = members(node).filter(|(key, _)| !key.starts_with("x-"));
        Self(members.map(|(key, value)| (key, T::read(value))).collect())
    }
}

/// All keys that start with `x-`.
pub type Extensions = BTreeMap<Text, Value>;

/// A part, or a reference to a component.
#[derive(Clone, Debug, PartialEq)]
pub enum ReferenceOr<T> {
    /// Reads `#/components/<kind>/<name>`.
    Reference(Text),
    /// A part in place.
    Item(T),
}

impl<T: Default> Default for ReferenceOr<T> {
    fn default() -> Self {
        Self::Item(T::default())
    }
}

impl<T: Read> Read for ReferenceOr<T> {
    fn read(mut node: Node) -> Self {
        match node.take("$ref") {
            Some(reference) => Self::Reference(Text::read(reference)),
            None => Self::Item(T::read(node)),
        }
    }
}

impl Read for Text {
    fn read(node: Node) -> Self {
        match node.kind {
            Kind::Text(text) => text,
            _ => Self::default(),
        }
    }
}

impl Read for bool {
    fn read(node: Node) -> Self {
        node.kind == Kind::Bool(true)
    }
}

impl Read for Node {
    fn read(node: Node) -> Self {
        node
    }
}

impl Read for Value {
    fn read(node: Node) -> Self {
        node.to_json()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: Node) -> Self {
        (node.kind != Kind::Null).then(|| T::read(node))
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: Node) -> Self {
        Self::new(T::read(node))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node) -> Self {
        match node.kind {
            Kind::List(list) => list.into_iter().map(T::read).collect(),
            _ => Self::default(),
        }
    }
}

impl<T: Read> Read for Map<T> {
    fn read(node: Node) -> Self {
        let read = |(key, value)| (key, T::read(value));
        members(node).map(read).collect()
    }
}

impl<T: Read> Read for IndexMap<Text, T> {
    fn read(node: Node) -> Self {
        Map::read(node).into_iter().collect()
    }
}

/// The members of an object.
pub(super) fn members(node: Node) -> impl Iterator<Item = (Text, Node)> {
    let members = match node.kind {
        Kind::Object(object) => object.members,
        _ => Default::default(),
    };
    members.into_iter()
}

/// Keeps a member that no table names, if it is an extension.
pub(super) fn extension(key: Text, value: &Node, extensions: &mut Extensions) {
    if key.starts_with("x-") {
        extensions.insert(key, value.to_json());
    }
}
