//! What all documents share: environments, credentials, and the names on the root handle.

use crate::ir::{Client, Environment, OwnServer, Scheme, ServerTemplate};
use crate::names::{Case, Ident, Scope};

/// The root handle while it is gathered.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) environments: Vec<Environment>,
    pub(super) variants: Scope,
    pub(super) templates: Vec<ServerTemplate>,
    /// The types of the root handle's file.
    pub(super) servers: Scope,
    pub(super) own_servers: Vec<OwnServer>,
    pub(super) schemes: Vec<Scheme>,
    /// The builder's methods.
    pub(super) credentials: Scope,
    constants: Scope,
    /// The client's methods.
    pub(super) handles: Scope,
}

impl Gathered {
    pub(super) fn new() -> Self {
        Self {
            environments: Vec::new(),
            variants: Scope::default(),
            templates: Vec::new(),
            servers: Scope::reserving(&["Client", "ClientBuilder", "Environment"]),
            own_servers: Vec::new(),
            schemes: Vec::new(),
            credentials: Scope::reserving(&["build", "new", "transport"]),
            constants: Scope::default(),
            handles: Scope::reserving(&["builder", "core", "new"]),
        }
    }

    /// The constant that is called like a method of the builder.
    pub(super) fn constant(&mut self, method: &Ident) -> Ident {
        self.constants.take(Case::Constant, method.as_str())
    }

    pub(super) fn finish(self) -> Client {
        Client {
            environments: self.environments,
            templates: self.templates,
            own_servers: self.own_servers,
            schemes: self.schemes,
        }
    }
}
