//! The end of a sandbox.

use paynet_api::sandbox::{Approval, Fault, Sandbox};
use paynet_api::{ErrorKind, Outcome, Refund, Transport};

use crate::fixture;
use crate::merchant::{Merchant, NEVER};

#[tokio::test]
async fn nothing_is_left_of_a_sandbox_that_was_dropped() {
    let tasks = || {
        tokio::runtime::Handle::current()
            .metrics()
            .num_alive_tasks()
    };
    let before = tasks();
    {
        let it = fixture().await;
        // A connection that is waiting, and a notification that is late.
        it.sandbox.rules(|rules| {
            rules.notified_after = NEVER;
            rules.approval = Approval::Approved;
        });
        let address = paynet_api::NotifyUrl::new("http://127.0.0.1:1/").unwrap();
        let refund = Refund::full(it.sale.clone()).notify(address);
        it.paynet.transaction().refund(&refund).await.unwrap();
        it.sandbox.inject(Fault::delay_before(NEVER));
        let waiting = tokio::spawn(it.paynet.transaction().refund(&refund).into_future());
        while it.sandbox.ledger().requests().len() < 2 {
            tokio::task::yield_now().await;
        }
        assert!(tasks() >= before + 4, "{}", tasks());
        drop(it.sandbox);
        let error = waiting.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionLost);
    }
    while tasks() > before {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn nobody_answers_for_a_sandbox_that_was_dropped() {
    let it = fixture().await;
    let refund = Refund::full(it.sale);
    drop(it.sandbox);
    let error = it.paynet.transaction().refund(&refund).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn sandboxes_have_nothing_in_common() {
    let (one, other) = (fixture().await, fixture().await);
    assert_ne!(one.sandbox.address(), other.sandbox.address());
    let refund = Refund::full(one.sale.clone());
    one.paynet.transaction().refund(&refund).await.unwrap();
    assert_eq!(other.sandbox.ledger().reversed(&other.sale), 0);
}

#[tokio::test]
async fn no_secret_is_printed() {
    let it = fixture().await;
    let merchant = Merchant::start().await;
    let session = it.sandbox.session_key();
    let refund = Refund::full(it.sale.clone()).notify(merchant.address);
    it.paynet.transaction().refund(&refund).await.unwrap();
    let printed = format!("{:?} {:?}", it.sandbox, it.sandbox.ledger());
    for secret in [
        it.sandbox.secret_key().expose(),
        session.expose(),
        "refunds/secret",
        "SANDBOX HOLDER",
    ] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_calls_at_once_are_all_accounted_for() {
    let sandbox = Sandbox::start().await.unwrap();
    let builder = paynet_api::Paynet::builder(sandbox.base_url());
    let transport = Transport::new().timeout(NEVER);
    let builder = builder
        .secret_key(sandbox.secret_key())
        .transport(transport);
    let paynet = builder.build().unwrap();
    let sales: Vec<_> = (0..200).map(|_| sandbox.sale(crate::lira(100))).collect();
    let calls = sales.iter().map(|sale| {
        let call = paynet.transaction().refund(&Refund::full(sale.clone()));
        tokio::spawn(call.into_future())
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    let ledger = sandbox.ledger();
    assert_eq!(ledger.requests().len(), sales.len());
    assert!(sales.iter().all(|sale| ledger.reversed(sale) == 100));
}
