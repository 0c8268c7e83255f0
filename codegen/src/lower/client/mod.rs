//! What all documents share: environments, credentials, and the names on the root handle.

pub(crate) mod security;
pub(crate) mod server;

use crate::ir::{Client, Environment, OwnServer, Scheme, ServerTemplate};
use crate::names::{Case, Ident, Scope};

/// The root handle while it is gathered.
#[derive(Debug)]
pub(crate) struct Gathered {
    pub(crate) environments: Vec<Environment>,
    pub(crate) variants: Scope,
    pub(crate) templates: Vec<ServerTemplate>,
    /// The types of the root handle's file.
    pub(crate) servers: Scope,
    pub(crate) own_servers: Vec<OwnServer>,
    /// Where the calls of the document go that is lowered, if not to the environments.
    pub(crate) document_server: Option<DocumentServer>,
    pub(crate) schemes: Vec<Scheme>,
    /// The builder's methods.
    pub(crate) credentials: Scope,
    constants: Scope,
    /// The client's methods.
    pub(crate) handles: Scope,
}

/// The server of all calls of a document.
#[derive(Debug)]
pub(crate) struct DocumentServer {
    pub(crate) constant: Ident,
    /// For each environment's URL, the URL of this document's server.
    pub(crate) urls: Vec<(String, String)>,
}

impl Gathered {
    pub(crate) fn new() -> Self {
        Self {
            environments: Vec::new(),
            variants: Scope::default(),
            templates: Vec::new(),
            servers: Scope::reserving(&["Client", "ClientBuilder", "Environment"]),
            own_servers: Vec::new(),
            document_server: None,
            schemes: Vec::new(),
            credentials: Scope::reserving(&["build", "new", "transport"]),
            constants: Scope::default(),
            handles: Scope::reserving(&["builder", "core", "new"]),
        }
    }

    /// The constant that is called like a method of the builder.
    pub(crate) fn constant(&mut self, method: &Ident) -> Ident {
        self.constants.take(Case::Constant, method.as_str())
    }

    pub(crate) fn finish(self) -> Client {
        Client {
            environments: self.environments,
            templates: self.templates,
            own_servers: self.own_servers,
            schemes: self.schemes,
        }
    }
}
