//! Walks over everything below a node, for whoever needs no table that says what stands where.

use crate::source::Location;

use super::{EcoString, Node, NodeKind, Object};

impl Node {
    /// Shows every object, outer ones first, with its place.
    pub(crate) fn each_object(&self, at: &Location, see: &mut dyn FnMut(&Object, &Location)) {
        match &self.kind {
            NodeKind::Object(object) => {
                see(object, at);
                for (key, member) in object.members.iter() {
                    member.each_object(&at.child(key), see);
                }
            }
            NodeKind::Array(list) => {
                for (index, item) in list.iter().enumerate() {
                    item.each_object(&at.child(index), see);
                }
            }
            _ => {}
        }
    }

    /// Shows the text of every reference, to be changed.
    pub(crate) fn each_reference_mut(&mut self, see: &mut dyn FnMut(&mut EcoString)) {
        match &mut self.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter_mut() {
                    match &mut member.kind {
                        NodeKind::String(text) if key == "$ref" => see(text),
                        _ => member.each_reference_mut(see),
                    }
                }
            }
            NodeKind::Array(list) => list
                .iter_mut()
                .for_each(|item| item.each_reference_mut(see)),
            _ => {}
        }
    }
}
