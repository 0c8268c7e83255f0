//! The database fails: nothing is sent that is not recorded, and no outcome is lost.

use std::time::Duration;

use paynet_api::journal::JournalErrorKind as Kind;
use paynet_api::journal::{Journal, State, Store};
use paynet_api::sandbox::{Fault, Operation};
use paynet_api::{Outcome, XactId};

use crate::support::{At, Bench, Faulty, TestStore, Trouble, every_store, part};

every_store! {
    nothing_is_sent_if_it_cannot_be_recorded,
    nothing_is_sent_if_the_database_may_have_recorded_it,
    an_accepted_refund_that_cannot_be_stored_says_so,
    an_outcome_whose_answer_is_lost_is_stored_once,
    a_database_that_says_nothing_has_failed,
}

fn refunds<S: TestStore>(bench: &Bench<S>) -> usize {
    let ledger = bench.sandbox.ledger();
    let requests = ledger.requests().iter();
    requests
        .filter(|it| it.operation == Some(Operation::Refund))
        .count()
}

fn faulty<S: TestStore>(bench: &Bench<S>) -> (Journal<Faulty<S>>, Faulty<S>) {
    let store = Faulty::new(bench.store.clone());
    (
        Journal::new(bench.sandbox.client().unwrap(), store.clone()),
        store,
    )
}

/// Asserts that a refund is not sent. Returns the state of its entry.
async fn not_sent<S: TestStore, F: Store + 'static>(
    bench: &Bench<S>,
    journal: &Journal<F>,
    sale: &XactId,
) -> Option<State> {
    let error = journal.refund("1", &part(sale, 5)).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Store(_)), "{error}");
    assert_eq!((error.outcome(), refunds(bench)), (Outcome::NotSent, 0));
    bench
        .journal
        .entry("1")
        .await
        .unwrap()
        .map(|entry| entry.state)
}

async fn nothing_is_sent_if_it_cannot_be_recorded<S: TestStore>(bench: Bench<S>) {
    let ((journal, store), sale) = (faulty(&bench), bench.sale());
    store.inject(At::Plan, Trouble::Fails);
    assert_eq!(not_sent(&bench, &journal, &sale).await, None);
    store.inject(At::Step(State::Sending), Trouble::Fails);
    assert_eq!(
        not_sent(&bench, &journal, &sale).await,
        Some(State::NotSent)
    );
}

async fn nothing_is_sent_if_the_database_may_have_recorded_it<S: TestStore>(bench: Bench<S>) {
    let ((journal, store), sale) = (faulty(&bench), bench.sale());
    store.inject(At::Step(State::Sending), Trouble::AnswerIsLost);
    assert_eq!(
        not_sent(&bench, &journal, &sale).await,
        Some(State::NotSent)
    );
    let states = [State::Planned, State::Sending, State::NotSent];
    assert_eq!(bench.states("1").await, states);
    // The database is gone for longer: the lease runs out.
    let ((journal, store), sale) = (bench.dying_worker("gone"), bench.sale());
    store.inject(At::Step(State::Sending), Trouble::AnswerIsLost);
    store.inject(At::Find, Trouble::Fails);
    let error = journal.refund("2", &part(&sale, 5)).await.unwrap_err();
    assert_eq!((error.outcome(), refunds(&bench)), (Outcome::NotSent, 0));
    assert_eq!(bench.entry("2").await.state, State::Sending);
    assert_eq!(bench.journal.recover().await.unwrap().unknown, 1);
}

async fn an_accepted_refund_that_cannot_be_stored_says_so<S: TestStore>(bench: Bench<S>) {
    for (key, state) in [("1", State::Accepted), ("2", State::Unknown)] {
        let ((journal, store), sale) = (bench.dying_worker("gone"), bench.sale());
        for _ in 0..4 {
            store.inject(At::Step(state), Trouble::Fails);
        }
        if state == State::Accepted {
            let receipt = journal.refund(key, &part(&sale, 5)).await.unwrap();
            assert!(receipt.response().is_some() && receipt.not_stored().is_some());
        } else {
            bench.sandbox.inject(Fault::cut().only(Operation::Refund));
            let error = journal.refund(key, &part(&sale, 5)).await.unwrap_err();
            assert!(error.is_unknown() && error.not_stored().is_some());
        }
        assert_eq!(bench.entry(key).await.state, State::Sending);
        assert_eq!(
            bench.journal.resolve(key).await.unwrap().state,
            State::OneMore
        );
        bench.assert_reversed(&sale, 500);
    }
}

async fn an_outcome_whose_answer_is_lost_is_stored_once<S: TestStore>(bench: Bench<S>) {
    let ((journal, store), sale) = (faulty(&bench), bench.sale());
    for trouble in [Trouble::AnswerIsLost, Trouble::Fails] {
        let key = refunds(&bench).to_string();
        store.inject(At::Step(State::Accepted), trouble);
        let receipt = journal.refund(key.as_str(), &part(&sale, 5)).await.unwrap();
        assert!(receipt.not_stored().is_none());
        assert_eq!(receipt.entry().state, State::Accepted);
        assert_eq!(bench.states(&key).await.len(), 3);
    }
}

async fn a_database_that_says_nothing_has_failed<S: TestStore>(bench: Bench<S>) {
    let (sale, store) = (bench.sale(), Faulty::new(bench.store.clone()));
    let journal = Journal::builder(bench.sandbox.client().unwrap(), store.clone());
    let journal = journal.store_timeout(Duration::from_secs(3)).build();
    let _never = store.gate(At::Step(State::Sending));
    assert_eq!(
        not_sent(&bench, &journal, &sale).await,
        Some(State::NotSent)
    );
}
