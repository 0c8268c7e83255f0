//! The constructs of the standard, and a document's use of them: for whoever holds a list of constructs against documents.
//!
//! What stands where is known from the grammar's tables alone; nothing is checked or reported.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::Diagnostics;

use super::grammar::DOCUMENT;
use super::grammar::table::{ComponentKind, PatternedTable, Shape};
use super::syntax::node::NodeKind;
use super::syntax::node::{Node, Object};
use super::syntax::parse::parse;

/// A field of an object, as the standard calls them: `Parameter Object`, `explode`. Keys that follow a pattern are
/// called by the pattern: `/{path}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Construct {
    /// The object.
    pub object: &'static str,
    /// The field.
    pub field: &'static str,
}

/// What is done to a construct wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It is taken out.
    Remove,
    /// Its value becomes another of the same kind, for what the standard requires.
    Replace,
}

// OAS 3.0.3, Specification Extensions.
const EXTENSION: Construct = construct("Specification Extensions", "^x-");

/// Every construct of OpenAPI 3.0.3.
#[must_use]
pub fn constructs() -> BTreeSet<Construct> {
    let mut all = BTreeSet::from([EXTENSION]);
    list(DOCUMENT, &mut all);
    all
}

/// The constructs in the text of a document, which is empty where it can't be read.
#[must_use]
pub fn used(text: &str) -> BTreeSet<Construct> {
    let mut found = BTreeSet::new();
    if let Some(mut root) = tree(text) {
        walk(DOCUMENT, &mut root, &mut |construct, _| {
            found.insert(construct);
            true
        });
    }
    found
}

/// The text of a document after an edit of one construct, as JSON.
#[must_use]
pub fn edited(text: &str, construct: Construct, edit: Edit) -> String {
    let mut root = tree(text).unwrap_or_else(|| NodeKind::Null.into());
    walk(DOCUMENT, &mut root, &mut |found, value| {
        if found == construct && edit == Edit::Replace {
            replace(value);
        }
        found != construct || edit == Edit::Replace
    });
    root.to_json().to_string()
}

fn tree(text: &str) -> Option<Node> {
    parse(&Arc::from("census"), text, &mut Diagnostics::default())
}

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

/// Adds what stands in a place and below it. Shapes go in circles: what is new is followed, and nothing twice.
fn list(shape: Shape, all: &mut BTreeSet<Construct>) {
    match shape {
        Shape::Object(table) => {
            for field in table.fields {
                if all.insert(construct(table.name, field.key)) {
                    list(field.shape, all);
                }
            }
        }
        Shape::Patterned(keyed) => {
            for field in patterns(keyed) {
                if all.insert(construct(keyed.name, field)) {
                    list(keyed.shape, all);
                }
            }
        }
        Shape::Component(kind) | Shape::ComponentMap(kind) => {
            all.insert(reference(kind));
            list(kind.shape(), all);
        }
        Shape::BoolOrSchema => list(Shape::Component(ComponentKind::Schema), all),
        Shape::Array(below) => list(*below, all),
        Shape::Map(Shape::Array(Shape::String)) => {
            all.insert(REQUIREMENT);
        }
        Shape::Map(below) => list(*below, all),
        _ => {}
    }
}

// OAS 3.0.3, Security Requirement Object. The grammar has it as a map of lists, the only one there is.
const REQUIREMENT: Construct = construct("Security Requirement Object", "{name}");

/// Shows each construct and its value to `see`, which says whether it stays.
fn walk(shape: Shape, node: &mut Node, see: &mut dyn FnMut(Construct, &mut Node) -> bool) {
    if let (NodeKind::Array(items), Shape::Array(below)) = (&mut node.kind, shape) {
        for item in items {
            walk(*below, item, see);
        }
        return;
    }
    let is_reference = node.get("$ref").is_some();
    let Some(object) = node.as_object_mut() else {
        return;
    };
    object.members.retain(|key, value| {
        let (construct, below) = step(shape, key, is_reference);
        if construct.is_some_and(|construct| !see(construct, value)) {
            return false;
        }
        if let Some(below) = below {
            walk(below, value, see);
        }
        true
    });
}

/// What a key of an object is, and what stands below it.
fn step(shape: Shape, key: &str, is_reference: bool) -> (Option<Construct>, Option<Shape>) {
    let can_be_extended = matches!(shape, Shape::Object(_) | Shape::Patterned(_));
    if key.starts_with("x-") && can_be_extended {
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
        Shape::Patterned(keyed) => {
            let field = patterns(keyed)[usize::from(key != "default")];
            (Some(construct(keyed.name, field)), Some(keyed.shape))
        }
        Shape::Map(Shape::Array(Shape::String)) => (Some(REQUIREMENT), None),
        Shape::Map(below) => (None, Some(*below)),
        Shape::ComponentMap(kind) => (None, Some(Shape::Component(kind))),
        _ => (None, None),
    }
}

/// The keys of an object that follow a pattern: the one that is called `default`, if there is, and the others.
fn patterns(keyed: &PatternedTable) -> [&'static str; 2] {
    match keyed.name {
        "Responses Object" => ["default", "HTTP Status Code"],
        "Paths Object" => ["/{path}"; 2],
        _ => ["{expression}"; 2],
    }
}

fn reference(kind: ComponentKind) -> Construct {
    match kind {
        ComponentKind::PathItem => construct("Path Item Object", "$ref"),
        _ => construct("Reference Object", "$ref"),
    }
}

const fn construct(object: &'static str, field: &'static str) -> Construct {
    Construct { object, field }
}
