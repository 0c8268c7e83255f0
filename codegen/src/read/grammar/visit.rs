//! A walk over a document along the tables, for whoever looks at one kind of part wherever it stands.

use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

use super::lookup::object_with_key;
use super::table::{ComponentKind, Retain, Shape, Table};

/// What a part is.
#[derive(Clone, Copy)]
pub(crate) enum Visited {
    /// An object that one of the tables describes.
    Object(&'static Table),
    /// A reference.
    Reference(ComponentKind),
    /// An object with keys of a pattern, by its name in the standard.
    Patterned(&'static str),
    /// A component in its place: its parts follow.
    Component(ComponentKind),
}

/// Who looks at the parts.
type See<'s> = &'s mut dyn FnMut(Visited, &mut Node, &Location) -> Retain;

/// Shows every part to `see`, outer ones first, with the place where it was written. What is dropped is taken out.
pub(crate) fn visit(node: &mut Node, at: &Location, shape: Shape, see: See<'_>) -> Retain {
    part(node, &mut at.clone(), shape, see)
}

fn part(node: &mut Node, at: &mut Location, shape: Shape, see: See<'_>) -> Retain {
    match shape {
        Shape::Object(table) => {
            if see(Visited::Object(table), node, at) == Retain::Drop {
                return Retain::Drop;
            }
            members(node, at, see, |key| {
                let field = table.fields.iter().find(|field| field.key == key)?;
                Some(field.shape)
            });
        }
        Shape::Component(kind) => return component(kind, node, at, see),
        Shape::BoolOrSchema if matches!(node.kind, NodeKind::Bool(_)) => {}
        Shape::BoolOrSchema => return component(ComponentKind::Schema, node, at, see),
        Shape::Map(value) => members(node, at, see, |_| Some(*value)),
        Shape::ComponentMap(kind) => members(node, at, see, |_| Some(Shape::Component(kind))),
        Shape::Patterned(keyed) => {
            if see(Visited::Patterned(keyed.name), node, at) == Retain::Drop {
                return Retain::Drop;
            }
            members(node, at, see, |key| {
                let is_key = !key.starts_with("x-") && object_with_key(keyed.shape, key).is_none();
                is_key.then_some(keyed.shape)
            });
        }
        Shape::Array(item) => items(node, at, see, *item),
        Shape::Any
        | Shape::String
        | Shape::Bool
        | Shape::Unsigned
        | Shape::Number
        | Shape::Enum(_) => {}
    }
    Retain::Keep
}

fn component(kind: ComponentKind, node: &mut Node, at: &mut Location, see: See<'_>) -> Retain {
    if node.get("$ref").is_some() {
        let verdict = see(Visited::Reference(kind), node, at);
        if verdict == Retain::Drop || node.get("$ref").is_some() {
            return verdict;
        }
    }
    if see(Visited::Component(kind), node, at) == Retain::Drop {
        return Retain::Drop;
    }
    if node.as_object().is_none() {
        return Retain::Keep;
    }
    part(node, at, kind.shape(), see)
}

fn members(
    node: &mut Node,
    at: &mut Location,
    see: See<'_>,
    shape: impl Fn(&str) -> Option<Shape>,
) {
    if let Some(object) = node.as_object_mut() {
        object.members.retain(|key, value| match shape(key) {
            Some(shape) if shape.has_parts() => {
                value.with_location(at, key, |value, at| part(value, at, shape, see))
                    == Retain::Keep
            }
            _ => true,
        });
    }
}

fn items(node: &mut Node, at: &mut Location, see: See<'_>, shape: Shape) {
    let NodeKind::Array(list) = &mut node.kind else {
        return;
    };
    let mut index = 0;
    let mut is_shifted = false;
    list.retain_mut(|item| {
        let verdict = item.with_location(at, index, |item, at| {
            if is_shifted {
                // An item that goes shifts those behind it: each keeps where it was written.
                item.origin.get_or_insert_with(|| at.clone().into());
            }
            part(item, at, shape, see)
        });
        index += 1;
        is_shifted |= verdict == Retain::Drop;
        verdict == Retain::Keep
    });
}

/// The same walk for whoever takes nothing out and asks for no places.
pub(crate) fn visit_anywhere(
    root: &mut Node,
    shape: Shape,
    see: &mut dyn FnMut(Visited, &mut Node),
) {
    let _ = visit(
        root,
        &Location::root(&"".into()),
        shape,
        &mut |part, node, _| {
            see(part, node);
            Retain::Keep
        },
    );
}
