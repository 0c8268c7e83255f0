//! Parameters and headers that describe their values themselves, as in Swagger 2.0.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::versions::swagger_2_0::{described, leftover};
use crate::source::Location;

/// `{name: id, in: query, type: integer}`: what describes the value moves below `schema`, where there is none.
pub(crate) fn schema(part: Visited, node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    if !matches!(
        part,
        Visited::Component(ComponentKind::Parameter | ComponentKind::Header)
    ) {
        return;
    }
    if let Some((key, value)) = described(node).and_then(|key| Some((key, node.get(key)?))) {
        let place = value.location(at, key).key();
        diagnostics.report(place, RepairProblem::SchemaTooHigh(key, "schema"));
        leftover(node, at);
    }
}
