//! TLS in front of a server that has none, with certificates of the test's own.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, OnceLock};

use paynet_api::Transport;
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose,
};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::server::ServerSessionMemoryCache;
use tokio_rustls::rustls::{ServerConfig, SupportedProtocolVersion, crypto::ring, version};

/// An authority that signs certificates.
pub(crate) struct Authority {
    pub(crate) certificate: Certificate,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let key = KeyPair::generate().unwrap();
        Self {
            certificate: params.self_signed(&key).unwrap(),
            issuer: Issuer::new(params, key),
        }
    }

    /// Returns the authority that [`trusting`] trusts.
    pub(crate) fn trusted() -> &'static Self {
        static TRUSTED: OnceLock<Authority> = OnceLock::new();
        TRUSTED.get_or_init(Self::new)
    }

    /// Signs a certificate for `localhost`, or as changed.
    pub(crate) fn sign(&self, change: impl FnOnce(&mut CertificateParams)) -> Signed {
        let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Signed { certificate, key }
    }
}

/// A certificate with its key.
pub(crate) struct Signed {
    pub(crate) certificate: Certificate,
    pub(crate) key: KeyPair,
}

/// Returns a transport that trusts the trusted authority.
pub(crate) fn trusting() -> Transport {
    let pem = Authority::trusted().certificate.pem();
    Transport::new().root_certificate(pem.as_bytes()).unwrap()
}

/// All versions of TLS that the client speaks.
pub(crate) const VERSIONS: &[&SupportedProtocolVersion] = &[&version::TLS12, &version::TLS13];

/// Returns how a server with this certificate speaks these versions.
pub(crate) fn config(
    signed: &Signed,
    versions: &[&'static SupportedProtocolVersion],
) -> ServerConfig {
    let key = PrivateKeyDer::Pkcs8(signed.key.serialize_der().into());
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(versions)
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![signed.certificate.der().clone()], key)
        .unwrap();
    // The default remembers some hundred sessions, which would look like a leak.
    config.session_storage = ServerSessionMemoryCache::new(4);
    config
}

/// Starts a TLS server that leads to a server without TLS, and returns its address. It runs as long
/// as its runtime.
pub(crate) async fn lead(config: ServerConfig, to: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        loop {
            if let Ok((client, _)) = listener.accept().await {
                tokio::spawn(connection(acceptor.clone(), client, to));
            }
        }
    });
    address
}

async fn connection(acceptor: TlsAcceptor, client: TcpStream, to: SocketAddr) {
    drop(client.set_nodelay(true));
    // A client that does not trust the certificate ends the handshake.
    let Ok(mut client) = acceptor.accept(client).await else {
        return;
    };
    let Ok(mut server) = TcpStream::connect(to).await else {
        return;
    };
    drop(server.set_nodelay(true));
    drop(copy_bidirectional(&mut client, &mut server).await);
}
