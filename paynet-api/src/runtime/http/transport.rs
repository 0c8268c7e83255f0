//! How requests travel: deadlines, a cap on responses, and what may be added to the way there. Nothing here weakens TLS.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use super::tls::Identity;
use crate::runtime::{BuildError, Secret};

/// How requests travel.
///
/// Certificates are always verified; there is no way to switch that off. Redirects are not followed, nothing is sent twice,
/// responses are not decompressed, and the proxy settings of the environment are not looked at. Each call has a connection of
/// its own: on a shared one, a late or surplus response could be taken for the answer to another call.
///
/// ```
/// use std::time::Duration;
/// use paynet_api::runtime::Transport;
///
/// let transport = Transport::new().timeout(Duration::from_secs(20)).connect_timeout(Duration::from_secs(5));
/// ```
#[derive(Clone)]
pub struct Transport {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_response: usize,
    pub(crate) proxy: Option<Secret>,
    pub(crate) roots: Vec<CertificateDer<'static>>,
    pub(crate) identity: Option<Arc<Identity>>,
    pub(crate) local_address: Option<IpAddr>,
}

impl Transport {
    /// 30 seconds for a call, 10 of them for the connection, responses of at most 1 MiB.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            max_response: 1 << 20,
            proxy: None,
            roots: Vec::new(),
            identity: None,
            local_address: None,
        }
    }

    /// How long a call may take in all, the reading of the response included. A call can set its own.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long it may take until the body of the request begins to be written: looking the name up, connecting, the
    /// proxy, TLS. A call can set its own. For a call without a body there is the deadline of the whole call alone.
    #[must_use]
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How many bytes the body of a response may have.
    #[must_use]
    pub const fn max_response(mut self, bytes: usize) -> Self {
        self.max_response = bytes;
        self
    }

    /// A proxy, `http://proxy.example.com:3128`, with user and password if it wants them. TLS to the server goes through
    /// it untouched. Loopback servers are reached without it.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Trusts the certificates of this PEM text too, beside those that the platform trusts.
    ///
    /// # Errors
    ///
    /// There is no certificate in it.
    pub fn root_certificate(mut self, pem: &[u8]) -> Result<Self, BuildError> {
        let before = self.roots.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let problem =
                "the root certificate must be PEM text: -----BEGIN CERTIFICATE----- and so on";
            self.roots
                .push(certificate.map_err(|_| BuildError::new(problem))?);
        }
        if self.roots.len() == before {
            return Err(BuildError::new(
                "the root certificate must hold -----BEGIN CERTIFICATE-----, and does not",
            ));
        }
        Ok(self)
    }

    /// Shows this certificate while it connects, for providers that know their customers by one (`mutualTLS`): PEM text with
    /// the certificate, those between it and its root, and the private key.
    ///
    /// # Errors
    ///
    /// There is no certificate or no key in it.
    pub fn identity(mut self, pem: impl Into<Secret>) -> Result<Self, BuildError> {
        let identity = Identity::of(pem.into().expose().as_bytes())?;
        self.identity = Some(Arc::new(identity));
        Ok(self)
    }

    /// Sends from this address of the machine, for providers that know their customers by address.
    #[must_use]
    pub const fn local_address(mut self, address: IpAddr) -> Self {
        self.local_address = Some(address);
        self
    }
}

impl Default for Transport {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transport")
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_response", &self.max_response)
            .field("proxy", &self.proxy)
            .field("roots", &self.roots.len())
            .field("identity", &self.identity.is_some())
            .field("local_address", &self.local_address)
            .finish()
    }
}
