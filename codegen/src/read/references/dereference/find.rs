//! Finds references where the specification doesn't allow any.

use crate::read::grammar::table::{ComponentKind, Shape, Table};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use crate::read::references::documents::{RESOLVED, lone_reference};

/// A reference that is to be replaced.
pub(super) struct Place {
    pub(super) pointer: String,
    /// The expected shape.
    pub(super) shape: Shape,
}

impl Place {
    /// Returns whether any value is allowed.
    pub(super) fn is_data(&self) -> bool {
        matches!(self.shape, Shape::Any)
    }
}

/// Supported extensions whose values may be references. All others are ignored.
const EXTENSIONS: [&str; 6] = [
    "x-codeSamples",
    "x-description-tr",
    "x-enum-descriptions",
    "x-enum-varnames",
    "x-enumDescriptions",
    "x-summary-tr",
];

/// Finds the references in a part, outer ones first. Their targets are not part of it.
pub(super) fn find(part: &Node, shape: Shape) -> Vec<Place> {
    let mut search = Search {
        at: Location::root(&"".into()),
        found: Vec::new(),
    };
    search.look(part, shape);
    search.found
}

struct Search {
    at: Location,
    found: Vec<Place>,
}

impl Search {
    fn look(&mut self, node: &Node, shape: Shape) {
        if is_replaced(node, shape) {
            let pointer = self.at.pointer().to_owned();
            return self.found.push(Place { pointer, shape });
        }
        match shape {
            Shape::Object(table) => self.members(node, |key| member(table, key)),
            Shape::Component(_) if node.get("$ref").is_some() => {}
            Shape::Component(kind) => self.look(node, kind.shape()),
            Shape::BoolOrSchema => self.look(node, Shape::Component(ComponentKind::Schema)),
            Shape::Map(value) => self.members(node, |_| Some(*value)),
            Shape::ComponentMap(kind) => self.members(node, |_| Some(Shape::Component(kind))),
            Shape::Patterned(keyed) => {
                self.members(node, |key| (!key.starts_with("x-")).then_some(keyed.shape));
            }
            Shape::Array(item) => self.items(node, *item),
            Shape::Any => match &node.kind {
                NodeKind::Array(_) => self.items(node, Shape::Any),
                _ => self.members(node, |_| Some(Shape::Any)),
            },
            Shape::String | Shape::Bool | Shape::Unsigned | Shape::Number | Shape::Enum(_) => {}
        }
    }

    fn members(&mut self, node: &Node, shape: impl Fn(&str) -> Option<Shape>) {
        for (key, member) in node
            .as_object()
            .into_iter()
            .flat_map(|it| it.members.iter())
        {
            let is_plain = !matches!(member.kind, NodeKind::Object(_) | NodeKind::Array(_));
            if let Some(shape) = shape(key).filter(|_| !is_plain) {
                let length = self.at.enter(key);
                self.look(member, shape);
                self.at.leave(length);
            }
        }
    }

    fn items(&mut self, node: &Node, shape: Shape) {
        for (index, item) in node.as_array().unwrap_or_default().iter().enumerate() {
            let length = self.at.enter(index);
            self.look(item, shape);
            self.at.leave(length);
        }
    }
}

fn is_replaced(node: &Node, shape: Shape) -> bool {
    match shape {
        // OAS 3.0.3, Path Item Object: "$ref" allows for "an external definition of this path
        // item". Later passes repair and convert path items by their
        // place in `paths`.
        Shape::Component(ComponentKind::PathItem) => {
            lone_reference(node).is_some_and(|text| text.starts_with(RESOLVED))
        }
        Shape::Component(_) | Shape::BoolOrSchema => false,
        // Data may have a member of that name.
        Shape::Any => {
            lone_reference(node).is_some()
                && node.as_object().is_some_and(|it| it.members.len() == 1)
        }
        _ => lone_reference(node).is_some(),
    }
}

/// Returns the shape of a member, with those of Swagger 2.0.
fn member(table: &Table, key: &str) -> Option<Shape> {
    if let Some(field) = table.field(key) {
        return Some(field.shape);
    }
    if EXTENSIONS.contains(&key) {
        return Some(Shape::Any);
    }
    // Swagger 2.0, Swagger Object.
    match (table.name, key) {
        ("OpenAPI Object", "definitions") => Some(Shape::ComponentMap(ComponentKind::Schema)),
        ("OpenAPI Object", "parameters") => Some(Shape::ComponentMap(ComponentKind::Parameter)),
        ("OpenAPI Object", "responses") => Some(Shape::ComponentMap(ComponentKind::Response)),
        ("OpenAPI Object", "securityDefinitions") => {
            Some(Shape::ComponentMap(ComponentKind::SecurityScheme))
        }
        _ => None,
    }
}
