//! What calls leave in memory: nothing, however they end.

use paynet_api::sandbox::Operation;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use crate::environment::{child, passes};
use crate::is_all;
use crate::proxy::{Fault, Plan, Side};
use crate::worker::{LINKS, Worker, deadline};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<std::alloc::System> = &INSTRUMENTED_SYSTEM;

/// The first rounds fill what is kept between calls: sessions of TLS, buffers of the runtime.
const WARM_UP: usize = 2;
const ROUNDS: usize = 6;

#[test]
fn is_not_left_behind() {
    // Other tests of this process allocate, too.
    print!("{}", passes(child("memory::rounds")));
}

#[test]
#[ignore = "`is_not_left_behind` runs it alone in a process"]
fn rounds() {
    let operations = match is_all() {
        true => Operation::ALL,
        false => &[Operation::Refund, Operation::List, Operation::StartSale],
    };
    for link in LINKS {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.enable_all().build().unwrap();
        let (used, calls) = runtime.block_on(async {
            let mut worker = Worker::start(link).await;
            let (mut used, mut calls) = (Vec::new(), 0);
            for _ in 0..ROUNDS {
                calls = round(&mut worker, operations).await;
                used.push(in_use());
            }
            (used, calls)
        });
        println!("{link:?}, bytes after rounds of {calls} calls: {used:?}");
        let grown = used[ROUNDS - 1] - used[WARM_UP];
        assert!(
            grown < 4 * calls * i64::try_from(ROUNDS - WARM_UP).unwrap(),
            "{grown} bytes"
        );
    }
}

/// Lets the operations end in several ways, and returns how many calls that were.
async fn round(worker: &mut Worker, operations: &[Operation]) -> i64 {
    let mut calls = 0;
    for operation in operations {
        for (side, fault, at) in [
            (Side::Request, Fault::Delay, 0),
            (Side::Request, Fault::Cut, 300),
            (Side::Response, Fault::Cut, 150),
            (Side::Response, Fault::Flip(1), 20),
            (Side::Response, Fault::Withhold, 50),
        ] {
            let plan = Plan { side, fault, at };
            drop(
                worker
                    .run(*operation, Some(plan), deadline(Some(fault)))
                    .await,
            );
            calls += 1;
        }
    }
    worker.renew().await;
    calls
}

/// Returns how many bytes are allocated.
fn in_use() -> i64 {
    let stats = ALLOCATOR.stats();
    i64::try_from(stats.bytes_allocated).unwrap() - i64::try_from(stats.bytes_deallocated).unwrap()
}
