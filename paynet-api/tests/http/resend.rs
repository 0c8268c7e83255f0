//! Calls that change nothing are sent again a few times; all others are not.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use paynet_api::runtime::{ErrorKind, Info, Operation, Outcome, Request, Responses, Transport};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

use crate::operation::{Look, Paid, Remove, client, pay};
use crate::server::{Act, Server, closed_port, response};

/// A response after which a client may come back at once, so that the tests don't wait.
fn unavailable() -> Act {
    Act::Answer(response("503 Unavailable", "retry-after: 0\r\n", ""))
}

fn found() -> Act {
    Act::Answer(response("200 OK", "", r#"{"code":0}"#))
}

#[tokio::test]
async fn a_read_is_sent_again_until_there_is_a_response() {
    let mut server = Server::start_each(vec![unavailable(), Act::ReadThenClose, found()]).await;
    let look = client(&server.base(), Transport::new()).call(Look);
    let accepted = look.await.unwrap();
    assert_eq!((accepted.attempts(), server.requests().len()), (3, 3));
}

#[tokio::test]
async fn the_last_error_is_returned_with_the_number_of_attempts() {
    let mut server = Server::start(unavailable()).await;
    let look = client(&server.base(), Transport::new()).call(Look);
    let error = look.await.unwrap_err();
    assert_eq!(
        (error.attempts(), error.status(), server.requests().len()),
        (3, Some(503), 3)
    );
    let base = format!("http://127.0.0.1:{}", closed_port().await);
    let look = client(&base, Transport::new().read_resends(1)).call(Look);
    let error = look.await.unwrap_err();
    assert_eq!((error.attempts(), error.outcome()), (2, Outcome::NotSent));
}

#[tokio::test]
async fn what_changes_something_is_sent_once_whatever_happens() {
    for act in [unavailable(), Act::ReadThenClose, Act::Close] {
        let mut server = Server::start(act).await;
        let core = client(&server.base(), Transport::new().read_resends(9));
        let error = core.call(pay()).await.unwrap_err();
        assert_eq!(error.attempts(), 1);
        let error = core.call(Remove).await.unwrap_err();
        assert_eq!(error.attempts(), 1);
        assert!(server.requests().len() <= 2);
    }
}

#[tokio::test]
async fn a_read_is_sent_once_if_the_client_wants_it_so_or_another_attempt_cannot_help() {
    let transport = || Transport::new().read_resends(0);
    let mut server = Server::start(unavailable()).await;
    let error = client(&server.base(), transport()).call(Look).await;
    assert_eq!(
        (error.unwrap_err().attempts(), server.requests().len()),
        (1, 1)
    );

    let mut server = Server::answering("404 Not Found", "", "").await;
    let error = client(&server.base(), Transport::new()).call(Look).await;
    assert_eq!(
        (error.unwrap_err().attempts(), server.requests().len()),
        (1, 1)
    );
}

/// A read that can be sent once.
#[derive(Debug, Default)]
struct Fickle(AtomicBool);

impl Operation for Fickle {
    type Response = Paid;
    const INFO: Info = Info::get("/look/{id}", "fickle");
    const RESPONSES: Responses<Paid> = Look::RESPONSES;
    fn write(&self, request: &mut Request) {
        let was_written = self.0.swap(true, Ordering::SeqCst);
        let id = if was_written { "" } else { "1" };
        request.path("id", &id.to_owned());
    }
}

#[tokio::test]
async fn an_attempt_that_is_not_sent_does_not_hide_one_that_was() {
    let mut server = Server::start(Act::ReadThenClose).await;
    let call = client(&server.base(), Transport::new()).call(Fickle::default());
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::InvalidRequest, 2)
    );
    assert_eq!(
        (error.outcome(), server.requests().len()),
        (Outcome::Unknown, 1)
    );
}

#[tokio::test]
async fn a_pause_that_ends_after_the_deadline_is_not_waited_for() {
    let late = response("503 Unavailable", "retry-after: 60\r\n", "");
    let mut server = Server::start(Act::Answer(late)).await;
    let look = client(&server.base(), Transport::new()).call(Look);
    let error = look.timeout(Duration::from_secs(50)).await.unwrap_err();
    // The response is worth more than a timeout.
    assert_eq!((error.status(), error.attempts()), (Some(503), 1));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn all_calls_of_a_client_share_a_budget() {
    let mut server = Server::start(unavailable()).await;
    let core = client(&server.base(), Transport::new());
    for _ in 0..7 {
        assert!(core.clone().call(Look).await.is_err());
    }
    // Seven first attempts, and ten resends instead of fourteen.
    assert_eq!(server.requests().len(), 17);
}

#[tokio::test]
async fn not_sent_is_not_said_of_a_call_with_an_attempt_that_was() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        drop(listener);
        stream.read_exact(&mut [0; 4]).await.unwrap();
    });
    let error = client(&base, Transport::new())
        .call(Look)
        .await
        .unwrap_err();
    server.await.unwrap();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    assert_eq!(error.outcome(), Outcome::Unknown);
}
