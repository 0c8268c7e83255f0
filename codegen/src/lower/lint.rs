//! What is right and yet asks for trouble. Nothing here changes what is generated.

use crate::diagnostic::{ExtensionProblem, OutcomeProblem};
use crate::ir::{Callback, Group, Operation, Repeat, Verb};

use super::context::Out;

/// Where some operations of a document say what a response proves, one that changes something and doesn't was forgotten.
pub(crate) fn unjudged(out: &mut Out<'_>, groups: &[Group]) {
    let operations = || groups.iter().flat_map(|group| &group.operations);
    if operations().all(|operation| operation.rule_sets.is_empty()) {
        return;
    }
    for operation in operations().filter(|operation| changes_something(operation)) {
        if operation.rule_sets.is_empty() {
            out.report_origin(&operation.at, OutcomeProblem::Unjudged);
        }
    }
}

/// Where parts of a document say where they are from, an operation that doesn't was forgotten.
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
            out.report_origin(at, ExtensionProblem::NoSource);
        }
    }
}

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
