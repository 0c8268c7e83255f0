//! The settings of a client, and the client that is built from them.

use crate::runtime::http::connection::client;
use crate::runtime::http::credential::Credential;
use crate::runtime::http::server::own_server::Servers;
use crate::runtime::{BaseUrl, BuildError, Core, OwnServer, Scheme, Secret, Transport};

/// The settings of a client.
#[derive(Debug)]
pub struct Settings {
    server: BaseUrl,
    own: Vec<(&'static OwnServer, BaseUrl)>,
    credentials: Vec<Unchecked>,
    transport: Transport,
}

/// A credential that is not checked yet.
#[derive(Debug)]
struct Unchecked {
    scheme: &'static Scheme,
    user: Option<Secret>,
    secret: Secret,
}

impl Settings {
    /// Creates settings with a server and nothing else.
    #[must_use]
    pub const fn new(server: BaseUrl) -> Self {
        Self {
            server,
            own: Vec::new(),
            credentials: Vec::new(),
            transport: Transport::new(),
        }
    }

    /// Replaces a server that some operations have of their own.
    pub fn own_server(&mut self, own: &'static OwnServer, server: BaseUrl) {
        self.own.push((own, server));
    }

    /// Adds a key or a token.
    pub fn credential(&mut self, scheme: &'static Scheme, value: Secret) {
        self.credentials.push(Unchecked {
            scheme,
            user: None,
            secret: value,
        });
    }

    /// Adds a user and a password.
    pub fn basic(&mut self, scheme: &'static Scheme, user: String, password: Secret) {
        self.credentials.push(Unchecked {
            scheme,
            user: Some(user.into()),
            secret: password,
        });
    }

    /// Sets how requests are transported.
    pub fn transport(&mut self, transport: Transport) {
        self.transport = transport;
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// If the server's address, a credential, the proxy's address or a root certificate is invalid,
    /// or the platform has no certificates to verify the server with.
    pub fn build(self) -> Result<Core, BuildError> {
        let servers = Servers {
            main: self.server.server()?,
            // The last one counts.
            given: self
                .own
                .iter()
                .rev()
                .map(|(own, server)| Ok((*own, server.server()?)))
                .collect::<Result<_, BuildError>>()?,
        };
        let mut credentials: Vec<Credential> = Vec::new();
        for Unchecked {
            scheme,
            user,
            secret,
        } in self.credentials
        {
            let credential = match user {
                Some(user) => Credential::basic(scheme, user.expose(), secret)?,
                None => Credential::key(scheme, secret)?,
            };
            // The last one counts.
            credentials.retain(|earlier| earlier.scheme != scheme);
            credentials.push(credential);
        }
        let http = client::build(&servers, &self.transport)?;
        Ok(Core::new(http, servers, credentials, &self.transport))
    }
}
