//! Where parts of a document were written that a step moved or added: an overlay's parts belong to the overlay's file.

use std::collections::BTreeMap;

use crate::source::{Location, Step};

use crate::read::syntax::node::{Node, NodeKind};

/// From places of the repaired document to where they were written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    /// By pointer; what lies below a pointer was written below its origin.
    moved: BTreeMap<String, Location>,
}

impl Origins {
    /// Those of a tree.
    pub(crate) fn of_tree(root: &Node, at: &Location) -> Self {
        let mut origins = Self::default();
        origins.gather(root, &Trail::Root(at.pointer()));
        origins
    }

    fn gather(&mut self, node: &Node, trail: &Trail<'_>) {
        if let Some(origin) = &node.origin {
            self.moved.insert(trail.pointer(), Location::clone(origin));
        }
        match &node.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter() {
                    self.gather(member, &Trail::Below(trail, &key));
                }
            }
            NodeKind::Array(list) => {
                for (index, item) in list.iter().enumerate() {
                    self.gather(item, &Trail::Below(trail, &index));
                }
            }
            _ => {}
        }
    }

    /// Where a place was written.
    pub(crate) fn of(&self, at: &Location) -> Location {
        if self.moved.is_empty() {
            return at.clone();
        }
        let pointer = at.pointer();
        let mut prefix = pointer;
        loop {
            if let Some(origin) = self.moved.get(prefix) {
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

/// The way to a part: few parts were moved, and only theirs is ever written out.
enum Trail<'t> {
    Root(&'t str),
    Below(&'t Self, &'t dyn Step),
}

impl Trail<'_> {
    fn pointer(&self) -> String {
        match self {
            Self::Root(pointer) => (*pointer).to_owned(),
            Self::Below(above, step) => {
                let mut pointer = above.pointer();
                step.push_to(&mut pointer);
                pointer
            }
        }
    }
}
