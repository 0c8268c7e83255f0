//! The server role: which operations a server recognizes, and in which order they are tried.

mod readable;

use crate::diagnostic::{Diagnostics, OperationProblem};
use crate::ir::{Group, Module, Operation, ServedOperation, Server, Verb};
use crate::names::{Case, Ident, Scope};
use crate::options;

/// Lowers the server role of all documents. Reports operations that a server can't recognize.
pub(crate) fn lower(
    modules: &[Module],
    options: &options::Server,
    diagnostics: &mut Diagnostics,
) -> Server {
    let mut names = Scope::default();
    let mut known: Vec<(Verb, String)> = Vec::new();
    let mut operations = Vec::new();
    let mut routes = Vec::new();
    for (module, operation) in all(modules) {
        if let Some(reason) = obstacle(module, operation, &mut known) {
            let problem = OperationProblem::NotServed(reason);
            diagnostics.report(operation.at.clone(), problem);
            continue;
        }
        let variant = variant(module, operation, &mut names);
        routes.push((specificity(operation), variant.clone()));
        operations.push(ServedOperation {
            variant,
            module: module.name.clone(),
            value: operation.value.clone(),
        });
    }
    routes.sort_by(|(left, _), (right, _)| left.cmp(right));
    Server {
        feature: options.feature.clone(),
        operations,
        routes: routes.into_iter().map(|(_, variant)| variant).collect(),
    }
}

fn all(modules: &[Module]) -> impl Iterator<Item = (&Module, &Operation)> {
    modules.iter().flat_map(|module| {
        let groups = module.groups.iter();
        let operations = groups.flat_map(|Group { operations, .. }| operations);
        operations.map(move |operation| (module, operation))
    })
}

/// Names the variant of an operation: like its type, without `Operation`. If another document has
/// the name, its own document comes before it.
fn variant(module: &Module, operation: &Operation, names: &mut Scope) -> Ident {
    let value = operation.value.as_str();
    let name = value.strip_suffix("Operation").unwrap_or(value);
    names.take_or(Case::Variant, name, &format!("{} {name}", module.name))
}

/// Returns why a server can't recognize an operation. `known` are the methods and paths before it.
fn obstacle(
    module: &Module,
    operation: &Operation,
    known: &mut Vec<(Verb, String)>,
) -> Option<String> {
    if operation.path.contains('?') {
        return Some("its path has a query".to_owned());
    }
    let route = (operation.verb, shape(&operation.path));
    if known.contains(&route) {
        return Some("another operation has this method and path".to_owned());
    }
    known.push(route);
    readable::obstacle(module, operation)
}

/// Returns the path without the names of its parameters, and without a fragment.
fn shape(path: &str) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let mut shape = String::new();
    let mut depth = 0_usize;
    for letter in path.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 || letter == '{' {
            shape.push(letter);
        }
    }
    shape
}

/// What a segment of a path matches, from the most specific.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Literal,
    PartlyLiteral,
    Parameter,
    Spanning,
}

/// Returns what the segments of a path match.
// OAS 3.0.3, Paths Object: "When matching URLs, concrete (non-templated) paths would be matched
// before their templated counterparts."
fn specificity(operation: &Operation) -> Vec<Segment> {
    let shape = shape(&operation.path);
    let spans = operation.parameters.iter().any(readable::spans);
    let segments = shape.split('/').map(|segment| match segment {
        "{}" if spans => Segment::Spanning,
        "{}" => Segment::Parameter,
        literal if !literal.contains('{') => Segment::Literal,
        _ => Segment::PartlyLiteral,
    });
    segments.collect()
}
