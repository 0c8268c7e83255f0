//! A proxy on loopback that does one thing at one byte of a connection.

mod plan;
mod pump;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

pub(crate) use plan::{FAULTS, Fault, Plan, Side};
pub(crate) use pump::Passed;
use pump::Pump;

/// A proxy between a client and a server. It runs as long as its runtime.
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    /// Where connections lead to.
    to: Mutex<SocketAddr>,
    /// What is done to the next connection, by its number.
    plan: Box<dyn Fn(usize) -> Option<Plan> + Send + Sync>,
    seen: Mutex<Seen>,
}

/// What a proxy saw.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// How many connections there were.
    pub(crate) connections: usize,
    /// What came through the last one that has ended.
    pub(crate) request: Passed,
    pub(crate) response: Passed,
    /// How many faults were applied.
    pub(crate) applied: usize,
}

impl Proxy {
    /// Starts a proxy that does the same to each connection of a number.
    pub(crate) async fn start(
        to: SocketAddr,
        plan: impl Fn(usize) -> Option<Plan> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            to: Mutex::new(to),
            plan: Box::new(plan),
            seen: Mutex::default(),
        });
        tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { address, shared }
    }

    /// Leads the next connections to another server.
    pub(crate) fn lead_to(&self, to: SocketAddr) {
        *self.shared.to.lock().unwrap() = to;
    }

    /// Returns what was seen since this was last called.
    pub(crate) fn take(&self) -> Seen {
        std::mem::take(&mut *self.shared.seen.lock().unwrap())
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        let Ok((client, _)) = listener.accept().await else {
            continue;
        };
        let number = {
            let mut seen = shared.seen.lock().unwrap();
            seen.connections += 1;
            seen.connections - 1
        };
        tokio::spawn(connection(client, number, Arc::clone(&shared)));
    }
}

/// Serves one connection.
async fn connection(client: TcpStream, number: usize, shared: Arc<Shared>) {
    let plan = (shared.plan)(number);
    let to = *shared.to.lock().unwrap();
    let Ok(server) = TcpStream::connect(to).await else {
        return;
    };
    drop((client.set_nodelay(true), server.set_nodelay(true)));
    let (request, response) = pumped(client, server, plan).await;
    if let Some(Plan {
        side: Side::Request,
        fault: Fault::Replay,
        at,
    }) = plan
    {
        replay(to, &request.sent[..at.min(request.sent.len())]).await;
    }
    let mut seen = shared.seen.lock().unwrap();
    seen.applied += usize::from(request.applied || response.applied);
    (seen.request, seen.response) = (request, response);
}

/// Delivers both directions, and returns what came through.
async fn pumped(client: TcpStream, server: TcpStream, plan: Option<Plan>) -> (Passed, Passed) {
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    let ((gone, hears_gone), (answered, hears_answer)) = (oneshot::channel(), oneshot::channel());
    let pump = |side, from, to, tell, hear| Pump {
        side,
        from,
        to,
        fault: plan
            .filter(|it| it.side == side)
            .map(|it| (it.fault, it.at)),
        passed: Passed::default(),
        tell: Some(tell),
        hear,
    };
    let mut request = pump(Side::Request, from_client, to_server, gone, hears_answer);
    let mut response = pump(Side::Response, from_server, to_client, answered, hears_gone);
    // The first cut ends both.
    drop(tokio::try_join!(request.run(), response.run()));
    (request.passed, response.passed)
}

/// Delivers bytes on a connection of their own, and reads the response to its end.
async fn replay(to: SocketAddr, bytes: &[u8]) {
    let Ok(mut server) = TcpStream::connect(to).await else {
        return;
    };
    drop(server.write_all(bytes).await);
    drop(server.shutdown().await);
    drop(server.read_to_end(&mut Vec::new()).await);
}
