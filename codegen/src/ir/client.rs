//! The root handle: where calls go, and what proves who makes them.

use super::Doc;
use crate::names::{Ident, Name};
use crate::source::Location;

/// The root handle: environments, credentials, and a method per group.
#[derive(Clone, Debug)]
pub struct Client {
    /// From `servers`; empty where the documents name none that is absolute.
    pub environments: Vec<Environment>,
    /// Servers whose URL is not whole.
    pub templates: Vec<ServerTemplate>,
    /// Servers that some operations have of their own.
    pub own_servers: Vec<OwnServer>,
    /// From `securitySchemes`; equal ones of several documents are one.
    pub schemes: Vec<Scheme>,
}

/// One of the published servers.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Where it came from.
    pub at: Location,
    /// The variant.
    pub variant: Ident,
    /// The absolute URL, without a trailing slash.
    pub url: String,
    /// Its description.
    pub doc: Doc,
}

/// A server whose URL has variables.
#[derive(Clone, Debug)]
pub struct ServerTemplate {
    /// Where it came from.
    pub at: Location,
    /// The type that holds the variables, `ProductionServer`.
    pub name: Ident,
    /// The URL, `https://{region}.example.org`.
    pub template: String,
    /// The absolute URL with all defaults, where every variable has one.
    pub published: Option<String>,
    /// In the order of the URL.
    pub variables: Vec<ServerVariable>,
    /// Its description.
    pub doc: Doc,
}

/// A variable of a server's URL.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Its name in the URL and in Rust.
    pub name: Name,
    /// What it is where nobody says otherwise.
    pub default: Option<String>,
    /// Its description.
    pub doc: Doc,
}

/// A server that some operations have of their own.
#[derive(Clone, Debug)]
pub struct OwnServer {
    /// Where it came from.
    pub at: Location,
    /// The constant, `FILES_SERVER`.
    pub constant: Ident,
    /// The builder's method that puts another in its place, `files_server`.
    pub method: Ident,
    /// Where it is.
    pub place: ServerPlace,
    /// Its description.
    pub doc: Doc,
}

/// Where a server of an operation's own is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerPlace {
    /// Location this path of the client's server.
    Relative(String),
    /// For each environment's URL, its URL.
    Absolute(Vec<(String, String)>),
}

/// A way to prove who calls.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Where it came from.
    pub at: Location,
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
