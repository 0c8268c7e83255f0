//! A connection that is cut at every byte of the request, and at every byte of the response:
//! nothing is sent twice, and nothing that may have arrived is reported as "not sent".

use paynet_api::runtime::{Outcome, Transport};

use crate::operation::{client, pay};
use crate::server::{Act, Event, Server, response};

#[tokio::test]
async fn of_the_request() {
    let mut server = Server::answering("200 OK", "", "{\"code\":0}").await;
    assert!(
        client(&server.base(), Transport::new())
            .call(pay())
            .await
            .is_ok()
    );
    let request = server.requests().remove(0);
    let head = request.find("\r\n\r\n").unwrap() + 4;
    for length in 0..=request.len() {
        let mut server = Server::start(Act::ReadBytesThenClose(length)).await;
        let error = client(&server.base(), Transport::new())
            .call(pay())
            .await
            .unwrap_err();
        match error.outcome() {
            Outcome::Unknown => {}
            // With a part of the head alone, nothing can be carried out. Whether that is proven
            // depends on timing.
            outcome => assert!(
                outcome == Outcome::NotSent && length <= head,
                "{length} bytes: {error}"
            ),
        }
        assert_eq!(server.next().await, Event::Connected);
        assert!(!server.has_more(), "{length} bytes: it was sent again");
    }
}

#[tokio::test]
async fn of_the_response() {
    let whole = response("200 OK", "x-trace: t1\r\n", "{\"code\":0}");
    for length in 0..whole.len() {
        let mut server = Server::start(Act::Answer(whole[..length].to_vec())).await;
        let error = client(&server.base(), Transport::new())
            .call(pay())
            .await
            .unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{length} bytes: {error}");
        assert_eq!(
            server.requests().len(),
            1,
            "{length} bytes: it was sent again"
        );
    }
    let server = Server::start(Act::Answer(whole)).await;
    assert!(
        client(&server.base(), Transport::new())
            .call(pay())
            .await
            .is_ok()
    );
}
