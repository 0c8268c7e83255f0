//! The journal's database: PostgreSQL too, two runs at once, and one that fails midway.

use paynet_api::journal::{Journal, State};
use paynet_api::sandbox::{Fault, Operation};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, SqliteConnection};

use crate::bench::{Bench, Ended};
use crate::postgres::Schema;

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_sent_once_with_postgresql_too() {
    let Some(schema) = Schema::create().await else {
        return;
    };
    let bench = Bench::without_journal().await;
    let sales = bench.sales::<3>();
    bench.whole(&sales);
    let run = |arguments: &[&str]| {
        let mut command = bench.command(arguments);
        command.env("PAYNET_DATABASE", &schema.url);
        Ended::from(command.output().unwrap())
    };
    let refund = ["refund", "batch.csv", "--yes"];
    run(&refund).expect(1, &["`paynet journal migrate`"]);
    run(&["journal", "migrate"]).expect(0, &["the journal postgres://"]);
    bench.sandbox.inject(Fault::cut().only(Operation::Refund));
    run(&refund).expect(6, &["accepted: 2", "unknown: 1"]);
    run(&["resolve"]).expect(0, &["reversed, since"]);
    run(&refund).expect(0, &["accepted before: 3"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (3, vec![1500; 3])
    );

    // Its tables are those of the library.
    let journal = Journal::new(bench.sandbox.client().unwrap(), schema.store().await);
    let entry = journal.entry("order-1").await.unwrap().unwrap();
    assert!([State::Accepted, State::Reversed].contains(&entry.state));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_runs_of_a_file_at_once_send_each_refund_once() {
    let bench = Bench::new().await;
    let sales = bench.sales::<30>();
    bench.whole(&sales);
    let start = || bench.start_refund(&["--rate", "1000/s", "--at-once", "8"]);
    for child in [start(), start()] {
        let ended = Ended::from(child.wait_with_output().unwrap());
        // What the other one has under way is in doubt for this one.
        assert!(
            ended.code == Some(0) || ended.code == Some(6),
            "{}",
            ended.stderr
        );
    }
    bench.refund(&[]).expect(0, &["accepted before: 30"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (30, vec![1500; 30])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_if_that_cannot_be_stored() {
    let bench = Bench::new().await;
    let sales = bench.sales::<3>();
    bench.whole(&sales);
    let _database = full(&bench, "BEFORE INSERT ON paynet_reversals").await;
    let ended = bench.refund(&["--at-once", "1"]);
    let stopping = "Stopping: the journal's database failed";
    ended.expect(
        1,
        &[stopping, "the disk is full", "not sent: 1", "not begun: 2"],
    );
    assert_eq!((bench.requested(), bench.reversed(&sales)), (0, vec![0; 3]));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_more_is_sent_once_an_outcome_could_not_be_stored() {
    let bench = Bench::new().await;
    let sales = bench.sales::<3>();
    bench.whole(&sales);
    let accepted = "BEFORE UPDATE ON paynet_reversals WHEN NEW.state = 'accepted'";
    let mut database = full(&bench, accepted).await;
    let ended = bench.refund(&["--at-once", "1"]);
    let stopping = "Stopping: the journal's database failed";
    ended.expect(1, &[stopping, "accepted: 1", "not begun: 2"]);
    let [state, _, _, evidence] = &bench.results()[0];
    assert_eq!(state, "accepted");
    assert!(
        evidence.starts_with("accepted, but that could not be stored"),
        "{evidence}"
    );
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (1, vec![1500, 0, 0])
    );

    // The journal knows that it was sent, and no more.
    database.execute("DROP TRIGGER full").await.unwrap();
    bench.refund(&[]).expect(6, &["unknown: 1", "accepted: 2"]);
    assert_eq!(
        (bench.requested(), bench.reversed(&sales)),
        (3, vec![1500; 3])
    );
}

/// Lets writes of the journal fail, as if the disk were full.
async fn full(bench: &Bench, writes: &str) -> SqliteConnection {
    let url = format!("sqlite:{}", bench.folder.join("journal.db").display());
    let mut database = SqliteConnection::connect(&url).await.unwrap();
    let trigger =
        format!("CREATE TRIGGER full {writes} BEGIN SELECT RAISE(FAIL, 'the disk is full'); END");
    database.execute(AssertSqlSafe(trigger)).await.unwrap();
    database
}
