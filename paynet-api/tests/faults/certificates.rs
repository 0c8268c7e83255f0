//! Servers whose certificate is not valid, or that speak another version of TLS: nothing is sent to
//! them. For each operation.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use paynet_api::sandbox::{Operation, Sandbox};
use paynet_api::{BaseUrl, ErrorKind, Outcome, Paynet};
use rcgen::{CertificateParams, KeyPair, SanType, date_time_ymd};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::rustls::version::{TLS12, TLS13};

use crate::front::{Authority, Signed, VERSIONS, config, lead, trusting};
use crate::lira;
use crate::operations::{Send, Subject, Told, visit};
use crate::worker::deadline;

/// Calls every operation at a port of localhost, over TLS.
async fn call_all(sandbox: &Sandbox, port: u16) -> Vec<Told> {
    let base: BaseUrl = format!("https://localhost:{port}").parse().unwrap();
    let builder = Paynet::builder(base).secret_key(sandbox.secret_key());
    // A server that speaks no TLS is not asked again: that would take its time.
    let paynet = builder
        .transport(trusting().read_resends(0))
        .build()
        .unwrap();
    let mut told = Vec::new();
    for operation in Operation::ALL {
        let subject = Subject::create(sandbox, *operation, lira(100)).await;
        told.push(visit(&paynet, *operation, &subject, Send(deadline(None))).await);
    }
    assert_eq!(told.len(), 13);
    told
}

/// Asserts that nothing is sent to a server with this certificate.
async fn refused(name: &str, signed: &Signed) {
    let sandbox = Sandbox::start().await.unwrap();
    let address = lead(config(signed, VERSIONS), sandbox.address()).await;
    not_sent(name, &sandbox, address.port()).await;
}

/// Asserts that nothing is sent to a port, and nothing arrives at the sandbox.
async fn not_sent(name: &str, sandbox: &Sandbox, port: u16) {
    for told in call_all(sandbox, port).await {
        let expected = (Outcome::NotSent, Some(ErrorKind::Connect));
        assert_eq!((told.outcome, told.kind), expected, "{name}");
    }
    // What was done directly, before the calls.
    let direct = sandbox
        .ledger()
        .requests()
        .iter()
        .map(|it| it.operation)
        .collect::<Vec<_>>();
    assert_eq!(
        direct,
        [Some(Operation::Capture), Some(Operation::StartSale)],
        "{name}"
    );
}

#[tokio::test]
async fn nothing_is_sent_to_a_server_with_an_invalid_certificate() {
    let authority = Authority::trusted();
    let day = date_time_ymd;
    let expired =
        authority.sign(|it| (it.not_before, it.not_after) = (day(2019, 1, 1), day(2020, 1, 1)));
    refused("expired", &expired).await;
    refused(
        "not yet valid",
        &authority.sign(|it| it.not_before = day(2999, 1, 1)),
    )
    .await;
    let elsewhere = SanType::DnsName("other.example".try_into().unwrap());
    refused(
        "of another host",
        &authority.sign(|it| it.subject_alt_names = vec![elsewhere]),
    )
    .await;
    refused(
        "of no host",
        &authority.sign(|it| it.subject_alt_names.clear()),
    )
    .await;
    refused("of an unknown authority", &Authority::new().sign(|_| {})).await;
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let certificate = params.self_signed(&key).unwrap();
    refused("self-signed", &Signed { certificate, key }).await;
}

#[tokio::test]
async fn tls_1_2_alone_and_1_3_alone_work() {
    for versions in [&[&TLS12], &[&TLS13]] {
        let sandbox = Sandbox::start().await.unwrap();
        let signed = Authority::trusted().sign(|_| {});
        let address = lead(config(&signed, versions), sandbox.address()).await;
        for told in call_all(&sandbox, address.port()).await {
            assert_eq!(told.outcome, Outcome::Accepted, "{versions:?}: {told:?}");
        }
    }
}

/// A `ServerHello` of TLS 1.1 with the cipher suite `TLS_RSA_WITH_AES_128_CBC_SHA`.
fn server_hello_of_tls_1_1() -> Vec<u8> {
    let mut hello = vec![0x16, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2];
    hello.extend([7; 32]);
    hello.extend([0, 0, 0x2f, 0]);
    hello
}

#[tokio::test]
async fn nothing_is_sent_to_a_server_that_speaks_tls_1_1_or_none() {
    for (name, answer) in [
        ("TLS 1.1", server_hello_of_tls_1_1()),
        // RFC 8446, 6.2: a fatal alert, "protocol_version".
        ("TLS 1.1, by an alert", vec![0x15, 3, 2, 0, 2, 2, 70]),
        (
            "plain text",
            b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"code\":0}".to_vec(),
        ),
        ("nothing", Vec::new()),
    ] {
        let sandbox = Sandbox::start().await.unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let address = answering(answer, Arc::clone(&heard)).await;
        not_sent(name, &sandbox, address.port()).await;
        let heard = heard.lock().unwrap();
        assert!(heard.len() > 13 * 100, "{name}: {} bytes", heard.len());
        for secret in ["sck_", "SESSION-KEY", "POST", "xact"] {
            assert!(
                !heard
                    .windows(secret.len())
                    .any(|it| it == secret.as_bytes()),
                "{name}"
            );
        }
    }
}

/// Starts a server that answers whatever comes first, and notes all that it hears.
async fn answering(answer: Vec<u8>, heard: Arc<Mutex<Vec<u8>>>) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let mut buffer = vec![0; 16 * 1024];
            let length = client.read(&mut buffer).await.unwrap_or(0);
            buffer.truncate(length);
            drop(client.write_all(&answer).await);
            drop(client.shutdown().await);
            drop(client.read_to_end(&mut buffer).await);
            heard.lock().unwrap().extend(buffer);
        }
    });
    address
}
