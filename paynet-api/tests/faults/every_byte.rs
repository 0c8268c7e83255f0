//! Every fault at every byte of the request and of the response, for every operation, with and
//! without TLS: [`judge`] says what must hold.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use paynet_api::sandbox::Operation;
use tokio::runtime::Runtime;

use crate::counts::Counts;
use crate::is_all;
use crate::proxy::{FAULTS, Fault, Plan, Side};
use crate::verdict::{Case, judge};
use crate::worker::{LINKS, Link, Worker, deadline};

/// How many positions of a direction are tried if not all are.
const SOME: usize = 2;

/// Some lengths differ by a few bytes from one connection to the other: signatures, say.
const BEYOND: usize = 3;

/// All positions of one fault.
#[derive(Clone, Copy)]
struct Sweep {
    operation: Operation,
    link: Link,
    side: Side,
    fault: Fault,
}

/// What is done, and what came of it.
#[derive(Default)]
struct Work {
    left: Vec<Sweep>,
    counts: Counts,
    broken: Vec<String>,
}

#[test]
fn what_is_said_is_what_happened() {
    let work = Mutex::new(Work {
        left: sweeps(),
        ..Work::default()
    });
    let threads = if is_all() { 32 } else { 12 };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| sweep_all(&work));
        }
    });
    let Work { counts, broken, .. } = work.into_inner().unwrap();
    println!("{counts}");
    assert!(
        broken.is_empty(),
        "{} broken:\n{}",
        broken.len(),
        broken[..broken.len().min(20)].join("\n")
    );
    let all = counts.all();
    assert!(all.applied > 1_000, "{all:?}");
    let outcomes = [
        all.accepted,
        all.refused,
        all.not_sent,
        all.unknown,
        all.carried_out,
    ];
    assert!(outcomes.iter().all(|count| *count > 20), "{all:?}");
}

fn sweeps() -> Vec<Sweep> {
    let mut sweeps = Vec::new();
    let faults = if is_all() { &FAULTS[..] } else { &FAULTS[..6] };
    for operation in Operation::ALL {
        for link in LINKS {
            for side in [Side::Request, Side::Response] {
                sweeps.extend(faults.iter().map(|fault| Sweep {
                    operation: *operation,
                    link,
                    side,
                    fault: *fault,
                }));
            }
        }
    }
    assert_eq!(sweeps.len(), 13 * 3 * 2 * faults.len());
    sweeps
}

/// Takes sweeps until none is left. Each link has a runtime of its own.
fn sweep_all(work: &Mutex<Work>) {
    let mut workers = BTreeMap::<Link, (Runtime, Worker)>::new();
    loop {
        let Some(next) = work.lock().unwrap().left.pop() else {
            return;
        };
        let (runtime, worker) = workers.entry(next.link).or_insert_with(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let worker = runtime.block_on(Worker::start(next.link));
            (runtime, worker)
        });
        let (counts, broken) = runtime.block_on(sweep(worker, next));
        let mut work = work.lock().unwrap();
        work.counts.join(counts);
        work.broken.extend(broken);
    }
}

/// Tries one fault at the bytes of one direction.
async fn sweep(worker: &mut Worker, sweep: Sweep) -> (Counts, Vec<String>) {
    let Sweep {
        operation,
        link,
        side,
        fault,
    } = sweep;
    let (mut counts, mut broken) = (Counts::default(), Vec::new());
    let length = worker.length(operation, side).await;
    for at in positions(length, operation, fault) {
        let plan = Plan { side, fault, at };
        let case = Case {
            operation,
            link,
            plan,
        };
        let deadline = deadline(Some(fault));
        let run = worker.run(operation, Some(plan), deadline).await;
        match judge(&case, &run, deadline) {
            Ok(verdict) => {
                let outcome = run.told.as_ref().map(|told| told.outcome);
                counts.add(&case, outcome.unwrap(), &run, verdict);
            }
            Err(wrong) => broken.push(describe(wrong, &case, &run)),
        }
    }
    (counts, broken)
}

/// Returns the positions that are tried: all, or some that differ from sweep to sweep.
fn positions(length: usize, operation: Operation, fault: Fault) -> Vec<usize> {
    if is_all() {
        return (0..=length + BEYOND).collect();
    }
    let faults = FAULTS.iter().position(|it| *it == fault).unwrap();
    let first = (operation as usize * 7 + faults * 5) % (length / SOME);
    let some = (0..SOME).map(|it| first + it * (length / SOME));
    some.chain([length]).collect()
}

fn describe(wrong: &str, case: &Case, run: &crate::worker::Run) -> String {
    let told = run
        .told
        .as_ref()
        .map(|it| (it.outcome, it.kind, it.attempts, it.status));
    let body = run
        .told
        .as_ref()
        .map(|it| String::from_utf8_lossy(&it.body).into_owned());
    format!(
        "{wrong}: {case:?}: {told:?} {:?}, {} left, {} connections, {body:?}",
        run.truth, run.left, run.seen.connections
    )
}
