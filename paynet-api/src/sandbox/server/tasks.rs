//! The tasks of a sandbox, which end with it.

use std::future::Future;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::runtime::Handle;
use tokio::task::JoinSet;

/// The tasks of a sandbox.
#[derive(Debug)]
pub(super) struct Tasks {
    handle: Handle,
    /// `None` after the end.
    running: Mutex<Option<JoinSet<()>>>,
}

impl Tasks {
    pub(super) fn new(handle: Handle) -> Self {
        Self {
            handle,
            running: Mutex::new(Some(JoinSet::new())),
        }
    }

    /// Starts a task, unless the sandbox has ended.
    pub(super) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        if let Some(running) = self.running().as_mut() {
            while running.try_join_next().is_some() {}
            running.spawn_on(task, &self.handle);
        }
    }

    /// Ends all tasks. They hold what holds this, so that nothing is freed before.
    pub(super) fn end(&self) {
        // Dropped without the lock: what the tasks own may start tasks when it is dropped.
        let running = self.running().take();
        drop(running);
    }

    fn running(&self) -> MutexGuard<'_, Option<JoinSet<()>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
