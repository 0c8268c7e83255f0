//! Clients beyond single calls: connections, clones, extreme deadlines, and runtimes without time.

use std::time::Duration;

use paynet_api::Paynet;
use paynet_api::runtime::{Call, Core, Progress, Stage, Transport};

use crate::operation::{Pay, client, pay};
use crate::server::{Act, Event, Server, response};

#[tokio::test]
async fn each_call_has_a_connection_of_its_own() {
    // On a shared connection, a late or surplus response would be taken for that of the next call.
    let late = response("200 OK", "", "{\"code\":0}");
    let act = Act::AnswerEach(response("200 OK", "", "{\"code\":1}"), late);
    let mut server = Server::start(act).await;
    let client = client(&server.base(), Transport::new());
    for _ in 0..3 {
        let error = client.call(pay()).await.unwrap_err();
        assert!(error.is_refused(), "{error}");
        assert_eq!(server.next().await, Event::Connected);
        assert!(matches!(server.next().await, Event::Request(_)));
    }
}

#[tokio::test]
async fn calls_outlive_the_client_that_they_share() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    fn sent<T: Send + Sync + 'static>() {}
    shared::<Core>();
    shared::<Paynet>();
    shared::<Progress>();
    sent::<Call<Pay>>();
    let server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let client = client(&server.base(), Transport::new());
    let calls: Vec<_> = (0..300)
        .map(|_| tokio::spawn(client.call(pay()).into_future()))
        .collect();
    drop(client);
    for call in calls {
        assert!(call.await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn no_deadline_is_too_long() {
    let server = Server::answering("200 OK", "", "{\"code\":0}").await;
    let transport = Transport::new()
        .timeout(Duration::MAX)
        .connect_timeout(Duration::MAX)
        .max_response(usize::MAX);
    assert!(client(&server.base(), transport).call(pay()).await.is_ok());
}

#[test]
fn a_runtime_without_time_panics_before_anything_is_sent() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut server = Server::start(Act::ReadThenClose).await;
        let call = client(&server.base(), Transport::new()).call(pay());
        let progress = call.progress();
        let task = tokio::spawn(call.into_future());
        assert!(task.await.unwrap_err().is_panic());
        assert_eq!(progress.stage(), Stage::NotSent);
        assert!(!server.has_more());
    });
}
