//! Failures after which the request may have been sent, and no response says what became of it.

use std::time::Duration;

use paynet_api::runtime::{Error, ErrorKind, Outcome, Stage, Transport};

use crate::operation::{client, pay};
use crate::server::{Act, Event, Server, closed_port, response};

/// Long enough for a request on a busy machine. The response never comes.
const PATIENCE: Duration = Duration::from_secs(3);

async fn failing(server: &mut Server, transport: Transport) -> Error {
    let error = client(&server.base(), transport)
        .call(pay())
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.is_unknown());
    assert_eq!(server.requests().len(), 1, "the request must be sent once");
    error
}

#[tokio::test]
async fn the_server_reads_and_closes() {
    let mut server = Server::start(Act::ReadThenClose).await;
    let error = failing(&mut server, Transport::new()).await;
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::ConnectionLost, None)
    );
}

#[tokio::test]
async fn the_server_never_responds() {
    let mut server = Server::start(Act::ReadThenHang).await;
    let error = failing(&mut server, Transport::new().timeout(PATIENCE)).await;
    assert_eq!((error.kind(), error.status()), (ErrorKind::Timeout, None));
    assert!(error.is_timeout() && !error.is_connect());
}

#[tokio::test]
async fn the_connect_deadline_does_not_limit_the_response() {
    let mut server = Server::start(Act::ReadThenHang).await;
    let call = client(
        &server.base(),
        Transport::new().connect_timeout(PATIENCE / 2),
    )
    .call(pay())
    .timeout(PATIENCE);
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::Unknown, ErrorKind::Timeout)
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_response_is_cut_off() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\nx-trace: t1\r\n\r\n{\"code\":0}".to_vec();
    let error = failing(&mut Server::start(Act::Answer(cut)).await, Transport::new()).await;
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::ConnectionLost, Some(200))
    );
    let raw = error.raw().unwrap();
    assert_eq!(
        (raw.is_complete(), raw.headers().get("X-Trace")),
        (false, Some("t1"))
    );
    assert_eq!(raw.body(), b"{\"code\":0}");
}

#[tokio::test]
async fn the_rest_of_the_response_never_comes() {
    let part = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\nx-trace: t1\r\n\r\n{".to_vec();
    let error = failing(
        &mut Server::start(Act::AnswerThenHang(part)).await,
        Transport::new().timeout(PATIENCE),
    )
    .await;
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::Timeout, Some(200))
    );
    let raw = error.raw().unwrap();
    assert_eq!((raw.is_complete(), raw.body()), (false, &b"{"[..]));
    assert_eq!(raw.headers().get("x-trace"), Some("t1"));
}

#[tokio::test]
async fn the_response_is_too_large() {
    let announced = response("200 OK", "", &" ".repeat(101));
    let chunked = format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n65\r\n{}\r\n0\r\n\r\n",
        " ".repeat(101)
    );
    for bytes in [announced, chunked.into_bytes()] {
        let error = failing(
            &mut Server::start(Act::Answer(bytes)).await,
            Transport::new().max_response(100),
        )
        .await;
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::TooLarge, Some(200))
        );
    }
    let fits = format!("{{\"code\":0}}{}", " ".repeat(90));
    let server = Server::answering("200 OK", "", &fits).await;
    assert!(
        client(&server.base(), Transport::new().max_response(100))
            .call(pay())
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [
        "307 Temporary Redirect",
        "308 Permanent Redirect",
        "302 Found",
    ] {
        let location = format!("location: http://127.0.0.1:{}/\r\n", closed_port().await);
        let mut server = Server::answering(status, &location, "").await;
        let error = failing(&mut server, Transport::new()).await;
        assert_eq!(
            (error.kind(), error.status().map(|status| status / 100)),
            (ErrorKind::Undocumented, Some(3))
        );
    }
}

#[tokio::test]
async fn the_response_is_not_http() {
    let mut server = Server::start(Act::Answer(b"hello\r\n\r\n".to_vec())).await;
    assert_eq!(
        failing(&mut server, Transport::new()).await.kind(),
        ErrorKind::ConnectionLost
    );
}

#[tokio::test]
async fn the_call_is_dropped_after_it_was_sent() {
    let mut server = Server::start(Act::ReadThenHang).await;
    let call = client(&server.base(), Transport::new()).call(pay());
    let progress = call.progress();
    let task = tokio::spawn(async move { call.await.map(drop) });
    assert_eq!(server.next().await, Event::Connected);
    assert!(matches!(server.next().await, Event::Request(_)));
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert_eq!(progress.stage(), Stage::Unknown);
}
