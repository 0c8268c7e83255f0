//! The bytes of requests, proxies and addresses.

use std::process::Command;

use paynet_api::Environment;
use paynet_api::runtime::{BaseUrl, Settings, Transport};

use crate::operation::{client, pay};
use crate::server::{Server, closed_port};

#[tokio::test]
async fn a_request_has_these_lines_and_no_others() {
    let mut server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let call = client(&server.base(), Transport::new()).call(pay());
    let change = |pay: &mut crate::operation::Pay| {
        pay.id = "a/b ?ş".into();
        pay.tags = vec!["x&y".into(), "z".into()];
        pay.session = Some("token".into());
    };
    call.with(change).await.unwrap();
    let requests = server.requests();
    let (head, body) = requests[0].split_once("\r\n\r\n").unwrap();
    let mut lines: Vec<&str> = head.lines().collect();
    lines[1..].sort_unstable();
    let host = format!("host: 127.0.0.1:{}", server.port);
    let expected = [
        "POST /v1/pay/a%2Fb%20%3F%C5%9F?tag=x%26y&tag=z HTTP/1.1",
        "accept: application/json; charset=UTF-8",
        "authorization: Basic sck_canary",
        "connection: close",
        "content-length: 12",
        "content-type: application/json; charset=UTF-8",
        &host,
        "session-key: token",
    ];
    assert_eq!(lines, expected);
    assert_eq!((requests.len(), body), (1, "{\"amount\":5}"));
}

#[tokio::test]
async fn localhost_is_loopback() {
    let server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let base = format!("http://localhost:{}", server.port);
    assert!(client(&base, Transport::new()).call(pay()).await.is_ok());
}

#[tokio::test]
async fn loopback_bypasses_the_proxy() {
    let mut server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let proxy = format!("http://127.0.0.1:{}", closed_port().await);
    assert!(
        client(&server.base(), Transport::new().proxy(proxy))
            .call(pay())
            .await
            .is_ok()
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_mock_server_over_plain_http_is_reached_without_the_proxy() {
    let mut server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let base = BaseUrl::danger_plain_http_for_tests(&server.base()).unwrap();
    let mut settings = Settings::new(base);
    settings.credential(&crate::operation::KEY, "sck_invented".into());
    let proxy = format!("http://127.0.0.1:{}", closed_port().await);
    settings.transport(Transport::new().proxy(proxy));
    assert!(settings.build().unwrap().call(pay()).await.is_ok());
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn plain_http_reaches_no_published_environment() {
    for environment in [Environment::Production, Environment::Sandbox] {
        let published = BaseUrl::from(environment);
        let plain = published.as_str().replace("https://", "http://");
        for url in [published.as_str(), &plain, &format!("{plain}.:80")] {
            let error = BaseUrl::danger_plain_http_for_tests(url).unwrap_err();
            assert!(error.to_string().contains("cannot be public"), "{error}");
        }
    }
}

#[tokio::test]
async fn requests_are_sent_from_the_local_address() {
    let server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let transport = Transport::new().local_address("127.0.0.1".parse().unwrap());
    assert!(client(&server.base(), transport).call(pay()).await.is_ok());
}

#[test]
fn the_environments_proxy_is_ignored() {
    // A running program must not change its environment, so this runs another test in a new
    // process.
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "wire::localhost_is_loopback"]);
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        child.env(name, "http://127.0.0.1:1");
    }
    let output = child
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}"
    );
}

#[test]
fn an_invalid_proxy_is_a_build_error() {
    for url in [
        "proxy.example.com",
        "socks5://user:canary@proxy.example.com",
        "http://",
    ] {
        let mut settings = Settings::new("https://api.example.com".parse().unwrap());
        settings.transport(crate::tls::trusting().proxy(url));
        let error = settings.build().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the proxy must be a URL such as http://proxy.example.com:3128"
        );
    }
}

#[test]
fn keys_are_not_printed() {
    let core = client("http://127.0.0.1:1", Transport::new());
    let mut settings = Settings::new("http://127.0.0.1:1".parse().unwrap());
    settings.credential(&crate::operation::KEY, "sck_canary".into());
    let call = core
        .call(pay())
        .with(|pay| pay.session = Some("token-canary".into()));
    assert!(!format!("{core:?} {settings:?} {call:?}").contains("canary"));
}

#[tokio::test]
async fn one_client_serves_many_calls_at_once() {
    let mut server = Server::answering("200 OK", "connection: close\r\n", "{\"code\":0}").await;
    let client = client(&server.base(), Transport::new());
    let calls: Vec<_> = (0..300)
        .map(|_| tokio::spawn(client.call(pay()).into_future()))
        .collect();
    for call in calls {
        assert!(call.await.unwrap().is_ok());
    }
    assert_eq!(server.requests().len(), 300);
}
