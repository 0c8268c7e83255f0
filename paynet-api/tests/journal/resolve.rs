//! What becomes of entries whose outcome is unknown.

use std::time::Duration;

use paynet_api::journal::JournalErrorKind as Kind;
use paynet_api::journal::{Decision, State};
use paynet_api::sandbox::{Fault, Operation};
use paynet_api::{Outcome, Refund, XactId};

use crate::support::{Bench, TestStore, every_store, part, recorded};

every_store! {
    a_lost_refund_is_found,
    a_lost_part_is_one_more_and_is_not_sent_again,
    what_another_part_explains_is_not_this_one,
    what_says_less_replaces_nothing,
    all_that_is_unknown_is_resolved,
    a_person_decides_what_cannot_be_found_out,
    only_what_is_open_can_be_resolved_or_decided,
}

/// Sends a refund whose response is lost; it is carried out or not.
async fn lose<S: TestStore>(bench: &Bench<S>, key: &str, refund: &Refund, is_carried_out: bool) {
    let fault = Fault::cut().only(Operation::Refund);
    bench.sandbox.inject(if is_carried_out {
        fault
    } else {
        fault.unprocessed()
    });
    let error = bench.journal.refund(key, refund).await.unwrap_err();
    assert!(error.is_unknown(), "{error}");
}

async fn a_lost_refund_is_found<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let refund = Refund::full(sale.clone());
    lose(&bench, "1", &refund, true).await;
    let entry = bench.journal.resolve("1").await.unwrap();
    assert_eq!(entry.state, State::Reversed);
    assert_eq!(entry, bench.entry("1").await);
    let again = bench.journal.refund("1", &refund).await.unwrap_err();
    assert_eq!(recorded(&again), (State::Reversed, Outcome::Accepted));
    bench.assert_reversed(&sale, 1500);
}

async fn a_lost_part_is_one_more_and_is_not_sent_again<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench.journal.refund("0", &part(&sale, 5)).await.unwrap();
    lose(&bench, "1", &part(&sale, 5), true).await;
    for _ in 0..2 {
        assert_eq!(
            bench.journal.resolve("1").await.unwrap().state,
            State::OneMore
        );
    }
    let again = bench
        .journal
        .refund("1", &part(&sale, 5))
        .again_if_not_sent()
        .await;
    assert_eq!(
        recorded(&again.unwrap_err()),
        (State::OneMore, Outcome::Unknown)
    );
    let last = bench.history("1").await.pop().unwrap();
    assert_eq!((last.from, last.to), (Some(State::OneMore), State::OneMore));
    assert!(
        last.proof
            .contains("`list_reversals` has 2 of the transaction, 1 before"),
        "{last}"
    );
    bench.assert_reversed(&sale, 1000);
}

async fn what_another_part_explains_is_not_this_one<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    lose(&bench, "1", &part(&sale, 5), false).await;
    bench.journal.refund("2", &part(&sale, 4)).await.unwrap();
    let resolved = bench.journal.resolve("1").await.unwrap();
    assert_eq!(resolved.state, State::StillUnknown);
    let last = bench.history("1").await.pop().unwrap();
    assert!(
        last.proof.ends_with("that may be the reversal of 2"),
        "{last}"
    );

    // With as many new reversals as requests there is one more than the other's.
    lose(&bench, "3", &part(&sale, 3), true).await;
    assert_eq!(
        bench.journal.resolve("3").await.unwrap().state,
        State::OneMore
    );
    bench.assert_reversed(&sale, 700);
}

async fn what_says_less_replaces_nothing<S: TestStore>(bench: Bench<S>) {
    lose(&bench, "1", &part(&bench.sale(), 5), false).await;
    let short = bench
        .worker("short")
        .look_for(Duration::from_millis(1))
        .build();
    let long = &bench.journal;
    bench
        .sandbox
        .inject(Fault::status(500).only(Operation::Detail).always());
    bench
        .sandbox
        .inject(Fault::status(500).only(Operation::ListReversals).always());
    assert_eq!(short.resolve("1").await.unwrap().state, State::StillUnknown);
    bench.sandbox.clear_faults();
    assert_eq!(long.resolve("1").await.unwrap().state, State::NotSeenYet);
    bench
        .sandbox
        .inject(Fault::status(500).only(Operation::Detail).always());
    bench
        .sandbox
        .inject(Fault::status(500).only(Operation::ListReversals).always());
    assert_eq!(long.resolve("1").await.unwrap().state, State::NotSeenYet);
    let last = bench.history("1").await.pop().unwrap();
    // The provider's message is not repeated.
    assert!(
        last.proof
            .starts_with("looked up: still unknown; a look-up failed"),
        "{last}"
    );
    assert!(!last.proof.contains("servererror"), "{last}");
}

async fn all_that_is_unknown_is_resolved<S: TestStore>(bench: Bench<S>) {
    let sales: Vec<XactId> = (0..3).map(|_| bench.sale()).collect();
    bench
        .journal
        .refund("0", &part(&sales[0], 5))
        .await
        .unwrap();
    lose(&bench, "1", &part(&sales[1], 5), true).await;
    bench
        .left_behind("2", &Refund::full(sales[2].clone()), State::Accepted)
        .await;
    let resolved = bench.journal.resolve_all().await.unwrap();
    let resolved: Vec<_> = resolved
        .iter()
        .map(|it| (it.key.as_str(), it.state))
        .collect();
    assert_eq!(resolved, [("1", State::OneMore), ("2", State::Reversed)]);
    assert!(bench.journal.resolve_all().await.unwrap().is_empty());
}

async fn a_person_decides_what_cannot_be_found_out<S: TestStore>(bench: Bench<S>) {
    for (key, decision, state, outcome) in [
        ("1", Decision::Done, State::SettledDone, Outcome::Accepted),
        (
            "2",
            Decision::NotDone,
            State::SettledNotDone,
            Outcome::Refused,
        ),
    ] {
        let sale = bench.sale();
        lose(&bench, key, &part(&sale, 5), decision == Decision::Done).await;
        let decided = bench
            .journal
            .decide(key, decision, "ayşe", "asked support, ticket 7");
        assert_eq!(decided.await.unwrap().state, state);
        let last = bench.history(key).await.pop().unwrap();
        assert_eq!(last.person.as_deref(), Some("ayşe"));
        assert_eq!(last.proof, "asked support, ticket 7");
        let again = bench
            .journal
            .refund(key, &part(&sale, 5))
            .again_if_not_sent()
            .await;
        assert_eq!(recorded(&again.unwrap_err()), (state, outcome));
    }
}

async fn only_what_is_open_can_be_resolved_or_decided<S: TestStore>(bench: Bench<S>) {
    bench
        .journal
        .refund("1", &part(&bench.sale(), 5))
        .await
        .unwrap();
    let resolved = bench.journal.resolve("1").await.unwrap_err();
    let decided = bench
        .journal
        .decide("1", Decision::NotDone, "ayşe", "no")
        .await
        .unwrap_err();
    for error in [resolved, decided] {
        assert!(matches!(error.kind(), Kind::NotOpen(_)), "{error}");
    }
    let resolved = bench.journal.resolve("2").await.unwrap_err();
    assert!(matches!(resolved.kind(), Kind::NoEntry(key) if key.as_str() == "2"));
    assert_eq!(bench.states("1").await.len(), 3);
}
