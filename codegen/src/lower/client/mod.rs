//! What all documents share: servers, security schemes, and the names on the root handle.

pub(crate) mod security;
pub(crate) mod server;

use crate::ir::{Client, Environment, OwnServer, Scheme, ServerTemplate};
use crate::names::{Case, Ident, Scope};

/// The root handle while the documents are lowered.
#[derive(Debug)]
pub(crate) struct ClientDraft {
    pub(crate) environments: Vec<Environment>,
    pub(crate) variants: Scope,
    pub(crate) templates: Vec<ServerTemplate>,
    /// The names of the types in the root handle's file.
    pub(crate) servers: Scope,
    pub(crate) own_servers: Vec<OwnServer>,
    /// Where the calls of the document go that is lowered, if not to the environments.
    pub(crate) document_server: Option<DocumentServer>,
    pub(crate) schemes: Vec<Scheme>,
    /// The names of the builder's methods.
    pub(crate) credentials: Scope,
    constants: Scope,
    /// The names of the client's methods.
    pub(crate) handles: Scope,
}

/// The server of all calls of a document.
#[derive(Debug)]
pub(crate) struct DocumentServer {
    pub(crate) constant: Ident,
    /// For each environment's URL, the URL of this document's server.
    pub(crate) urls: Vec<(String, String)>,
}

impl ClientDraft {
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

    /// Names the constant that belongs to a method of the builder.
    pub(crate) fn constant(&mut self, method: &Ident) -> Ident {
        self.constants.take(Case::Constant, method.as_str())
    }

    /// Returns the finished root handle.
    pub(crate) fn finish(self) -> Client {
        Client {
            environments: self.environments,
            templates: self.templates,
            own_servers: self.own_servers,
            schemes: self.schemes,
        }
    }
}
