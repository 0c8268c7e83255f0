//! Security schemes, and the requirements of operations.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{APIKeyLocation, ReferenceOr, SecurityRequirement, SecurityScheme};
use serde_json::Value;

use crate::diagnostic::ClientProblem;
use crate::diagnostic::similar::similar;
use crate::ir::{Doc, Scheme, SchemeKind};
use crate::names::{Case, Ident};
use crate::read::Located;
use crate::source::Location;

use super::ClientDraft;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::extension::wrong_value;

/// The constants of a document's schemes, by key; `None` for those that are omitted.
pub(crate) type Schemes<'d> = BTreeMap<&'d str, Option<Ident>>;

/// Adds the schemes of a document to the root handle.
pub(crate) fn schemes<'d>(
    cx: &Context<'d>,
    out: &mut Out<'_>,
    client: &mut ClientDraft,
) -> Schemes<'d> {
    let api = cx.document.api();
    let at = api.at.child("components").child("securitySchemes");
    let components = api.value.components.iter();
    let schemes = components.flat_map(|components| &components.security_schemes);
    let found: Vec<(&str, Option<Found>)> = schemes
        .map(|(key, value)| {
            let at = at.child(key);
            (key.as_str(), scheme(cx, out, &Located { at, value }))
        })
        .collect();
    let is_new = |key: &&str| !client.schemes.iter().any(|known| known.wire == *key);
    let keys = found
        .iter()
        .filter_map(|(key, found)| found.as_ref().map(|_| *key));
    let keys: Vec<&str> = keys.filter(is_new).collect();
    let names = client.credentials.take_all(Case::Snake, keys);
    let mut methods = names
        .into_iter()
        .map(|name| (name.wire, name.rust))
        .collect();
    let constants = found.into_iter().map(|(key, found)| {
        let constant = found.map(|found| add(cx, out, client, (key, found), &mut methods));
        (key, constant.flatten())
    });
    constants.collect()
}

/// A scheme that has no name yet.
struct Found {
    at: Location,
    kind: SchemeKind,
    doc: Doc,
}

/// Adds a scheme to the root handle. An equal one of another document is the same; another one of
/// the same key is told apart by the document.
fn add(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    client: &mut ClientDraft,
    (key, found): (&str, Found),
    methods: &mut BTreeMap<String, Ident>,
) -> Option<Ident> {
    let mut same_key = client.schemes.iter().filter(|known| known.wire == key);
    if let Some(same) = same_key.clone().find(|known| known.kind == found.kind) {
        return Some(same.constant.clone());
    }
    let method = match same_key.next() {
        // A credential must never be sent where it doesn't belong.
        Some(other) => {
            let problem = ClientProblem::ConflictingScheme(key.to_owned());
            out.report_other(&found.at, problem, (&other.at, "the other one"));
            let name = format!("{key} {}", cx.document.name());
            let otherwise = format!("{name} scheme");
            client.credentials.take_or(Case::Snake, &name, &otherwise)
        }
        None => methods.remove(key)?,
    };
    let constant = client.constant(&method);
    client.schemes.push(Scheme {
        at: out.origin(&found.at),
        method,
        constant: constant.clone(),
        wire: key.to_owned(),
        kind: found.kind,
        doc: found.doc,
    });
    Some(constant)
}

/// Returns alternative sets of the constants of schemes.
pub(crate) fn requirements(
    out: &mut Out<'_>,
    at: &Location,
    requirements: &[SecurityRequirement],
    schemes: &Schemes<'_>,
) -> Vec<Vec<Ident>> {
    let mut alternatives = Vec::new();
    for (index, requirement) in requirements.iter().enumerate() {
        let at = at.child(index);
        let (known, unknown): (Vec<&str>, Vec<&str>) = requirement
            .keys()
            .map(String::as_str)
            .partition(|key| schemes.contains_key(key));
        for &key in &unknown {
            let similar = similar(key, schemes.keys().copied());
            let problem = ClientProblem::UnknownScheme(key.to_owned(), similar);
            out.report(&at.child(key).key(), problem);
        }
        let constants: Option<Vec<Ident>> = known
            .iter()
            .map(|key| schemes.get(key).cloned().flatten())
            .collect();
        match constants {
            // The unknown name was reported.
            Some(none) if none.is_empty() && !unknown.is_empty() => {}
            Some(constants) => alternatives.push(constants),
            None => out.report(&at, ClientProblem::UnsupportedRequirement),
        }
    }
    alternatives
}

/// Reads a scheme. `None` if it can't be used, which is reported.
fn scheme(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    place: &Located<'_, ReferenceOr<SecurityScheme>>,
) -> Option<Found> {
    let scheme = cx.document.security_scheme(place)?.item;
    let (description, extensions) = texts(scheme.value);
    let texts = Texts::of(description, extensions);
    let mut doc = doc::doc(cx, out, &scheme.at, texts);
    doc.notes.extend(flows(scheme.value));
    Some(Found {
        kind: kind(out, &scheme)?,
        at: scheme.at,
        doc,
    })
}

/// Returns how the credential of a scheme is sent.
fn kind(out: &mut Out<'_>, scheme: &Located<'_, SecurityScheme>) -> Option<SchemeKind> {
    let at = &scheme.at;
    Some(match scheme.value {
        SecurityScheme::APIKey {
            location,
            name,
            extensions,
            ..
        } => {
            let prefix = prefix(out, at, extensions);
            match location {
                APIKeyLocation::Header => SchemeKind::Header {
                    name: name.clone(),
                    prefix,
                },
                APIKeyLocation::Query => SchemeKind::Query(name.clone()),
                APIKeyLocation::Cookie => SchemeKind::Cookie(name.clone()),
            }
        }
        SecurityScheme::HTTP { scheme, .. } => return http(out, at, scheme),
        SecurityScheme::OAuth2 { .. } => {
            out.report(at, ClientProblem::TokenFlow("oauth2"));
            SchemeKind::Bearer
        }
        SecurityScheme::OpenIDConnect { .. } => {
            out.report(at, ClientProblem::TokenFlow("openIdConnect"));
            SchemeKind::Bearer
        }
    })
}

/// Returns how the credential of an HTTP scheme is sent: after its name, unless it answers a challenge.
fn http(out: &mut Out<'_>, at: &Location, scheme: &str) -> Option<SchemeKind> {
    match scheme.to_ascii_lowercase().as_str() {
        "basic" => Some(SchemeKind::Basic),
        "bearer" => Some(SchemeKind::Bearer),
        known if answers_a_challenge(known) => {
            let problem = ClientProblem::UnsupportedHttpScheme(scheme.to_owned());
            out.report(&at.child("scheme"), problem);
            None
        }
        _ => Some(SchemeKind::Header {
            name: "Authorization".to_owned(),
            prefix: format!("{scheme} "),
        }),
    }
}

/// Returns whether the credential is computed from a challenge of the server.
// RFC 7616, RFC 8120, RFC 4559, RFC 7486, RFC 7804.
fn answers_a_challenge(scheme: &str) -> bool {
    matches!(scheme, "digest" | "mutual" | "negotiate" | "ntlm" | "hoba")
        || scheme.starts_with("scram-")
}

/// Returns notes on how to get a token.
fn flows(scheme: &SecurityScheme) -> Vec<String> {
    let flows = match scheme {
        SecurityScheme::OpenIDConnect {
            open_id_connect_url,
            ..
        } => return vec![format!("openIdConnectUrl: {open_id_connect_url}")],
        SecurityScheme::OAuth2 { flows, .. } => serde_json::to_value(flows).unwrap_or_default(),
        _ => return Vec::new(),
    };
    let flows = flows.as_object().cloned().unwrap_or_default();
    let notes = flows.into_iter().flat_map(|(flow, facts)| {
        let facts = facts.as_object().cloned().unwrap_or_default();
        facts.into_iter().filter_map(move |(key, fact)| {
            let fact = match fact {
                Value::String(url) => url,
                Value::Object(scopes) => scopes.keys().cloned().collect::<Vec<_>>().join(" "),
                _ => return None,
            };
            let says = !fact.is_empty() && !key.starts_with("x-");
            says.then(|| format!("{flow} {key}: {fact}"))
        })
    });
    notes.collect()
}

/// Returns the value of `x-prefix`.
fn prefix(out: &mut Out<'_>, at: &Location, extensions: &IndexMap<String, Value>) -> String {
    const KEY: &str = "x-prefix";
    match extensions.get(KEY) {
        None => String::new(),
        Some(Value::String(prefix)) => prefix.clone(),
        Some(_) => {
            wrong_value(out, &at.child(KEY), KEY, "a string");
            String::new()
        }
    }
}

/// Returns the description and the extensions of a scheme.
fn texts(scheme: &SecurityScheme) -> (Option<&str>, &IndexMap<String, Value>) {
    let (description, extensions) = match scheme {
        SecurityScheme::APIKey {
            description,
            extensions,
            ..
        }
        | SecurityScheme::HTTP {
            description,
            extensions,
            ..
        }
        | SecurityScheme::OAuth2 {
            description,
            extensions,
            ..
        }
        | SecurityScheme::OpenIDConnect {
            description,
            extensions,
            ..
        } => (description, extensions),
    };
    (description.as_deref(), extensions)
}
