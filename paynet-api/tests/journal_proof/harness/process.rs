//! A worker's process.

use std::io::Read as _;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};

use rustix::process::{Pid, Signal, kill_process};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::worker::{Attempted, Order, Told};

/// A worker's process.
pub(crate) struct Process {
    child: Arc<Mutex<Child>>,
    output: JoinHandle<String>,
}

/// None is left if a test fails.
impl Drop for Process {
    fn drop(&mut self) {
        let mut child = self.child.lock().unwrap();
        drop(child.kill().and_then(|()| child.wait()));
    }
}

/// How a process ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// Whether it was killed; otherwise it went through its list.
    pub(crate) was_killed: bool,
    pub(crate) told: Vec<Attempted>,
    /// Why it gave up, if it did.
    pub(crate) failed: Option<String>,
    /// How many points it passed, if it ended by itself.
    pub(crate) points: u64,
}

impl Process {
    pub(crate) fn start(order: &Order) -> Self {
        let mut command = order.command();
        // The kernel hangs up on a group whose parent ends while a member stands still.
        command.process_group(0).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let output = spawn_blocking(move || {
            let mut output = String::new();
            stdout.read_to_string(&mut output).unwrap();
            output
        });
        Self {
            child: Arc::new(Mutex::new(child)),
            output,
        }
    }

    /// Returns what kills it.
    pub(crate) fn killer(&self) -> impl Fn() + Send + Sync + 'static {
        let child = Arc::clone(&self.child);
        move || child.lock().unwrap().kill().unwrap()
    }

    /// Returns what sends it a signal.
    pub(crate) fn signaller(&self) -> impl Fn(Signal) + Send + Sync + 'static {
        let child = Arc::clone(&self.child);
        move |signal| kill_process(Pid::from_child(&child.lock().unwrap()), signal).unwrap()
    }

    /// Waits for its end.
    ///
    /// # Panics
    ///
    /// If it failed.
    pub(crate) async fn end(mut self) -> Ended {
        // It has ended or is about to: the other end of its output is closed.
        let output = (&mut self.output).await.unwrap();
        let status = self.child.lock().unwrap().wait().unwrap();
        let was_killed = status.signal() == Some(Signal::KILL.as_raw());
        let passed = status.success() && output.contains("1 passed");
        assert!(was_killed || passed, "{status}: {output}");
        let mut ended = Ended {
            was_killed,
            told: Vec::new(),
            failed: None,
            points: 0,
        };
        for told in Told::parse(&output) {
            match told {
                Told::Attempt(attempted) => ended.told.push(attempted),
                Told::Failed(why) => ended.failed = Some(why),
                Told::Points(points) => ended.points = points,
            }
        }
        ended
    }
}
