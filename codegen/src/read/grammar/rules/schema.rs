//! What a schema's fields must fulfil together.

use crate::diagnostic::RuleProblem;
use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

use crate::read::grammar::table::Check;
use crate::read::grammar::table::Retain;

// OAS 3.0.3, Schema Object, "default": "Unlike JSON Schema, the value MUST conform to the defined type for the Schema Object
// defined at the same level." Of "enum", JSON Schema says the same by validating both. Examples are ignored, so they are not
// looked at: published documents leave out their quotes everywhere.
pub(crate) fn schema(check: &mut Check<'_>, node: &mut Node, at: &Location) -> Retain {
    let Some(written) = node.get("type") else {
        return Retain::Keep;
    };
    let (Some(kind), place) = (written.as_str(), written.location(at, "type")) else {
        return Retain::Keep;
    };
    let mut tell = |key, value: &Node, at: Location| {
        if !is_of(value, kind) {
            let found = value.kind_name();
            let kind = kind.to_owned();
            let problem = RuleProblem::NotOfType { key, found, kind };
            let also = vec![(place.clone(), "the type".to_owned())];
            check.diagnostics.report_with(at, problem, also);
        }
    };
    if let Some(value) = node.get("default") {
        tell("default", value, value.location(at, "default"));
    }
    if let Some(list) = node.get("enum") {
        let at = list.location(at, "enum");
        for (index, value) in list.as_array().into_iter().flatten().enumerate() {
            tell("enum", value, value.location(&at, index));
        }
    }
    Retain::Keep
}

/// Null is a matter of `nullable`, which many forget.
fn is_of(value: &Node, kind: &str) -> bool {
    match &value.kind {
        NodeKind::Null => true,
        NodeKind::Bool(_) => kind == "boolean",
        NodeKind::Number(number) if kind == "integer" => {
            number.as_f64().is_none_or(|number| number.fract() == 0.0)
        }
        NodeKind::Number(_) => kind == "number",
        NodeKind::String(_) => kind == "string",
        NodeKind::Array(_) => kind == "array",
        NodeKind::Object(_) => kind == "object",
    }
}
