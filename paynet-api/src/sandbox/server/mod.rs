//! The server of a sandbox: HTTP on one side, the ledger on the other.
//!
//! | module | content |
//! | --- | --- |
//! | `state` | what the tasks share: ledger, faults |
//! | `tasks` | the tasks, which end with the sandbox |
//! | `serve` | connections and requests |
//! | `respond` | from a request to its response |
//! | `damage`, `cut` | what faults do to responses, and to connections |
//! | `notify` | notifications |

mod cut;
mod damage;
mod notify;
mod respond;
mod serve;
mod state;
mod tasks;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

pub(super) use notify::post_decisions;
pub(super) use state::State;

use super::ledger::Ledger;

/// A server that runs. It ends when this is dropped, with all its tasks.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) state: Arc<State>,
    pub(super) address: SocketAddr,
}

impl Server {
    /// Starts a server.
    ///
    /// # Errors
    ///
    /// If nobody can listen on the address.
    pub(super) async fn start(address: SocketAddr, ledger: Ledger) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let http = notify::client().map_err(io::Error::other)?;
        let state = Arc::new(State::new(ledger, http));
        state
            .tasks
            .spawn(serve::accept(listener, Arc::clone(&state)));
        Ok(Self { state, address })
    }

    /// Waits until no notification is under way.
    pub(super) async fn notifications_posted(&self) {
        let mut posting = self.state.posting.subscribe();
        // The sender is in the state, so it cannot be gone.
        drop(posting.wait_for(|count| *count == 0).await);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.tasks.end();
    }
}
