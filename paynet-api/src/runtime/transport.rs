//! How requests travel: deadlines, a cap on replies, and what may be added to the way there. Nothing here weakens TLS.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use super::tls::Identity;
use super::{BuildError, Secret};

/// How requests travel.
///
/// Certificates are always verified; there is no way to switch that off. Redirects are not followed, nothing is sent twice,
/// replies are not decompressed, and the proxy settings of the environment are not looked at. Each call has a connection of
/// its own: on a shared one, a late or surplus reply could be taken for the answer to another call.
///
/// ```
/// use std::time::Duration;
/// use paynet_api::runtime::Transport;
///
/// let transport = Transport::new().timeout(Duration::from_secs(20)).connect_timeout(Duration::from_secs(5));
/// ```
#[derive(Clone)]
pub struct Transport {
    pub(super) timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) max_reply: usize,
    pub(super) proxy: Option<Secret>,
    pub(super) roots: Vec<CertificateDer<'static>>,
    pub(super) identity: Option<Arc<Identity>>,
    pub(super) local_address: Option<IpAddr>,
}

impl Transport {
    /// 30 seconds for a call, 10 of them for the connection, replies of at most 1 MiB.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            max_reply: 1 << 20,
            proxy: None,
            roots: Vec::new(),
            identity: None,
            local_address: None,
        }
    }

    /// How long a call may take in all, the reading of the reply included. A call can set its own.
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

    /// How many bytes the body of a reply may have.
    #[must_use]
    pub const fn max_reply(mut self, bytes: usize) -> Self {
        self.max_reply = bytes;
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
            .field("max_reply", &self.max_reply)
            .field("proxy", &self.proxy)
            .field("roots", &self.roots.len())
            .field("identity", &self.identity.is_some())
            .field("local_address", &self.local_address)
            .finish()
    }
}
