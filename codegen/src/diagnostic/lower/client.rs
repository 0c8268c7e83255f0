//! What can be wrong with servers and credentials.

use super::meant;

/// About a server or a security scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ClientProblem {
    /// A server whose URL is not absolute.
    RelativeServer(String),
    /// A server whose URL has variables.
    TemplatedServer(String),
    /// An environment of that name has another URL elsewhere.
    OtherServer(String),
    /// A security scheme of that name is something else elsewhere.
    OtherScheme(String),
    /// A token whose flow is not understood.
    TokenFlow(&'static str),
    /// A requirement that names no security scheme, and one that is there and much like it.
    UnknownScheme(String, Option<String>),
    /// An `http` scheme other than basic and bearer.
    HttpScheme(String),
    /// A requirement that holds a scheme that was left out.
    UselessRequirement,
}

impl ClientProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::RelativeServer(_) => "W0241",
            Self::TemplatedServer(_) => "W0242",
            Self::OtherServer(_) => "E0243",
            Self::OtherScheme(_) => "E0244",
            Self::TokenFlow(_) => "W0245",
            Self::UnknownScheme(..) => "E0246",
            Self::HttpScheme(_) => "W0247",
            Self::UselessRequirement => "W0248",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::RelativeServer(url) => format!("the server `{url}` is not an absolute URL"),
            Self::TemplatedServer(url) => {
                format!("the variables of the server `{url}` are not understood yet")
            }
            Self::OtherServer(name) => {
                format!("the environment `{name}` has another URL elsewhere")
            }
            Self::OtherScheme(name) => {
                format!("the security scheme `{name}` is something else elsewhere")
            }
            Self::TokenFlow(kind) => format!("the flows of `{kind}` are not understood yet"),
            Self::UnknownScheme(name, _) => format!("there is no security scheme `{name}`"),
            Self::HttpScheme(name) => format!("the HTTP scheme `{name}` is not understood yet"),
            Self::UselessRequirement => "this way to prove who calls can't be used".into(),
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::RelativeServer(_) => {
                "no environment is generated for it: the caller passes the base URL; write it out with `https://` if there is one"
            }
            Self::TemplatedServer(_) => {
                "no environment is generated for it: the caller passes the base URL; write each server out instead"
            }
            Self::OtherServer(_) => {
                "all documents share one client: servers with the same description must have the same URL, so rename one of them"
            }
            Self::OtherScheme(_) => {
                "all documents share one client: schemes with the same key must be the same, so rename one of them"
            }
            Self::TokenFlow(_) => "the caller gets the token by other means and passes it on",
            Self::UnknownScheme(_, similar) => {
                return meant(similar.as_ref(), "add it to `components/securitySchemes`");
            }
            Self::HttpScheme(_) => "no credential is generated for it",
            Self::UselessRequirement => {
                "it holds a security scheme that is not understood, and is left out"
            }
        };
        help.into()
    }
}
