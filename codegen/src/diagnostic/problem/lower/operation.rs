//! What can be wrong with operations and their parts.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OperationProblem {
    /// An operation without an `operationId`, and the name it has instead.
    MissingOperationId(String),
    /// An operation with several tags, and the one that is used.
    SeveralTags(String),
    /// A header parameter that the specification says to ignore.
    IgnoredHeader(String),
    /// Servers of a path or an operation that can't be matched to those of the document.
    UnmatchedServers,
    /// A request body that servers may ignore.
    BodyMayBeIgnored(&'static str),
    /// A request body that is not sent.
    BodyNotSent(&'static str),
    /// Content of a response that never has any.
    IgnoredContent(String),
    /// No response is documented as a success.
    NoSuccess,
    /// A callback address in a property that the request body does not have, and a similar one.
    UnknownCallbackProperty(String, Option<String>),
    /// An operation that a server can't recognize, and why.
    NotServed(String),
}

impl Describe for OperationProblem {
    fn code(&self) -> Code {
        match self {
            Self::MissingOperationId(_) => Code::W0221,
            Self::SeveralTags(_) | Self::IgnoredContent(_) => Code::W0190,
            Self::IgnoredHeader(_) | Self::BodyNotSent(_) => Code::W0224,
            Self::UnmatchedServers => Code::W0241,
            Self::BodyMayBeIgnored(_) => Code::W0232,
            Self::NoSuccess => Code::W0231,
            Self::UnknownCallbackProperty(..) => Code::W0234,
            Self::NotServed(_) => Code::W0198,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::MissingOperationId(name) => {
                format!("missing `operationId`; the operation is named `{name}`")
            }
            Self::SeveralTags(first) => format!("several tags; `{first}` is used"),
            Self::IgnoredHeader(name) => {
                format!("header parameter `{name}` has no effect")
            }
            Self::UnmatchedServers => "can't match these servers to the document's".into(),
            Self::BodyMayBeIgnored(verb) => {
                format!("servers may ignore the body of a {verb} request")
            }
            Self::BodyNotSent(verb) => format!("the body of a {verb} request has no meaning"),
            Self::IgnoredContent(what) => format!("{what} has no content"),
            Self::NoSuccess => "no response is documented as a success".into(),
            Self::UnknownCallbackProperty(property, _) => {
                format!("the request body has no property `{property}`")
            }
            Self::NotServed(reason) => format!("a server can't recognize this operation: {reason}"),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::MissingOperationId(_) => {
                "add an `operationId`; a name made of method and path changes with the path"
            }
            Self::SeveralTags(_) => "remove the others",
            Self::IgnoredHeader(_) => {
                "remove the parameter; `Accept`, `Content-Type` and `Authorization` come from media types and security schemes (OAS 3.0.3, Parameter Object)"
            }
            Self::UnmatchedServers => {
                "give matching servers the same `description`; otherwise the caller must choose one"
            }
            Self::BodyMayBeIgnored(_) => {
                "nothing to do; it is sent as documented, but servers and proxies may drop it (RFC 9110, 9.3.1)"
            }
            Self::BodyNotSent(_) => "remove it; it is not sent (RFC 9110, 9.3.1 and 9.3.8)",
            Self::IgnoredContent(_) => {
                "remove it; it is ignored (RFC 9110, 9.3.2, 15.3.5, 15.3.6, 15.4.5)"
            }
            Self::UnknownCallbackProperty(_, Some(similar)) => {
                return format!("did you mean `{similar}`?");
            }
            Self::UnknownCallbackProperty(_, None) => {
                "name the property of the request body that the address is sent in"
            }
            Self::NotServed(_) => {
                "nothing to do; the client has the operation, and the server role omits it"
            }
            Self::NoSuccess => {
                "add one; undocumented responses prove nothing, so no call could succeed"
            }
        };
        help.into()
    }
}
