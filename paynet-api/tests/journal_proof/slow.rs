//! A worker that stands still, at any moment of a call, until another one has taken over and ended:
//! then it goes on, as if it had only been slow.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use paynet_api::journal::{Postgres, Sqlite};
use rustix::process::Signal;
use tokio::sync::Notify;

use crate::database::Database;
use crate::harness::{Bench, Ended, Left, Process, judge, measure};
use crate::is_all;
use crate::wire::{Stage, Then, Wire};
use crate::worker::Order;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    goes_on::<Sqlite>().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    goes_on::<Postgres>().await;
}

async fn goes_on<D: Database>() {
    let Some(measured) = measure::<D>().await else {
        return;
    };
    // Of the five of a call, a request and a response arrive.
    let last = measured.moments * 2 / 5;
    let step = if is_all() { 1 } else { last / 4 };
    let moments = (1..=last).step_by(usize::try_from(step).unwrap());
    let (mut runs, mut stopped) = (0, 0);
    for moment in moments {
        let (left, was_stopped) = stands_still::<D>(moment).await;
        if let Err(why) = judge(&left) {
            panic!("{}, stopped at {moment}: {why}\n{left}", D::NAME);
        }
        runs += 1;
        stopped += usize::from(was_stopped);
    }
    println!(
        "{}, {runs} runs, {stopped} workers stood still and went on",
        D::NAME
    );
    assert!(stopped * 10 >= runs * 7, "{stopped} of {runs}");
}

/// Runs a worker that stands still at a moment, and meanwhile another one.
async fn stands_still<D: Database>(moment: u64) -> (Left, bool) {
    let bench = Bench::<D>::new().await.unwrap();
    let order = |name: &str| Order {
        name: name.to_owned(),
        lease: Duration::from_millis(500),
        ..bench.order()
    };
    let slow = Process::start(&order("slow"));
    let stands = stop_at(&bench.wire, moment, slow.signaller());
    let go_on = slow.signaller();
    let slow = tokio::spawn(slow.end());
    while !slow.is_finished() {
        let pause = Duration::from_millis(5);
        if tokio::time::timeout(pause, stands.notified())
            .await
            .is_err()
        {
            continue;
        }
        let other = Process::start(&order("other")).end().await;
        go_on(Signal::CONT);
        let slow = slow.await.unwrap();
        // A worker that stands still in the middle of a write, such as that of its lease, keeps the
        // locks of SQLite: the other one gives up after a while, having sent nothing, and is started
        // again.
        let other = match &other.failed {
            Some(_) => Process::start(&order("other")).end().await,
            None => other,
        };
        // What the slow one had under way when it lost its lease may be sent by neither of the two.
        let last = Process::start(&order("last")).end().await;
        return (left(bench, [slow, other, last]).await, true);
    }
    // It had ended before the moment.
    (left(bench, [slow.await.unwrap()]).await, false)
}

/// Stops a worker at a moment. Returns what is notified then.
fn stop_at(wire: &Wire, moment: u64, stop: impl Fn(Signal) + Send + Sync + 'static) -> Arc<Notify> {
    let stands = Arc::new(Notify::new());
    let (stood, count) = (Arc::clone(&stands), AtomicU64::new(0));
    wire.watch(move |it| {
        // The worker waits for the wire.
        let is_waiting = it.stage == Stage::Arrived;
        if is_waiting && count.fetch_add(1, Ordering::SeqCst) + 1 == moment {
            stop(Signal::STOP);
            stood.notify_one();
        }
        Then::Goes
    });
    stands
}

async fn left<D: Database>(bench: Bench<D>, ended: impl IntoIterator<Item = Ended>) -> Left {
    let mut told = Vec::new();
    for Ended {
        told: of_it,
        failed,
        ..
    } in ended
    {
        assert_eq!(failed, None);
        told.extend(of_it);
    }
    Left::of(bench, told, 0).await
}
