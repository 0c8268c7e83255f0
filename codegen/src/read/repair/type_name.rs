//! Repairs types that are named as in programming languages.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

/// Names, each with the type and the format that it means.
const NAMES: &[(&str, &str, Option<&str>)] = &[
    ("int", "integer", None),
    ("int32", "integer", Some("int32")),
    ("int64", "integer", Some("int64")),
    ("long", "integer", Some("int64")),
    ("float", "number", Some("float")),
    ("double", "number", Some("double")),
    ("bool", "boolean", None),
    ("str", "string", None),
    ("text", "string", None),
    ("date", "string", Some("date")),
    ("datetime", "string", Some("date-time")),
    ("date-time", "string", Some("date-time")),
    ("uuid", "string", Some("uuid")),
    ("uri", "string", Some("uri")),
    ("url", "string", Some("uri")),
    ("email", "string", Some("email")),
    ("binary", "string", Some("binary")),
    // Swagger 2.0 has this type for parts of forms.
    ("file", "string", Some("binary")),
    ("list", "array", None),
    ("map", "object", None),
];

/// Converts `type: int` to `type: integer`, and so on. `decimal` and `money` stay as they are,
/// because they can mean a number or a string.
pub(crate) fn convert(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(visited, Visited::Component(ComponentKind::Schema)) {
        return;
    }
    convert_string(node, at, diagnostics);
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let Some(written) = object.members.get_mut("type") else {
        return;
    };
    let Some((name, intended, format)) = intended(written) else {
        return;
    };
    let problem = RepairProblem::TypeName {
        name,
        intended,
        format,
    };
    diagnostics.report(written.location(at, "type"), problem);
    written.kind = NodeKind::String(intended.into());
    if let Some(format) = format {
        object.members.or_insert("format", Node::string(format));
    }
}

/// Converts a type in the place of a schema, as in `id: string`.
fn convert_string(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    const TYPES: [&str; 6] = ["string", "number", "integer", "boolean", "object", "array"];
    let is_type = |name: &&str| TYPES.contains(name) || intended(node).is_some();
    let Some(name) = node.as_str().filter(is_type) else {
        return;
    };
    let problem = RepairProblem::TypeAsSchema(name.to_owned());
    let kind = Node::string(name).with_origin(at);
    let mut schema = Object::default();
    schema.members.insert("type", kind);
    node.kind = NodeKind::Object(schema);
    diagnostics.report(at.clone(), problem);
}

/// Returns the row of `NAMES` for a type.
fn intended(written: &Node) -> Option<(&'static str, &'static str, Option<&'static str>)> {
    let written = written.as_str()?.trim();
    let is_equal = |known: &&(&str, &str, Option<&str>)| known.0.eq_ignore_ascii_case(written);
    NAMES.iter().find(is_equal).copied()
}
