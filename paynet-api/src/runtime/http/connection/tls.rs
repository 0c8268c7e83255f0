//! TLS 1.2 or later with the platform's verifier, for this client alone: nothing is installed
//! process-wide.

use std::sync::Arc;

use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::Verifier;

use crate::runtime::BuildError;

/// A client certificate, its intermediate certificates, and its private key.
pub(crate) struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Identity {
    /// Parses PEM text with the certificates and the key.
    ///
    /// # Errors
    ///
    /// If a certificate or the key is missing or invalid.
    pub(crate) fn from_pem(pem: &[u8]) -> Result<Self, BuildError> {
        let problem =
            "the identity must be PEM text: -----BEGIN CERTIFICATE-----, followed by a private key";
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
        let chain = chain.ok().filter(|chain| !chain.is_empty());
        // No source: an error about a key may print a part of it.
        let key = PrivateKeyDer::from_pem_slice(pem).ok();
        let (Some(chain), Some(key)) = (chain, key) else {
            return Err(BuildError::new(problem));
        };
        for certificate in &chain {
            check_certificate("identity", certificate)?;
        }
        if ring::sign::any_supported_type(&key).is_err() {
            return Err(BuildError::new(
                "the identity's private key must be an RSA, ECDSA or Ed25519 key",
            ));
        }
        Ok(Self { chain, key })
    }
}

/// Checks that the bytes are a certificate: PEM text can contain anything in base64.
///
/// # Errors
///
/// If they are not; `what` names them.
pub(crate) fn check_certificate(
    what: &str,
    certificate: &CertificateDer<'static>,
) -> Result<(), BuildError> {
    let added = RootCertStore::empty().add(certificate.clone());
    added.map_err(|error| {
        let problem = "is PEM text, but not of an X.509 certificate";
        BuildError::new(format!("the {what} {problem}")).because(error)
    })
}

/// Builds the configuration for servers with TLS: it trusts what the platform trusts, and these
/// roots.
///
/// # Errors
///
/// If there are no trusted certificates, or the identity's key does not belong to its certificate.
pub(crate) fn verified(
    roots: Vec<CertificateDer<'static>>,
    identity: Option<&Identity>,
) -> Result<ClientConfig, BuildError> {
    let provider = Arc::new(ring::default_provider());
    let verifier = Verifier::new_with_extra_roots(roots, Arc::clone(&provider))
        .map_err(|error| BuildError::new("no certificates to verify the server with: install the platform's, or add a root certificate").because(error))?;
    // rustls calls every verifier but its own "dangerous"; this one is the platform's.
    let config = builder(provider)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    let Some(Identity { chain, key }) = identity else {
        return Ok(http1(config.with_no_client_auth()));
    };
    let problem = "the identity's key does not belong to its certificate";
    let config = config.with_client_auth_cert(chain.clone(), key.clone_key());
    config
        .map(http1)
        .map_err(|error| BuildError::new(problem).because(error))
}

/// Builds the configuration for loopback servers without TLS: it trusts nobody, so it works on
/// machines without certificates.
///
/// # Errors
///
/// If TLS cannot be set up.
pub(crate) fn trusting_nobody() -> Result<ClientConfig, BuildError> {
    let config =
        builder(Arc::new(ring::default_provider()))?.with_root_certificates(RootCertStore::empty());
    Ok(http1(config.with_no_client_auth()))
}

/// Starts a configuration with the supported versions of TLS.
fn builder(
    provider: Arc<CryptoProvider>,
) -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, BuildError> {
    ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS12, &TLS13])
        .map_err(|error| BuildError::new("TLS cannot be set up").because(error))
}

/// Offers HTTP/1.1 alone.
fn http1(mut config: ClientConfig) -> ClientConfig {
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config
}
