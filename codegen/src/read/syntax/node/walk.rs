//! Walks over everything below a node, for whoever needs no table that says what stands where.

use crate::source::Location;

use super::{Kind, Node, Object, Text};

impl Node {
    /// Shows every object, outer ones first, with its place.
    pub(crate) fn each_object(&self, at: &Location, see: &mut dyn FnMut(&Object, &Location)) {
        match &self.kind {
            Kind::Object(object) => {
                see(object, at);
                for (key, member) in object.members.iter() {
                    member.each_object(&at.child(key), see);
                }
            }
            Kind::List(list) => {
                for (index, item) in list.iter().enumerate() {
                    item.each_object(&at.child(index), see);
                }
            }
            _ => {}
        }
    }

    /// Shows the text of every reference, to be changed.
    pub(crate) fn each_reference_mut(&mut self, see: &mut dyn FnMut(&mut Text)) {
        match &mut self.kind {
            Kind::Object(object) => {
                for (key, member) in object.members.iter_mut() {
                    match &mut member.kind {
                        Kind::Text(text) if key == "$ref" => see(text),
                        _ => member.each_reference_mut(see),
                    }
                }
            }
            Kind::List(list) => list
                .iter_mut()
                .for_each(|item| item.each_reference_mut(see)),
            _ => {}
        }
    }
}
