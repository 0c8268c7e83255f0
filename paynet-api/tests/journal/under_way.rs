//! One reversal under way per transaction and environment, and what becomes of what a worker left
//! behind.

use std::time::Duration;

use paynet_api::journal::JournalErrorKind as Kind;
use paynet_api::journal::{Journal, JournalError, State};
use paynet_api::sandbox::{Fault, Operation};
use paynet_api::{BaseUrl, Outcome, Paynet, Refund};

use crate::support::{At, Bench, Faulty, TestStore, Trouble, every_store, part, recorded};

every_store! {
    the_second_caller_is_busy,
    another_environment_is_not_in_the_way,
    many_callers_with_one_key_send_once,
    many_callers_with_keys_of_their_own_send_once,
    what_was_planned_is_taken_over_by_its_key,
    what_was_planned_makes_way_for_another_key,
    what_was_being_sent_becomes_unknown_for_its_key,
    what_was_being_sent_becomes_unknown_for_another_key,
    a_lease_that_is_not_over_is_respected,
    a_holder_that_was_replaced_sends_nothing,
    a_call_that_begins_too_late_is_not_made,
    the_lease_is_renewed_while_a_call_is_under_way,
}

fn busy(error: &JournalError) -> (&str, State) {
    assert_eq!(error.outcome(), Outcome::NotSent);
    match error.kind() {
        Kind::Busy(entry) => (entry.key.as_str(), entry.state),
        other => panic!("{other:?}"),
    }
}

async fn the_second_caller_is_busy<S: TestStore>(bench: Bench<S>) {
    let (sale, store) = (bench.sale(), Faulty::new(bench.store.clone()));
    let first = Journal::new(bench.sandbox.client().unwrap(), store.clone());
    for (at, state) in [
        (State::Sending, State::Planned),
        (State::Accepted, State::Sending),
    ] {
        let gate = store.gate(At::Step(at));
        let key = format!("first-{at}");
        let sent = tokio::spawn(first.refund(key.as_str(), &part(&sale, 1)).into_future());
        gate.arrived().await;
        for (key_now, amount) in [("second", 2), (key.as_str(), 1)] {
            let error = bench
                .journal
                .refund(key_now, &part(&sale, amount))
                .await
                .unwrap_err();
            assert_eq!(busy(&error), (key.as_str(), state));
        }
        gate.open();
        sent.await.unwrap().unwrap();
    }
    bench
        .journal
        .refund("second", &part(&sale, 2))
        .await
        .unwrap();
    bench.assert_reversed(&sale, 400);
}

async fn another_environment_is_not_in_the_way<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let refund = part(&sale, 5);
    let address = format!("http://localhost:{}", bench.sandbox.address().port());
    let other = Paynet::builder(address.parse::<BaseUrl>().unwrap());
    let other = other
        .secret_key(bench.sandbox.secret_key())
        .build()
        .unwrap();
    let other = Journal::new(other, bench.store.clone());
    bench.left_behind("1", &refund, State::Sending).await;
    other.refund("1", &refund).await.unwrap();
    assert_eq!(bench.entry("1").await.state, State::Planned);
    let again = other.refund("1", &refund).await.unwrap();
    assert!(again.response().is_none());
    assert_eq!(again.entry().environment, address);
    assert_eq!(other.of_transaction(&sale).await.unwrap().len(), 1);
    assert_eq!(other.environment(), address);
}

async fn many_callers_with_one_key_send_once<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let attempts = (0..8).map(|worker| {
        let journal = bench.worker(&worker.to_string()).build();
        tokio::spawn(journal.refund("1", &part(&sale, 5)).into_future())
    });
    for attempt in attempts.collect::<Vec<_>>() {
        match attempt.await.unwrap() {
            Ok(receipt) => assert_eq!(receipt.entry().state, State::Accepted),
            Err(error) => assert_eq!(busy(&error).0, "1"),
        }
    }
    bench.assert_reversed(&sale, 500);
    assert_eq!(bench.states("1").await.len(), 3);
}

async fn many_callers_with_keys_of_their_own_send_once<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let attempts = (0..8).map(|worker| {
        let key = worker.to_string();
        let journal = bench.worker(&key).build();
        tokio::spawn(
            journal
                .refund(key, &Refund::full(sale.clone()))
                .into_future(),
        )
    });
    let mut accepted = 0;
    for attempt in attempts.collect::<Vec<_>>() {
        match attempt.await.unwrap() {
            Ok(_) => accepted += 1,
            Err(error) => assert!(
                matches!(error.kind(), Kind::Busy(_) | Kind::CouldExceed { .. }),
                "{error}"
            ),
        }
    }
    let refunds = bench.sandbox.ledger();
    let refunds = refunds
        .requests()
        .iter()
        .filter(|it| it.operation == Some(Operation::Refund));
    assert_eq!((accepted, refunds.count()), (1, 1));
}

async fn what_was_planned_is_taken_over_by_its_key<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .left_behind("1", &part(&sale, 5), State::Sending)
        .await;
    assert_eq!(bench.entry("1").await.state, State::Planned);
    let receipt = bench.journal.refund("1", &part(&sale, 5)).await.unwrap();
    assert_eq!(
        (receipt.entry().attempt, receipt.entry().worker.as_str()),
        (2, "worker-1")
    );
    let states = [
        State::Planned,
        State::Planned,
        State::Sending,
        State::Accepted,
    ];
    assert_eq!(bench.states("1").await, states);
    bench.assert_reversed(&sale, 500);
}

async fn what_was_planned_makes_way_for_another_key<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .left_behind("1", &part(&sale, 5), State::Sending)
        .await;
    bench
        .journal
        .refund("2", &Refund::full(sale.clone()))
        .await
        .unwrap();
    assert_eq!(bench.states("1").await, [State::Planned, State::NotSent]);
    let last = bench.history("1").await.pop().unwrap();
    assert_eq!(
        last.proof,
        "abandoned before it was sent: its lease is over"
    );
    bench.assert_reversed(&sale, 1500);
}

async fn what_was_being_sent_becomes_unknown_for_its_key<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .left_behind("1", &part(&sale, 5), State::Accepted)
        .await;
    assert_eq!(bench.entry("1").await.state, State::Sending);
    let error = bench
        .journal
        .refund("1", &part(&sale, 5))
        .again_if_not_sent()
        .await;
    assert_eq!(
        recorded(&error.unwrap_err()),
        (State::Unknown, Outcome::Unknown)
    );
    assert_eq!(
        bench.states("1").await,
        [State::Planned, State::Sending, State::Unknown]
    );
    bench.assert_reversed(&sale, 500);
}

async fn what_was_being_sent_becomes_unknown_for_another_key<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .left_behind("1", &part(&sale, 10), State::Accepted)
        .await;
    let error = bench
        .journal
        .refund("2", &part(&sale, 6))
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), Kind::CouldExceed { .. }), "{error}");
    assert_eq!(bench.entry("1").await.state, State::Unknown);
    bench.journal.refund("3", &part(&sale, 5)).await.unwrap();
    bench.assert_reversed(&sale, 1500);
}

async fn a_lease_that_is_not_over_is_respected<S: TestStore>(bench: Bench<S>) {
    let (sale, store) = (bench.sale(), Faulty::new(bench.store.clone()));
    let gone = Journal::new(bench.sandbox.client().unwrap(), store.clone());
    let gate = store.gate(At::Step(State::Accepted));
    tokio::select! {
        result = gone.refund("1", &part(&sale, 5)).into_future() => panic!("{result:?}"),
        () = gate.arrived() => {}
    }
    for key in ["1", "2"] {
        let error = bench
            .journal
            .refund(key, &part(&sale, 5))
            .await
            .unwrap_err();
        assert_eq!(busy(&error), ("1", State::Sending));
        let error = bench.journal.resolve("1").await.unwrap_err();
        assert_eq!(busy(&error), ("1", State::Sending));
    }
    assert!(bench.journal.resolve_all().await.unwrap().is_empty());
    assert_eq!(bench.journal.recover().await.unwrap(), Default::default());
    assert_eq!(bench.states("1").await, [State::Planned, State::Sending]);
}

async fn a_holder_that_was_replaced_sends_nothing<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let refund = part(&sale, 5);
    let (slow, store) = bench.dying_worker("slow");
    let gate = store.gate(At::Step(State::Sending));
    let attempt = tokio::spawn(slow.refund("1", &refund).into_future());
    gate.arrived().await;
    bench.journal.refund("1", &refund).await.unwrap();
    gate.open();
    let error = attempt.await.unwrap().unwrap_err();
    assert_eq!(recorded(&error), (State::Accepted, Outcome::Accepted));
    bench.assert_reversed(&sale, 500);
}

async fn a_call_that_begins_too_late_is_not_made<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let stopped = bench.worker("stopped").lease(Duration::ZERO).build();
    let error = stopped.refund("1", &part(&sale, 5)).await.unwrap_err();
    assert_eq!(recorded(&error), (State::NotSent, Outcome::NotSent));
    assert_eq!(
        bench.states("1").await,
        [State::Planned, State::Sending, State::NotSent]
    );
    bench.assert_reversed(&sale, 0);
}

async fn the_lease_is_renewed_while_a_call_is_under_way<S: TestStore>(bench: Bench<S>) {
    let store = Faulty::new(bench.store.clone());
    // One that fails is no reason to stop.
    store.inject(At::Renew, Trouble::Fails);
    let journal = Journal::builder(bench.sandbox.client().unwrap(), store.clone());
    let journal = journal.lease(Duration::from_millis(1500)).build();
    let phases = [
        ("1", Operation::Detail, State::Planned),
        ("2", Operation::Refund, State::Sending),
    ];
    for (key, slow, state) in phases {
        let hour = Duration::from_secs(60 * 60);
        bench.sandbox.inject(Fault::delay_before(hour).only(slow));
        let mut renewals = store.renewals.subscribe();
        let enough = *renewals.borrow() + 3;
        tokio::select! {
            result = journal.refund(key, &part(&bench.sale(), 5)).into_future() => panic!("{result:?}"),
            count = renewals.wait_for(|count| *count >= enough) => drop(count.unwrap()),
        }
        assert_eq!(bench.entry(key).await.state, state);
    }
}
