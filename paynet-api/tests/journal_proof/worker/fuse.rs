//! Counts the statements and steps of a worker, and kills its process at one of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rustix::process::{Signal, getpid, kill_process};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt as _};

/// Who tells of a point: the database library of each statement when it is done, and this crate of
/// each step of an entry before and after, and of each call.
const TARGETS: [&str; 2] = ["sqlx", "paynet_api"];

/// Counts points.
#[derive(Clone)]
pub(super) struct Fuse {
    dies_at: Option<u64>,
    points: Arc<AtomicU64>,
}

/// Counts the points of this process from now on, which kills itself at one of them.
pub(super) fn set(dies_at: Option<u64>) -> Fuse {
    let points = Arc::default();
    let fuse = Fuse { dies_at, points };
    let subscriber = tracing_subscriber::registry().with(fuse.clone());
    tracing::subscriber::set_global_default(subscriber).unwrap();
    fuse
}

impl Fuse {
    /// Returns how many points there were.
    pub(super) fn points(&self) -> u64 {
        self.points.load(Ordering::SeqCst)
    }
}

impl<S: Subscriber> Layer<S> for Fuse {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let target = event.metadata().target();
        if !TARGETS.iter().any(|it| target.starts_with(it)) {
            return;
        }
        let point = self.points.fetch_add(1, Ordering::SeqCst) + 1;
        if self.dies_at == Some(point) {
            // Nothing of the process runs after this, on no thread.
            kill_process(getpid(), Signal::KILL).unwrap();
        }
    }
}
