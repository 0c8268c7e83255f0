//! Runs that are stopped midway, and go on when they are run again.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command};
use std::time::Duration;

use paynet_api::sandbox::{Fault, Operation};

use crate::bench::{Bench, Ended};

/// Longer than any test waits.
const LONG: Duration = Duration::from_secs(600);

fn signal(child: &Child, name: &str) {
    let mut kill = Command::new("kill");
    assert!(
        kill.args([name, &child.id().to_string()])
            .status()
            .unwrap()
            .success()
    );
}

fn end(child: Child) -> Ended {
    child.wait_with_output().unwrap().into()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_was_killed_goes_on_and_sends_nothing_twice() {
    let bench = Bench::new().await;
    let sales = bench.sales::<5>();
    bench.whole(&sales);
    // The third refund is carried out, and its response does not come.
    bench.sandbox.inject(
        Fault::delay_after(Duration::ZERO)
            .only(Operation::Refund)
            .times(2),
    );
    bench
        .sandbox
        .inject(Fault::delay_after(LONG).only(Operation::Refund));
    let arguments = ["--at-once", "1", "--rate", "1000/s", "--worker", "night"];
    let mut child = bench.start_refund(&arguments);
    let three = [1500, 1500, 1500, 0, 0];
    bench.until_reversed(&sales, &three).await;
    child.kill().unwrap();
    assert_eq!(end(child).code, None);
    assert!(!bench.has_result());
    assert_eq!(bench.reversed(&sales), three);

    // Another worker leaves it to its holder, which may live.
    let again = bench.refund(&[]);
    again.expect(6, &["accepted: 2", "accepted before: 2", "unknown: 1"]);
    assert_eq!(bench.states()[2], "sending");
    // The worker itself knows that nobody is at work on it any more.
    let again = bench.refund(&["--worker", "night"]);
    again.expect(6, &["accepted before: 4", "unknown: 1"]);
    assert_eq!(bench.states()[2], "unknown");
    bench
        .paynet(&["resolve"])
        .expect(0, &["order-3: the whole of", "reversed, since"]);
    bench.refund(&[]).expect(0, &["accepted before: 5"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (5, vec![1500; 5])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_awaits_what_is_under_way_and_begins_nothing() {
    let bench = Bench::new().await;
    let sales = bench.sales::<3>();
    bench.whole(&sales);
    bench
        .sandbox
        .inject(Fault::delay_after(Duration::from_secs(1)).only(Operation::Refund));
    // The second refund would begin in an hour.
    let child = bench.start_refund(&["--rate", "1/h"]);
    bench.until_reversed(&sales, &[1500, 0, 0]).await;
    signal(&child, "-INT");
    let ended = end(child);
    ended.expect(
        130,
        &[
            "Stopping: nothing more is begun",
            "accepted: 1",
            "not begun: 2",
        ],
    );
    assert_eq!(bench.states(), ["accepted", "not_begun", "not_begun"]);
    bench
        .refund(&[])
        .expect(0, &["accepted: 2", "accepted before: 1"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (3, vec![1500; 3])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_ctrl_c_leaves_an_unknown_outcome() {
    let bench = Bench::new().await;
    let sales = bench.sales::<2>();
    bench.whole(&sales);
    bench
        .sandbox
        .inject(Fault::delay_after(LONG).only(Operation::Refund));
    let mut child = bench.start_refund(&["--rate", "1/h"]);
    bench.until_reversed(&sales, &[1500, 0]).await;
    signal(&child, "-TERM");
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let stopping = lines.find(|line| line.as_ref().unwrap().starts_with("Stopping:"));
    assert!(stopping.unwrap().unwrap().contains("under way (1)"));
    signal(&child, "-INT");
    end(child).expect(6, &["unknown: 1", "not begun: 1"]);
    assert_eq!(bench.states(), ["unknown", "not_begun"]);
    bench
        .paynet(&["resolve"])
        .expect(0, &["order-1: the whole of", "reversed, since"]);
    bench
        .refund(&[])
        .expect(0, &["accepted: 1", "accepted before: 1"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (2, vec![1500; 2])
    );
}
