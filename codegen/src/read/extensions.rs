//! Which vendor extensions are ours, and where each may stand. Any other key that starts with `x-` is foreign and
//! ignored without a word. Values are looked at where they are used.

use crate::diagnostic::{Diagnostics, PlacementProblem};
use crate::source::Location;

use super::grammar::visit::Visited;
use super::syntax::node::{Node, NodeKind};
use crate::diagnostic::similar::within;

/// One of ours.
struct Extension {
    name: &'static str,
    /// On which objects, as the standard calls them; empty: on any that may be extended.
    objects: &'static [&'static str],
    /// The same in a sentence.
    place: &'static str,
}

const EXTENSIONS: [Extension; 12] = [
    any("x-source", "an object with fields of its own"),
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

const fn any(name: &'static str, place: &'static str) -> Extension {
    on(name, &[], place)
}

const fn on(
    name: &'static str,
    objects: &'static [&'static str],
    place: &'static str,
) -> Extension {
    Extension {
        name,
        objects,
        place,
    }
}

/// Reports the extensions of a part that are misspelt or stand where they have no effect.
pub(crate) fn part(part: Visited, node: &Node, at: &Location, diagnostics: &mut Diagnostics) {
    let object = match part {
        Visited::Object(table) => table.name,
        Visited::Patterned(name) => name,
        Visited::Reference(_) if node.get("$ref").is_some() => "Reference Object",
        // What it is comes next.
        Visited::Reference(_) | Visited::Component(_) => return,
    };
    let can_be_extended = matches!(part, Visited::Object(_));
    let own = node.as_object().into_iter();
    for (key, value) in own.flat_map(|node| node.members.iter()) {
        if key.starts_with("x-")
            && let Some(problem) = problem(key, object, can_be_extended)
        {
            diagnostics.report(value.location(at, key).key(), problem);
        }
    }
}

/// Names that others use as well.
const DE_FACTO: [&str; 2] = ["x-codeSamples", "x-enum-varnames"];

/// Whether a document has one of the extensions that nobody else has.
pub(crate) fn is_written_for_us(node: &Node) -> bool {
    let is_ours = |key: &str| {
        let mut known = EXTENSIONS.iter().map(|known| known.name);
        key.starts_with("x-") && !DE_FACTO.contains(&key) && known.any(|name| name == key)
    };
    match &node.kind {
        NodeKind::Array(items) => items.iter().any(is_written_for_us),
        NodeKind::Object(object) => object
            .members
            .iter()
            .any(|(key, member)| is_ours(key) || is_written_for_us(member)),
        _ => false,
    }
}

fn problem(key: &str, object: &'static str, can_be_extended: bool) -> Option<PlacementProblem> {
    if let Some(known) = EXTENSIONS.iter().find(|known| known.name == key) {
        let is_right = match known.objects {
            [] => can_be_extended,
            objects => objects.contains(&object),
        };
        return (!is_right).then_some(PlacementProblem::NoEffect {
            name: known.name,
            object,
            place: known.place,
        });
    }
    let similar = within(2, key, EXTENSIONS.iter().map(|known| known.name))?;
    let name = key.to_owned();
    Some(PlacementProblem::Misspelt { name, similar })
}
