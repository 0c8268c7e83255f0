//! One operation: its names, and which file decides each part of it.

pub(crate) mod body;
pub(crate) mod callback;
mod callback_url;
pub(crate) mod group;
pub(crate) mod media;
pub(crate) mod parameter;
mod repeat;
pub(crate) mod response;
mod site;
pub(crate) mod status;
pub(crate) mod style;

pub(crate) use repeat::is_safe;
pub(crate) use site::{Site, documentation, of_item, path_words, sites};

use foldhash::HashMap;

use crate::diagnostic::OperationProblem;
use crate::ir::Operation;
use crate::names::{Case, Ident, Scope, spelled};
use crate::source::Location;

use self::callback::Callbacks;
use super::client::security::Schemes;
use super::client::{ClientDraft, security, server};
use super::context::{Context, Out};
use super::facts::extension;
use super::facts::naming::name_path::NamePath;
use super::facts::naming::report_taken;
use super::outcome;

/// The names that operations of one module must not share.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The types beside each other: handles, operations, enums of responses.
    pub(crate) values: Scope,
    /// The names of the operations alone: types that are named after them don't depend on handles.
    pub(crate) operations: Scope,
    /// The operation that has each of these names.
    owners: HashMap<Ident, Location>,
    pub(crate) callbacks: Callbacks,
}

/// What is shared by all operations of a document.
pub(crate) struct Shared<'s, 'd> {
    pub(crate) cx: &'s Context<'d>,
    pub(crate) schemes: &'s Schemes<'d>,
    pub(crate) client: &'s mut ClientDraft,
    pub(crate) names: Names,
}

/// Lowers an operation and its callbacks. `methods` are the names of its handle's methods.
pub(crate) fn lower(
    out: &mut Out<'_>,
    shared: &mut Shared<'_, '_>,
    site: &Site<'_>,
    methods: &mut Scope,
) -> Operation {
    let (cx, names) = (shared.cx, &mut shared.names);
    let at = &site.operation.at;
    let source = site.operation.value;
    let id = id(out, site);
    let (name, value) = named(out, site, &id, names);
    let name_path = NamePath::root(name.as_str(), &Ident::module(name.as_str()).into());
    let parameters = parameter::lower(cx, out, site, &name_path);
    let repeat = repeat::lower(cx, out, site, &parameters);
    let body = body::lower(cx, out, site, &name_path, &mut names.values);
    let (responses, success) = response::lower(cx, out, site, &name_path, &mut names.values);
    callback::lower(cx, out, site, &name_path, &mut names.callbacks);
    Operation {
        at: out.origin(at),
        method: methods.take_or(Case::Snake, &id, name.as_str()),
        value,
        doc: documentation(cx, out, &site.operation),
        examples: extension::examples(out, at, &source.extensions),
        verb: site.verb,
        path: site.path.to_owned(),
        parameters,
        body,
        accept: response::accept(cx, site),
        responses,
        success,
        server: server::own(cx, out, shared.client, site),
        security: requirements(cx, out, site, shared.schemes),
        repeat,
        rule_sets: outcome::rule_sets(cx, out, site),
        advice: outcome::advice(cx, out, site),
        id,
    }
}

/// Returns the `operationId`, or the method and path: `post_v1_orders_by_id`.
fn id(out: &mut Out<'_>, site: &Site<'_>) -> String {
    let at = &site.operation.at;
    let Some(id) = &site.operation.value.operation_id else {
        let id = Ident::snake(&method_and_path(site)).to_string();
        out.report(at, OperationProblem::MissingOperationId(id.clone()));
        return id;
    };
    id.clone()
}

/// Returns the words of the method and the path.
fn method_and_path(site: &Site<'_>) -> String {
    format!("{:?} {}", site.verb, path_words(site.path))
}

/// Names an operation and its type: `Refund` and `RefundOperation`. If another operation has the
/// name, the second choice is the name that it would have without an `operationId`.
fn named(out: &mut Out<'_>, site: &Site<'_>, id: &str, names: &mut Names) -> (Ident, Ident) {
    let at = &site.operation.at;
    let mut second = method_and_path(site);
    if Case::Type.ident(&second) == Case::Type.ident(id) {
        second = format!("{:?} {}", site.verb, spelled(site.path));
    }
    let name = names.operations.take_or(Case::Type, id, &second);
    report_taken(out, at, (id, &second), &name, |_, name| {
        names.owners.get(name).cloned()
    });
    names.owners.insert(name.clone(), at.clone());
    let wanted = format!("{name} Operation");
    let second = format!("{name} Operation Value");
    let value = names.values.take_or(Case::Type, &wanted, &second);
    report_taken(out, at, (&wanted, &second), &value, |_, _| None);
    (name, value)
}

/// Returns the security requirements of an operation, or else the document's.
fn requirements(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    schemes: &Schemes<'_>,
) -> Vec<Vec<Ident>> {
    let api = cx.document.api();
    let (at, requirements) = match &site.operation.value.security {
        Some(own) => (&site.operation.at, own.as_slice()),
        None => (&api.at, api.value.security.as_deref().unwrap_or_default()),
    };
    security::requirements(out, &at.child("security"), requirements, schemes)
}
