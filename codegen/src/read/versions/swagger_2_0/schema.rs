//! Converts schemas.

use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Converts all schemas of a document whose other objects are converted.
pub(crate) fn convert_all(root: &mut Node, at: &Location) {
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, _| {
        if matches!(visited, Visited::Component(ComponentKind::Schema)) {
            convert_discriminator(node);
            convert_nullable(node);
            convert_file(node);
        }
        Retain::Keep
    });
}

// Swagger 2.0, Schema Object: "discriminator" is the name of the property.
fn convert_discriminator(node: &mut Node) {
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

/// Converts the extension `x-nullable`. Swagger 2.0 itself doesn't have null.
fn convert_nullable(node: &mut Node) {
    let is_true = |node: &Node| node.kind == NodeKind::Bool(true);
    if node.get("x-nullable").is_some_and(is_true) {
        node.add("nullable", NodeKind::Bool(true).into());
    }
}

// Swagger 2.0, Parameter Object and Response Object: "file" is a type.
fn convert_file(node: &mut Node) {
    if node.get("type").and_then(Node::as_str) == Some("file") {
        if let Some(kind) = node.find_mut("/type") {
            kind.kind = NodeKind::String("string".into());
        }
        node.take("format");
        node.add("format", Node::string("binary"));
    }
}
