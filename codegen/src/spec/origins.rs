//! Where parts of a document were written that a step moved or added: an overlay's parts belong to the overlay's file.

use std::collections::BTreeMap;

use crate::source::{At, push_step};

use super::node::{Kind, Node};

/// From places of the repaired document to where they were written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    /// By pointer; what lies below a pointer was written below its origin.
    moved: BTreeMap<String, At>,
}

impl Origins {
    /// Those of a tree.
    pub(crate) fn of_tree(root: &Node, at: &At) -> Self {
        let mut origins = Self::default();
        origins.gather(root, &mut at.pointer().to_owned());
        origins
    }

    fn gather(&mut self, node: &Node, pointer: &mut String) {
        if let Some(origin) = &node.origin {
            self.moved.insert(pointer.clone(), At::clone(origin));
        }
        let length = pointer.len();
        match &node.kind {
            Kind::Object(object) => {
                for (key, member) in &object.members {
                    push_step(pointer, key);
                    self.gather(member, pointer);
                    pointer.truncate(length);
                }
            }
            Kind::List(list) => {
                for (index, item) in list.iter().enumerate() {
                    push_step(pointer, index);
                    self.gather(item, pointer);
                    pointer.truncate(length);
                }
            }
            _ => {}
        }
    }

    /// Where a place was written.
    pub(crate) fn of(&self, at: &At) -> At {
        let pointer = at.pointer();
        let mut prefix = pointer;
        loop {
            if let Some(origin) = self.moved.get(prefix) {
                let rest = &pointer[prefix.len()..];
                let pointer = format!("{}{rest}", origin.pointer());
                return At::new(origin.file(), &pointer).marked_as(at);
            }
            match prefix.rsplit_once('/') {
                Some((shorter, _)) => prefix = shorter,
                None => return at.clone(),
            }
        }
    }
}
