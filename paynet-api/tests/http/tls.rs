//! TLS with self-signed certificates: trusted if they are added, and not otherwise.

use std::sync::{Arc, OnceLock};

use paynet_api::runtime::{ErrorKind, Outcome, Transport};
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::server::danger::ClientCertVerifier;
use tokio_rustls::rustls::{HandshakeKind, RootCertStore, ServerConfig, crypto::ring};

use crate::operation::{client, pay};
use crate::server::{Server, response};

fn certificate() -> &'static CertifiedKey<KeyPair> {
    static CERTIFICATE: OnceLock<CertifiedKey<KeyPair>> = OnceLock::new();
    CERTIFICATE.get_or_init(|| generate_simple_self_signed(["localhost".to_owned()]).unwrap())
}

/// Returns a transport that trusts this file's certificate.
pub(crate) fn trusting() -> Transport {
    Transport::new()
        .root_certificate(certificate().cert.pem().as_bytes())
        .unwrap()
}

/// Returns the https address of a server.
pub(crate) fn base(server: &Server) -> String {
    format!("https://localhost:{}", server.port)
}

async fn tls_server() -> u16 {
    let nobody = WebPkiClientVerifier::no_client_auth();
    tls_server_asking(nobody, response("200 OK", "", "{\"code\":0}")).await
}

/// Starts a server that answers each request with this, and returns its address.
pub(crate) async fn answering(response: Vec<u8>) -> String {
    let nobody = WebPkiClientVerifier::no_client_auth();
    format!(
        "https://localhost:{}",
        tls_server_asking(nobody, response).await
    )
}

/// Starts a server that verifies client certificates.
async fn tls_server_asking(who: Arc<dyn ClientCertVerifier>, response: Vec<u8>) -> u16 {
    tls_server_noting(who, response, unbounded_channel().0).await
}

/// Starts a server that also tells how each handshake went.
async fn tls_server_noting(
    who: Arc<dyn ClientCertVerifier>,
    response: Vec<u8>,
    handshakes: UnboundedSender<Option<HandshakeKind>>,
) -> u16 {
    let key = PrivateKeyDer::Pkcs8(certificate().signing_key.serialize_der().into());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(who)
        .with_single_cert(vec![certificate().cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A client that does not trust the certificate ends the handshake.
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            // The test may not listen.
            let _ = handshakes.send(stream.get_ref().1.handshake_kind());
            let mut request = Vec::new();
            let mut buffer = [0; 1024];
            // Each request has a JSON object, and no other brace.
            while !request.ends_with(b"}") {
                let length = stream.read(&mut buffer).await.unwrap();
                request.extend_from_slice(&buffer[..length]);
            }
            stream.write_all(&response).await.unwrap();
            stream.shutdown().await.unwrap();
        }
    });
    port
}

#[tokio::test]
async fn an_added_root_is_trusted() {
    let base = format!("https://localhost:{}", tls_server().await);
    assert!(client(&base, trusting()).call(pay()).await.is_ok());
}

#[tokio::test]
async fn a_session_is_resumed_by_the_next_call() {
    let (sender, mut handshakes) = unbounded_channel();
    let nobody = WebPkiClientVerifier::no_client_auth();
    let response = response("200 OK", "", "{\"code\":0}");
    let port = tls_server_noting(nobody, response, sender).await;
    let core = client(&format!("https://localhost:{port}"), trusting());
    for expected in [HandshakeKind::Full, HandshakeKind::Resumed] {
        assert!(core.call(pay()).await.is_ok());
        assert_eq!(handshakes.recv().await.unwrap(), Some(expected));
    }
}

#[tokio::test]
async fn a_client_certificate_is_sent_on_request() {
    let shop = generate_simple_self_signed(["shop".to_owned()]).unwrap();
    let mut known = RootCertStore::empty();
    known.add(shop.cert.der().clone()).unwrap();
    let provider = Arc::new(ring::default_provider());
    let who = WebPkiClientVerifier::builder_with_provider(Arc::new(known), provider)
        .build()
        .unwrap();
    let base = format!(
        "https://localhost:{}",
        tls_server_asking(who, response("200 OK", "", "{\"code\":0}")).await
    );
    let pem = shop.cert.pem() + &shop.signing_key.serialize_pem();
    let shown = trusting().identity(pem.as_str()).unwrap();
    assert!(!format!("{shown:?}").contains("BEGIN"));
    assert!(client(&base, shown).call(pay()).await.is_ok());
    assert!(client(&base, trusting()).call(pay()).await.is_err());
    for half in ["", &shop.cert.pem(), &shop.signing_key.serialize_pem()] {
        let error = trusting().identity(half).unwrap_err().to_string();
        assert!(error.contains("-----BEGIN CERTIFICATE-----"), "{error}");
    }
}

#[test]
fn base64_of_something_else_is_no_certificate() {
    let text = "-----BEGIN CERTIFICATE-----\nY2FuYXJ5\n-----END CERTIFICATE-----\n";
    let whole = certificate().cert.pem();
    let (first, rest) = whole.split_at(200);
    let cut = format!("{first}\n-----END CERTIFICATE-----\n");
    assert!(!rest.is_empty());
    for pem in [text, &cut, &format!("{whole}{text}")] {
        let error = Transport::new().root_certificate(pem.as_bytes());
        assert_eq!(
            error.unwrap_err().to_string(),
            "the root certificate is PEM text, but not of an X.509 certificate"
        );
    }
    let key = certificate().signing_key.serialize_pem();
    let error = Transport::new().identity(format!("{text}{key}"));
    assert_eq!(
        error.unwrap_err().to_string(),
        "the identity is PEM text, but not of an X.509 certificate"
    );
    let no_key = "-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----\n";
    let error = Transport::new().identity(format!("{whole}{no_key}"));
    let error = format!("{:?}", error.unwrap_err());
    assert!(error.contains("an RSA, ECDSA or Ed25519 key"), "{error}");
    assert!(!error.contains("canary"), "{error}");
}

#[tokio::test]
async fn an_unknown_root_is_not_trusted_and_nothing_is_sent() {
    let stranger = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let transport = Transport::new()
        .root_certificate(stranger.cert.pem().as_bytes())
        .unwrap();
    let base = format!("https://localhost:{}", tls_server().await);
    let error = client(&base, transport).call(pay()).await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Connect)
    );
}

#[tokio::test]
async fn a_certificate_for_another_name_is_not_trusted() {
    let base = format!("https://127.0.0.1:{}", tls_server().await);
    let error = client(&base, trusting()).call(pay()).await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Connect)
    );
}

#[test]
fn an_invalid_certificate_is_a_build_error() {
    for pem in [
        "",
        "nonsense",
        "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
    ] {
        let error = Transport::new()
            .root_certificate(pem.as_bytes())
            .unwrap_err()
            .to_string();
        assert!(error.contains("-----BEGIN CERTIFICATE-----"), "{error}");
    }
}
