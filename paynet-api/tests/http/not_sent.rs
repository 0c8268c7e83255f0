//! Failures that prove that nothing was sent.

use std::time::Duration;

use paynet_api::runtime::{Error, ErrorKind, Outcome, Stage, Transport};

use crate::operation::{Look, client, pay};
use crate::server::{Act, Event, Server, closed_port, response};
use crate::tls;

const SHORT: Duration = Duration::from_millis(200);

#[tokio::test]
async fn nobody_listens() {
    let base = format!("http://127.0.0.1:{}", closed_port().await);
    let error = client(&base, Transport::new())
        .call(pay())
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Connect)
    );
    assert!(error.is_not_sent() && error.is_connect() && !error.is_timeout());
    assert_eq!(error.status(), None);
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn tls_hangs_until_the_connect_deadline() {
    let server = Server::start(Act::Hang).await;
    let call = client(&tls::base(&server), tls::trusting())
        .call(pay())
        .connect_timeout(SHORT);
    let progress = call.progress();
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::ConnectTimeout)
    );
    assert!(error.is_timeout() && error.is_connect());
    assert_eq!(progress.stage(), Stage::Finished);
}

#[tokio::test]
async fn tls_hangs_until_the_deadline_of_the_call() {
    let server = Server::start(Act::Hang).await;
    let error = client(&tls::base(&server), tls::trusting())
        .call(pay())
        .timeout(SHORT)
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Timeout)
    );
    assert!(error.is_timeout());
}

#[tokio::test]
async fn a_deadline_of_zero_passes_before_anything_is_sent() {
    let mut server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let client = client(&server.base(), Transport::new());
    for _ in 0..20 {
        let results = tokio::join!(
            client.call(pay()).timeout(Duration::ZERO),
            client.call(pay()).connect_timeout(Duration::ZERO),
            client.call(Look).timeout(Duration::ZERO),
            client.call(Look).connect_timeout(Duration::ZERO),
        );
        let errors = <[_; 4]>::from(results).map(Result::unwrap_err);
        assert!(errors.iter().all(Error::is_not_sent), "{errors:?}");
        assert!(errors.iter().all(Error::is_timeout), "{errors:?}");
    }
    tokio::time::sleep(SHORT).await;
    assert!(!server.has_more(), "not even a connection is made");
}

#[tokio::test]
async fn the_server_closes_during_the_tls_handshake() {
    let server = Server::start(Act::Close).await;
    let error = client(&tls::base(&server), tls::trusting())
        .call(pay())
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Connect)
    );
}

#[tokio::test]
async fn the_proxy_refuses_the_tunnel() {
    let mut proxy = Server::start(Act::Answer(response("502 Bad Gateway", "", "no"))).await;
    let transport = tls::trusting().proxy(format!("http://user:canary@127.0.0.1:{}", proxy.port));
    assert!(!format!("{transport:?}").contains("canary"));
    let error = client("https://api.example.com", transport)
        .call(pay())
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Connect)
    );
    assert_eq!(error.status(), None);
    assert!(!format!("{error:?}").contains("canary"));
    let requests = proxy.requests();
    assert!(
        requests.len() == 1 && requests[0].starts_with("CONNECT api.example.com:443 "),
        "{requests:?}"
    );
    assert!(!requests[0].contains("sck_"));
}

#[tokio::test]
async fn the_call_is_dropped_while_it_connects() {
    let mut server = Server::start(Act::Hang).await;
    let call = client(&tls::base(&server), tls::trusting()).call(pay());
    let progress = call.progress();
    assert_eq!(progress.stage(), Stage::Waiting);
    let task = tokio::spawn(async move { call.await.map(drop) });
    assert_eq!(server.next().await, Event::Connected);
    assert_eq!(progress.stage(), Stage::Waiting);
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert_eq!(progress.stage(), Stage::NotSent);
}

#[tokio::test]
async fn the_call_is_never_awaited() {
    let call = client("http://127.0.0.1:1", Transport::new()).call(pay());
    let (progress, future) = (call.progress(), call.into_future());
    drop(future);
    assert_eq!(progress.stage(), Stage::NotSent);
}

#[tokio::test]
async fn a_credential_is_missing() {
    let settings = paynet_api::runtime::Settings::new("http://127.0.0.1:1".parse().unwrap());
    let error = settings.build().unwrap().call(pay()).await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::InvalidRequest)
    );
    assert_eq!(
        error.to_string(),
        "pay: not sent, so nothing was done. The request is invalid: the client has no credential for \
         this operation: pass it to the builder with `.secret_key(…)`."
    );
}

#[tokio::test]
async fn a_parameter_cannot_be_sent() {
    let mut server = Server::answering("200 OK", "", "{}").await;
    let client = client(&server.base(), Transport::new());
    for id in ["", ".", ".."] {
        let error = client
            .call(pay())
            .with(|pay| pay.id = id.into())
            .await
            .unwrap_err();
        assert_eq!(
            (error.outcome(), error.kind()),
            (Outcome::NotSent, ErrorKind::InvalidRequest)
        );
    }
    for session in [
        "",
        "  ",
        "a b",
        "a\tb",
        "a\r\nb: c",
        "ş",
        " a",
        &"a".repeat(200_000),
    ] {
        let error = client
            .call(pay())
            .with(|pay| pay.session = Some(session.into()))
            .await
            .unwrap_err();
        assert_eq!(
            (error.outcome(), error.kind()),
            (Outcome::NotSent, ErrorKind::InvalidRequest)
        );
        let text = error.to_string();
        assert!(text.contains("the header `Session-Key` "), "{text}");
    }
    assert!(server.requests().is_empty());
}
