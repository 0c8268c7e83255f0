//! Resolves references to another kind of component than expected, if both kinds have the relevant
//! part: the content of request bodies and responses, the schema of parameters and headers.

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::{ComponentKind, Retain};
use crate::read::grammar::visit::{Visited, visit, visit_anywhere};
use crate::read::syntax::node::Node;
use crate::source::Location;

use crate::read::references::chain::Chains;
use crate::read::references::pointer::pointer;
use crate::read::references::resolution::{component_kind_at, steps};

/// Replaces each such reference by an object of the expected kind, or a reference to one.
pub(crate) fn substitute(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut has_candidates = false;
    visit_anywhere(root, DOCUMENT, &mut |visited, node| {
        has_candidates |= candidate(visited, node).is_some();
    });
    if !has_candidates {
        return;
    }
    let before = root.clone();
    let mut chains = Chains::default();
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, place| {
        if let Some((expected, text)) = candidate(visited, node)
            && let Some(found) = Found::of(&before, at, (expected, text), &mut chains)
            && let Some((used, converted)) = found.converted(expected, node)
        {
            let problem = ReferenceProblem::Substituted {
                reference: text.to_owned(),
                expected: expected.with_article(),
                found: found.kind.with_article(),
                used: (found.kind != ComponentKind::Schema).then_some(used),
            };
            let words = format!("found {} here", found.kind.with_article());
            let also = vec![(found.location.key(), words)];
            let reference = node.get("$ref").map(|it| it.location(place, "$ref"));
            diagnostics.report_with(reference.unwrap_or_else(|| place.clone()), problem, also);
            node.kind = converted.kind;
        }
        Retain::Keep
    });
}

/// Returns the expected kind and the text of a reference that isn't one to components of that kind.
fn candidate(visited: Visited, node: &Node) -> Option<(ComponentKind, &str)> {
    let Visited::Reference(expected) = visited else {
        return None;
    };
    let text = node.get("$ref")?.as_str()?;
    let inside = text.strip_prefix("#/")?;
    let key = inside
        .strip_prefix("components/")
        .and_then(|rest| rest.split('/').next());
    (key != Some(expected.key())).then_some((expected, text))
}

/// The target of a reference.
struct Found<'n> {
    kind: ComponentKind,
    node: &'n Node,
    /// Its pointer in the document.
    pointer: String,
    /// Its original location.
    location: Location,
}

impl<'n> Found<'n> {
    /// Finds the target of a reference, if it isn't of the expected kind.
    fn of(
        root: &'n Node,
        at: &Location,
        (expected, text): (ComponentKind, &str),
        chains: &mut Chains,
    ) -> Option<Self> {
        let pointer = pointer(text)?;
        if component_kind_at(root, &pointer) == Some(expected) {
            return None;
        }
        let pointer = chains.end(root, &pointer)?;
        Some(Self {
            kind: component_kind_at(root, &pointer)?,
            node: root.find(&pointer)?,
            location: root.origin_of(&pointer, at),
            pointer: pointer.to_string(),
        })
    }

    /// Returns an object of the expected kind, and which part of the target it has. `written` is
    /// the reference.
    fn converted(&self, expected: ComponentKind, written: &Node) -> Option<(&'static str, Node)> {
        use ComponentKind::{Header, Parameter, RequestBody, Response, Schema};
        match (expected, self.kind) {
            (Response, RequestBody) => {
                let mut response = self.part(&["description", "content"]);
                response.add("description", Node::string(""));
                Some(("content", response))
            }
            (RequestBody, Response) => Some(("content", self.part(&["description", "content"]))),
            (Header, Parameter) => Some(("schema", self.part(&OF_VALUES))),
            (Parameter, Header) => {
                let mut parameter = self.part(&OF_VALUES);
                let name = steps(&self.pointer).last()?;
                parameter.add("name", Node::string(&name));
                parameter.add("in", Node::string("header"));
                Some(("schema", parameter))
            }
            (Header, Schema) => Some(("schema", Self::of_schema(written))),
            // Without these the parameter is unknown.
            (Parameter, Schema) if written.get("name").and(written.get("in")).is_some() => {
                Some(("schema", Self::of_schema(written)))
            }
            (Schema, Parameter | Header) if self.node.get("schema").is_some() => {
                let mut schema = Node::empty_object();
                schema.add("$ref", Node::string(&format!("#{}/schema", self.pointer)));
                Some(("schema", schema))
            }
            _ => None,
        }
    }

    /// Copies some members of the target.
    fn part(&self, keys: &[&str]) -> Node {
        let mut part = Node::empty_object();
        for key in keys {
            if let Some(member) = self.node.get(key) {
                part.add(
                    key,
                    member.with_origin(&member.location(&self.location, key)),
                );
            }
        }
        part
    }

    /// Moves a reference below `schema`.
    fn of_schema(written: &Node) -> Node {
        let mut owner = written.clone();
        let reference = owner.take("$ref").unwrap_or_else(Node::empty_object);
        let mut schema = Node::empty_object();
        schema.add("$ref", reference);
        owner.add("schema", schema);
        owner
    }
}

/// The fields that parameters and headers share.
const OF_VALUES: [&str; 6] = [
    "description",
    "required",
    "deprecated",
    "schema",
    "content",
    "example",
];
