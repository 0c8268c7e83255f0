//! What can be wrong with servers and credentials.

use super::meant;
use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

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

impl Describe for ClientProblem {
    fn code(&self) -> Code {
        match self {
            Self::RelativeServer(_) | Self::UnknownVariable(_) => Code::W0241,
            Self::OtherServer(_) | Self::OtherScheme(_) => Code::W0102,
            Self::TokenFlow(_) => Code::W0245,
            Self::UnknownScheme(..) => Code::W0160,
            Self::HttpScheme(_) | Self::UselessRequirement => Code::W0198,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::RelativeServer(url) => format!("the server `{url}` is not an absolute URL"),
            Self::UnknownVariable(name) => {
                format!("server variable `{name}` has no default")
            }
            Self::OtherServer(name) => {
                format!("conflicting URLs of the environment `{name}`")
            }
            Self::OtherScheme(name) => {
                format!("conflicting definitions of the security scheme `{name}`")
            }
            Self::TokenFlow(kind) => format!("the token of `{kind}` is the caller's to get"),
            Self::UnknownScheme(name, _) => format!("unknown security scheme `{name}`"),
            Self::HttpScheme(name) => {
                format!("unsupported HTTP scheme `{name}`")
            }
            Self::UselessRequirement => "unsupported security requirement".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::RelativeServer(_) => {
                "write the whole URL if there is only one server; otherwise the caller passes it"
            }
            Self::UnknownVariable(_) => {
                "add it to `variables` with a `default`; the caller passes it until then"
            }
            Self::OtherServer(_) => {
                "rename one of them; all documents share one list of environments, and calls of this document go to its own URLs until then"
            }
            Self::OtherScheme(_) => {
                "rename one of them; all documents share one client, and this scheme has a credential of its own, named after the document, until then"
            }
            Self::TokenFlow(_) => {
                "nothing to do; it is sent as a bearer token, and the flows are in the docs of the builder's method"
            }
            Self::UnknownScheme(_, similar) => {
                let help = meant(similar.as_ref(), "add it to `components/securitySchemes`");
                return format!("{help}; calls are sent without it until then");
            }
            Self::HttpScheme(_) => {
                "nothing to do; calls that need it are sent without a credential"
            }
            Self::UselessRequirement => "use a supported scheme; this requirement is ignored",
        };
        help.into()
    }
}
