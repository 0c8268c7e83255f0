//! Servers of a single path or operation: which of them belongs to which environment.
//!
//! | the document has | the operation has | sent to |
//! | --- | --- | --- |
//! | any servers | the same | the client's server |
//! | any servers | one server | that one |
//! | several servers | several | the one with the same description, or else the same index of two lists of one length |
//! | no server or one | several | the first |
//!
//! A document whose servers are in conflict with those of another has them as its own: `apart`.
//!
//! With a base URL instead of an environment everything is sent there: no request of a test against
//! loopback may reach the provider.

use openapiv3::Server;

use crate::diagnostic::OperationProblem;
use crate::ir::{Doc, OwnServer, ServerPlace};
use crate::names::{Case, Ident};
use crate::source::Location;

use super::address::Address;
use super::{apart, of_document};
use crate::lower::client::ClientDraft;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::operation::Site;

/// Returns the constant of an operation's own server, which is added to the root handle.
pub(crate) fn own(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &mut ClientDraft,
    site: &Site<'_>,
) -> Option<Ident> {
    let (holder, servers): (_, &[Server]) = match &*site.operation.value.servers {
        [] => (&site.item.at, &site.item.value.servers),
        own => (&site.operation.at, own),
    };
    let at = holder.child("servers");
    let addresses: Vec<Address<'_>> = servers.iter().map(Address::of).collect();
    let of_document = || Some(client.document_server.as_ref()?.constant.clone());
    if addresses.is_empty() {
        return of_document();
    }
    let Some(place) = place(cx, out, client, (&at, &addresses)) else {
        return of_document();
    };
    if let Some(known) = client.own_servers.iter().find(|known| known.place == place) {
        return Some(known.constant.clone());
    }
    let method = method(client, &addresses)?;
    let own = OwnServer {
        at: out.origin(&at),
        constant: client.constant(&method),
        method,
        place,
        doc: documentation(cx, out, &at, servers),
    };
    client.own_servers.push(own);
    client.own_servers.last().map(|own| own.constant.clone())
}

/// Returns where the servers of an operation are, or `None` if they are those of the document.
fn place(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &ClientDraft,
    (at, addresses): (&Location, &[Address<'_>]),
) -> Option<ServerPlace> {
    let (_, document) = of_document(cx);
    let document: Vec<Address<'_>> = document.iter().map(Address::of).collect();
    let urls = |addresses: &[Address<'_>]| -> Vec<String> {
        addresses.iter().map(|it| it.url.to_string()).collect()
    };
    if urls(addresses) == urls(&document) {
        return None;
    }
    let place = paired_place(&document, addresses);
    let place = match &client.document_server {
        Some(document) => apart::place(document, &place),
        None => place,
    };
    let published = document.iter().filter(|it| it.published().is_some());
    if matches!(&place, ServerPlace::Absolute(urls) if urls.len() < published.count()) {
        out.report(at, OperationProblem::UnmatchedServers);
    }
    Some(place)
}

/// Names the method of the builder. The second choice has the address in it.
fn method(client: &mut ClientDraft, addresses: &[Address<'_>]) -> Option<Ident> {
    let words = format!("{} server", name(addresses)?);
    let second = format!("{words} {}", addresses.first()?.without_scheme());
    Some(client.credentials.take_or(Case::Snake, &words, &second))
}

/// Returns the name of the servers. Several have the same descriptions as the document's: only their
/// address distinguishes them.
fn name(addresses: &[Address<'_>]) -> Option<String> {
    match addresses {
        [one] => Some(one.name()),
        several => several.first().map(|first| first.host().to_owned()),
    }
}

/// Returns the description of the only server. Those of several only distinguish them.
fn documentation(cx: &Context<'_>, out: &mut Out<'_>, at: &Location, servers: &[Server]) -> Doc {
    let docs = servers.iter().enumerate().map(|(index, server)| {
        let texts = Texts::of(server.description.as_deref(), &server.extensions);
        doc::doc(cx, out, &at.child(index), texts)
    });
    let mut docs: Vec<Doc> = docs.collect();
    match docs.len() {
        1 => docs.remove(0),
        _ => Doc::default(),
    }
}

/// Returns the address: relative, or the URL for each environment.
fn paired_place(document: &[Address<'_>], own: &[Address<'_>]) -> ServerPlace {
    if let [first, ..] = own
        && first.is_relative()
    {
        return ServerPlace::Relative(first.url.to_string());
    }
    let pairs = document.iter().enumerate().filter_map(|(index, server)| {
        let paired = paired(document, own, index)?;
        Some((server.published()?, paired.published()?))
    });
    ServerPlace::Absolute(pairs.collect())
}

/// Returns the own server that belongs to one of the document's.
fn paired<'o, 'd>(
    document: &[Address<'d>],
    own: &'o [Address<'d>],
    index: usize,
) -> Option<&'o Address<'d>> {
    if document.len() == 1 || own.len() == 1 {
        return own.first();
    }
    let name = document.get(index)?.name();
    let named = own.iter().find(|own| own.name() == name);
    named.or_else(|| own.get(index).filter(|_| own.len() == document.len()))
}
