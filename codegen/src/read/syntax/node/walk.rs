//! Walks over all nodes below a node, for what is the same in every OpenAPI object.

use crate::source::Location;

use super::{EcoString, Node, NodeKind, Object};

impl Node {
    /// Calls `visit` for every object and its location, outer objects first.
    pub(crate) fn each_object(&self, at: &Location, visit: &mut dyn FnMut(&Object, &Location)) {
        match &self.kind {
            NodeKind::Object(object) => {
                visit(object, at);
                for (key, member) in object.members.iter() {
                    member.each_object(&at.child(key), visit);
                }
            }
            NodeKind::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.each_object(&at.child(index), visit);
                }
            }
            _ => {}
        }
    }

    /// Calls `edit` for the string of every `$ref`.
    pub(crate) fn each_reference_mut(&mut self, edit: &mut dyn FnMut(&mut EcoString)) {
        match &mut self.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter_mut() {
                    match &mut member.kind {
                        NodeKind::String(reference) if key == "$ref" => edit(reference),
                        _ => member.each_reference_mut(edit),
                    }
                }
            }
            NodeKind::Array(items) => {
                for item in items {
                    item.each_reference_mut(edit);
                }
            }
            _ => {}
        }
    }
}
