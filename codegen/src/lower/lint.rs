//! Reports what is valid but probably a mistake. Nothing here changes what is generated.

use crate::diagnostic::{ExtensionProblem, OutcomeProblem};
use crate::ir::{Callback, Group};

use super::context::Out;
use super::operation::is_safe;

/// Reports operations that change something and have no outcome rules, if others of the document do.
pub(crate) fn missing_outcomes(out: &mut Out<'_>, groups: &[Group]) {
    let operations = || groups.iter().flat_map(|group| &group.operations);
    if operations().all(|operation| operation.rule_sets.is_empty()) {
        return;
    }
    for operation in operations().filter(|operation| !is_safe(operation)) {
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
