//! What can be wrong with servers and security schemes.

use super::did_you_mean;
use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for a server or a security scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ClientProblem {
    /// A server whose URL is not absolute.
    RelativeServer(String),
    /// A variable of a server's URL that `variables` does not define.
    UndefinedVariable(String),
    /// An environment that has another URL in another document.
    ConflictingServer(String),
    /// A security scheme that is defined differently in another document.
    ConflictingScheme(String),
    /// A token that the caller obtains.
    TokenFlow(&'static str),
    /// A requirement that names an unknown security scheme, and a similar one.
    UnknownScheme(String, Option<String>),
    /// An HTTP scheme that answers a challenge of the server.
    UnsupportedHttpScheme(String),
    /// A requirement with an unsupported scheme.
    UnsupportedRequirement,
}

impl Describe for ClientProblem {
    fn code(&self) -> Code {
        match self {
            Self::RelativeServer(_) | Self::UndefinedVariable(_) => Code::W0241,
            Self::ConflictingServer(_) | Self::ConflictingScheme(_) => Code::W0102,
            Self::TokenFlow(_) => Code::W0245,
            Self::UnknownScheme(..) => Code::W0160,
            Self::UnsupportedHttpScheme(_) | Self::UnsupportedRequirement => Code::W0198,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::RelativeServer(url) => format!("the server `{url}` is not an absolute URL"),
            Self::UndefinedVariable(name) => {
                format!("server variable `{name}` has no default")
            }
            Self::ConflictingServer(name) => {
                format!("conflicting URLs of the environment `{name}`")
            }
            Self::ConflictingScheme(name) => {
                format!("conflicting definitions of the security scheme `{name}`")
            }
            Self::TokenFlow(kind) => format!("the token of `{kind}` is obtained by the caller"),
            Self::UnknownScheme(name, _) => format!("unknown security scheme `{name}`"),
            Self::UnsupportedHttpScheme(name) => {
                format!("unsupported HTTP scheme `{name}`")
            }
            Self::UnsupportedRequirement => "unsupported security requirement".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::RelativeServer(_) => {
                "write the whole URL if there is only one server; otherwise the caller passes it"
            }
            Self::UndefinedVariable(_) => {
                "add it to `variables` with a `default`; the caller passes it until then"
            }
            Self::ConflictingServer(_) => {
                "rename one of them; all documents share one list of environments, and calls of this document go to its own URLs until then"
            }
            Self::ConflictingScheme(_) => {
                "rename one of them; all documents share one client, and this scheme has a credential of its own, named after the document, until then"
            }
            Self::TokenFlow(_) => {
                "nothing to do; it is sent as a bearer token, and the flows are in the docs of the builder's method"
            }
            Self::UnknownScheme(_, similar) => {
                let help = did_you_mean(similar.as_ref(), "add it to `components/securitySchemes`");
                return format!("{help}; calls are sent without it until then");
            }
            Self::UnsupportedHttpScheme(_) => {
                "nothing to do; calls that need it are sent without a credential"
            }
            Self::UnsupportedRequirement => "use a supported scheme; this requirement is ignored",
        };
        help.into()
    }
}
