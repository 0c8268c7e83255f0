//! The rule of the Schema Object.

use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::grammar::table::Retain;
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

// OAS 3.0.3, Schema Object, "default": "Unlike JSON Schema, the value MUST conform to the defined
// type for the Schema Object defined at the same level." JSON Schema validates a value against
// "enum" and "type" both. Examples are ignored, so they aren't checked: published documents omit
// quotes everywhere.
pub(crate) fn schema(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> Retain {
    let Some(type_node) = node.get("type") else {
        return Retain::Keep;
    };
    let Some(type_name) = type_node.as_str() else {
        return Retain::Keep;
    };
    let type_location = type_node.location(at, "type");
    let mut check_value = |key, value: &Node, at: Location| {
        if !has_type(value, type_name) {
            let found = value.json_kind();
            let kind = type_name.to_owned();
            let problem = RuleProblem::WrongType { key, found, kind };
            let also = vec![(type_location.clone(), "the type".to_owned())];
            diagnostics.report_with(at, problem, also);
        }
    };
    if let Some(value) = node.get("default") {
        check_value("default", value, value.location(at, "default"));
    }
    if let Some(values) = node.get("enum") {
        let at = values.location(at, "enum");
        for (index, value) in values.as_array().into_iter().flatten().enumerate() {
            check_value("enum", value, value.location(&at, index));
        }
    }
    Retain::Keep
}

/// Returns whether a value has a type. Null has every type: many authors forget `nullable`.
fn has_type(value: &Node, type_name: &str) -> bool {
    match &value.kind {
        NodeKind::Null => true,
        NodeKind::Bool(_) => type_name == "boolean",
        NodeKind::Number(number) if type_name == "integer" => {
            number.as_f64().is_none_or(|number| number.fract() == 0.0)
        }
        NodeKind::Number(_) => type_name == "number",
        NodeKind::String(_) => type_name == "string",
        NodeKind::Array(_) => type_name == "array",
        NodeKind::Object(_) => type_name == "object",
    }
}
