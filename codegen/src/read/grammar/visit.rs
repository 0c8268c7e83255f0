//! A walk over a document along the tables, for whoever looks at one kind of part wherever it stands.

use crate::read::syntax::node::Kind as NodeKind;
use crate::read::syntax::node::Node;
use crate::source::Location;

use super::table::{Kind, Shape, Table, Verdict};
use super::unknown_keys::owner;

/// What a part is.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    /// An object that one of the tables describes.
    Object(&'static Table),
    /// A reference.
    Reference(Kind),
    /// An object with keys of a pattern, by its name in the standard.
    Keyed(&'static str),
    /// A component in its place: its parts follow.
    Component(Kind),
}

/// Who looks at the parts.
type See<'s> = &'s mut dyn FnMut(Part, &mut Node, &Location) -> Verdict;

/// Shows every part to `see`, outer ones first, with the place where it was written. What is dropped is taken out.
pub(crate) fn visit(node: &mut Node, at: &Location, shape: Shape, see: See<'_>) -> Verdict {
    part(node, &mut at.clone(), shape, see)
}

fn part(node: &mut Node, at: &mut Location, shape: Shape, see: See<'_>) -> Verdict {
    match shape {
        Shape::Object(table) => {
            if see(Part::Object(table), node, at) == Verdict::Drop {
                return Verdict::Drop;
            }
            members(node, at, see, |key| {
                let field = table.fields.iter().find(|field| field.key == key)?;
                Some(field.shape)
            });
        }
        Shape::Component(kind) => return component(kind, node, at, see),
        Shape::BoolOrSchema if matches!(node.kind, NodeKind::Bool(_)) => {}
        Shape::BoolOrSchema => return component(Kind::Schema, node, at, see),
        Shape::Map(value) => members(node, at, see, |_| Some(*value)),
        Shape::Names(kind) => members(node, at, see, |_| Some(Shape::Component(kind))),
        Shape::Keyed(keyed) => {
            if see(Part::Keyed(keyed.name), node, at) == Verdict::Drop {
                return Verdict::Drop;
            }
            members(node, at, see, |key| {
                let is_key = !key.starts_with("x-") && owner(keyed.shape, key).is_none();
                is_key.then_some(keyed.shape)
            });
        }
        Shape::List(item) => items(node, at, see, *item),
        Shape::Any | Shape::Text | Shape::Bool | Shape::Count | Shape::Number | Shape::Word(_) => {}
    }
    Verdict::Keep
}

fn component(kind: Kind, node: &mut Node, at: &mut Location, see: See<'_>) -> Verdict {
    if node.get("$ref").is_some() {
        let verdict = see(Part::Reference(kind), node, at);
        if verdict == Verdict::Drop || node.get("$ref").is_some() {
            return verdict;
        }
    }
    if see(Part::Component(kind), node, at) == Verdict::Drop {
        return Verdict::Drop;
    }
    if node.as_object().is_none() {
        return Verdict::Keep;
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
                value.placed(at, key, |value, at| part(value, at, shape, see)) == Verdict::Keep
            }
            _ => true,
        });
    }
}

fn items(node: &mut Node, at: &mut Location, see: See<'_>, shape: Shape) {
    let NodeKind::List(list) = &mut node.kind else {
        return;
    };
    let mut index = 0;
    let mut is_shifted = false;
    list.retain_mut(|item| {
        let verdict = item.placed(at, index, |item, at| {
            if is_shifted {
                // An item that goes shifts those behind it: each keeps where it was written.
                item.origin.get_or_insert_with(|| at.clone().into());
            }
            part(item, at, shape, see)
        });
        index += 1;
        is_shifted |= verdict == Verdict::Drop;
        verdict == Verdict::Keep
    });
}

/// The same walk for whoever takes nothing out and asks for no places.
pub(crate) fn visit_anywhere(root: &mut Node, shape: Shape, see: &mut dyn FnMut(Part, &mut Node)) {
    let _ = visit(
        root,
        &Location::root(&"".into()),
        shape,
        &mut |part, node, _| {
            see(part, node);
            Verdict::Keep
        },
    );
}
