//! Sends the refunds: several at once, each transaction's one after the other.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paynet_api::journal::{Entry, Journal, JournalError, Store};
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use super::pace::Pace;
use super::report::Report;
use crate::file::Row;

/// What a run consists of, shared by its workers.
pub(super) struct Batch<S> {
    journal: Journal<S>,
    rows: Arc<[Row]>,
    /// The rows of each transaction, in the order of the file. Only one call per transaction may be
    /// under way.
    lanes: Mutex<VecDeque<Vec<usize>>>,
    pace: Pace,
    /// Becomes true when nothing more may begin.
    stop: watch::Sender<bool>,
    by: Option<String>,
}

/// What happens during a run.
pub(super) enum Message {
    /// The refund in this place of the file is begun.
    Begun(usize),
    Ended(usize, Report),
    /// Ctrl-C.
    Interrupt,
}

impl<S: Store + 'static> Batch<S> {
    /// Prepares the run of the rows in these places.
    pub(super) fn new(
        journal: Journal<S>,
        rows: Arc<[Row]>,
        places: impl Iterator<Item = usize>,
        interval: Duration,
        by: Option<String>,
    ) -> Self {
        let mut lanes: Vec<Vec<usize>> = Vec::new();
        let mut of_transaction = BTreeMap::new();
        for place in places {
            let lane = of_transaction.entry(&rows[place].transaction);
            let lane = *lane.or_insert_with(|| {
                lanes.push(Vec::new());
                lanes.len() - 1
            });
            lanes[lane].push(place);
        }
        drop(of_transaction);
        Self {
            journal,
            rows,
            lanes: Mutex::new(lanes.into()),
            pace: Pace::new(interval),
            stop: watch::Sender::new(false),
            by,
        }
    }

    /// Lets nothing more begin.
    pub(super) fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Sends refunds until none is left, or the run is stopped.
    pub(super) async fn work(self: Arc<Self>, messages: UnboundedSender<Message>) {
        while let Some(lane) = self.next_lane() {
            for place in lane {
                if !self.may_begin().await {
                    return;
                }
                // The receiver outlives the workers, unless everything is being stopped.
                let _ = messages.send(Message::Begun(place));
                let report = self.refund(&self.rows[place]).await;
                let _ = messages.send(Message::Ended(place, report));
            }
        }
    }

    fn next_lane(&self) -> Option<Vec<usize>> {
        let mut lanes = self.lanes.lock().unwrap_or_else(|it| it.into_inner());
        lanes.pop_front()
    }

    /// Waits for the next turn. Returns whether it came before the run was stopped.
    async fn may_begin(&self) -> bool {
        let turn = self.pace.turn(Instant::now());
        let mut stop = self.stop.subscribe();
        let stopped = timeout_at(turn, stop.wait_for(|it| *it)).await;
        stopped.is_err() && !*self.stop.borrow()
    }

    async fn refund(&self, row: &Row) -> Report {
        let attempt = self.journal.refund(&row.key, &row.refund());
        let mut attempt = attempt.again_if_not_sent();
        if let Some(total) = row.total {
            attempt = attempt.of_total(total);
        }
        if let Some(by) = &self.by {
            attempt = attempt.by(by);
        }
        let result = attempt.await;
        let mut report = match &result {
            Ok(receipt) => Report::accepted(receipt),
            Err(error) => Report::failed(error, row.key.as_str()),
        };
        if report.evidence.is_empty() {
            let entry = match &result {
                Ok(receipt) => Some(receipt.entry()),
                Err(error) => error.entry(),
            };
            report.evidence = evidence(&self.journal, entry).await;
        }
        report
    }
}

/// Returns the proof in the last line of an entry's history.
pub(super) async fn evidence<S: Store>(journal: &Journal<S>, entry: Option<&Entry>) -> String {
    let Some(entry) = entry else {
        return String::new();
    };
    let history: Result<_, JournalError> = journal.history(entry).await;
    let last = history.ok().and_then(|mut lines| lines.pop());
    last.map(|line| line.proof).unwrap_or_default()
}
