//! Schemas, where Swagger 2.0 says something otherwise.

use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Rewrites all of them, in their places among the words of 3.0.
pub(crate) fn all(root: &mut Node, at: &Location) {
    let _ = visit(root, at, DOCUMENT, &mut |part, node, _| {
        if matches!(part, Visited::Component(ComponentKind::Schema)) {
            discriminator(node);
            nullable(node);
            file(node);
        }
        Retain::Keep
    });
}

// Swagger 2.0, Schema Object: "discriminator" is the name of the property.
fn discriminator(node: &mut Node) {
    let Some(written) = node.find_mut("/discriminator") else {
        return;
    };
    if written.as_str().is_some() {
        let name = Node::from(written.kind.clone());
        let mut object = Node::empty_object();
        object.add("propertyName", name);
        written.kind = object.kind;
    }
}

/// Null is no value in Swagger 2.0; who has it writes `x-nullable`.
fn nullable(node: &mut Node) {
    let says = |node: &Node| node.kind == NodeKind::Bool(true);
    if node.get("x-nullable").is_some_and(says) {
        node.add("nullable", NodeKind::Bool(true).into());
    }
}

// Swagger 2.0, Parameter Object and Response Object: "file" is a type there.
fn file(node: &mut Node) {
    if node.get("type").and_then(Node::as_str) == Some("file") {
        if let Some(word) = node.find_mut("/type") {
            word.kind = NodeKind::String("string".into());
        }
        node.take("format");
        node.add("format", Node::string("binary"));
    }
}
