//! Schemas of JSON Schema 2020-12 in the words of OpenAPI 3.0.

mod array;
mod condition;
mod content;
pub(crate) mod null;
mod number;
mod object;
mod rewriting;
mod types;
mod value;

pub(crate) use rewriting::{Rewriting, all_of};

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// Keywords that constrain or organise what 3.0 can't.
pub(crate) const WITHOUT_EQUIVALENT: [&str; 15] = [
    "$schema",
    "$dynamicRef",
    "$dynamicAnchor",
    "$vocabulary",
    "if",
    "then",
    "else",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "propertyNames",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
];

/// Rewrites a schema; what stands inside it is rewritten after it.
pub(crate) fn schema(node: &mut Node, rewriting: &mut Rewriting<'_>) {
    boolean(node, rewriting);
    let Some(object) = node.as_object_mut() else {
        return;
    };
    // JSON Schema 2020-12 Core, 8.3: a "$comment" must not be presented to users, and has no effect.
    object.members.remove("$comment");
    // Who refers to it refers to its place by now.
    object.members.remove("$anchor");
    object.members.remove("$id");
    null::quoted(object, rewriting.at, rewriting.diagnostics);
    null::members(object, rewriting);
    value::constants(object, rewriting);
    value::constant(object);
    types::types(object, rewriting);
    number::exclusive(object);
    value::examples(object, rewriting);
    content::content(object, rewriting);
    array::prefix_items(object, rewriting);
    object::pattern_properties(object, rewriting);
    object::unevaluated_properties(object, rewriting);
    condition::properties(object, rewriting);
    for keyword in WITHOUT_EQUIVALENT {
        rewriting.lose(object, keyword);
    }
}

// JSON Schema 2020-12 Core, 4.3.2: `true` is the empty schema, `false` is `not: {}`. No value fits the latter, so that
// there is nothing to type.
fn boolean(node: &mut Node, rewriting: &mut Rewriting<'_>) {
    if let NodeKind::Bool(allows) = node.kind {
        node.kind = NodeKind::Object(Object::default());
        if !allows {
            let place = rewriting.at.clone();
            rewriting.lost.note("false", place);
        }
    }
}

// OAS 3.1.0, Schema Object: keywords beside "$ref" apply as well, as in JSON Schema 2020-12 Core, 8.2.3.1. 3.0 ignores
// them, so the reference moves into `allOf`.
pub(crate) fn beside_reference(node: &mut Node, at: &Location) {
    let Some(object) = node.as_object_mut() else {
        return;
    };
    object.members.remove("$comment");
    if object.members.len() < 2 {
        return;
    }
    if let Some(reference) = object.members.remove("$ref") {
        let mut alone = Object::default();
        alone.members.insert("$ref", reference);
        let alone = Node::from(NodeKind::Object(alone)).with_origin(at);
        all_of(object, alone);
    }
}
