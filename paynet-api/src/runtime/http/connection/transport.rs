//! How requests are transported: deadlines, a limit on responses, proxy and certificates. No
//! setting weakens TLS.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use super::tls::{self, Identity};
use crate::runtime::{BuildError, Secret};

/// How requests are transported.
///
/// Certificates are always verified; there is no way to disable that. Redirects are not followed,
/// nothing that changes something is sent twice, responses are not decompressed, and the
/// environment's proxy settings are ignored. Each call has a connection of its own: on a shared connection, a late or surplus
/// response could be taken for the response to another call.
///
/// # Examples
///
/// ```no_run
/// use std::time::Duration;
/// use paynet_api::{Environment, Paynet, Transport};
///
/// let transport = Transport::new()
///     .timeout(Duration::from_secs(20))
///     .connect_timeout(Duration::from_secs(5));
/// let paynet = Paynet::builder(Environment::Sandbox)
///     .secret_key("sck_example")
///     .transport(transport)
///     .build()?;
/// # Ok::<(), paynet_api::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Transport {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_response: usize,
    pub(crate) read_resends: u32,
    pub(crate) proxy: Option<Secret>,
    pub(crate) roots: Vec<CertificateDer<'static>>,
    pub(crate) identity: Option<Arc<Identity>>,
    pub(crate) local_address: Option<IpAddr>,
}

impl Transport {
    /// Creates the default transport: 30 seconds per call, 10 of them for the connection,
    /// responses of at most 1 MiB, and up to two resends of a call that changes nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            max_response: 1 << 20,
            read_resends: 2,
            proxy: None,
            roots: Vec::new(),
            identity: None,
            local_address: None,
        }
    }

    /// Sets the deadline of a whole call, including the response. A call can set its own. If it is
    /// zero, nothing is sent. Connections send no keepalive probes: the wait for a host that is gone,
    /// or behind a firewall that has forgotten the connection, ends at this deadline.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the deadline for the start of writing the request body: name resolution, connecting,
    /// the proxy, and TLS. A call can set its own. Calls without a body have the deadline of the
    /// whole call only. If it is zero, nothing is sent.
    #[must_use]
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets how many bytes the body of a response may have.
    #[must_use]
    pub const fn max_response(mut self, bytes: usize) -> Self {
        self.max_response = bytes;
        self
    }

    /// Sets how often a call that changes nothing is sent again if no connection was established, it
    /// was lost, or the status of the response is 408, 429, 500, 502, 503 or 504. With 0 no call is
    /// ever sent again.
    ///
    /// Which operations change nothing is declared in the document (`x-repeat: safe`), and follows
    /// from the method where it does not say: GET, HEAD, OPTIONS and TRACE. No other call is sent
    /// again, whatever happens.
    ///
    /// The first pause is up to half a second, and each further one twice as long; a `Retry-After`
    /// of the response, in seconds, is obeyed. All attempts share the deadline of the call. A client
    /// sends at most ten calls again in a row, and one more for every ten calls that return a
    /// response at once.
    #[must_use]
    pub const fn read_resends(mut self, times: u32) -> Self {
        self.read_resends = times;
        self
    }

    /// Sets a proxy, such as `http://proxy.example.com:3128`, with user and password if required.
    /// TLS is end to end between client and server. Loopback servers are reached without the proxy.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<Secret>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Trusts the certificates in this PEM text, in addition to those that the platform trusts.
    ///
    /// # Errors
    ///
    /// If the text contains no certificate, or something else in the place of one.
    pub fn root_certificate(mut self, pem: &[u8]) -> Result<Self, BuildError> {
        let problem =
            "the root certificate must be PEM text that begins with -----BEGIN CERTIFICATE-----";
        let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
        let certificates = certificates
            .ok()
            .filter(|certificates| !certificates.is_empty())
            .ok_or_else(|| BuildError::new(problem))?;
        for certificate in &certificates {
            tls::check_certificate("root certificate", certificate)?;
        }
        self.roots.extend(certificates);
        Ok(self)
    }

    /// Sets the client certificate (`mutualTLS`): PEM text with the certificate, its intermediate
    /// certificates, and the private key.
    ///
    /// # Errors
    ///
    /// If the text contains no certificate or no key, or something else in the place of one.
    pub fn identity(mut self, pem: impl Into<Secret>) -> Result<Self, BuildError> {
        let identity = Identity::from_pem(pem.into().expose().as_bytes())?;
        self.identity = Some(Arc::new(identity));
        Ok(self)
    }

    /// Sends from this local address, for providers that identify customers by IP address.
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
            .field("read_resends", &self.read_resends)
            .field("proxy", &self.proxy)
            .field("roots", &self.roots.len())
            .field("identity", &self.identity.is_some())
            .field("local_address", &self.local_address)
            .finish()
    }
}
