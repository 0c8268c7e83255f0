//! Walks over a document along the tables, for passes that look for one kind of object.

use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::lookup::object_with_key;
use super::table::{ComponentKind, Retain, Shape, Table};

/// What a visited node is.
#[derive(Clone, Copy)]
pub(crate) enum Visited {
    /// An object that a table describes.
    Object(&'static Table),
    /// A reference.
    Reference(ComponentKind),
    /// An object with keys of a pattern, by its name in the standard.
    Patterned(&'static str),
    /// A component that is no reference; the same node is visited again as an object.
    Component(ComponentKind),
}

/// Called for each node with its location; decides whether the node stays in the document.
type Visitor<'v> = &'v mut dyn FnMut(Visited, &mut Node, &Location) -> Retain;

/// Visits every object and reference below a node, outer ones first, and removes those that the
/// visitor drops.
pub(crate) fn visit(node: &mut Node, at: &Location, shape: Shape, visitor: Visitor<'_>) -> Retain {
    visit_shape(node, &mut at.clone(), shape, visitor)
}

/// Visits every object and reference without locations, and removes none.
pub(crate) fn visit_anywhere(
    root: &mut Node,
    shape: Shape,
    visitor: &mut dyn FnMut(Visited, &mut Node),
) {
    let at = Location::root(&"".into());
    let _ = visit(root, &at, shape, &mut |visited, node, _| {
        visitor(visited, node);
        Retain::Keep
    });
}

fn visit_shape(node: &mut Node, at: &mut Location, shape: Shape, visitor: Visitor<'_>) -> Retain {
    match shape {
        Shape::Object(table) => {
            if visitor(Visited::Object(table), node, at) == Retain::Drop {
                return Retain::Drop;
            }
            let child = |key: &str| table.field(key).map(|field| field.shape);
            visit_members(node, at, visitor, child);
        }
        Shape::Component(kind) => return visit_component(kind, node, at, visitor),
        Shape::BoolOrSchema if matches!(node.kind, NodeKind::Bool(_)) => {}
        Shape::BoolOrSchema => return visit_component(ComponentKind::Schema, node, at, visitor),
        Shape::Map(value) => visit_members(node, at, visitor, |_| Some(*value)),
        Shape::ComponentMap(kind) => {
            visit_members(node, at, visitor, |_| Some(Shape::Component(kind)));
        }
        Shape::Patterned(table) => {
            if visitor(Visited::Patterned(table.name), node, at) == Retain::Drop {
                return Retain::Drop;
            }
            visit_members(node, at, visitor, |key| {
                let is_misplaced = object_with_key(table.shape, key).is_some();
                (!key.starts_with("x-") && !is_misplaced).then_some(table.shape)
            });
        }
        Shape::Array(item) => node.retain_items(at, |node, at| {
            visit_shape(node, at, *item, visitor) == Retain::Keep
        }),
        Shape::Any
        | Shape::String
        | Shape::Bool
        | Shape::Number
        | Shape::Unsigned
        | Shape::Enum(_) => {}
    }
    Retain::Keep
}

/// Visits a component or a reference to one.
fn visit_component(
    kind: ComponentKind,
    node: &mut Node,
    at: &mut Location,
    visitor: Visitor<'_>,
) -> Retain {
    if node.get("$ref").is_some() {
        let retain = visitor(Visited::Reference(kind), node, at);
        // The visitor may have put the component in the place of the reference.
        if retain == Retain::Drop || node.get("$ref").is_some() {
            return retain;
        }
    }
    if visitor(Visited::Component(kind), node, at) == Retain::Drop {
        return Retain::Drop;
    }
    if node.as_object().is_none() {
        return Retain::Keep;
    }
    visit_shape(node, at, kind.shape(), visitor)
}

/// Visits the members of an object for which `shape` returns a shape with objects.
fn visit_members(
    node: &mut Node,
    at: &mut Location,
    visitor: Visitor<'_>,
    shape: impl Fn(&str) -> Option<Shape>,
) {
    let Some(object) = node.as_object_mut() else {
        return;
    };
    object.members.retain(|key, value| match shape(key) {
        Some(shape) if shape.contains_objects() => {
            let retain =
                value.with_location(at, key, |value, at| visit_shape(value, at, shape, visitor));
            retain == Retain::Keep
        }
        _ => true,
    });
}
