//! Workers are killed at every statement, at every byte that matters, and at any time; the next one
//! goes on. No reversal is done twice or lost, and the journal never says what the ledger contradicts.

mod plans;

use std::sync::Arc;

use paynet_api::journal::Postgres;
use paynet_api::journal::Sqlite;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::database::Database;
use crate::harness::{Counts, Plan, judge, run};

/// How many runs are under way at a time: most of a run is waiting.
const AT_ONCE: usize = 4;

#[test]
fn sqlite() {
    proven::<Sqlite>();
}

#[test]
fn postgres() {
    proven::<Postgres>();
}

fn proven<D: Database>() {
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let Some(plans) = plans::plans::<D>().await else {
            return;
        };
        let (runs, counts) = (plans.len(), all::<D>(plans).await);
        println!("{}, {runs} runs:\n{counts}", D::NAME);
        // The others ended by themselves before.
        assert!(counts.killed() * 10 >= runs * 9, "{counts}");
    });
}

/// Runs all plans, some at a time.
async fn all<D: Database>(plans: Vec<Plan>) -> Counts {
    let permits = Arc::new(Semaphore::new(AT_ONCE));
    let mut runs = JoinSet::new();
    for plan in plans {
        let permits = Arc::clone(&permits);
        runs.spawn(async move {
            let _permit = permits.acquire_owned().await.unwrap();
            let left = run::<D>(&plan).await.unwrap();
            if let Err(why) = judge(&left) {
                panic!("{}, {plan:?}: {why}\n{left}", D::NAME);
            }
            (plan, left)
        });
    }
    let mut counts = Counts::default();
    while let Some(run) = runs.join_next().await {
        let (plan, left) = run.unwrap();
        counts.add(&plan, &left);
    }
    counts
}
