//! Converts schemas of JSON Schema 2020-12, the schemas of OpenAPI 3.1, to those of OpenAPI 3.0.

mod array;
mod conditional;
mod constant;
mod content;
mod conversion;
pub(crate) mod null;
mod number;
mod object;
mod types;

pub(crate) use conversion::{Conversion, add_to_all_of};

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// Keywords without an equivalent in OpenAPI 3.0.
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

/// Converts a schema. The schemas inside of it are converted later.
pub(crate) fn convert(node: &mut Node, conversion: &mut Conversion<'_>) {
    convert_boolean(node, conversion);
    let Some(object) = node.as_object_mut() else {
        return;
    };
    // JSON Schema 2020-12 Core, 8.3: a "$comment" must not be presented to users, and has no
    // effect.
    object.members.remove("$comment");
    // References to these are JSON pointers by now.
    object.members.remove("$anchor");
    object.members.remove("$id");
    null::quote(object, conversion.at, conversion.diagnostics);
    null::convert_alternatives(object, conversion);
    constant::convert_alternatives(object, conversion);
    constant::convert(object);
    types::convert(object, conversion);
    number::convert_exclusive_limits(object);
    constant::convert_examples(object, conversion);
    content::convert(object, conversion);
    array::convert_prefix_items(object, conversion);
    object::convert_pattern_properties(object, conversion);
    object::convert_unevaluated_properties(object, conversion);
    conditional::add_properties(object, conversion);
    for keyword in WITHOUT_EQUIVALENT {
        conversion.ignore(object, keyword);
    }
}

// JSON Schema 2020-12 Core, 4.3.2: `true` is the empty schema, `false` is `not: {}`. No value is
// valid for the latter, so there is no type for it.
fn convert_boolean(node: &mut Node, conversion: &mut Conversion<'_>) {
    if let NodeKind::Bool(allows) = node.kind {
        node.kind = NodeKind::Object(Object::default());
        if !allows {
            let place = conversion.at.clone();
            conversion.ignored.add("false", place);
        }
    }
}

/// Moves a reference with keywords beside it into `allOf`.
// OAS 3.1.0, Schema Object: keywords beside "$ref" apply as well, as in JSON Schema 2020-12 Core,
// 8.2.3.1. OpenAPI 3.0 ignores them.
pub(crate) fn convert_reference(node: &mut Node, at: &Location) {
    let Some(object) = node.as_object_mut() else {
        return;
    };
    object.members.remove("$comment");
    if object.members.len() < 2 {
        return;
    }
    if let Some(reference) = object.members.remove("$ref") {
        let mut reference_only = Object::default();
        reference_only.members.insert("$ref", reference);
        let reference_only = Node::from(NodeKind::Object(reference_only)).with_origin(at);
        add_to_all_of(object, reference_only);
    }
}
