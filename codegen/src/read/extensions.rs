//! The extensions of this generator, and the objects on which each has an effect.
//!
//! All other keys that start with `x-` are ignored. Values are checked where they are used.

use crate::diagnostic::similar::within;
use crate::diagnostic::{Diagnostics, PlacementProblem};
use crate::source::Location;

use super::grammar::visit::Visited;
use super::syntax::node::{Node, NodeKind};

/// An extension of this generator.
struct Extension {
    name: &'static str,
    /// The names of the objects on which it has an effect; empty for every object with fixed
    /// fields.
    objects: &'static [&'static str],
    /// The objects in words, for a diagnostic.
    expected: &'static str,
}

const EXTENSIONS: [Extension; 13] = [
    any("x-source", "an object with fields of its own"),
    // For programs that compare a document with what it was written from; nothing is generated.
    any("x-differs", "an object with fields of its own"),
    on(
        "x-description-tr",
        &[
            "Info Object",
            "Server Object",
            "Tag Object",
            "Operation Object",
            "Parameter Object",
            "Request Body Object",
            "Response Object",
            "Schema Object",
            "Security Scheme Object",
            "Example Object",
        ],
        "an object with a `description` that is documented in the generated code",
    ),
    on(
        "x-summary-tr",
        &["Path Item Object", "Operation Object", "Example Object"],
        "a path item, an operation or an example",
    ),
    on("x-sensitive", SCHEMA, "a schema"),
    on("x-rust-type", SCHEMA, "a schema"),
    on("x-tolerate", SCHEMA, "the schema of a property"),
    on("x-enum-varnames", SCHEMA, "a string schema with `enum`"),
    on("x-outcome", OPERATION, "an operation"),
    on("x-repeat", OPERATION, "an operation"),
    on("x-advice", OPERATION, "an operation"),
    on("x-codeSamples", OPERATION, "an operation"),
    on(
        "x-prefix",
        &["Security Scheme Object"],
        "an `apiKey` security scheme in a header",
    ),
];

const SCHEMA: &[&str] = &["Schema Object"];

const OPERATION: &[&str] = &["Operation Object"];

/// Creates an extension that has an effect on every object with fixed fields.
const fn any(name: &'static str, expected: &'static str) -> Extension {
    on(name, &[], expected)
}

/// Creates an extension that has an effect on the objects with these names.
const fn on(
    name: &'static str,
    objects: &'static [&'static str],
    expected: &'static str,
) -> Extension {
    Extension {
        name,
        objects,
        expected,
    }
}

/// Reports the extensions of an object that are misspelt or have no effect there.
pub(crate) fn check(visited: Visited, node: &Node, at: &Location, diagnostics: &mut Diagnostics) {
    let object = match visited {
        Visited::Object(table) => table.name,
        Visited::Patterned(name) => name,
        Visited::Reference(_) if node.get("$ref").is_some() => "Reference Object",
        // A component is visited again as an object.
        Visited::Reference(_) | Visited::Component(_) => return,
    };
    let has_fixed_fields = matches!(visited, Visited::Object(_));
    let members = node.as_object().map(|object| object.members.iter());
    for (key, value) in members.into_iter().flatten() {
        if key.starts_with("x-")
            && let Some(problem) = problem(key, object, has_fixed_fields)
        {
            diagnostics.report(value.location(at, key).key(), problem);
        }
    }
}

/// Extensions that other tools define as well.
const DE_FACTO: [&str; 2] = ["x-codeSamples", "x-enum-varnames"];

/// Returns whether a document has an extension that only this generator defines.
pub(crate) fn has_own_extension(node: &Node) -> bool {
    let is_own = |key: &str| {
        let mut known = EXTENSIONS.iter().map(|known| known.name);
        key.starts_with("x-") && !DE_FACTO.contains(&key) && known.any(|name| name == key)
    };
    match &node.kind {
        NodeKind::Array(items) => items.iter().any(has_own_extension),
        NodeKind::Object(object) => object
            .members
            .iter()
            .any(|(key, member)| is_own(key) || has_own_extension(member)),
        _ => false,
    }
}

/// Returns what is wrong with an extension of an object.
fn problem(key: &str, object: &'static str, has_fixed_fields: bool) -> Option<PlacementProblem> {
    if let Some(known) = EXTENSIONS.iter().find(|known| known.name == key) {
        let has_effect = match known.objects {
            [] => has_fixed_fields,
            objects => objects.contains(&object),
        };
        return (!has_effect).then_some(PlacementProblem::Misplaced {
            name: known.name,
            object,
            belongs_on: known.expected,
        });
    }
    let similar = within(2, key, EXTENSIONS.iter().map(|known| known.name))?;
    let name = key.to_owned();
    Some(PlacementProblem::Misspelt { name, similar })
}
