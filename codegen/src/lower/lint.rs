//! Reports what is valid but probably a mistake. Nothing here changes what is generated.

use crate::diagnostic::{ExtensionProblem, OutcomeProblem};
use crate::ir::{Callback, Group, Operation, Repeat, Verb};

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

/// Reports operations without a source if other parts of the document have one.
pub(crate) fn without_source(out: &mut Out<'_>, groups: &[Group], callbacks: &[Callback]) {
    if !out.has_sources {
        return;
    }
    let operations = groups.iter().flat_map(|group| &group.operations);
    let operations = operations.map(|operation| (&operation.at, &operation.doc));
    let callbacks = callbacks.iter();
    let callbacks = callbacks.map(|callback| (&callback.at, &callback.doc));
    for (at, doc) in operations.chain(callbacks) {
        if doc.sources.is_empty() {
            out.report_origin(at, ExtensionProblem::MissingSource);
        }
    }
}

/// Returns whether an operation is not safe to repeat: by its own word, or by its method.
// RFC 9110, section 9.2.1: GET, HEAD, OPTIONS and TRACE are safe.
fn changes_something(operation: &Operation) -> bool {
    match operation.repeat {
        Some(repeat) => repeat != Repeat::Safe,
        None => matches!(
            operation.verb,
            Verb::Post | Verb::Put | Verb::Patch | Verb::Delete
        ),
    }
}
