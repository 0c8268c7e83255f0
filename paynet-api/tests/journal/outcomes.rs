//! What is recorded of each outcome, and what the same key returns afterwards.

use std::time::Duration;

use paynet_api::journal::JournalErrorKind as Kind;
use paynet_api::journal::State;
use paynet_api::sandbox::{Fault, SameDay};
use paynet_api::{BaseUrl, Outcome, Paynet, Refund};

use crate::support::{Bench, TestStore, every_store, lira, part, recorded};

every_store! {
    an_accepted_refund_is_recorded_and_not_sent_again,
    a_refusal_is_recorded_with_its_code,
    a_lost_response_is_unknown,
    a_request_that_is_not_sent_may_be_planned_again,
    nothing_is_sent_if_the_transaction_cannot_be_looked_up,
    a_key_names_one_request,
    an_invalid_key_records_nothing,
}

async fn an_accepted_refund_is_recorded_and_not_sent_again<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let refund = part(&sale, 5);
    let receipt = bench
        .journal
        .refund("1", &refund)
        .of_total(lira(15))
        .by("ayşe")
        .await
        .unwrap();
    assert!(receipt.response().is_some() && receipt.not_stored().is_none());
    let entry = bench.entry("1").await;
    assert_eq!(receipt.entry(), &entry);
    assert_eq!((entry.amount, entry.total), (Some(lira(5)), Some(lira(15))));
    assert_eq!((entry.state, entry.attempt), (State::Accepted, 1));
    assert!(entry.snapshot.is_some() && !entry.lease_over);
    assert_eq!(
        bench.states("1").await,
        [State::Planned, State::Sending, State::Accepted]
    );
    let history = bench.history("1").await;
    assert_eq!(history[0].person.as_deref(), Some("ayşe"));
    assert_eq!(history[2].proof, "Paynet accepted it: status 200");

    let again = bench.journal.refund("1", &refund).await.unwrap();
    assert!(again.response().is_none());
    assert_eq!(again.entry(), &entry);
    bench.assert_reversed(&sale, 500);
}

async fn a_refusal_is_recorded_with_its_code<S: TestStore>(bench: Bench<S>) {
    // A part of a sale of today.
    bench
        .sandbox
        .rules(|rules| rules.same_day = SameDay::Refuses);
    let sale = bench.sandbox.sale(lira(15));
    let refund = part(&sale, 5);
    let error = bench.journal.refund("1", &refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    let Kind::Call { entry, error } = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!((entry.state, entry.code), (State::Refused, error.code()));
    assert!(entry.code.is_some());

    let again = bench.journal.refund("1", &refund).again_if_not_sent().await;
    assert_eq!(
        recorded(&again.unwrap_err()),
        (State::Refused, Outcome::Refused)
    );
    let last = bench.history("1").await.pop().unwrap();
    assert!(
        last.proof
            .starts_with("refused: Refused, status 200, code "),
        "{}",
        last.proof
    );
}

async fn a_lost_response_is_unknown<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench.sandbox.inject(Fault::cut());
    let refund = Refund::full(sale.clone());
    let journal = bench.worker("w").without_snapshots().build();
    let error = journal.refund("1", &refund).await.unwrap_err();
    assert!(error.is_unknown());
    assert!(matches!(error.kind(), Kind::Call { entry, .. } if entry.state == State::Unknown));

    let again = journal.refund("1", &refund).again_if_not_sent().await;
    assert_eq!(
        recorded(&again.unwrap_err()),
        (State::Unknown, Outcome::Unknown)
    );
    bench.assert_reversed(&sale, 1500);
}

/// Returns a client of a server that does not exist.
fn nowhere(address: BaseUrl) -> Paynet {
    Paynet::builder(address)
        .secret_key("sck_invented")
        .build()
        .unwrap()
}

async fn a_request_that_is_not_sent_may_be_planned_again<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let refund = Refund::full(sale.clone());
    // The deadline is over before anything is written.
    let transport = paynet_api::Transport::new().timeout(Duration::ZERO);
    let late = Paynet::builder(bench.sandbox.base_url()).secret_key(bench.sandbox.secret_key());
    let late = late.transport(transport).build().unwrap();
    let journal = paynet_api::journal::Journal::builder(late, bench.store.clone());
    let journal = journal.without_snapshots().build();
    let error = journal.refund("1", &refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(matches!(error.kind(), Kind::Call { entry, .. } if entry.state == State::NotSent));

    let again = bench.journal.refund("1", &refund).await.unwrap_err();
    assert_eq!(recorded(&again), (State::NotSent, Outcome::NotSent));
    let receipt = bench
        .journal
        .refund("1", &refund)
        .again_if_not_sent()
        .await
        .unwrap();
    assert_eq!(
        (receipt.entry().attempt, receipt.entry().worker.as_str()),
        (2, "worker-1")
    );
    let states = bench.states("1").await;
    let attempt = [State::Planned, State::Sending];
    assert_eq!(
        states,
        [
            &attempt[..],
            &[State::NotSent],
            &attempt,
            &[State::Accepted]
        ]
        .concat()
    );
    bench.assert_reversed(&sale, 1500);
}

async fn nothing_is_sent_if_the_transaction_cannot_be_looked_up<S: TestStore>(bench: Bench<S>) {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    let journal = paynet_api::journal::Journal::new(nowhere(address.parse().unwrap()), bench.store);
    let refund = part(&paynet_api::XactId::new("xk_1").unwrap(), 5);
    let error = journal.refund("1", &refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    let Kind::LookUp { entry, .. } = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(
        (entry.state, entry.environment.as_str()),
        (State::NotSent, address.as_str())
    );
}

async fn a_key_names_one_request<S: TestStore>(bench: Bench<S>) {
    let (sale, other) = (bench.sale(), bench.sale());
    bench.journal.refund("1", &part(&sale, 5)).await.unwrap();
    for request in [part(&sale, 6), part(&other, 5), Refund::full(sale.clone())] {
        let error = bench.journal.refund("1", &request).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Conflict(entry) if entry.key.as_str() == "1"));
        assert_eq!(error.outcome(), Outcome::NotSent);
    }
    let cancellation = paynet_api::CaptureCancellation::new(sale.clone());
    let error = bench
        .journal
        .cancel_capture("1", &cancellation)
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), Kind::Conflict(_)));
    bench.assert_reversed(&sale, 500);
    bench.assert_reversed(&other, 0);
}

async fn an_invalid_key_records_nothing<S: TestStore>(bench: Bench<S>) {
    let error = bench
        .journal
        .refund(" 1", &part(&bench.sale(), 5))
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), Kind::InvalidKey(_)));
    let all = bench
        .journal
        .in_states(&State::ALL, paynet_api::journal::Page::FIRST)
        .await;
    assert!(all.unwrap().is_empty());
}
