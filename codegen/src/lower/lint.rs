//! Reports what is valid but probably a mistake. Nothing here changes what is generated.

use crate::diagnostic::OutcomeProblem;
use crate::ir::{Group, Operation, Verb};

use super::context::Out;

/// Reports operations that change something and have no outcome rules, if others of the document do.
pub(crate) fn missing_outcomes(out: &mut Out<'_>, groups: &[Group]) {
    let operations = || groups.iter().flat_map(|group| &group.operations);
    if operations().all(|operation| operation.rule_sets.is_empty()) {
        return;
    }
    for operation in operations().filter(|operation| changes_something(operation)) {
        if operation.rule_sets.is_empty() {
            out.report_origin(&operation.at, OutcomeProblem::MissingOutcome);
        }
    }
}

/// Returns whether the method is not safe.
// RFC 9110, section 9.2.1: GET, HEAD, OPTIONS and TRACE are safe.
fn changes_something(operation: &Operation) -> bool {
    matches!(
        operation.verb,
        Verb::Post | Verb::Put | Verb::Patch | Verb::Delete
    )
}
