//! A process that goes through a list of reversals, as a night batch does. It may kill itself, or be
//! killed.

mod fuse;
mod order;
mod told;

use std::error::Error;
use std::fs;
use std::sync::Mutex;
use std::time::Duration;

use paynet_api::journal::Postgres;
use paynet_api::journal::{Attempt, Journal, Journaled, Operation, Sqlite};
use paynet_api::{CaptureCancellation, Paynet, PreauthCancellation, Refund};

use crate::database::Database;
use crate::task::Task;
pub(crate) use order::Order;
pub(crate) use told::{Attempted, Told};

/// How long a worker waits before it tries again what another one has under way.
const PAUSE: Duration = Duration::from_millis(20);

#[test]
#[ignore = "the harness starts it as a process of its own"]
fn worker() {
    let Some(order) = Order::from_environment() else {
        return;
    };
    let fuse = fuse::set(order.dies_at);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let worked = runtime.block_on(async {
        match order.database.as_str() {
            Sqlite::NAME => work::<Sqlite>(&order).await,
            Postgres::NAME => work::<Postgres>(&order).await,
            other => panic!("there is no database {other}"),
        }
    });
    if let Err(error) = worked {
        Told::Failed(error.to_string()).print();
    }
    Told::Points(fuse.points()).print();
}

/// Goes through the list, from the start of the process to its end.
async fn work<D: Database>(order: &Order) -> Result<(), Box<dyn Error>> {
    let store = <D as Database>::open(&order.address).await?;
    let builder = Paynet::builder(order.paynet.parse::<paynet_api::BaseUrl>().unwrap());
    let paynet = builder.secret_key(order.secret_key.as_str()).build();
    let mut journal = Journal::builder(paynet.unwrap(), store)
        .worker(&order.name)
        .lease(order.lease)
        .look_for(Duration::from_millis(60));
    if !order.snapshots {
        journal = journal.without_snapshots();
    }
    let journal = journal.build();
    journal.recover().await?;
    journal.resolve_all().await?;
    let list = fs::read_to_string(&order.list).unwrap();
    let tasks = Mutex::new(list.lines().map(Task::parse));
    let line = || async {
        loop {
            let next = tasks.lock().unwrap().next();
            let Some(task) = next else { return };
            reverse(&journal, &task).await;
        }
    };
    let lines = (0..order.at_once).map(|_| Box::pin(line()));
    join(lines.collect()).await;
    journal.resolve_all().await?;
    Ok(())
}

/// Awaits all of them, in this task.
async fn join(mut all: Vec<std::pin::Pin<Box<impl Future<Output = ()>>>>) {
    std::future::poll_fn(|context| {
        all.retain_mut(|it| it.as_mut().poll(context).is_pending());
        match all.is_empty() {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    })
    .await;
}

/// Asks for one reversal, again and again while another one is under way, and says what came of it.
async fn reverse<D: Database>(journal: &Journal<D>, task: &Task) {
    loop {
        let told = attempt(journal, task).await;
        let is_busy = told.is_busy();
        told.print();
        if !is_busy {
            return;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Asks for one reversal.
async fn attempt<D: Database>(journal: &Journal<D>, task: &Task) -> Told {
    let (key, xact_id) = (task.key.as_str(), task.xact_id.clone());
    match task.operation {
        Operation::Refund => {
            let refund = match task.amount {
                Some(amount) => Refund::partial(xact_id, amount),
                None => Refund::full(xact_id),
            };
            finish(journal.refund(key, &refund), task).await
        }
        Operation::CancelCapture => {
            let cancellation = CaptureCancellation::new(xact_id);
            finish(journal.cancel_capture(key, &cancellation), task).await
        }
        Operation::CancelPreauth => {
            let cancellation = PreauthCancellation::new(xact_id);
            finish(journal.cancel_preauth(key, &cancellation), task).await
        }
        other => panic!("there is no {other}"),
    }
}

async fn finish<D: Database, R: Journaled>(mut attempt: Attempt<D, R>, task: &Task) -> Told {
    if let Some(total) = task.total {
        attempt = attempt.of_total(total);
    }
    if task.again {
        attempt = attempt.again_if_not_sent();
    }
    Told::of(&task.key, &attempt.await)
}
