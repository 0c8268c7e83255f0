//! Servers whose URL is not whole: variables to substitute, or a path whose origin the caller knows.

use openapiv3::{Server, ServerVariable};

use crate::diagnostic::ClientProblem;
use crate::ir::ServerVariable as Variable;
use crate::ir::{Doc, ServerTemplate};
use crate::names::{Case, Scope};
use crate::source::Location;

use super::address::Address;
use crate::lower::client::Gathered;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;

/// What stands before a relative URL.
const ORIGIN: &str = "origin";

/// Adds the server to those that are filled in, if it is one.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &mut Gathered,
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
    let otherwise = format!("{name} {}", address.place());
    let template = ServerTemplate {
        at: out.origin(at),
        name: client.servers.take_or(Case::Type, &name, &otherwise),
        variables: variables(cx, out, at, server),
        published: address.published(),
        template,
        doc,
    };
    client.templates.push(template);
}

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

fn documentation(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &Location,
    variable: &ServerVariable,
) -> Doc {
    let texts = Texts {
        summary: None,
        description: variable.description.as_deref(),
        extensions: &variable.extensions,
    };
    let mut doc = doc::doc(cx, out, at, texts);
    if !variable.enumeration.is_empty() {
        doc.notes
            .push(format!("enum: {}", variable.enumeration.join(", ")));
    }
    doc.notes.push(format!("default: {}", variable.default));
    doc
}
