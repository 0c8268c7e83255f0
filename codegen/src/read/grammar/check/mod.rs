//! Compares a tree with the tables, reports what is wrong at the innermost node, and removes it.

mod coerce;
mod defaults;
pub(crate) mod key_case;
mod maps;
mod unknown_keys;

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, Expected, Found, GrammarProblem, ReferenceProblem};
use crate::read::grammar::table::{ComponentKind, Field, Requirement, Retain, Shape, Table};
use crate::read::grammar::tables::path::OPERATION;
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// Checks a tree. Returns whether anything is left of it.
pub(crate) fn check_tree(
    shape: Shape,
    root: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut checker = Checker { diagnostics };
    checker.shape(shape, root, &mut at.clone()) == Retain::Keep
}

/// The check of one tree.
struct Checker<'d> {
    diagnostics: &'d mut Diagnostics,
}

impl Checker<'_> {
    /// Checks a node against a shape. A value of another kind whose meaning is clear is converted.
    fn shape(&mut self, shape: Shape, node: &mut Node, at: &mut Location) -> Retain {
        if let Some((expected, found)) = coerce::coerce(shape, node, at) {
            self.report(at.clone(), GrammarProblem::Converted { expected, found });
        }
        match shape {
            Shape::Any => Retain::Keep,
            Shape::String => self.require(node.as_str().is_some(), Expected::STRING, node, at),
            Shape::Bool => {
                let is_bool = matches!(node.kind, NodeKind::Bool(_));
                self.require(is_bool, Expected::BOOLEAN, node, at)
            }
            Shape::Number => {
                let is_number = matches!(node.kind, NodeKind::Number(_));
                self.require(is_number, Expected::NUMBER, node, at)
            }
            Shape::Unsigned => {
                let is_unsigned = matches!(&node.kind, NodeKind::Number(n) if n.is_u64());
                self.require(is_unsigned, Expected::Unsigned, node, at)
            }
            Shape::Enum(values) => self.enumeration(values, node, at),
            Shape::Object(table) => self.object(table, node, at),
            Shape::Component(kind) => self.component(kind, node, at),
            Shape::Array(item) => self.array(*item, node, at),
            Shape::Map(value) => self.map(*value, node, at),
            Shape::ComponentMap(kind) => self.component_map(kind, node, at),
            Shape::Patterned(table) => self.patterned(table, node, at),
            Shape::BoolOrSchema if matches!(node.kind, NodeKind::Bool(_)) => Retain::Keep,
            Shape::BoolOrSchema => self.component(ComponentKind::Schema, node, at),
        }
    }

    /// Reports a problem, as an error if nothing is left of the document because of it.
    fn report(&mut self, at: Location, problem: GrammarProblem) {
        let is_fatal = matches!(at.pointer(), "" | "/paths" | "/webhooks" | "/components");
        let problem = if is_fatal { problem.fatal() } else { problem };
        self.diagnostics.report(at, problem);
    }

    /// Reports a node that isn't valid.
    fn require(
        &mut self,
        is_valid: bool,
        expected: Expected,
        node: &Node,
        at: &Location,
    ) -> Retain {
        if is_valid {
            Retain::Keep
        } else {
            self.wrong_kind(expected, node, at)
        }
    }

    /// Reports a value of another kind than expected.
    fn wrong_kind(&mut self, expected: Expected, node: &Node, at: &Location) -> Retain {
        let found = match &node.kind {
            NodeKind::Number(_) if expected == Expected::Unsigned => Found::OtherNumber,
            _ => Found::Kind(node.json_kind()),
        };
        self.report(at.clone(), GrammarProblem::WrongKind { expected, found });
        Retain::Drop
    }

    /// Checks a string that has one of the known values.
    fn enumeration(&mut self, values: &[&'static str], node: &Node, at: &Location) -> Retain {
        let Some(value) = node.as_str() else {
            return self.wrong_kind(Expected::OneOf, node, at);
        };
        if values.contains(&value) {
            return Retain::Keep;
        }
        let problem = GrammarProblem::UnknownValue {
            value: value.to_owned(),
            known: values.to_vec(),
            similar: similar(value, values.iter().copied()),
        };
        self.report(at.clone(), problem);
        Retain::Drop
    }

    /// Checks each item of a list, and removes those that aren't valid.
    fn array(&mut self, item: Shape, node: &mut Node, at: &mut Location) -> Retain {
        if node.as_array().is_none() {
            return self.wrong_kind(Expected::LIST, node, at);
        }
        node.retain_items(at, |node, at| self.shape(item, node, at) == Retain::Keep);
        Retain::Keep
    }

    /// Checks each member of an object with `check`, and removes those that it drops.
    fn members(
        &mut self,
        node: &mut Node,
        at: &mut Location,
        mut check: impl FnMut(&mut Self, &str, &mut Node, &mut Location) -> Retain,
    ) -> Retain {
        let NodeKind::Object(object) = &mut node.kind else {
            return self.wrong_kind(Expected::OBJECT, node, at);
        };
        object.members.retain(|key, value| {
            let retain = value.with_location(at, key, |value, at| check(self, key, value, at));
            retain == Retain::Keep
        });
        Retain::Keep
    }

    /// Checks a component or a reference to one. A schema that isn't valid becomes the schema that
    /// allows every value, so that references to it remain valid.
    fn component(&mut self, kind: ComponentKind, node: &mut Node, at: &mut Location) -> Retain {
        let retain = match node.get("$ref") {
            Some(_) => self.reference(kind, node, at),
            None if kind == ComponentKind::Schema && !can_be_object(node) => {
                let found = node.json_kind();
                self.report(at.clone(), GrammarProblem::NotASchema { found });
                Retain::Drop
            }
            None => self.shape(kind.shape(), node, at),
        };
        if retain == Retain::Drop && kind == ComponentKind::Schema {
            node.kind = NodeKind::Object(Object::default());
            return Retain::Keep;
        }
        retain
    }

    // OAS 3.0.3, Reference Object: "This object cannot be extended with additional properties and
    // any properties added SHALL be ignored."
    fn reference(&mut self, kind: ComponentKind, node: &mut Node, at: &mut Location) -> Retain {
        self.members(node, at, |checker, key, value, at| {
            if key == "$ref" {
                return checker.shape(Shape::String, value, at);
            }
            if !key.starts_with("x-") {
                let key = key.to_owned();
                let kind = kind.with_article();
                let problem = ReferenceProblem::Sibling { key, kind };
                checker.diagnostics.report(at.key(), problem);
            }
            Retain::Drop
        })
        .and_then(|| Retain::keep_if(node.get("$ref").is_some()))
    }

    /// Checks an object with fixed fields: first its keys, then each value, then the rule.
    fn object(&mut self, table: &'static Table, node: &mut Node, at: &mut Location) -> Retain {
        if node.as_object().is_none() {
            return self.wrong_kind(Expected::OBJECT, node, at);
        }
        if is_broken_reference(table, node) {
            return Retain::Drop;
        }
        key_case::repair(table, node, at, self.diagnostics);
        self.missing_keys(table, node, at);
        self.members(node, at, |checker, key, value, at| {
            checker.member(table, key, value, at)
        })
        .and_then(|| Retain::keep_if(defaults::complete(table, node)))
        .and_then(|| match table.rule {
            Some(rule) => rule(node, at, self.diagnostics),
            None => Retain::Keep,
        })
    }

    /// Checks a member of an object with fixed fields.
    fn member(&mut self, table: &Table, key: &str, value: &mut Node, at: &mut Location) -> Retain {
        if key.starts_with("x-") {
            return Retain::Keep;
        }
        if let Some(field) = table.field(key) {
            return self.field(field, value, at);
        }
        self.report_unknown_key(table, key, at);
        Retain::Drop
    }

    /// Checks the value of a field. Null is read as if the field were missing.
    fn field(&mut self, field: &Field, value: &mut Node, at: &mut Location) -> Retain {
        let is_absent = value.kind == NodeKind::Null && field.requirement != Requirement::Required;
        if is_absent && !matches!(field.shape, Shape::Any) {
            self.report(at.clone(), GrammarProblem::UnexpectedNull(field.key));
            return Retain::Drop;
        }
        self.shape(field.shape, value, at)
    }
}

/// Returns whether an operation is a reference that leads nowhere, which was reported. It is kept
/// until here only to be counted.
fn is_broken_reference(table: &Table, node: &Node) -> bool {
    let is_reference = node.get("$ref").is_some_and(|text| text.as_str().is_some());
    table.name == OPERATION.name && is_reference && node.get("responses").is_none()
}

/// Returns whether a node is an object, or an empty list that is converted to one.
fn can_be_object(node: &Node) -> bool {
    node.as_object().is_some() || node.as_array().is_some_and(<[Node]>::is_empty)
}

impl Retain {
    fn keep_if(is_valid: bool) -> Self {
        if is_valid { Self::Keep } else { Self::Drop }
    }

    /// Calls `check` if the node is kept so far.
    fn and_then(self, check: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Keep => check(),
            Self::Drop => Self::Drop,
        }
    }
}
