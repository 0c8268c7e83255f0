//! The constructs of OpenAPI 3.0.3, and those that a document uses, so that tests can compare a
//! list of supported constructs with documents.
//!
//! Everything is derived from the tables of the grammar; nothing is checked or reported.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::Diagnostics;

use super::grammar::DOCUMENT;
use super::grammar::table::{ComponentKind, PatternedTable, Shape};
use super::syntax::node::NodeKind;
use super::syntax::node::{Node, Object};
use super::syntax::parse::parse;

/// A field of an object, by their names in the standard: `Parameter Object`, `explode`. Keys that
/// follow a pattern are named by the pattern: `/{path}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Construct {
    /// The name of the object.
    pub object: &'static str,
    /// The name of the field.
    pub field: &'static str,
}

/// An edit of every occurrence of a construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Removes the field.
    Remove,
    /// Replaces the value by another one of the same kind, for fields that the standard requires.
    Replace,
}

// OAS 3.0.3, Specification Extensions.
const EXTENSION: Construct = construct("Specification Extensions", "^x-");

/// Returns every construct of OpenAPI 3.0.3.
#[must_use]
pub fn constructs() -> BTreeSet<Construct> {
    let mut all = BTreeSet::from([EXTENSION]);
    add_constructs(DOCUMENT, &mut all);
    all
}

/// Returns the constructs that a document uses, or none if it can't be parsed.
#[must_use]
pub fn used(text: &str) -> BTreeSet<Construct> {
    let mut found = BTreeSet::new();
    if let Some(mut root) = parse_document(text) {
        walk(DOCUMENT, &mut root, &mut |construct, _| {
            found.insert(construct);
            true
        });
    }
    found
}

/// Edits every occurrence of a construct in a document, and returns the document as JSON.
#[must_use]
pub fn edited(text: &str, construct: Construct, edit: Edit) -> String {
    let mut root = parse_document(text).unwrap_or_else(|| NodeKind::Null.into());
    walk(DOCUMENT, &mut root, &mut |found, value| {
        if found == construct && edit == Edit::Replace {
            replace(value);
        }
        found != construct || edit == Edit::Replace
    });
    root.to_json().to_string()
}

fn parse_document(text: &str) -> Option<Node> {
    parse(&Arc::from("document"), text, &mut Diagnostics::default())
}

/// Replaces a value by another one of the same kind, where there is one.
fn replace(value: &mut Node) {
    value.kind = match &value.kind {
        NodeKind::Null => NodeKind::Bool(true),
        NodeKind::Bool(value) => NodeKind::Bool(!value),
        NodeKind::Number(_) => NodeKind::Number(7.into()),
        NodeKind::String(_) => NodeKind::String("replaced".into()),
        NodeKind::Array(_) => NodeKind::Array(Vec::new()),
        NodeKind::Object(_) => NodeKind::Object(Object::default()),
    };
}

/// Adds the constructs of a shape and of all shapes below it. Shapes are cyclic, so only those of
/// new constructs are followed.
fn add_constructs(shape: Shape, all: &mut BTreeSet<Construct>) {
    match shape {
        Shape::Object(table) => {
            for field in table.fields {
                if all.insert(construct(table.name, field.key)) {
                    add_constructs(field.shape, all);
                }
            }
        }
        Shape::Patterned(table) => {
            for field in patterns(table) {
                if all.insert(construct(table.name, field)) {
                    add_constructs(table.shape, all);
                }
            }
        }
        Shape::Component(kind) | Shape::ComponentMap(kind) => {
            all.insert(reference(kind));
            add_constructs(kind.shape(), all);
        }
        Shape::BoolOrSchema => add_constructs(Shape::Component(ComponentKind::Schema), all),
        Shape::Array(below) => add_constructs(*below, all),
        Shape::Map(Shape::Array(Shape::String)) => {
            all.insert(REQUIREMENT);
        }
        Shape::Map(below) => add_constructs(*below, all),
        _ => {}
    }
}

// OAS 3.0.3, Security Requirement Object. In the grammar it is the only map of lists of strings.
const REQUIREMENT: Construct = construct("Security Requirement Object", "{name}");

/// Calls `visit` for each construct and its value, and removes those for which it returns `false`.
fn walk(shape: Shape, node: &mut Node, visit: &mut dyn FnMut(Construct, &mut Node) -> bool) {
    if let (NodeKind::Array(items), Shape::Array(below)) = (&mut node.kind, shape) {
        for item in items {
            walk(*below, item, visit);
        }
        return;
    }
    let is_reference = node.get("$ref").is_some();
    let Some(object) = node.as_object_mut() else {
        return;
    };
    object.members.retain(|key, value| {
        let (construct, below) = step(shape, key, is_reference);
        if construct.is_some_and(|construct| !visit(construct, value)) {
            return false;
        }
        if let Some(below) = below {
            walk(below, value, visit);
        }
        true
    });
}

/// Returns the construct that a key of an object is, and the shape of its value.
fn step(shape: Shape, key: &str, is_reference: bool) -> (Option<Construct>, Option<Shape>) {
    let is_extensible = matches!(shape, Shape::Object(_) | Shape::Patterned(_));
    if key.starts_with("x-") && is_extensible {
        return (Some(EXTENSION), None);
    }
    match shape {
        Shape::Object(table) => match table.fields.iter().find(|field| field.key == key) {
            Some(field) => (Some(construct(table.name, field.key)), Some(field.shape)),
            None => (None, None),
        },
        Shape::Component(kind) if is_reference => {
            ((key == "$ref").then_some(reference(kind)), None)
        }
        Shape::Component(kind) => step(kind.shape(), key, false),
        Shape::BoolOrSchema => step(Shape::Component(ComponentKind::Schema), key, is_reference),
        Shape::Patterned(table) => {
            let field = patterns(table)[usize::from(key != "default")];
            (Some(construct(table.name, field)), Some(table.shape))
        }
        Shape::Map(Shape::Array(Shape::String)) => (Some(REQUIREMENT), None),
        Shape::Map(below) => (None, Some(*below)),
        Shape::ComponentMap(kind) => (None, Some(Shape::Component(kind))),
        _ => (None, None),
    }
}

/// Returns the names of the keys of a patterned object: first that of `default`, then that of all
/// others.
fn patterns(table: &PatternedTable) -> [&'static str; 2] {
    match table.name {
        "Responses Object" => ["default", "HTTP Status Code"],
        "Paths Object" => ["/{path}"; 2],
        _ => ["{expression}"; 2],
    }
}

/// Returns the construct of a reference.
fn reference(kind: ComponentKind) -> Construct {
    match kind {
        ComponentKind::PathItem => construct("Path Item Object", "$ref"),
        _ => construct("Reference Object", "$ref"),
    }
}

const fn construct(object: &'static str, field: &'static str) -> Construct {
    Construct { object, field }
}
