//! Batches in which nothing goes wrong: once, again, and as a dry run.

use crate::bench::Bench;

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_sent_once_however_often_it_is_run() {
    let bench = Bench::new().await;
    let sales = bench.sales::<3>();
    let [a, b, c] = &sales;
    bench.batch([
        format!("{a},10.50,order-1"),
        format!("{b},full,order-2"),
        format!("{a},1.00,order-3"),
        format!("{c},full,order-4"),
    ]);
    let first = bench.refund(&[]);
    first.expect(
        0,
        &[
            "accepted: 4 (2 in full, the others 11.50 TL)",
            "result: batch.result.csv",
        ],
    );
    assert_eq!(bench.reversed(&sales), [1150, 1500, 1500]);
    assert_eq!(bench.states(), ["accepted"; 4]);

    let again = bench.refund(&[]);
    again.expect(0, &["accepted before: 4 (2 in full, the others 11.50 TL)"]);
    assert_eq!(
        (bench.requested(), bench.states()),
        (4, vec!["accepted".to_owned(); 4])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_shows_what_was_done_and_by_whom() {
    let bench = Bench::new().await;
    let [sale] = bench.sales();
    bench.batch([format!("{sale},10.50,order-1")]);
    bench.refund(&["--by", "Ayşe"]).expect(0, &[]);
    let shown = bench.paynet(&["journal", "show", "order-1"]);
    shown.expect(
        0,
        &[
            "order-1: 10.50 TL of",
            "  planned:",
            "  sending:",
            "Paynet accepted it",
            "Ayşe",
        ],
    );
    let status = bench.paynet(&["status"]);
    status.expect(0, &["        1  accepted", "None needs anybody."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_sends_and_writes_nothing() {
    let bench = Bench::new().await;
    let [a, b] = &bench.sales();
    bench.batch([format!("{a},10.50,order-1"), format!("{b},full,order-2")]);
    // It needs no key.
    let mut command = bench.command(&["refund", "batch.csv", "--dry-run"]);
    let dry: crate::bench::Ended = command
        .env_remove("PAYNET_SECRET_KEY")
        .output()
        .unwrap()
        .into();
    dry.expect(
        0,
        &[
            "file: batch.csv",
            "environment: http://127.0.0.1:",
            "journal: sqlite:journal.db",
        ],
    );
    let table = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = dry.stdout.lines().map(table).collect();
    assert!(
        lines.contains(&"to be sent 2 1 10.50 TL".to_owned()),
        "{lines:?}"
    );
    assert!(bench.sandbox.ledger().requests().is_empty());
    assert!(!bench.has_result());
    bench
        .paynet(&["status"])
        .expect(0, &["None needs anybody."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_result_has_the_form_and_the_columns_of_the_batch() {
    let bench = Bench::new().await;
    let [a, b] = &bench.sales();
    let text = format!(
        "\u{FEFF}transaction;amount;key;müşteri\r\n{a};1.00;s-1;\"Ayşe; Şişli\"\r\n{b};99.00;s-2;\r\n"
    );
    bench.write("batch.csv", &text);
    let ended = bench.refund(&[]);
    ended.expect(
        5,
        &[
            "columns that are copied and not read: müşteri",
            "refused: 1",
        ],
    );
    let result = bench.read("batch.result.csv");
    let mut lines = result.split("\r\n");
    let header = "\u{FEFF}transaction;amount;key;müşteri;state;code;when;evidence";
    assert_eq!(lines.next(), Some(header));
    let accepted = format!("{a};1.00;s-1;\"Ayşe; Şişli\";accepted;;20");
    assert!(lines.next().unwrap().starts_with(&accepted), "{result}");
    let refused = lines.next().unwrap();
    assert!(
        refused.starts_with(&format!("{b};99.00;s-2;;refused;11;20")),
        "{result}"
    );

    // A result file is a batch too: its own columns are replaced.
    bench.write("batch.csv", &result);
    bench.refund(&[]).expect(5, &["accepted before: 1"]);
    assert_eq!(bench.read("batch.result.csv"), result);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_the_total_is_held_back() {
    let bench = Bench::new().await;
    let sales = bench.sales::<1>();
    let sale = &sales[0];
    let header = "transaction,amount,key,total\n";
    bench.write("batch.csv", format!("{header}{sale},10.00,a,15.00\n"));
    bench.refund(&[]).expect(0, &["accepted: 1"]);
    bench.write("batch.csv", format!("{header}{sale},6.00,b,15.00\n"));
    bench
        .refund(&[])
        .expect(5, &["not sent: 1", "could exceed the total of 15.00 TL"]);
    bench.write("batch.csv", format!("{header}{sale},full,c,\n"));
    bench.refund(&[]).expect(5, &["not sent: 1"]);
    assert_eq!((bench.reversed(&sales), bench.requested()), (vec![1000], 1));
}
