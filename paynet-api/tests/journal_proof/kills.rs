//! Workers are killed at every statement, at every byte that matters, and at any time; the next one
//! goes on. No reversal is done twice or lost, and the journal never says what the ledger contradicts.

use std::sync::Arc;
use std::time::Duration;

use paynet_api::journal::Sqlite;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::database::Database;
use crate::harness::{Counts, Kill, Plan, judge, measure, run};
use crate::is_all;

/// How many runs are under way at a time: most of a run is waiting.
const AT_ONCE: usize = 4;

#[test]
fn sqlite() {
    proven::<Sqlite>();
}

fn proven<D: Database>() {
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let Some(plans) = plans::<D>().await else {
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

/// Returns the plans; `None` if there is no such database here.
async fn plans<D: Database>() -> Option<Vec<Plan>> {
    let measured = measure::<D>().await?;
    println!("{}, without a kill: {measured:?}", D::NAME);
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut plans = Vec::new();
    for point in spread(measured.points, 20) {
        plans.push(plan("each statement", [Kill::Point(point)]));
    }
    for moment in spread(measured.moments, 8) {
        plans.push(plan(
            "each byte of a call that matters",
            [Kill::Paynet(moment)],
        ));
    }
    let point = |random: &mut Random| Kill::Point(random.below(measured.points) + 1);
    let micros = u64::try_from(measured.time.as_micros()).unwrap();
    for _ in 0..some(150, 4) {
        let time = Duration::from_micros(random.below(micros));
        plans.push(plan("any time", [Kill::Time(time)]));
    }
    for _ in 0..some(100, 3) {
        let twice = [point(&mut random), point(&mut random)];
        plans.push(plan("two statements, one after the other", twice));
    }
    for _ in 0..some(80, 3) {
        let mut plan = plan("a statement, four calls at a time", [point(&mut random)]);
        plan.at_once = 4;
        plans.push(plan);
    }
    for _ in 0..some(60, 2) {
        let mut plan = plan("a statement, another takes over", [point(&mut random)]);
        plan.takes_over = true;
        plans.push(plan);
    }
    Some(plans)
}

fn plan<const N: usize>(name: &'static str, kills: [Kill; N]) -> Plan {
    Plan {
        name,
        kills: kills.to_vec(),
        at_once: 1,
        takes_over: false,
    }
}

/// Returns all numbers up to the last one; or some, spread over them.
fn spread(last: u64, few: u64) -> Vec<u64> {
    match is_all() {
        true => (1..=last).collect(),
        false => (1..=few).map(|it| it * last / few).collect(),
    }
}

fn some(all: usize, few: usize) -> usize {
    if is_all() { all } else { few }
}

/// Numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        // Marsaglia, Xorshift RNGs, 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}
