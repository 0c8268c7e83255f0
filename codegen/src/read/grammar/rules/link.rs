//! Where a link leads.

use crate::diagnostic::RuleProblem;
use crate::read::syntax::node::Node;
use crate::source::Location;

use crate::read::grammar::table::Check;
use crate::read::grammar::table::Retain;

// OAS 3.0.3, Link Object: a linked operation must be identified by either "operationRef" or "operationId".
pub(crate) fn link(check: &mut Check<'_>, node: &mut Node, at: &Location) -> Retain {
    let both = match (node.get("operationRef"), node.get("operationId")) {
        (Some(_), None) | (None, Some(_)) => return Retain::Keep,
        (Some(_), Some(_)) => true,
        (None, None) => false,
    };
    check
        .diagnostics
        .report(at.clone(), RuleProblem::LinkTarget { both });
    Retain::Drop
}
