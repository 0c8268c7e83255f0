//! The root handle: where calls go, and what proves who makes them.

use super::Doc;
use crate::names::Ident;
use crate::source::At;

/// The root handle: environments, credentials, and a method per group.
#[derive(Clone, Debug)]
pub struct Client {
    /// From `servers`; empty where the documents name none that is absolute.
    pub environments: Vec<Environment>,
    /// From `securitySchemes`; equal ones of several documents are one.
    pub schemes: Vec<Scheme>,
}

/// One of the published servers.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Where it came from.
    pub at: At,
    /// The variant.
    pub variant: Ident,
    /// The absolute URL, without a trailing slash.
    pub url: String,
    /// Its description.
    pub doc: Doc,
}

/// A way to prove who calls.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Where it came from.
    pub at: At,
    /// The builder's method, `secret_key`.
    pub method: Ident,
    /// The constant, `SECRET_KEY`.
    pub constant: Ident,
    /// The scheme's key in the document.
    pub wire: String,
    /// What is done with the credential.
    pub kind: SchemeKind,
    /// Its description.
    pub doc: Doc,
}

/// What is done with a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// Sent in a header, behind a prefix that may be empty (`x-prefix`).
    Header {
        /// The header's name.
        name: String,
        /// What stands before the credential.
        prefix: String,
    },
    /// Sent as a query parameter of that name.
    Query(String),
    /// Sent as a cookie of that name.
    Cookie(String),
    /// RFC 7617: `user:password` in base64.
    Basic,
    /// RFC 6750: `Bearer` and the credential as it is.
    Bearer,
}
