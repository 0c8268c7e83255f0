//! SQLite's disk is full, or may only be read. Without privileges: no file of the worker may grow
//! beyond a limit, which differs from run to run so that each statement meets it; or the worker runs
//! as a user who may not write.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use paynet_api::Outcome;
use paynet_api::journal::Sqlite;

use crate::harness::{Bench, Ended, Left, Process, judge};
use crate::is_all;
use crate::worker::Attempted;

const KIB: u64 = 1024;

#[tokio::test]
async fn a_full_disk() {
    let step = if is_all() { 4 * KIB } else { 96 * KIB };
    let (mut runs, mut failed, mut not_sent, mut not_stored) = (0, 0, 0, 0);
    for limit in (1..).map(|it| it * step) {
        let (first, left) = full(limit).await;
        if let Err(why) = judge(&left) {
            panic!("{limit} bytes: {why}\n{left}");
        }
        runs += 1;
        failed += usize::from(first.failed.is_some());
        let by_store = first.told.iter().filter(|it| it.why == "store").count();
        let unstored = first.told.iter().filter(|it| !it.is_stored).count();
        (not_sent, not_stored) = (not_sent + by_store, not_stored + unstored);
        if first.failed.is_none() && by_store + unstored == 0 {
            break;
        }
    }
    println!(
        "SQLite, a full disk, {runs} sizes: {failed} workers gave up, {not_sent} requests were not sent, \
         {not_stored} outcomes not stored"
    );
    assert!(not_sent > 0);
    assert!(not_stored > 0 || !is_all());
}

/// Runs a worker with a limit, and then one without.
async fn full(limit: u64) -> (Ended, Left) {
    let bench = Bench::<Sqlite>::new().await.unwrap();
    // Its tables are there.
    assert!(bench.record().await.is_empty());
    let mut order = bench.order();
    order.file_limit = Some(limit);
    let first = Process::start(&order).end().await;
    let ledger = bench.sandbox.ledger();
    for told in first.told.iter().filter(|it| it.why == "store") {
        assert_eq!(told.outcome, Outcome::NotSent);
        let task = bench.tasks.iter().find(|it| it.key == told.key).unwrap();
        let is_part = task.amount.is_some();
        assert!(is_part || ledger.reversed(&task.xact_id) == 0, "{told:?}");
    }
    let second = Process::start(&bench.order()).end().await;
    assert_eq!(second.failed, None);
    let told = [first.told.as_slice(), &second.told].concat();
    (first, Left::of(bench, told, 0).await)
}

#[tokio::test]
async fn a_disk_that_may_only_be_read() {
    let bench = Bench::<Sqlite>::new().await.unwrap();
    assert!(bench.record().await.is_empty());
    let mut order = bench.order();
    let file = std::path::PathBuf::from(&order.address);
    let folder = file.parent().unwrap();
    let may = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    may(&file, 0o444);
    may(folder, 0o555);
    order.reads_only = true;
    let ended = Process::start(&order).end().await;
    // It cannot open the database, or can as long as another process has it open, and write nothing.
    let is_all = ended.told.len() == bench.tasks.len();
    assert!(ended.failed.is_some() || is_all, "{ended:?}");
    let by_store = |it: &Attempted| (it.outcome, it.why.as_str()) == (Outcome::NotSent, "store");
    assert!(ended.told.iter().all(by_store), "{ended:?}");
    // Only what made the list.
    let requests = bench.sandbox.ledger().requests().len();
    assert_eq!(requests, 1);
    may(folder, 0o755);
    may(&file, 0o644);
    assert!(bench.record().await.is_empty());
}
