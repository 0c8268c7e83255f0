//! What keeps a batch from being sent: nothing is sent then, and the exit code says why.

use crate::bench::{Bench, Ended};

fn nothing_was_sent(bench: &Bench) {
    assert!(bench.sandbox.ledger().requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_line_is_printed_and_nothing_is_sent() {
    let bench = Bench::new().await;
    let [a, b] = &bench.sales();
    bench.write(
        "batch.csv",
        format!(
            "transaction;amount;key\n{a};10,50;a\n{b};full;b\n{b};1.5;c\n;full;d\n{a};1.00;b\n"
        ),
    );
    let ended = bench.refund(&[]);
    let column = a.as_str().len() + 2;
    ended.expect(
        3,
        &[
            &format!("batch.csv:2:{column}: the amount has a comma: write `10.50`, with a dot"),
            &format!("batch.csv:4:{column}: the amount must have a dot and exactly two digits"),
            "batch.csv:5:1: the transaction is empty",
            &format!("batch.csv:6:{}: line 3 has the same key", column + 5),
            "In Excel: format the column as text",
            "is wrong in the places above (4); nothing was sent",
        ],
    );
    nothing_was_sent(&bench);
    let turkish: Ended = bench
        .command(&["refund", "batch.csv", "--yes"])
        .env("LANG", "tr_TR.UTF-8")
        .output()
        .unwrap()
        .into();
    turkish.expect(
        3,
        &["tutarda virgül var: noktayla `10.50` yazın", "Excel'de"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_names_another_refund_is_wrong() {
    let bench = Bench::new().await;
    let sales = bench.sales::<1>();
    bench.batch([format!("{},1.00,a", sales[0])]);
    bench.refund(&[]).expect(0, &[]);
    bench.batch([format!("{},2.00,a", sales[0])]);
    let place = format!(
        "batch.csv:2:{}: the key names another refund",
        sales[0].as_str().len() + 7
    );
    bench.refund(&[]).expect(3, &[&place, "a: 1.00 TL of"]);
    assert_eq!(bench.reversed(&sales), [100]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_without_a_terminal() {
    let bench = Bench::new().await;
    let [sale] = bench.sales();
    bench.batch([format!("{sale},full,a")]);
    let ended = bench.paynet(&["refund", "batch.csv"]);
    ended.expect(
        4,
        &["to be sent", "there is no terminal to ask on: add --yes"],
    );
    nothing_was_sent(&bench);
    assert!(!bench.has_result());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_is_not_there_is_created_on_demand_alone() {
    let bench = Bench::without_journal().await;
    let sales = bench.sales::<1>();
    bench.batch([format!("{},full,a", sales[0])]);
    bench
        .refund(&[])
        .expect(1, &["there is no journal journal.db"]);
    bench
        .paynet(&["status"])
        .expect(1, &["there is no journal journal.db"]);
    assert!(!bench.folder.join("journal.db").exists());
    nothing_was_sent(&bench);
    bench.write("journal.db", "");
    bench.refund(&[]).expect(1, &["`paynet journal migrate`"]);
    nothing_was_sent(&bench);
    bench.refund(&["--migrate"]).expect(0, &["accepted: 1"]);
    bench
        .paynet(&["journal", "migrate"])
        .expect(0, &["the journal sqlite:journal.db is ready"]);
    assert_eq!(bench.reversed(&sales), [1500]);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_files_are_not_overwritten() {
    let bench = Bench::new().await;
    let [sale] = bench.sales();
    bench.batch([format!("{sale},full,a")]);
    bench.write("other.csv", "name,state\n");
    for result in ["other.csv", "batch.csv"] {
        bench
            .refund(&["--result", result])
            .expect(1, &["exists and is no result file"]);
    }
    bench
        .refund(&["--result", "none/r.csv"])
        .expect(1, &["cannot be written to none/r.csv"]);
    nothing_was_sent(&bench);
    assert_eq!(bench.read("other.csv"), "name,state\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_command_line_and_files_that_cannot_be_read_have_codes() {
    let bench = Bench::new().await;
    bench
        .paynet(&["refund"])
        .expect(2, &["`<FILE.csv>` is missing"]);
    bench
        .paynet(&["refund", "none.csv"])
        .expect(1, &["none.csv cannot be read"]);
    bench.batch(["xk_1,full,a"]);
    let no_key = bench
        .command(&["refund", "batch.csv"])
        .env_remove("PAYNET_SECRET_KEY")
        .output();
    Ended::from(no_key.unwrap()).expect(2, &["the secret key is missing: set PAYNET_SECRET_KEY"]);
    let missing = ["--secret-key-file", "none.txt"];
    bench
        .refund(&missing)
        .expect(1, &["the secret key cannot be read from none.txt"]);
    bench
        .paynet(&["journal", "show", "a"])
        .expect(1, &["the journal has no refund `a`"]);
    nothing_was_sent(&bench);
}
