//! Types as other languages call them.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

/// A word, the type that it means, and the format, where it says one.
const WORDS: &[(&str, &str, Option<&str>)] = &[
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
    // Swagger 2.0 has it for what is sent in parts.
    ("file", "string", Some("binary")),
    ("list", "array", None),
    ("map", "object", None),
];

/// `type: int` is `type: integer`: a value of such a type can't be written otherwise. `decimal` and `money` are not among them:
/// some write numbers for those, and some write texts.
pub(crate) fn repair(part: Visited, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(part, Visited::Component(ComponentKind::Schema)) {
        return;
    }
    alone(node, at, diagnostics);
    let Some(object) = node.as_object_mut() else {
        return;
    };
    let Some(written) = object.members.get_mut("type") else {
        return;
    };
    let Some((word, meant, format)) = meant(written) else {
        return;
    };
    let problem = RepairProblem::TypeName {
        name: word,
        intended: meant,
        format,
    };
    diagnostics.report(written.location(at, "type"), problem);
    written.kind = NodeKind::String(meant.into());
    if let Some(format) = format {
        object.members.or_insert("format", Node::string(format));
    }
}

/// A word in the place of a schema: `id: string`.
fn alone(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    const TYPES: [&str; 6] = ["string", "number", "integer", "boolean", "object", "array"];
    let is_type = |word: &&str| TYPES.contains(word) || meant(node).is_some();
    let Some(word) = node.as_str().filter(is_type) else {
        return;
    };
    let problem = RepairProblem::TypeAsSchema(word.to_owned());
    let word = Node::string(word).with_origin(at);
    let mut schema = Object::default();
    schema.members.insert("type", word);
    node.kind = NodeKind::Object(schema);
    diagnostics.report(at.clone(), problem);
}

fn meant(written: &Node) -> Option<(&'static str, &'static str, Option<&'static str>)> {
    let written = written.as_str()?.trim();
    let word = |known: &&(&str, &str, Option<&str>)| known.0.eq_ignore_ascii_case(written);
    WORDS.iter().find(word).copied()
}
