//! Repairs values of string enums without quotes.

use crate::diagnostic::{Diagnostics, Expected, Found, GrammarProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

/// Quotes the values of `type: string` with `enum: [1, 2]`, which YAML parses as numbers. Values
/// with a fraction stay as they are, because their text is lost: `2.10` is parsed as `2.1`.
pub(crate) fn quote(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    let is_schema = matches!(visited, Visited::Component(ComponentKind::Schema));
    if !is_schema || node.get("type").and_then(Node::as_str) != Some("string") {
        return;
    }
    let Some(list) = node.find_mut("/enum") else {
        return;
    };
    let at = list.location(at, "enum");
    let NodeKind::Array(list) = &mut list.kind else {
        return;
    };
    let strings: Option<Vec<_>> = list.iter().map(quoted).collect();
    for (index, (value, string)) in list
        .iter_mut()
        .zip(strings.into_iter().flatten())
        .enumerate()
    {
        if value.kind != string {
            let expected = Expected::STRING;
            let found = Found::Kind(value.json_kind());
            let problem = GrammarProblem::Converted { expected, found };
            diagnostics.report(value.location(&at, index), problem);
            value.kind = string;
        }
    }
}

/// Returns a value with quotes, or `None` if its text is lost.
fn quoted(value: &Node) -> Option<NodeKind> {
    match &value.kind {
        NodeKind::Number(number) if number.is_f64() => None,
        NodeKind::Number(number) => Some(NodeKind::String(number.to_string().into())),
        NodeKind::Bool(value) => Some(NodeKind::String(value.to_string().into())),
        other => Some(other.clone()),
    }
}
