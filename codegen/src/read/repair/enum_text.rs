//! Values of string enums without their quotes.

use crate::diagnostic::{Diagnostics, GrammarProblem};
use crate::read::grammar::table::Kind;
use crate::read::grammar::visit::Part;
use crate::read::syntax::node::Kind as NodeKind;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// `type: string` with `enum: [1, 2]`: the texts are meant, which YAML reads as numbers. Where one has a fraction nobody knows any
/// more how it was written, `2.10` being `2.1`, and the values stay as they are.
pub(crate) fn quote(part: Part, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let is_schema = matches!(part, Part::Component(Kind::Schema));
    if !is_schema || node.get("type").and_then(Node::as_text) != Some("string") {
        return;
    }
    let Some(list) = node.find_mut("/enum") else {
        return;
    };
    let at = list.place(at, "enum");
    let NodeKind::List(list) = &mut list.kind else {
        return;
    };
    let texts: Option<Vec<_>> = list.iter().map(text).collect();
    for (index, (value, text)) in list.iter_mut().zip(texts.into_iter().flatten()).enumerate() {
        if value.kind != text {
            let (expected, found) = ("a string", value.what());
            let problem = GrammarProblem::Converted { expected, found };
            diagnostics.report(value.place(&at, index), problem);
            value.kind = text;
        }
    }
}

/// What a value is with its quotes, where that is known.
fn text(value: &Node) -> Option<NodeKind> {
    match &value.kind {
        NodeKind::Number(number) if number.is_f64() => None,
        NodeKind::Number(number) => Some(NodeKind::Text(number.to_string().into())),
        NodeKind::Bool(value) => Some(NodeKind::Text(value.to_string().into())),
        other => Some(other.clone()),
    }
}
