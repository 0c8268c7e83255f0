//! Repairs parameters and headers that describe their values without a schema, as in Swagger 2.0.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::Visited;
use crate::read::syntax::node::Node;
use crate::read::versions::swagger_2_0::{convert_in_3_0, value_keyword};
use crate::source::Location;

/// Moves the keywords that describe the value, as in `{name: id, in: query, type: integer}`, into
/// `schema`.
pub(crate) fn move_to_schema(
    visited: Visited,
    node: &mut Node,
    at: &Location,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(
        visited,
        Visited::Component(ComponentKind::Parameter | ComponentKind::Header)
    ) {
        return;
    }
    if let Some((key, value)) = value_keyword(node).and_then(|key| Some((key, node.get(key)?))) {
        let place = value.location(at, key).key();
        diagnostics.report(place, RepairProblem::SchemaTooHigh(key, "schema"));
        convert_in_3_0(node, at);
    }
}
