//! `cargo bench -p paynet-api --features journal-postgres,sandbox --bench journal`: what the journal
//! adds to a call. It asserts nothing.
//!
//! The sandbox answers on loopback, at once, so that nearly all that is measured is the client's and
//! the database's: Paynet itself takes longer by far. All are on this machine and share it. Each call
//! refunds a sale of its own in full. A snapshot is two look-ups before the call. Both databases
//! commit to the disk (`fsync`), three times per call. The contestants take turns; the median of the
//! passes counts.

#![expect(clippy::unwrap_used, reason = "a bench ends where it cannot go on")]

mod contestants;
#[path = "../../tests/journal/support/folder.rs"]
mod folder;
#[path = "../../tests/journal/support/postgres.rs"]
#[expect(dead_code, reason = "tests need more of it")]
mod postgres;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use paynet_api::sandbox::{Payment, Sandbox};
use paynet_api::{Amount, Refund};
use tokio::runtime::Runtime;

use self::contestants::{Contestant, Databases};

/// How many calls are under way at a time, and how many there are in a pass.
const CONCURRENT: [(usize, usize); 3] = [(1, 64), (16, 256), (64, 512)];

/// How many passes each contestant has.
const PASSES: usize = 5;

const DAYS: Duration = Duration::from_secs(3 * 24 * 60 * 60);

fn main() {
    let (client, server) = (Runtime::new().unwrap(), Runtime::new().unwrap());
    let databases = client.block_on(Databases::create());
    println!(
        "{:>10}  {:<36} {:>9} {:>9} {:>6}",
        "concurrent", "contestant", "ms/call", "calls/s", "times"
    );
    for (concurrent, calls) in CONCURRENT {
        let contestants = databases.contestants();
        let mut passes = vec![Vec::new(); contestants.len()];
        // The first pass warms up.
        for pass in 0..=PASSES {
            for (contestant, passes) in contestants.iter().zip(&mut passes) {
                let sandbox = server.block_on(Sandbox::start()).unwrap();
                let time = client.block_on(measure(contestant, &sandbox, concurrent, calls));
                if pass > 0 {
                    passes.push(time);
                }
            }
        }
        let medians: Vec<Duration> = passes.into_iter().map(median).collect();
        for (contestant, time) in contestants.iter().zip(&medians) {
            let seconds = time.as_secs_f64();
            println!(
                "{concurrent:>10}  {:<36} {:>9.2} {:>9.0} {:>6.1}",
                contestant.name,
                seconds * 1e3 / calls as f64,
                calls as f64 / seconds,
                seconds / medians[0].as_secs_f64(),
            );
        }
    }
}

fn median(mut passes: Vec<Duration>) -> Duration {
    passes.sort();
    passes[passes.len() / 2]
}

/// Makes so many calls, so many of them at a time.
async fn measure(
    contestant: &Contestant,
    sandbox: &Sandbox,
    concurrent: usize,
    calls: usize,
) -> Duration {
    let amount = Amount::from_kurus(1500).unwrap();
    let sale = || sandbox.add(Payment::sale(amount).ago(DAYS));
    let refunds: Vec<Refund> = (0..calls).map(|_| Refund::full(sale())).collect();
    let call = (contestant.of)(sandbox.client().unwrap());
    let (refunds, next) = (Arc::new(refunds), Arc::new(AtomicUsize::new(0)));
    let begin = Instant::now();
    let workers = (0..concurrent).map(|_| {
        let (call, refunds, next) = (Arc::clone(&call), Arc::clone(&refunds), Arc::clone(&next));
        tokio::spawn(async move {
            while let Some(refund) = refunds.get(next.fetch_add(1, Ordering::Relaxed)) {
                call(refund.clone()).await;
            }
        })
    });
    let workers: Vec<_> = workers.collect();
    for worker in workers {
        worker.await.unwrap();
    }
    begin.elapsed()
}
