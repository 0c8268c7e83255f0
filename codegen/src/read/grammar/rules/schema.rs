//! What a schema's fields must fulfil together.

use crate::diagnostic::RuleProblem;
use crate::read::syntax::node::Kind as NodeKind;
use crate::read::syntax::node::Node;
use crate::source::Location;

use crate::read::grammar::table::Check;
use crate::read::grammar::table::Verdict;

// OAS 3.0.3, Schema Object, "default": "Unlike JSON Schema, the value MUST conform to the defined type for the Schema Object
// defined at the same level." Of "enum", JSON Schema says the same by validating both. Examples are ignored, so they are not
// looked at: published documents leave out their quotes everywhere.
pub(crate) fn schema(check: &mut Check<'_>, node: &mut Node, at: &Location) -> Verdict {
    let Some(written) = node.get("type") else {
        return Verdict::Keep;
    };
    let (Some(kind), place) = (written.as_text(), written.place(at, "type")) else {
        return Verdict::Keep;
    };
    let mut tell = |key, value: &Node, at: Location| {
        if !is_of(value, kind) {
            let found = value.what();
            let kind = kind.to_owned();
            let problem = RuleProblem::NotOfType { key, found, kind };
            let also = vec![(place.clone(), "the type".to_owned())];
            check.diagnostics.report_with(at, problem, also);
        }
    };
    if let Some(value) = node.get("default") {
        tell("default", value, value.place(at, "default"));
    }
    if let Some(list) = node.get("enum") {
        let at = list.place(at, "enum");
        for (index, value) in list.as_list().into_iter().flatten().enumerate() {
            tell("enum", value, value.place(&at, index));
        }
    }
    Verdict::Keep
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
        NodeKind::Text(_) => kind == "string",
        NodeKind::List(_) => kind == "array",
        NodeKind::Object(_) => kind == "object",
    }
}
