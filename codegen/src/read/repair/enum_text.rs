//! Values of string enums without their quotes.

use crate::diagnostic::{Diagnostics, Expected, Found, GrammarProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

/// `type: string` with `enum: [1, 2]`: the texts are meant, which YAML reads as numbers. Where one has a fraction nobody knows any
/// more how it was written, `2.10` being `2.1`, and the values stay as they are.
pub(crate) fn quote(part: Visited, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let is_schema = matches!(part, Visited::Component(ComponentKind::Schema));
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
    let texts: Option<Vec<_>> = list.iter().map(text).collect();
    for (index, (value, text)) in list.iter_mut().zip(texts.into_iter().flatten()).enumerate() {
        if value.kind != text {
            let expected = Expected::STRING;
            let found = Found::Kind(value.json_kind());
            let problem = GrammarProblem::Converted { expected, found };
            diagnostics.report(value.location(&at, index), problem);
            value.kind = text;
        }
    }
}

/// What a value is with its quotes, where that is known.
fn text(value: &Node) -> Option<NodeKind> {
    match &value.kind {
        NodeKind::Number(number) if number.is_f64() => None,
        NodeKind::Number(number) => Some(NodeKind::String(number.to_string().into())),
        NodeKind::Bool(value) => Some(NodeKind::String(value.to_string().into())),
        other => Some(other.clone()),
    }
}
