//! A walk over a document along the tables, for whoever looks at one kind of part wherever it stands.

use crate::source::At;
use crate::spec::node::{Kind as NodeKind, Node};

use super::strangers::owner;
use super::table::{Kind, Shape, Table, Verdict};

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

/// Shows every part to `see`, outer ones first, with the place where it was written. What is dropped is taken out.
pub(crate) fn visit(
    node: &mut Node,
    at: &At,
    shape: Shape,
    see: &mut dyn FnMut(Part, &mut Node, &At) -> Verdict,
) -> Verdict {
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
        _ => {}
    }
    Verdict::Keep
}

fn component(
    kind: Kind,
    node: &mut Node,
    at: &At,
    see: &mut dyn FnMut(Part, &mut Node, &At) -> Verdict,
) -> Verdict {
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
    visit(node, at, kind.shape(), see)
}

fn members(
    node: &mut Node,
    at: &At,
    see: &mut dyn FnMut(Part, &mut Node, &At) -> Verdict,
    shape: impl Fn(&str) -> Option<Shape>,
) {
    if let Some(object) = node.as_object_mut() {
        object.members.retain(|key, value| match shape(key) {
            Some(shape) => {
                let place = step(value, at, key);
                visit(value, &place, shape, see) == Verdict::Keep
            }
            None => true,
        });
    }
}

fn items(
    node: &mut Node,
    at: &At,
    see: &mut dyn FnMut(Part, &mut Node, &At) -> Verdict,
    shape: Shape,
) {
    let NodeKind::List(list) = &mut node.kind else {
        return;
    };
    let mut index = 0;
    let mut is_shifted = false;
    list.retain_mut(|item| {
        let place = step(item, at, index);
        index += 1;
        if is_shifted {
            // An item that goes shifts those behind it: each keeps where it was written.
            item.origin.get_or_insert_with(|| place.clone().into());
        }
        let verdict = visit(item, &place, shape, see);
        is_shifted |= verdict == Verdict::Drop;
        verdict == Verdict::Keep
    });
}

/// Where a part was written; nowhere below `NOWHERE`.
fn step(node: &Node, parent: &At, step: impl std::fmt::Display) -> At {
    if &**parent.file() == NOWHERE {
        return parent.clone();
    }
    node.place(parent, step)
}

/// The file of a walk that asks for no places.
const NOWHERE: &str = "\0";

/// The same walk for whoever takes nothing out and asks for no places, which take most of the time.
pub(crate) fn visit_anywhere(root: &mut Node, shape: Shape, see: &mut dyn FnMut(Part, &mut Node)) {
    let at = At::root(&NOWHERE.into());
    let _ = visit(root, &at, shape, &mut |part, node, _| {
        see(part, node);
        Verdict::Keep
    });
}
