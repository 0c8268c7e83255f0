//! The secret key is in no output, no file and no database, whatever goes wrong.

use std::fs;

use paynet_api::sandbox::{Fault, Operation};

use crate::bench::{Bench, Ended};

/// Planted as the key that Paynet does not know.
const PLANTED: &str = "sck_PLANTED/wrong+key0123456789";

fn check(text: &[u8], key: &str, place: &str) {
    // Also without its prefix, and in the form that is sent.
    let bare = key.trim_start_matches("sck_");
    let found = text
        .windows(bare.len())
        .any(|window| window == bare.as_bytes());
    assert!(!found, "the key is in {place}");
}

fn check_all(bench: &Bench, ended: &Ended, key: &str) {
    check(ended.stdout.as_bytes(), key, "the output");
    check(ended.stderr.as_bytes(), key, "the messages");
    let mut files = 0;
    for file in fs::read_dir(&bench.folder).unwrap() {
        let path = file.unwrap().path();
        if path.file_name().is_some_and(|name| name != "key.txt") {
            files += 1;
            check(&fs::read(&path).unwrap(), key, &path.display().to_string());
        }
    }
    assert!(files >= 2, "only {files} files were searched");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_printed_and_stored_nowhere() {
    let bench = Bench::new().await;
    let [a, b, c] = &bench.sales();
    bench.batch([
        format!("{a},full,a"),
        format!("{b},99.00,b"),
        format!("{c},5.00,c"),
    ]);
    let key = bench.sandbox.secret_key();
    bench.sandbox.inject(Fault::cut().only(Operation::Refund));
    for arguments in [
        &["refund", "batch.csv", "--yes"][..],
        &["resolve", "--within", "1"],
        &["status"],
        &["journal", "show", "a"],
    ] {
        check_all(&bench, &bench.paynet(arguments), key.expose());
    }
    assert!(bench.requested() == 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_printed_and_stored_nowhere() {
    let bench = Bench::new().await;
    let [sale] = bench.sales();
    bench.batch([format!("{sale},full,a")]);
    bench.write("key.txt", format!("{PLANTED}\n"));
    let ended = bench.refund(&["--secret-key-file", "key.txt"]);
    ended.expect(5, &["not sent: 1"]);
    check_all(&bench, &ended, PLANTED);
    for arguments in [
        &["refund", PLANTED][..],
        &["refund", "batch.csv", "--secret-key", PLANTED],
        &["refund", "batch.csv", "--secret-key-file", PLANTED],
    ] {
        let ended = bench.paynet(arguments);
        ended.expect(2, &["there is a secret key on the command line"]);
        check_all(&bench, &ended, PLANTED);
    }
    bench.write("key.txt", format!("{PLANTED}\nüçüncü satır\n"));
    let ended = bench.refund(&["--secret-key-file", "key.txt"]);
    ended.expect(1, &["the client cannot be set up"]);
    check_all(&bench, &ended, PLANTED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_password_is_printed_nowhere() {
    let bench = Bench::new().await;
    bench.batch(["xk_1,full,a"]);
    // All at once: some of them try to connect for a while.
    let children = [
        "postgres://user:PLANTED-password@127.0.0.1:1/paynet",
        "postgres://127.0.0.1:1/paynet?user=u&password=PLANTED-password",
        "postgres://user:PLANTED-password@/[",
        "mysql://user:PLANTED-password@host/paynet",
    ]
    .map(|database| {
        let mut command = bench.command(&["refund", "batch.csv", "--yes"]);
        command.env("PAYNET_DATABASE", database).spawn().unwrap()
    });
    for (child, code) in children.into_iter().zip([1, 1, 2, 2]) {
        let ended = Ended::from(child.wait_with_output().unwrap());
        ended.expect(code, &["paynet: "]);
        check(ended.stdout.as_bytes(), "PLANTED-password", "the output");
        check(ended.stderr.as_bytes(), "PLANTED-password", "the messages");
    }
}
