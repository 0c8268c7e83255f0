//! Reversals whose outcome is unknown, resolved: what is found is what the ledger says.

use std::time::Duration;

use paynet_api::sandbox::{Approval, Fault, Operation, Sandbox};
use paynet_api::transaction::types::Capture;
use paynet_api::{
    CaptureAmount, CaptureCancellation, Finding, PreauthCancellation, Refund, XactId,
};

use crate::{Fixture, fixture, lira};

/// How long something is looked for that is there.
const PATIENCE: Duration = Duration::from_secs(20);

/// Loses the response to a refund, and returns what the resolver finds.
async fn resolved(it: &Fixture, refund: &Refund) -> Finding {
    let snapshot = it.paynet.snapshot(refund).await.unwrap();
    it.sandbox.inject(Fault::cut());
    let lost = it.paynet.transaction().refund(refund).await;
    assert!(lost.unwrap_err().is_unknown());
    let resolver = it.paynet.resolve(refund).since(&snapshot);
    resolver.within(PATIENCE).await.finding()
}

#[tokio::test]
async fn a_lost_refund_is_found() {
    let it = fixture().await;
    let refund = Refund::full(it.sale.clone());
    assert_eq!(resolved(&it, &refund).await, Finding::Reversed);
}

#[tokio::test]
async fn a_lost_part_is_one_more_each_time() {
    let it = fixture().await;
    let refund = Refund::partial(it.sale.clone(), lira(500));
    for count in 1..=3 {
        assert_eq!(resolved(&it, &refund).await, Finding::OneMore);
        assert_eq!(it.sandbox.ledger().reversed(&it.sale), 500 * count);
    }
}

#[tokio::test]
async fn a_refund_that_waits_for_approval_is_one_more_and_not_reversed() {
    let it = fixture().await;
    it.sandbox.rules(|rules| rules.approval = Approval::Held);
    let refund = Refund::full(it.sale.clone());
    assert_eq!(resolved(&it, &refund).await, Finding::OneMore);
    assert_eq!(it.sandbox.ledger().reversed(&it.sale), 0);
}

#[tokio::test]
async fn what_is_visible_later_is_found_later() {
    let it = fixture().await;
    it.sandbox
        .rules(|rules| rules.visible_after = Duration::from_secs(60));
    let refund = Refund::full(it.sale.clone());
    let looks = |sandbox: &Sandbox| {
        let ledger = sandbox.ledger();
        let requests = ledger.requests().iter();
        requests
            .filter(|it| it.operation == Some(Operation::Detail))
            .count()
    };
    let moved = async {
        // One look is the snapshot, and the second finds nothing.
        while looks(&it.sandbox) < 3 {
            tokio::task::yield_now().await;
        }
        it.sandbox.advance(Duration::from_secs(60));
    };
    let (finding, ()) = tokio::join!(resolved(&it, &refund), moved);
    assert_eq!(finding, Finding::Reversed);
}

#[tokio::test]
async fn lost_cancellations_are_found() {
    let it = fixture().await;
    let transaction = it.paynet.transaction();
    let preauth = PreauthCancellation::new(it.sandbox.preauth(lira(1500)));
    it.sandbox
        .inject(Fault::cut().only(Operation::CancelPreauth));
    transaction.cancel_preauth(&preauth).await.unwrap_err();
    let found = it.paynet.resolve(&preauth).within(PATIENCE).await;
    assert_eq!(found.finding(), Finding::Reversed, "{found}");

    let mut capture = Capture::new(CaptureAmount::Full);
    capture.xact_id = Some(it.sandbox.preauth(lira(1500)));
    let captured = transaction.capture(&capture).await.unwrap().into_response();
    let number = XactId::new(captured.xact_id.unwrap()).unwrap();
    let cancellation = CaptureCancellation::new(number);
    it.sandbox
        .inject(Fault::cut().only(Operation::CancelCapture));
    transaction.cancel_capture(&cancellation).await.unwrap_err();
    let found = it.paynet.resolve(&cancellation).within(PATIENCE).await;
    assert_eq!(found.finding(), Finding::Reversed, "{found}");
}

#[tokio::test]
async fn nothing_is_found_of_what_was_not_carried_out() {
    let it = fixture().await;
    let refund = Refund::full(it.sale.clone());
    let snapshot = it.paynet.snapshot(&refund).await.unwrap();
    it.sandbox.inject(Fault::cut().unprocessed());
    it.paynet.transaction().refund(&refund).await.unwrap_err();
    let resolver = it.paynet.resolve(&refund).since(&snapshot);
    let found = resolver.within(Duration::from_secs(2)).await;
    assert_eq!(found.finding(), Finding::NotSeenYet, "{found}");
}
