//! Calls without an async runtime, and inside of one, against the sandbox.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::thread;

use paynet_api::sandbox::{Fault, Sandbox};
use paynet_api::{Amount, Finding, Outcome, Paynet, Refund, wait};

/// A sandbox on a runtime of its own, which the calls know nothing of.
fn with_sandbox(test: impl FnOnce(&Sandbox, &Paynet) + Send) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    let paynet = sandbox.client().unwrap();
    thread::scope(|scope| scope.spawn(|| test(&sandbox, &paynet)).join().unwrap());
}

#[test]
fn results_are_those_of_awaited_calls() {
    with_sandbox(|sandbox, paynet| {
        let sale = sandbox.sale(Amount::from_kurus(1500).unwrap());
        let refund = Refund::full(sale.clone());
        assert!(paynet.transaction().refund(&refund).wait().is_ok());
        assert_eq!(sandbox.ledger().reversed(&sale), 1500);

        let part = Refund::partial(
            sandbox.sale(Amount::from_kurus(1500).unwrap()),
            Amount::from_kurus(500).unwrap(),
        );
        let refused = paynet.transaction().refund(&part).wait().unwrap_err();
        assert_eq!(refused.outcome(), Outcome::Refused);
    });
}

#[test]
fn an_unknown_outcome_is_resolved() {
    with_sandbox(|sandbox, paynet| {
        let sale = sandbox.sale(Amount::from_kurus(1500).unwrap());
        let refund = Refund::full(sale);
        let snapshot = wait(paynet.snapshot(&refund)).unwrap().unwrap();
        sandbox.inject(Fault::cut());
        let lost = paynet.transaction().refund(&refund).wait().unwrap_err();
        assert_eq!(lost.outcome(), Outcome::Unknown);
        let resolution = wait(paynet.resolve(&refund).since(&snapshot)).unwrap();
        assert_eq!(resolution.finding(), Finding::Reversed, "{resolution}");
    });
}

#[tokio::test]
async fn inside_aruntime_it_blocks_and_does_not_panic() {
    let sandbox = thread::spawn(|| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let sandbox = runtime.block_on(Sandbox::start()).unwrap();
        (sandbox, runtime)
    });
    let (sandbox, runtime) = sandbox.join().unwrap();
    let refund = Refund::full(sandbox.sale(Amount::from_kurus(100).unwrap()));
    let paynet = sandbox.client().unwrap();
    assert!(paynet.transaction().refund(&refund).wait().is_ok());
    // Runtimes must not be dropped in an async task.
    drop(thread::spawn(move || drop((sandbox, runtime))).join());
}
