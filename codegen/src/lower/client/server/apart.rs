//! The servers of a document that gives them the names of another document's, with other URLs.
//!
//! All documents share one list of environments, so the name alone would send the calls of one
//! document to the servers of the other. The environment stays that of the first document; the
//! calls of this one go to its own server of the same name.

use openapiv3::Server;

use crate::diagnostic::ClientProblem;
use crate::ir::{Doc, Environment, OwnServer, ServerPlace};
use crate::names::Case;
use crate::source::Location;

use super::address::Address;
use crate::lower::client::{ClientDraft, DocumentServer};
use crate::lower::context::{Context, Out};

/// Returns where the calls of a document go if its servers are in conflict with those of another
/// document, which is reported.
pub(crate) fn document_server(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &mut ClientDraft,
    at: &Location,
    servers: &[Server],
) -> Option<DocumentServer> {
    let urls = urls(out, client, at, servers);
    if urls.iter().all(|(environment, url)| environment == url) {
        return None;
    }
    let name = format!("{} server", cx.document.name());
    let otherwise = format!("{name} of its own");
    let method = client.credentials.take_or(Case::Snake, &name, &otherwise);
    let constant = client.constant(&method);
    client.own_servers.push(OwnServer {
        at: out.origin(at),
        constant: constant.clone(),
        method,
        place: ServerPlace::Absolute(urls.clone()),
        doc: Doc::default(),
    });
    Some(DocumentServer { constant, urls })
}

/// Pairs the URL of each environment with the URL of this document's server. Conflicts are reported.
fn urls(
    out: &mut Out<'_>,
    client: &ClientDraft,
    at: &Location,
    servers: &[Server],
) -> Vec<(String, String)> {
    let mut urls = Vec::new();
    for (index, server) in servers.iter().enumerate() {
        let address = Address::of(server);
        let Some(url) = address.published() else {
            continue;
        };
        let at = at.child(index);
        match known(client, &address, &out.origin(&at)) {
            Some(known) if known.url != url => {
                let problem = ClientProblem::ConflictingServer(known.variant.to_string());
                out.report_other(&at, problem, (&known.at, "the other one"));
                urls.push((known.url.clone(), url));
            }
            _ => urls.push((url.clone(), url)),
        }
    }
    urls
}

/// The environment of the same name that another document has.
fn known<'c>(
    client: &'c ClientDraft,
    address: &Address<'_>,
    at: &Location,
) -> Option<&'c Environment> {
    let variant = Case::Variant.ident(&address.name());
    let mut known = client.environments.iter();
    known.find(|known| known.variant == variant && known.at.file() != at.file())
}

/// Returns where a server is that belongs to the servers of such a document.
pub(crate) fn place(document: &DocumentServer, place: &ServerPlace) -> ServerPlace {
    let pairs = document.urls.iter().filter_map(|(environment, url)| {
        let own = match place {
            ServerPlace::Relative(path) => Some(beside(url, path)),
            ServerPlace::Absolute(pairs) => {
                let pair = pairs.iter().find(|(of, _)| of == url);
                pair.map(|(_, own)| own.clone())
            }
        };
        Some((environment.clone(), own?))
    });
    ServerPlace::Absolute(pairs.collect())
}

/// A path on the same origin.
fn beside(url: &str, path: &str) -> String {
    let host = url.find("://").map_or(0, |scheme| scheme + "://".len());
    let end = url[host..].find('/').map_or(url.len(), |end| host + end);
    format!("{}/{}", &url[..end], path.trim_matches('/'))
}
