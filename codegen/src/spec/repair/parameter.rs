//! Parameters and headers that describe their values themselves, as in Swagger 2.0.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::source::At;
use crate::spec::grammar::table::Kind;
use crate::spec::grammar::visit::Part;
use crate::spec::node::Node;
use crate::spec::swagger::{described, leftover};

/// `{name: id, in: query, type: integer}`: what describes the value moves below `schema`, where there is none.
pub(super) fn schema(part: Part, node: &mut Node, at: &At, diagnostics: &mut Diagnostics) {
    if !matches!(part, Part::Component(Kind::Parameter | Kind::Header)) {
        return;
    }
    if let Some((key, value)) = described(node).and_then(|key| Some((key, node.get(key)?))) {
        let place = value.place(at, key).key();
        diagnostics.report(place, RepairProblem::Above(key, "schema"));
        leftover(node, at);
    }
}
