//! What can be wrong with servers and credentials.

use super::meant;

/// About a server or a security scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ClientProblem {
    /// A server whose URL is not absolute.
    RelativeServer(String),
    /// A variable of a server's URL that is not described.
    UnknownVariable(String),
    /// An environment of that name has another URL elsewhere.
    OtherServer(String),
    /// A security scheme of that name is something else elsewhere.
    OtherScheme(String),
    /// A token that the caller has to get.
    TokenFlow(&'static str),
    /// A requirement that names no security scheme, and one that is there and much like it.
    UnknownScheme(String, Option<String>),
    /// An `http` scheme that answers a challenge of the server.
    HttpScheme(String),
    /// A requirement that holds a scheme that was left out.
    UselessRequirement,
}

impl ClientProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::RelativeServer(_) => "W0241",
            Self::UnknownVariable(_) => "W0242",
            Self::OtherServer(_) => "E0243",
            Self::OtherScheme(_) => "E0244",
            Self::TokenFlow(_) => "W0245",
            Self::UnknownScheme(..) => "W0246",
            Self::HttpScheme(_) => "W0247",
            Self::UselessRequirement => "W0248",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::RelativeServer(url) => format!("the server `{url}` is not an absolute URL"),
            Self::UnknownVariable(name) => {
                format!("nothing says what the server's variable `{name}` is by default")
            }
            Self::OtherServer(name) => {
                format!("the environment `{name}` has another URL elsewhere")
            }
            Self::OtherScheme(name) => {
                format!("the security scheme `{name}` is something else elsewhere")
            }
            Self::TokenFlow(kind) => format!("the token of `{kind}` is the caller's to get"),
            Self::UnknownScheme(name, _) => format!("there is no security scheme `{name}`"),
            Self::HttpScheme(name) => {
                format!("the HTTP scheme `{name}` answers a challenge, which is not understood yet")
            }
            Self::UselessRequirement => "this way to prove who calls can't be used".into(),
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::RelativeServer(_) => {
                "the caller says where it is, with the server's own type; write it out with `https://` if it is in one place"
            }
            Self::UnknownVariable(_) => {
                "the caller gives it, with the server's own type; add it to `variables` with a `default`"
            }
            Self::OtherServer(_) => {
                "all documents share one client: servers with the same description must have the same URL, so rename one of them"
            }
            Self::OtherScheme(_) => {
                "all documents share one client: schemes with the same key must be the same, so rename one of them"
            }
            Self::TokenFlow(_) => {
                "it is sent as a bearer token; the flows are in the documentation of the builder's method"
            }
            Self::UnknownScheme(_, similar) => {
                let help = meant(similar.as_ref(), "add it to `components/securitySchemes`");
                return format!("{help}. Until then calls are sent without it");
            }
            Self::HttpScheme(_) => {
                "no credential is generated for it, and calls that need it are sent without one"
            }
            Self::UselessRequirement => {
                "it holds a security scheme that is not understood, and is left out"
            }
        };
        help.into()
    }
}
