//! Refunds that could exceed what was paid.

use paynet_api::journal::JournalErrorKind as Kind;
use paynet_api::journal::State;
use paynet_api::sandbox::{Fault, Operation};
use paynet_api::{Outcome, Refund};

use crate::support::{Bench, TestStore, every_store, lira, part, recorded};

every_store! {
    parts_do_not_exceed_the_total,
    what_may_have_been_refunded_counts,
    a_whole_refund_is_alone,
    words_override_the_limit,
    totals_of_one_transaction_agree,
}

async fn parts_do_not_exceed_the_total<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .journal
        .refund("1", &part(&sale, 10))
        .of_total(lira(15))
        .await
        .unwrap();
    // The total is known from the first.
    let error = bench
        .journal
        .refund("2", &part(&sale, 6))
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    let Kind::CouldExceed { entry, excess } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(entry.state, State::NotSent);
    assert_eq!((excess.total, excess.counted), (Some(lira(15)), 1000));
    let again = bench
        .journal
        .refund("2", &part(&sale, 6))
        .await
        .unwrap_err();
    assert_eq!(recorded(&again), (State::NotSent, Outcome::NotSent));
    let again = bench
        .journal
        .refund("2", &part(&sale, 6))
        .again_if_not_sent()
        .await;
    assert!(matches!(
        again.unwrap_err().kind(),
        Kind::CouldExceed { .. }
    ));
    bench.journal.refund("3", &part(&sale, 5)).await.unwrap();
    bench.assert_reversed(&sale, 1500);
}

async fn what_may_have_been_refunded_counts<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .sandbox
        .inject(Fault::cut().unprocessed().only(Operation::Refund));
    let lost = bench
        .journal
        .refund("1", &part(&sale, 10))
        .of_total(lira(15))
        .await;
    assert!(lost.unwrap_err().is_unknown());
    let error = bench
        .journal
        .refund("2", &part(&sale, 6))
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), Kind::CouldExceed { .. }));
    let decision = paynet_api::journal::Decision::NotDone;
    bench
        .journal
        .decide("1", decision, "ayşe", "Paynet's panel")
        .await
        .unwrap();
    bench
        .journal
        .refund("2", &part(&sale, 6))
        .again_if_not_sent()
        .await
        .unwrap();
    bench.assert_reversed(&sale, 600);
}

async fn a_whole_refund_is_alone<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench.journal.refund("1", &part(&sale, 5)).await.unwrap();
    let whole = bench.journal.refund("2", &Refund::full(sale.clone())).await;
    assert!(matches!(
        whole.unwrap_err().kind(),
        Kind::CouldExceed { .. }
    ));
    let sale = bench.sale();
    bench
        .journal
        .refund("3", &Refund::full(sale.clone()))
        .await
        .unwrap();
    for refund in [part(&sale, 1), Refund::full(sale.clone())] {
        let error = bench
            .journal
            .refund(format!("4-{:?}", refund.amount), &refund)
            .await;
        assert!(matches!(
            error.unwrap_err().kind(),
            Kind::CouldExceed { .. }
        ));
    }
    bench.assert_reversed(&sale, 1500);
}

async fn words_override_the_limit<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    let refund = part(&sale, 6);
    // The sale was of 15.00 TL, and the caller is mistaken.
    let error = bench
        .journal
        .refund("1", &refund)
        .of_total(lira(5))
        .await
        .unwrap_err();
    assert!(matches!(error.kind(), Kind::CouldExceed { .. }));
    let attempt = bench.journal.refund("1", &refund);
    attempt
        .although_it_could_exceed("goodwill, by phone")
        .by("ayşe")
        .await
        .unwrap();
    let sending = &bench.history("1").await[3];
    assert_eq!(
        (sending.to, sending.person.as_deref()),
        (State::Sending, Some("ayşe"))
    );
    assert_eq!(
        sending.proof,
        "about to be sent, although a refund of 6.00 TL could exceed the total of 5.00 TL: \
         nothing was reversed before: goodwill, by phone"
    );
    bench.assert_reversed(&sale, 600);
}

async fn totals_of_one_transaction_agree<S: TestStore>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .journal
        .refund("1", &part(&sale, 1))
        .of_total(lira(15))
        .await
        .unwrap();
    let error = bench
        .journal
        .refund("2", &part(&sale, 1))
        .of_total(lira(16))
        .await
        .unwrap_err();
    let Kind::OtherTotal { recorded, given } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!((recorded.key.as_str(), *given), ("1", lira(16)));
    assert_eq!(bench.entry("2").await.state, State::NotSent);
    // The mistake counts for nothing.
    let attempt = bench
        .journal
        .refund("2", &part(&sale, 1))
        .of_total(lira(15));
    attempt.again_if_not_sent().await.unwrap();
    assert_eq!(bench.entry("2").await.total, Some(lira(15)));
    bench.assert_reversed(&sale, 200);
}
