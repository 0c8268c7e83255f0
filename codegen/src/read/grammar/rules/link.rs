//! The rule of the Link Object.

use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::grammar::table::Retain;
use crate::read::syntax::node::Node;
use crate::source::Location;

// OAS 3.0.3, Link Object: "A linked operation MUST be identified using either an operationRef or
// operationId."
pub(crate) fn link(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> Retain {
    let both = match (node.get("operationRef"), node.get("operationId")) {
        (Some(_), None) | (None, Some(_)) => return Retain::Keep,
        (Some(_), Some(_)) => true,
        (None, None) => false,
    };
    let problem = RuleProblem::LinkTarget { both };
    diagnostics.report(at.clone(), problem);
    Retain::Drop
}
