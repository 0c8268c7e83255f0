//! Four processes race over the same transactions: each is reversed once.

use std::collections::BTreeMap;

use paynet_api::XactId;
use paynet_api::journal::Operation;
use paynet_api::journal::Postgres;
use paynet_api::journal::{Sqlite, State};
use paynet_api::sandbox::{Operation as Service, Sandbox};
use tokio::task::JoinSet;

use crate::database::Database;
use crate::folder::Folder;
use crate::harness::{Bench, Ended, Left, Process};
use crate::is_all;
use crate::task::Task;
use crate::work_list::lira;

const PROCESSES: usize = 4;

#[test]
fn sqlite() {
    raced::<Sqlite>();
}

#[test]
fn postgres() {
    raced::<Postgres>();
}

/// All processes of a merchant may start at once, also for the first time.
#[tokio::test]
async fn tables_are_created_once() {
    let folder = Folder::new();
    let file = folder.path().join("journal.db");
    let mut starts = JoinSet::new();
    for _ in 0..16 {
        let file = file.clone();
        starts.spawn(async move {
            let store = Sqlite::open(file).await?;
            store.migrate().await
        });
    }
    for started in starts.join_all().await {
        started.unwrap();
    }
}

fn raced<D: Database>() {
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(race::<D>());
}

async fn race<D: Database>() {
    let count = if is_all() { 1_000 } else { 40 };
    let sandbox = Sandbox::start().await.unwrap();
    let sales: Vec<XactId> = (0..count).map(|_| sandbox.sale(lira(15))).collect();
    let Some(bench) = Bench::<D>::with(sandbox, Vec::new()).await else {
        return;
    };
    let processes = (0..PROCESSES).map(|process| {
        let name = format!("worker-{process}");
        let mut order = bench.order();
        order.list = bench.list(&name, &tasks(&sales, process));
        order.name = name;
        order.at_once = 8;
        order.snapshots = false;
        Process::start(&order)
    });
    let processes: Vec<Process> = processes.collect();
    let mut told = Vec::new();
    for process in processes {
        let Ended {
            told: of_it,
            failed,
            ..
        } = process.end().await;
        assert_eq!(failed, None);
        told.extend(of_it);
    }
    let left = Left::of(bench, told, 0).await;
    let whys = judge(&sales, &left);
    println!(
        "{}, {PROCESSES} processes, {count} transactions: {whys:?}",
        D::NAME
    );
}

/// Returns what a process is asked for: of one half of the transactions all use the same key, and of
/// the other half each uses its own.
fn tasks(sales: &[XactId], process: usize) -> Vec<Task> {
    let tasks = sales.iter().enumerate().map(|(number, sale)| {
        let key = match number % 2 {
            0 => format!("order-{number}"),
            _ => format!("order-{number}-of-{process}"),
        };
        Task::new(key, Operation::Refund, sale.clone())
    });
    tasks.collect()
}

/// Asserts that each was reversed once, and returns how often the callers were told what.
fn judge(sales: &[XactId], left: &Left) -> BTreeMap<String, usize> {
    let mut arrived = BTreeMap::<&XactId, usize>::new();
    for request in left.ledger.requests() {
        if let (Some(Service::Refund), Some(sale)) = (request.operation, &request.xact_id) {
            *arrived.entry(sale).or_default() += 1;
        }
    }
    for sale in sales {
        assert_eq!(arrived.get(sale), Some(&1), "{left}");
        assert_eq!(left.ledger.reversed(sale), 1500);
    }
    let in_state = |state| {
        let entries = left.record.iter().map(|it| &it.entry);
        entries.filter(|it| it.state == state).count()
    };
    // Those with keys of their own find out that it was reversed already.
    let own = sales.len() / 2 * (PROCESSES - 1);
    assert_eq!(
        (in_state(State::Accepted), in_state(State::NotSent)),
        (sales.len(), own)
    );
    assert_eq!(left.record.len(), sales.len() + own);
    let mut whys = BTreeMap::new();
    for told in &left.told {
        *whys.entry(told.why.clone()).or_default() += 1;
    }
    assert_eq!(whys.get("now"), Some(&sales.len()), "{whys:?}");
    assert_eq!(whys.get("could exceed"), Some(&own), "{whys:?}");
    whys
}
