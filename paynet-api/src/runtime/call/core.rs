//! The client: one HTTP client, its servers and its credentials.

use std::fmt;
use std::sync::Arc;

use super::limits::Limits;
use super::resend::Budget;
use crate::runtime::Transport;
use crate::runtime::http::credential::Credential;
use crate::runtime::http::server::own_server::Servers;

/// The client. Cheap to clone: all clones share the same settings.
#[derive(Clone)]
pub struct Core(Arc<Inner>);

/// What all clones share.
pub(crate) struct Inner {
    pub(crate) http: reqwest::Client,
    pub(crate) servers: Servers,
    pub(crate) credentials: Vec<Credential>,
    pub(crate) limits: Limits,
    /// How often a call that changes nothing is sent again.
    pub(crate) read_resends: u32,
    pub(crate) resend_budget: Budget,
}

impl Core {
    /// Creates a client from its checked settings.
    pub(crate) fn new(
        http: reqwest::Client,
        servers: Servers,
        credentials: Vec<Credential>,
        transport: &Transport,
    ) -> Self {
        let limits = Limits {
            timeout: transport.timeout,
            connect_timeout: transport.connect_timeout,
            max_response: transport.max_response,
        };
        Self(Arc::new(Inner {
            http,
            servers,
            credentials,
            limits,
            read_resends: transport.read_resends,
            resend_budget: Budget::full(),
        }))
    }

    /// Returns what all clones share.
    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let credentials: Vec<_> = self
            .0
            .credentials
            .iter()
            .map(|credential| credential.scheme.name)
            .collect();
        f.debug_struct("Core")
            .field("base", &self.0.servers.main.as_str())
            .field("credentials", &credentials)
            .finish_non_exhaustive()
    }
}
