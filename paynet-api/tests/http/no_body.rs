//! Operations without a body: nothing notes when they are written, so only a failed connection
//! proves that nothing was sent.

use std::time::Duration;

use paynet_api::runtime::{ErrorKind, Outcome, Transport};

use crate::operation::{Look, Remove, client};
use crate::server::{Act, Server, closed_port};

#[tokio::test]
async fn only_required_headers_are_sent() {
    let mut server = Server::answering("204 No Content", "", "").await;
    let error = client(&server.base(), Transport::new())
        .call(Look)
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::Unknown, ErrorKind::Undecodable)
    );
    let request = server.requests().remove(0);
    let host = format!("host: 127.0.0.1:{}", server.port);
    let mut lines: Vec<&str> = request.trim_end().lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "GET /look HTTP/1.1",
            "accept: application/json; charset=UTF-8",
            "connection: close",
            &host
        ]
    );
}

#[tokio::test]
async fn without_rules_the_status_decides() {
    for (status, outcome) in [
        ("404 Not Found", Outcome::Refused),
        ("408 Request Timeout", Outcome::Unknown),
        ("500 Internal Server Error", Outcome::Unknown),
        ("302 Found", Outcome::Unknown),
    ] {
        let server = Server::answering(status, "", "").await;
        let error = client(&server.base(), Transport::new())
            .call(Look)
            .await
            .unwrap_err();
        assert_eq!(error.outcome(), outcome, "{status}");
    }
    let server = Server::answering("202 Accepted", "", "{}").await;
    assert!(
        client(&server.base(), Transport::new())
            .call(Look)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn the_method_says_whether_an_unknown_outcome_may_be_sent_again() {
    let server = Server::answering("500 Internal Server Error", "", "").await;
    let client = client(&server.base(), Transport::new());
    let looked = client.call(Look).await.unwrap_err().to_string();
    let removed = client.call(Remove).await.unwrap_err().to_string();
    assert!(looked.contains("nothing was carried out"), "{looked}");
    assert!(removed.contains("the same effect as once"), "{removed}");
    for text in [looked, removed] {
        assert!(text.contains("may be sent again"), "{text}");
        assert!(!text.contains("do not send it again"), "{text}");
    }
}

#[tokio::test]
async fn only_a_failed_connection_proves_that_nothing_was_sent() {
    let base = format!("http://127.0.0.1:{}", closed_port().await);
    let error = client(&base, Transport::new())
        .call(Look)
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.kind()),
        (Outcome::NotSent, ErrorKind::Connect)
    );
    for act in [Act::Close, Act::ReadThenClose] {
        let server = Server::start(act).await;
        let error = client(&server.base(), Transport::new())
            .call(Look)
            .await
            .unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert!(
            error
                .to_string()
                .contains("the operation changes nothing, so it may be sent again"),
            "{error}"
        );
    }
    let server = Server::start(Act::Hang).await;
    let call = client(&server.base(), Transport::new())
        .call(Look)
        .timeout(Duration::from_millis(200));
    assert_eq!(call.await.unwrap_err().outcome(), Outcome::Unknown);
}
