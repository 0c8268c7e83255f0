//! Where the nodes were written that overlays, conversions or repairs moved or added.

use std::collections::BTreeMap;

use crate::read::syntax::node::{Node, NodeKind};
use crate::source::{Location, Step};

/// Maps locations of the repaired document to where they were written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    /// The origins by pointer; the nodes below a pointer were written below its origin.
    by_pointer: BTreeMap<String, Location>,
}

impl Origins {
    /// Collects the origins of all nodes of a tree.
    pub(crate) fn of_tree(root: &Node, at: &Location) -> Self {
        let mut origins = Self::default();
        origins.collect(root, &Trail::Root(at.pointer()));
        origins
    }

    fn collect(&mut self, node: &Node, trail: &Trail<'_>) {
        if let Some(origin) = &node.origin {
            let origin = Location::clone(origin);
            self.by_pointer.insert(trail.pointer(), origin);
        }
        match &node.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter() {
                    self.collect(member, &Trail::Child(trail, &key));
                }
            }
            NodeKind::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.collect(item, &Trail::Child(trail, &index));
                }
            }
            _ => {}
        }
    }

    /// Returns where a location was written.
    pub(crate) fn of(&self, at: &Location) -> Location {
        if self.by_pointer.is_empty() {
            return at.clone();
        }
        let pointer = at.pointer();
        let mut prefix = pointer;
        loop {
            if let Some(origin) = self.by_pointer.get(prefix) {
                let rest = &pointer[prefix.len()..];
                let pointer = format!("{}{rest}", origin.pointer());
                return Location::new(origin.file(), &pointer).marked_as(at);
            }
            match prefix.rsplit_once('/') {
                Some((shorter, _)) => prefix = shorter,
                None => return at.clone(),
            }
        }
    }
}

/// The steps to a node, as a list on the stack: few nodes have an origin, and only their pointers
/// are allocated.
enum Trail<'t> {
    Root(&'t str),
    Child(&'t Self, &'t dyn Step),
}

impl Trail<'_> {
    fn pointer(&self) -> String {
        match self {
            Self::Root(pointer) => (*pointer).to_owned(),
            Self::Child(parent, step) => {
                let mut pointer = parent.pointer();
                step.push_to(&mut pointer);
                pointer
            }
        }
    }
}
