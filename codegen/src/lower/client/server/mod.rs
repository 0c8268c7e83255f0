//! Servers: those of the document become environments, those of paths and operations belong to their
//! operations. `address` names them.

mod address;
mod apart;
mod own;
mod template;

use openapiv3::Server;

use crate::diagnostic::ClientProblem;
use crate::ir::Environment;
use crate::names::Case;
use crate::read::Located;
use crate::source::Location;

pub(crate) use own::own;

use self::address::Address;
use super::ClientDraft;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::operation;

/// Adds the document's servers to the root handle.
pub(crate) fn lower(cx: &Context<'_>, out: &mut Out<'_>, client: &mut ClientDraft) {
    let (at, servers) = of_document(cx);
    client.document_server = apart::document_server(cx, out, client, &at, servers);
    for (index, server) in servers.iter().enumerate() {
        let at = at.child(index);
        let address = Address::of(server);
        if address.is_nowhere() {
            continue;
        }
        if address.is_relative() {
            let problem = ClientProblem::RelativeServer(server.url.clone());
            out.report(&at.child("url"), problem);
        }
        let texts = Texts::of(server.description.as_deref(), &server.extensions);
        let doc = doc::doc(cx, out, &at, texts);
        if let Some(url) = address.published() {
            let environment = Environment {
                at: out.origin(&at),
                variant: Case::Variant.ident(&address.name()),
                url,
                doc: doc.clone(),
            };
            add_environment(client, &address, environment);
        }
        template::lower(cx, out, client, &at, server, doc);
    }
}

/// Adds an environment; one whose name another document has belongs to the servers of this one.
fn add_environment(client: &mut ClientDraft, address: &Address<'_>, found: Environment) {
    let name = address.name();
    let second = format!("{name} {}", address.without_scheme());
    let mut known = client.environments.iter();
    if let Some(known) = known.find(|known| known.variant == found.variant)
        && (known.url == found.url || known.at.file() != found.at.file())
    {
        return;
    }
    let variant = client.variants.take_or(Case::Variant, &name, &second);
    client.environments.push(Environment { variant, ..found });
}

/// Returns the servers of the document, or else the first that a path or an operation has.
fn of_document<'d>(cx: &Context<'d>) -> (Location, &'d [Server]) {
    let api = cx.document.api();
    let is_somewhere = |servers: &[Server]| {
        let mut servers = servers.iter();
        servers.any(|server| !Address::of(server).is_nowhere())
    };
    let root = (api.at.child("servers"), api.value.servers.as_slice());
    if is_somewhere(root.1) {
        return root;
    }
    let paths = api.at.child("paths");
    let places = api.value.paths.paths.iter().filter_map(|(path, value)| {
        let at = paths.child(path);
        Some(cx.document.path_item(&Located { at, value })?.item)
    });
    let mut own = places.flat_map(|item| {
        let of_item = (item.at.child("servers"), item.value.servers.as_slice());
        let sites = operation::of_item("", &item);
        let of_operations = sites.into_iter().map(|site| {
            let servers = site.operation.value.servers.as_slice();
            (site.operation.at.child("servers"), servers)
        });
        std::iter::once(of_item)
            .chain(of_operations)
            .collect::<Vec<_>>()
    });
    own.find(|(_, servers)| is_somewhere(servers))
        .unwrap_or(root)
}
