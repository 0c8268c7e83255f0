//! The walk that compares a document with the tables.

use crate::diagnostic::similar::similar;
use crate::diagnostic::{Diagnostics, GrammarProblem, ReferenceProblem};
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

use super::table::{Check, ComponentKind, Field, Need, Retain, Shape, Table};
use super::{coerce, key_case};

const COUNT: &str = "an integer from 0";

impl Check<'_> {
    /// Compares a part with what should stand in its place.
    pub(crate) fn shape(&mut self, shape: Shape, node: &mut Node, at: &mut Location) -> Retain {
        if let Some((expected, found)) = coerce::coerce(shape, node, at) {
            self.report(at.clone(), GrammarProblem::Converted { expected, found });
        }
        match shape {
            Shape::Any => Retain::Keep,
            Shape::String => self.must(node.as_str().is_some(), "a string", node, at),
            Shape::Bool => {
                let is_bool = matches!(node.kind, NodeKind::Bool(_));
                self.must(is_bool, "`true` or `false`", node, at)
            }
            Shape::Number => {
                let is_number = matches!(node.kind, NodeKind::Number(_));
                self.must(is_number, "a number", node, at)
            }
            Shape::Unsigned => {
                let is_count = matches!(&node.kind, NodeKind::Number(n) if n.is_u64());
                self.must(is_count, COUNT, node, at)
            }
            Shape::Enum(known) => self.word(known, node, at),
            Shape::Object(table) => self.object(table, node, at),
            Shape::Component(kind) => self.component(kind, node, at),
            Shape::Array(item) => self.list(*item, node, at),
            Shape::Map(value) => self.map(*value, node, at),
            Shape::ComponentMap(kind) => self.names(kind, node, at),
            Shape::Patterned(keyed) => self.keyed(keyed, node, at),
            Shape::BoolOrSchema if matches!(node.kind, NodeKind::Bool(_)) => Retain::Keep,
            Shape::BoolOrSchema => self.component(ComponentKind::Schema, node, at),
        }
    }

    /// Reports a problem, more severely where nothing is left of the document.
    pub(crate) fn report(&mut self, at: Location, problem: GrammarProblem) {
        let is_vital = matches!(at.pointer(), "" | "/paths" | "/webhooks" | "/components");
        let problem = if is_vital { problem.vital() } else { problem };
        self.diagnostics.report(at, problem);
    }

    pub(crate) fn must(
        &mut self,
        is_so: bool,
        expected: &'static str,
        node: &Node,
        at: &Location,
    ) -> Retain {
        if is_so {
            return Retain::Keep;
        }
        let found = match &node.kind {
            NodeKind::Number(_) if expected == COUNT => "another number",
            _ => node.kind_name(),
        };
        self.report(at.clone(), GrammarProblem::WrongKind { expected, found });
        Retain::Drop
    }

    fn word(&mut self, known: &[&'static str], node: &Node, at: &Location) -> Retain {
        let Some(word) = node.as_str() else {
            return self.must(false, "one word", node, at);
        };
        if known.contains(&word) {
            return Retain::Keep;
        }
        let problem = GrammarProblem::UnknownWord {
            word: word.to_owned(),
            known: known.to_vec(),
            similar: similar(word, known.iter().copied()),
        };
        self.report(at.clone(), problem);
        Retain::Drop
    }

    fn list(&mut self, item: Shape, node: &mut Node, at: &mut Location) -> Retain {
        let NodeKind::Array(list) = &mut node.kind else {
            return self.must(false, "a list", node, at);
        };
        let mut index = 0;
        let mut is_shifted = false;
        list.retain_mut(|node| {
            let verdict = node.with_location(at, index, |node, at| {
                if is_shifted {
                    // An item that goes shifts those behind it: each keeps where it was written.
                    node.origin.get_or_insert_with(|| at.clone().into());
                }
                self.shape(item, node, at)
            });
            index += 1;
            is_shifted |= verdict == Retain::Drop;
            verdict == Retain::Keep
        });
        Retain::Keep
    }

    /// Looks at each member of an object and takes out what can't stay.
    pub(crate) fn members(
        &mut self,
        node: &mut Node,
        at: &mut Location,
        mut each: impl FnMut(&mut Self, &str, &mut Node, &mut Location) -> Retain,
    ) -> Retain {
        let NodeKind::Object(Object { members, .. }) = &mut node.kind else {
            return self.must(false, "an object", node, at);
        };
        members.retain(|key, value| {
            value.with_location(at, key, |value, at| each(self, key, value, at)) == Retain::Keep
        });
        Retain::Keep
    }

    /// A component or a reference to one. A schema that can't stay becomes one that allows everything: what refers to
    /// it stays right.
    fn component(&mut self, kind: ComponentKind, node: &mut Node, at: &mut Location) -> Retain {
        let verdict = match node.get("$ref") {
            Some(_) => self.reference(kind, node, at),
            None if kind == ComponentKind::Schema && is_no_object(node) => {
                let found = node.kind_name();
                self.report(at.clone(), GrammarProblem::NoSchema { found });
                Retain::Drop
            }
            None => self.shape(kind.shape(), node, at),
        };
        if verdict == Retain::Drop && kind == ComponentKind::Schema {
            node.kind = NodeKind::Object(Object::default());
            return Retain::Keep;
        }
        verdict
    }

    // OAS 3.0.3, Reference Object: "This object cannot be extended with additional properties and any properties added
    // SHALL be ignored."
    fn reference(&mut self, kind: ComponentKind, node: &mut Node, at: &mut Location) -> Retain {
        self.members(node, at, |check, key, value, at| {
            if key == "$ref" {
                return check.shape(Shape::String, value, at);
            }
            if !key.starts_with("x-") {
                let key = key.to_owned();
                let kind = kind.with_article();
                let problem = ReferenceProblem::Sibling { key, kind };
                check.diagnostics.report(at.key(), problem);
            }
            Retain::Drop
        })
        .and(node.get("$ref").is_some())
    }

    fn object(&mut self, table: &'static Table, node: &mut Node, at: &mut Location) -> Retain {
        if node.as_object().is_none() {
            return self.must(false, "an object", node, at);
        }
        key_case::repair(table, node, at, self.diagnostics);
        self.missing(table, node, at);
        let kept = self.members(node, at, |check, key, value, at| {
            check.member(table, key, value, at)
        });
        kept.and(table.fields.iter().all(|field| complete(field, node)))
            .and_then(|| (table.rule)(self, node, at))
    }

    fn member(&mut self, table: &Table, key: &str, value: &mut Node, at: &mut Location) -> Retain {
        if key.starts_with("x-") {
            return Retain::Keep;
        }
        if let Some(field) = table.fields.iter().find(|field| field.key == key) {
            return self.field(field, value, at);
        }
        self.stranger(table, key, at);
        Retain::Drop
    }

    fn field(&mut self, field: &Field, value: &mut Node, at: &mut Location) -> Retain {
        let says_nothing = value.kind == NodeKind::Null && field.need != Need::Required;
        if says_nothing && !matches!(field.shape, Shape::Any) {
            self.report(at.clone(), GrammarProblem::Null(field.key));
            return Retain::Drop;
        }
        self.shape(field.shape, value, at)
    }

    pub(crate) fn missing_key(&mut self, key: &str, object: &'static str, at: &Location) {
        let problem = GrammarProblem::MissingKey {
            key: key.to_owned(),
            object,
            mistyped: None,
        };
        self.report(at.clone(), problem);
    }
}

/// Whether no object can be read from it.
fn is_no_object(node: &Node) -> bool {
    let is_empty = node.as_array().is_some_and(<[Node]>::is_empty);
    node.as_object().is_none() && !is_empty
}

/// Puts something into the place of a required field that isn't there, where something can be put.
fn complete(field: &Field, node: &mut Node) -> bool {
    let empty = match field.need {
        Need::Optional => return true,
        Need::Required => return node.get(field.key).is_some(),
        Need::OrEmptyString => Node::string(""),
        Need::OrEmptyObject => empty_of(field.shape),
    };
    if let Some(object) = node.as_object_mut() {
        object.members.or_insert(field.key, empty);
    }
    true
}

/// An object with what it can't be without.
fn empty_of(shape: Shape) -> Node {
    let mut node = Node::from(NodeKind::Object(Object::default()));
    complete_all(shape, &mut node);
    node
}

/// Puts in what an object can't be without.
pub(crate) fn complete_all(shape: Shape, node: &mut Node) {
    let shape = match shape {
        Shape::Component(kind) => kind.shape(),
        other => other,
    };
    if let Shape::Object(table) = shape {
        for field in table.fields {
            complete(field, node);
        }
    }
}

impl Retain {
    fn and(self, also: bool) -> Self {
        if also { self } else { Self::Drop }
    }

    fn and_then(self, also: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Keep => also(),
            Self::Drop => Self::Drop,
        }
    }
}

/// Compares a tree with what it should be; false where nothing is left of it.
pub(crate) fn compare(
    shape: Shape,
    root: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut check = Check { diagnostics };
    check.shape(shape, root, &mut at.clone()) == Retain::Keep
}
