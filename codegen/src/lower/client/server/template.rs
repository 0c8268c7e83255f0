//! Servers with a relative URL or with variables: a type with the values to fill in.

use openapiv3::{Server, ServerVariable};

use crate::diagnostic::ClientProblem;
use crate::ir::ServerVariable as Variable;
use crate::ir::{Doc, ServerTemplate};
use crate::names::{Case, Scope};
use crate::source::Location;

use super::address::Address;
use crate::lower::client::ClientDraft;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;

/// The variable before a relative URL.
const ORIGIN: &str = "origin";

/// Adds the type of a server's variables, if it has any.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &mut ClientDraft,
    at: &Location,
    server: &Server,
    doc: Doc,
) {
    let address = Address::of(server);
    let template = if address.is_relative() {
        format!("{{{ORIGIN}}}/{}", address.url.trim_start_matches('/'))
    } else {
        address.url.to_string()
    };
    let mut known = client.templates.iter();
    let is_known = known.any(|known| known.template == template);
    if !template.contains('{') || is_known {
        return;
    }
    let name = format!("{} Server", address.name());
    let second = format!("{name} {}", address.without_scheme());
    let template = ServerTemplate {
        at: out.origin(at),
        name: client.servers.take_or(Case::Type, &name, &second),
        variables: variables(cx, out, at, server),
        published: address.published(),
        template,
        doc,
    };
    client.templates.push(template);
}

/// Returns the variables of a URL, in its order.
fn variables(cx: &Context<'_>, out: &mut Out<'_>, at: &Location, server: &Server) -> Vec<Variable> {
    let address = Address::of(server);
    let origin = address.is_relative().then_some(ORIGIN);
    let wires: Vec<&str> = origin.into_iter().chain(address.variables()).collect();
    let names = Scope::reserving(&["new"]).take_all(Case::Snake, wires);
    let variables = names.into_iter().map(|name| {
        let known = server.variables.as_ref();
        let known = known.and_then(|known| known.get(&name.wire));
        let place = at.child("variables").child(&name.wire);
        if known.is_none() && Some(name.wire.as_str()) != origin {
            let problem = ClientProblem::UndefinedVariable(name.wire.clone());
            out.report(&at.child("url"), problem);
        }
        Variable {
            default: known.map(|known| known.default.clone()),
            doc: known.map_or_else(Doc::default, |known| documentation(cx, out, &place, known)),
            name,
        }
    });
    variables.collect()
}

/// Returns the documentation of a variable.
fn documentation(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &Location,
    variable: &ServerVariable,
) -> Doc {
    let texts = Texts::of(variable.description.as_deref(), &variable.extensions);
    let mut doc = doc::doc(cx, out, at, texts);
    if !variable.enumeration.is_empty() {
        doc.notes
            .push(format!("enum: {}", variable.enumeration.join(", ")));
    }
    doc.notes.push(format!("default: {}", variable.default));
    doc
}
