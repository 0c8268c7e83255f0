//! The root handle: servers and security schemes.

use super::Doc;
use crate::names::{Ident, Name};
use crate::source::Location;

/// The root handle: environments, credentials, and a method per group.
#[derive(Clone, Debug)]
pub struct Client {
    /// From `servers`; empty if the documents have no absolute URL.
    pub environments: Vec<Environment>,
    /// Servers whose URL is relative or has variables.
    pub templates: Vec<ServerTemplate>,
    /// Servers of single paths and operations.
    pub own_servers: Vec<OwnServer>,
    /// From `securitySchemes`. Equal ones of several documents are one.
    pub schemes: Vec<Scheme>,
}

/// A server that is published with an absolute URL.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Its location in the document.
    pub at: Location,
    /// The variant, `Production`.
    pub variant: Ident,
    /// The absolute URL, without a trailing slash.
    pub url: String,
    /// Its description.
    pub doc: Doc,
}

/// A server whose URL has variables.
#[derive(Clone, Debug)]
pub struct ServerTemplate {
    /// Its location in the document.
    pub at: Location,
    /// The type that holds the variables, `ProductionServer`.
    pub name: Ident,
    /// The URL, `https://{region}.example.org`.
    pub template: String,
    /// The absolute URL with all defaults, if every variable has one.
    pub published: Option<String>,
    /// The variables, in the order of the URL.
    pub variables: Vec<ServerVariable>,
    /// Its description.
    pub doc: Doc,
}

/// A variable of a server's URL.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Its name in the URL and in Rust.
    pub name: Name,
    /// Its default value.
    pub default: Option<String>,
    /// Its description.
    pub doc: Doc,
}

/// A server of single paths or operations.
#[derive(Clone, Debug)]
pub struct OwnServer {
    /// Its location in the document.
    pub at: Location,
    /// The constant, `FILES_SERVER`.
    pub constant: Ident,
    /// The builder's method that replaces it, `files_server`.
    pub method: Ident,
    /// Its address.
    pub place: ServerPlace,
    /// Its description.
    pub doc: Doc,
}

/// The address of a server of single operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerPlace {
    /// This path of the client's server.
    Relative(String),
    /// The URL that belongs to each environment's URL.
    Absolute(Vec<(String, String)>),
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Its location in the document.
    pub at: Location,
    /// The builder's method, `secret_key`.
    pub method: Ident,
    /// The constant, `SECRET_KEY`.
    pub constant: Ident,
    /// The scheme's key in the document.
    pub wire: String,
    /// How the credential is sent.
    pub kind: SchemeKind,
    /// Its description.
    pub doc: Doc,
}

/// How a credential is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// Sent in a header, behind a prefix that may be empty (`x-prefix`).
    Header {
        /// The header's name.
        name: String,
        /// The text before the credential.
        prefix: String,
    },
    /// Sent as a query parameter of that name.
    Query(String),
    /// Sent as a cookie of that name.
    Cookie(String),
    /// RFC 7617: `user:password` in base64.
    Basic,
    /// RFC 6750: `Bearer` and the credential.
    Bearer,
}
