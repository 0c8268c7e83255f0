//! What can be wrong with operations and their parts.

/// About an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OperationProblem {
    /// It has no `operationId`.
    NoId(String),
    /// It has several tags.
    SeveralTags(String),
    /// A header parameter that the standard says to ignore.
    IgnoredHeader(String),
    /// Servers of its own, and nothing that says which of them belongs to which of the document's.
    UnpairedServers,
    /// A body of a request that servers need not read.
    BodyWithoutMeaning(&'static str),
    /// A body where HTTP gives it no meaning.
    BodyNotSent(&'static str),
    /// Content of a response that has none.
    NoContent(String),
    /// No response is documented as a success.
    NoSuccess,
}

impl OperationProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoId(_) => "W0221",
            Self::SeveralTags(_) => "W0223",
            Self::IgnoredHeader(_) => "W0224",
            Self::UnpairedServers => "W0225",
            Self::BodyWithoutMeaning(_) => "W0232",
            Self::BodyNotSent(_) => "W0230",
            Self::NoSuccess => "W0231",
            Self::NoContent(_) => "W0233",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::NoId(name) => format!("no `operationId`, so it is called `{name}`"),
            Self::SeveralTags(first) => format!("several tags: it belongs to `{first}` alone"),
            Self::IgnoredHeader(name) => {
                format!("a header parameter `{name}` has no effect")
            }
            Self::UnpairedServers => {
                "which of these servers belongs to which of the document's is not said".into()
            }
            Self::BodyWithoutMeaning(verb) => {
                format!("servers need not read the body of a {verb} request")
            }
            Self::BodyNotSent(verb) => format!("this body of a {verb} request has no meaning"),
            Self::NoContent(what) => format!("{what} has no content"),
            Self::NoSuccess => "no response is documented as a success".into(),
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::NoId(_) => {
                "a name made of method and path changes with the path: add an `operationId`"
            }
            Self::SeveralTags(_) => "the first tag counts; leave the others out",
            Self::IgnoredHeader(_) => {
                "OpenAPI 3.0.3, Parameter Object: `Accept`, `Content-Type` and `Authorization` come from the media types and the security scheme; remove the parameter"
            }
            Self::UnpairedServers => {
                "the caller chooses one for it, or the call is not sent; give servers that belong together the same `description`"
            }
            Self::BodyWithoutMeaning(_) => {
                "it is sent as documented (RFC 9110, 9.3.1); a server or a proxy may refuse or forget it"
            }
            Self::BodyNotSent(_) => {
                "it is left out (OpenAPI 3.0.3, Operation Object, requestBody; RFC 9110, 9.3.1 and 9.3.8)"
            }
            Self::NoContent(_) => "it is left out (RFC 9110, 9.3.2, 15.3.5, 15.3.6, 15.4.5)",
            Self::NoSuccess => {
                "a response that is not documented proves nothing, so no call would ever succeed: add the response"
            }
        };
        help.into()
    }
}
