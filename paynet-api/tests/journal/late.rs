//! Outcomes that are recorded after their holder was taken for gone.

use std::time::Duration;

use paynet_api::journal::{Decision, Journal, State};
use paynet_api::sandbox::Fault;
use paynet_api::{Outcome, Paynet, Transport};

use crate::support::{At, Bench, Faulty, TestStore, every_store, part};

every_store! {
    a_late_response_replaces_what_was_found_or_decided,
    a_late_unknown_is_a_line_of_history,
    late_proof_that_nothing_was_sent_is_recorded,
}

async fn a_late_response_replaces_what_was_found_or_decided<S: TestStore>(bench: Bench<S>) {
    for meanwhile in [State::Unknown, State::OneMore, State::SettledNotDone] {
        let (sale, key) = (bench.sale(), meanwhile.to_string());
        let (slow, store) = bench.dying_worker("slow");
        let gate = store.gate(At::Step(State::Accepted));
        let attempt = tokio::spawn(slow.refund(key.as_str(), &part(&sale, 5)).into_future());
        gate.arrived().await;
        bench.journal.recover().await.unwrap();
        match meanwhile {
            State::OneMore => drop(bench.journal.resolve(key.as_str()).await.unwrap()),
            State::SettledNotDone => {
                let decided =
                    bench
                        .journal
                        .decide(key.as_str(), Decision::NotDone, "ayşe", "panel");
                decided.await.unwrap();
            }
            _ => {}
        }
        assert_eq!(bench.entry(&key).await.state, meanwhile);
        gate.open();
        let receipt = attempt.await.unwrap().unwrap();
        assert_eq!(receipt.entry().state, State::Accepted);
        let states = bench.states(&key).await;
        assert_eq!(states[states.len() - 2..], [meanwhile, State::Accepted]);
        bench.assert_reversed(&sale, 500);
    }
}

async fn a_late_unknown_is_a_line_of_history<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let (slow, store) = bench.dying_worker("slow");
    let gate = store.gate(At::Step(State::Unknown));
    bench
        .sandbox
        .inject(Fault::cut().only(paynet_api::sandbox::Operation::Refund));
    let attempt = tokio::spawn(slow.refund("1", &part(&sale, 5)).into_future());
    gate.arrived().await;
    bench.journal.recover().await.unwrap();
    bench.journal.resolve("1").await.unwrap();
    gate.open();
    let error = attempt.await.unwrap().unwrap_err();
    assert!(error.is_unknown());
    assert_eq!(error.entry().unwrap().state, State::OneMore);
    let states = bench.states("1").await;
    assert_eq!(
        states[2..],
        [State::Unknown, State::OneMore, State::OneMore]
    );
}

async fn late_proof_that_nothing_was_sent_is_recorded<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let store = Faulty::with_leases_over(bench.store.clone());
    let late = Paynet::builder(bench.sandbox.base_url()).secret_key(bench.sandbox.secret_key());
    let late = late
        .transport(Transport::new().timeout(Duration::ZERO))
        .build()
        .unwrap();
    let slow = Journal::builder(late, store.clone()).without_snapshots();
    let gate = store.gate(At::Step(State::NotSent));
    let attempt = tokio::spawn(slow.build().refund("1", &part(&sale, 5)).into_future());
    gate.arrived().await;
    bench.journal.recover().await.unwrap();
    assert_eq!(bench.entry("1").await.state, State::Unknown);
    gate.open();
    assert_eq!(
        attempt.await.unwrap().unwrap_err().outcome(),
        Outcome::NotSent
    );
    let states = [
        State::Planned,
        State::Sending,
        State::Unknown,
        State::NotSent,
    ];
    assert_eq!(bench.states("1").await, states);
}
