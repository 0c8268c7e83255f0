//! Unknown outcomes: nothing is sent again, and what became of them is found out or settled.

use paynet_api::XactId;
use paynet_api::sandbox::{Fault, Operation};

use crate::bench::Bench;

/// A batch of three, of which `a` was refunded and its response lost, and `b` was lost on the way.
async fn in_doubt() -> (Bench, [XactId; 3]) {
    let bench = Bench::new().await;
    let sales = bench.sales();
    let [a, b, c] = &sales;
    bench.batch([
        format!("{a},full,a"),
        format!("{b},5.00,b"),
        format!("{c},full,c"),
    ]);
    let refund = Operation::Refund;
    bench.sandbox.inject(Fault::cut().only(refund));
    bench
        .sandbox
        .inject(Fault::cut().unprocessed().only(refund));
    // One after the other, so that it is known which ones the faults hit.
    let ended = bench.refund(&["--at-once", "1"]);
    ended.expect(
        6,
        &[
            "unknown: 2",
            "accepted: 1",
            "`paynet resolve` looks them up",
        ],
    );
    (bench, sales)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_outcome_is_resolved_and_not_sent_again() {
    let (bench, sales) = in_doubt().await;
    assert_eq!(bench.states(), ["unknown", "unknown", "accepted"]);
    bench
        .refund(&[])
        .expect(6, &["unknown: 2", "accepted before: 1"]);
    let status = bench.paynet(&["status"]);
    status.expect(
        6,
        &["        2  unknown", "a: the whole of", "b: 5.00 TL of"],
    );

    let resolved = bench.paynet(&["resolve", "a"]);
    resolved.expect(0, &["reversed, since", "None is in doubt."]);
    let resolved = bench.paynet(&["resolve", "--within", "1"]);
    resolved.expect(6, &["b: 5.00 TL of", "not seen yet", "in doubt: 1"]);
    bench
        .refund(&[])
        .expect(6, &["accepted before: 2", "unknown: 1"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (3, vec![1500, 0, 1500])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_can_find_out_is_settled() {
    let (bench, sales) = in_doubt().await;
    bench.paynet(&["resolve", "a"]).expect(0, &[]);
    let reason = "Paynet's support, 3 May: no such refund";
    let settle = ["journal", "settle", "b", "not-done", reason, "--by", "Ayşe"];
    bench.paynet(&settle).expect(0, &["settled: not done"]);
    bench
        .paynet(&settle)
        .expect(1, &["nothing can be settled about b:"]);
    bench
        .paynet(&["journal", "show", "b"])
        .expect(0, &[reason, "Ayşe"]);
    bench
        .paynet(&["status"])
        .expect(0, &["None needs anybody."]);
    bench
        .refund(&[])
        .expect(5, &["accepted before: 2", "refused: 1"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (3, vec![1500, 0, 1500])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_sent_is_sent_by_the_next_run() {
    let bench = Bench::new().await;
    let sales = bench.sales::<1>();
    bench.batch([format!("{},full,a", sales[0])]);
    // The look-up before it fails, as often as it is tried.
    bench
        .sandbox
        .inject(Fault::status(500).only(Operation::Detail).always());
    bench
        .refund(&[])
        .expect(5, &["not sent: 1", "Run the same command again"]);
    assert_eq!(
        (bench.requested(), bench.states()),
        (0, vec!["not_sent".to_owned()])
    );
    bench.sandbox.clear_faults();
    bench
        .refund(&[])
        .expect(0, &["not sent before, proven", "accepted: 1"]);
    assert_eq!(bench.reversed(&sales), [1500]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_ends_when_nothing_is_answered_clearly() {
    let bench = Bench::new().await;
    let sales = bench.sales::<8>();
    bench.whole(&sales);
    bench
        .sandbox
        .inject(Fault::html(502).only(Operation::Refund).always());
    let ended = bench.refund(&["--at-once", "1"]);
    ended.expect(
        6,
        &["Stopping: 5 refunds in a row", "unknown: 5", "not begun: 3"],
    );
    assert_eq!(bench.requested(), 5);
    let mut states = vec!["unknown"; 5];
    states.extend(["not_begun"; 3]);
    assert_eq!(bench.states(), states);
}
