//! `cargo bench -p paynet-api`: what a call costs beside the same call by hand. It asserts nothing.
//!
//! One server in a process of its own answers each contestant's refunds: this client, which opens a
//! connection per call, and `reqwest` by hand, once with a connection per call and once with
//! connections that are kept. By hand, connections have reqwest's keepalive; those of this client have
//! none. The contestants take turns, so that a disturbance meets all of them, and are compared pass by
//! pass; the median of the passes counts. Allocations are those of this process, on average.
//!
//! The second table is the same over TLS, through a relay that makes a round trip last 30 ms. A relay
//! can't delay the kernel's handshake of TCP, so it waits a round trip before it reads a connection.
//! Sessions are resumed (`tests/http/tls.rs`), which saves the verification of the certificate, but no
//! round trip with TLS 1.3.

mod contestants;
mod server;

use std::io;
use std::time::Instant;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use self::contestants::{Contestant, contestants};
use self::server::{Server, Wire};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<std::alloc::System> = &INSTRUMENTED_SYSTEM;

/// How many calls are under way at a time.
const CONCURRENT: [usize; 3] = [1, 64, 512];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if let Some(wire) = Wire::asked_for() {
        return Ok(server::run(wire)?);
    }
    let runtime = tokio::runtime::Runtime::new()?;
    for (wire, calls, passes) in [(Wire::Plain, 2_048, 45), (Wire::TlsOver30Ms, 512, 9)] {
        let server = Server::start(wire)?;
        println!("\n{}\n", wire.title());
        println!(
            "{:>10}  {:<30} {:>10} {:>8} {:>13} {:>11}",
            "concurrent", "contestant", "µs/call", "times", "allocations", "bytes"
        );
        for concurrent in CONCURRENT {
            // One call at a time over a slow wire is slow.
            let calls = if wire == Wire::Plain {
                calls
            } else {
                calls.min(16 * concurrent)
            };
            runtime.block_on(compare(&server, concurrent, calls, passes))?;
        }
    }
    Ok(())
}

/// Lets the contestants take turns, and prints a row for each.
async fn compare(
    server: &Server,
    concurrent: usize,
    calls: usize,
    passes: usize,
) -> io::Result<()> {
    let contestants = contestants(server)?;
    let mut measured = vec![Vec::new(); contestants.len()];
    // The first pass warms up.
    for pass in 0..=passes {
        for (contestant, measured) in contestants.iter().zip(&mut measured) {
            let it = measure(contestant, concurrent, calls).await?;
            if pass > 0 {
                measured.push(it);
            }
        }
    }
    let (ours, _) = measured.split_at(1);
    for (contestant, theirs) in contestants.iter().zip(&measured) {
        let times = ours.iter().flatten().zip(theirs);
        let times = times.map(|(ours, theirs)| ours.micros / theirs.micros);
        let micros = theirs.iter().map(|it| it.micros);
        let each = |total: usize| total / (calls * passes);
        println!(
            "{concurrent:>10}  {:<30} {:>10.1} {:>8.2} {:>13} {:>11}",
            contestant.name,
            median(micros) / calls as f64,
            median(times),
            each(theirs.iter().map(|it| it.allocations).sum()),
            each(theirs.iter().map(|it| it.bytes).sum()),
        );
    }
    Ok(())
}

/// One pass.
#[derive(Clone, Copy)]
struct Measured {
    micros: f64,
    allocations: usize,
    bytes: usize,
}

fn median(passes: impl Iterator<Item = f64>) -> f64 {
    let mut passes: Vec<f64> = passes.collect();
    passes.sort_by(f64::total_cmp);
    passes[passes.len() / 2]
}

/// Makes so many calls, so many of them at a time.
async fn measure(contestant: &Contestant, concurrent: usize, calls: usize) -> io::Result<Measured> {
    let region = Region::new(ALLOCATOR);
    let begin = Instant::now();
    let workers = (0..concurrent).map(|_| {
        let call = contestant.call.clone();
        tokio::spawn(async move {
            for _ in 0..calls / concurrent {
                call().await?;
            }
            io::Result::Ok(())
        })
    });
    let workers: Vec<_> = workers.collect();
    for worker in workers {
        worker.await.map_err(io::Error::other)??;
    }
    let (time, change) = (begin.elapsed(), region.change());
    Ok(Measured {
        micros: time.as_secs_f64() * 1e6,
        allocations: change.allocations,
        bytes: change.bytes_allocated,
    })
}
