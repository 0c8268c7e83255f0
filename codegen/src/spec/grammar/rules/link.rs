//! Where a link leads.

use crate::diagnostic::RuleProblem;
use crate::source::At;
use crate::spec::node::Node;

use super::super::check::Check;
use super::super::table::Verdict;

// OAS 3.0.3, Link Object: a linked operation must be identified by either "operationRef" or "operationId".
pub(crate) fn link(check: &mut Check<'_>, node: &mut Node, at: &At) -> Verdict {
    let both = match (node.get("operationRef"), node.get("operationId")) {
        (Some(_), None) | (None, Some(_)) => return Verdict::Keep,
        (Some(_), Some(_)) => true,
        (None, None) => false,
    };
    check
        .diagnostics
        .report(at.clone(), RuleProblem::LinkTarget { both });
    Verdict::Drop
}
