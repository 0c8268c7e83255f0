//! What distinguishes the requests of operations: method, path, and parameters of one value.

use std::cmp::Reverse;

use crate::ir::{Operation, Parameter, Place, Verb};

/// What distinguishes the requests of an operation from those of all others.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Identity {
    verb: Verb,
    path: String,
    query: String,
    /// The required parameters of one value.
    fixed: Vec<(Place, String, String)>,
}

/// Returns what distinguishes the requests of an operation.
pub(super) fn identity(operation: &Operation) -> Identity {
    let (path, query) = parts(&operation.path);
    let fixed = fixed(operation).map(|(parameter, only)| {
        let name = parameter.name.wire.clone();
        (parameter.place, name, only.to_owned())
    });
    Identity {
        verb: operation.verb,
        path: shape(path),
        query: query.to_owned(),
        fixed: fixed.collect(),
    }
}

/// Returns the required parameters of one value, each with it.
fn fixed(operation: &Operation) -> impl Iterator<Item = (&Parameter, &str)> {
    let required = operation.parameters.iter().filter(|it| it.required);
    required.filter_map(|parameter| Some((parameter, parameter.fixed.as_deref()?)))
}

/// Splits a path from its query. A fragment is never sent.
fn parts(path: &str) -> (&str, &str) {
    let path = path.split('#').next().unwrap_or_default();
    path.split_once('?').unwrap_or((path, ""))
}

/// Returns a path without the names of its parameters.
fn shape(path: &str) -> String {
    let mut shape = String::new();
    let mut depth = 0_usize;
    for letter in path.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 || (depth == 1 && letter == '{') {
            shape.push(letter);
        }
    }
    shape
}

/// Returns whether a path parameter may be several segments.
fn spans(parameter: &Parameter) -> bool {
    parameter.place == Place::Path && parameter.reserved
}

/// What a segment of a path matches, from the most specific.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Literal,
    PartlyLiteral,
    Parameter,
    Spanning,
}

/// How specific an operation is: what its segments match, and how many other values it needs.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Specificity(Vec<Segment>, Reverse<usize>);

/// Returns how specific an operation is. A more specific one is less.
// OAS 3.0.3, Paths Object: "When matching URLs, concrete (non-templated) paths would be matched
// before their templated counterparts."
pub(super) fn specificity(operation: &Operation) -> Specificity {
    let (path, query) = parts(&operation.path);
    let shape = shape(path);
    let has_spanning = operation.parameters.iter().any(spans);
    let segments = shape.split('/').map(|segment| match segment {
        "{}" if has_spanning => Segment::Spanning,
        "{}" => Segment::Parameter,
        literal if !literal.contains('{') => Segment::Literal,
        _ => Segment::PartlyLiteral,
    });
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).count();
    Specificity(
        segments.collect(),
        Reverse(pairs + fixed(operation).count()),
    )
}
