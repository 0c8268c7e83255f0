//! Workers one after the other, each killed but for the last.

use std::fmt;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use paynet_api::sandbox::Ledger;

use super::bench::{Bench, Recorded};
use super::kill::{Kill, at_moment};
use super::process::{Ended, Process};
use crate::database::Database;
use crate::task::Task;
use crate::worker::{Attempted, Order};

/// Which workers there are.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// What it is called in the counts.
    pub(crate) name: &'static str,
    /// One worker for each of them; then comes one that is not killed.
    pub(crate) kills: Vec<Kill>,
    /// How many calls a worker has under way at a time.
    pub(crate) at_once: usize,
    /// Whether the next worker has another name, so that leases have to run out.
    pub(crate) takes_over: bool,
}

/// What was left behind.
pub(crate) struct Left {
    pub(crate) tasks: Vec<Task>,
    pub(crate) told: Vec<Attempted>,
    pub(crate) record: Vec<Recorded>,
    pub(crate) ledger: Ledger,
    /// How many of the workers were killed.
    pub(crate) killed: usize,
}

impl Left {
    pub(crate) async fn of<D: Database>(
        bench: Bench<D>,
        told: Vec<Attempted>,
        killed: usize,
    ) -> Self {
        Self {
            told,
            record: bench.record().await,
            ledger: bench.sandbox.ledger(),
            tasks: bench.tasks,
            killed,
        }
    }
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for it in &self.told {
            writeln!(f, "told: {} {} ({})", it.key, it.outcome, it.why)?;
        }
        for Recorded { entry, history } in &self.record {
            writeln!(f, "{entry}")?;
            for event in history {
                writeln!(f, "    {event}")?;
            }
        }
        for it in self.ledger.requests() {
            writeln!(f, "arrived: {it:?}")?;
        }
        for it in self.ledger.movements() {
            writeln!(f, "moved: {it:?}")?;
        }
        Ok(())
    }
}

/// Runs the workers of a plan; `None` if there is no such database here.
pub(crate) async fn run<D: Database>(plan: &Plan) -> Option<Left> {
    let bench = Bench::<D>::new().await?;
    let (mut killed, mut told) = (0, Vec::new());
    for number in 0..=plan.kills.len() {
        let kill = plan.kills.get(number).copied();
        let ended = worker(&bench, &order(&bench, plan, number), kill).await;
        bench.wire.quiet().await;
        assert!(kill.is_some() || !ended.was_killed, "{plan:?}");
        assert!(ended.failed.is_none(), "{plan:?}: {:?}", ended.failed);
        killed += usize::from(ended.was_killed);
        told.extend(ended.told);
    }
    Some(Left::of(bench, told, killed).await)
}

fn order<D: Database>(bench: &Bench<D>, plan: &Plan, number: usize) -> Order {
    let mut order = bench.order();
    order.at_once = plan.at_once;
    if plan.takes_over {
        order.name = format!("worker-{number}");
        order.lease = Duration::from_millis(600);
    }
    order
}

/// Runs one worker.
async fn worker<D: Database>(bench: &Bench<D>, order: &Order, kill: Option<Kill>) -> Ended {
    let mut order = order.clone();
    if let Some(Kill::Point(point)) = kill {
        order.dies_at = Some(point);
    }
    let process = Process::start(&order);
    match kill {
        Some(Kill::Paynet(number)) => drop(at_moment(&bench.wire, number, process.killer())),
        Some(Kill::Database(number)) => {
            let wire = bench.database.as_ref().unwrap();
            drop(at_moment(wire, number, process.killer()));
        }
        Some(Kill::Time(time)) => {
            let kill = process.killer();
            tokio::time::sleep(time).await;
            kill();
        }
        Some(Kill::Point(_)) | None => {}
    }
    process.end().await
}

/// How much happens in a run in which nobody is killed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) points: u64,
    pub(crate) moments: u64,
    /// 0 if the database has no server.
    pub(crate) database: u64,
    pub(crate) time: Duration,
}

/// Measures a run in which nobody is killed; `None` if there is no such database here.
pub(crate) async fn measure<D: Database>() -> Option<Measured> {
    let bench = Bench::<D>::new().await?;
    let moments = at_moment(&bench.wire, 0, || ());
    let database = bench.database.as_ref();
    let database = database.map(|wire| at_moment(wire, 0, || ()));
    let begin = Instant::now();
    let ended = Process::start(&bench.order()).end().await;
    Some(Measured {
        points: ended.points,
        database: database.map_or(0, |it| it.load(Ordering::SeqCst)),
        moments: moments.load(Ordering::SeqCst),
        time: begin.elapsed(),
    })
}
