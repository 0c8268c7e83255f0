//! TLS 1.2 or later, verified as the platform does it, for this client alone: nothing is installed process-wide.

use std::sync::Arc;

use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::CertificateDer;
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::Verifier;

use super::BuildError;

/// For servers with TLS: what the platform trusts, and these roots.
pub(super) fn verified(roots: Vec<CertificateDer<'static>>) -> Result<ClientConfig, BuildError> {
    let provider = Arc::new(ring::default_provider());
    let verifier = Verifier::new_with_extra_roots(roots, Arc::clone(&provider))
        .map_err(|error| BuildError::new("no certificates to verify the server with: install the platform's, or add a root certificate").because(error))?;
    // "Dangerous" is what rustls calls any verifier that is not its own; this one is the platform's.
    let config = builder(provider)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    Ok(http1(config.with_no_client_auth()))
}

/// For servers without TLS, on this machine: nobody is trusted, so that a machine without certificates will do.
pub(super) fn unused() -> Result<ClientConfig, BuildError> {
    let config =
        builder(Arc::new(ring::default_provider()))?.with_root_certificates(RootCertStore::empty());
    Ok(http1(config.with_no_client_auth()))
}

fn builder(
    provider: Arc<CryptoProvider>,
) -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, BuildError> {
    ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS12, &TLS13])
        .map_err(|error| BuildError::new("TLS cannot be set up").because(error))
}

fn http1(mut config: ClientConfig) -> ClientConfig {
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config
}
