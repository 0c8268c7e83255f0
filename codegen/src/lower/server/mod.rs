//! The server role: which operations a server recognizes, and in which order they are tried.

mod readable;
mod route;

use foldhash::HashSet;

use crate::diagnostic::{Diagnostics, OperationProblem};
use crate::ir::{Module, Operation, ServedOperation, Server};
use crate::names::{Case, Ident, Scope};
use crate::options;

use self::readable::Types;

/// Lowers the server role of all documents. Reports operations that a server can't recognize.
pub(crate) fn lower(
    modules: &[Module],
    options: &options::Server,
    diagnostics: &mut Diagnostics,
) -> Server {
    let mut names = Scope::default();
    let mut known = HashSet::default();
    let mut operations = Vec::new();
    let mut routes = Vec::new();
    for module in modules {
        let types = module.types.iter();
        let types: Types<'_> = types.map(|def| (&def.name, &def.shape)).collect();
        let all = module.groups.iter().flat_map(|group| &group.operations);
        for operation in all {
            let is_known = !known.insert(route::identity(operation));
            if let Some(reason) = obstacle(&types, operation, is_known) {
                let problem = OperationProblem::NotServed(reason);
                diagnostics.report(operation.at.clone(), problem);
                continue;
            }
            let served = served(module, &types, operation, &mut names);
            routes.push((route::specificity(operation), served.variant.clone()));
            operations.push(served);
        }
    }
    routes.sort_by(|(left, _), (right, _)| left.cmp(right));
    Server {
        feature: options.feature.clone(),
        operations,
        routes: routes.into_iter().map(|(_, variant)| variant).collect(),
    }
}

/// Returns why a server can't recognize an operation.
fn obstacle(types: &Types<'_>, operation: &Operation, is_known: bool) -> Option<String> {
    match is_known {
        true => Some("another operation has this method and path".to_owned()),
        false => readable::obstacle(types, operation),
    }
}

fn served(
    module: &Module,
    types: &Types<'_>,
    operation: &Operation,
    names: &mut Scope,
) -> ServedOperation {
    let parameters = operation.parameters.iter();
    let spread = parameters.filter(|it| readable::is_spread(types, it));
    ServedOperation {
        variant: variant(module, operation, names),
        module: module.name.clone(),
        value: operation.value.clone(),
        spread: spread.map(|it| it.name.wire.clone()).collect(),
    }
}

/// Names the variant of an operation: like its type, without `Operation`. If another document has
/// the name, its own document comes before it.
fn variant(module: &Module, operation: &Operation, names: &mut Scope) -> Ident {
    let value = operation.value.as_str();
    let name = value.strip_suffix("Operation").unwrap_or(value);
    names.take_or(Case::Variant, name, &format!("{} {name}", module.name))
}
