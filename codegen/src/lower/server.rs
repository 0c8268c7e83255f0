//! Servers become environments, named by their description or their host.
//!
//! | description | URL | environment |
//! | --- | --- | --- |
//! | `Production` | `https://api.example.com/` | `Production` |
//! | `Test server (no real money)` | | `TestServer` |
//! | none | `https://api.example.com/v1` | `ApiExampleCom` |

use openapiv3::Server;

use crate::diagnostic::{ClientProblem, OperationProblem};
use crate::ir::Environment;
use crate::names::Case;
use crate::source::At;

use super::client::Gathered;
use super::context::{Context, Out};
use super::doc::{self, Texts};

/// Adds the document's servers to the root handle.
pub(super) fn lower(cx: &Context<'_>, out: &mut Out<'_>, client: &mut Gathered) {
    let api = cx.document.api();
    let at = api.at.child("servers");
    for (index, server) in api.value.servers.iter().enumerate() {
        environment(cx, out, client, &at.child(index), server);
    }
}

/// Reports servers of a path or an operation.
pub(super) fn report_local(out: &mut Out<'_>, at: &At, servers: &[Server]) {
    if !servers.is_empty() {
        let problem = OperationProblem::LeftOut("a server of its own is".to_owned());
        out.report(&at.child("servers"), problem);
    }
}

fn environment(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &mut Gathered,
    at: &At,
    server: &Server,
) {
    let texts = Texts {
        summary: None,
        description: server.description.as_deref(),
        extensions: &server.extensions,
    };
    let doc = doc::doc(cx, out, at, texts);
    let Some(url) = absolute(out, at, server) else {
        return;
    };
    // The name comes from the document's own text, so that it is the same in every language.
    let name = name(server.description.as_deref(), url);
    let variant = Case::Variant.ident(&name);
    let origin = out.origin(at);
    let mut known = client.environments.iter();
    let variant = match known.find(|known| known.variant == variant) {
        Some(known) if known.url == url => return,
        Some(known) if known.at.file() == origin.file() => {
            client.variants.take(Case::Variant, &name)
        }
        Some(known) => {
            let problem = ClientProblem::OtherServer(variant.to_string());
            return out.report_other(at, problem, (&known.at, "the other one"));
        }
        None => client.variants.take(Case::Variant, &name),
    };
    client.environments.push(Environment {
        at: origin,
        variant,
        url: url.to_owned(),
        doc,
    });
}

fn absolute<'d>(out: &mut Out<'_>, at: &At, server: &'d Server) -> Option<&'d str> {
    let url = server.url.as_str();
    let at = at.child("url");
    if url.contains('{') {
        out.report(&at, ClientProblem::TemplatedServer(url.to_owned()));
        None
    } else if host(url).is_none() {
        out.report(&at, ClientProblem::RelativeServer(url.to_owned()));
        None
    } else {
        Some(url.trim_end_matches('/'))
    }
}

fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_http = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next()?;
    (is_http && !host.is_empty()).then_some(host)
}

fn name(description: Option<&str>, url: &str) -> String {
    const WORDS: usize = 3;
    let described = description.and_then(|text| {
        let ends = |letter: char| !letter.is_alphanumeric() && !" -_'’".contains(letter);
        let phrase = text.split(ends).next()?;
        let words: Vec<&str> = phrase.split_whitespace().take(WORDS).collect();
        (!words.is_empty()).then(|| words.join(" "))
    });
    described.unwrap_or_else(|| host(url).unwrap_or(url).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Case, name};

    #[track_caller]
    fn check(description: Option<&str>, url: &str, expected: &str) {
        let variant = Case::Variant.ident(&name(description, url));
        assert_eq!(variant.as_str(), expected);
    }

    #[test]
    fn the_table_holds() {
        let url = "https://api.example.com/v1";
        check(Some("Production"), url, "Production");
        check(Some("Test server (no real money)"), url, "TestServer");
        check(Some("The one that all of us use"), url, "TheOneThat");
        check(Some("(none)"), url, "ApiExampleCom");
        check(None, url, "ApiExampleCom");
    }
}
