//! A proxy of the tests, which shows what passes and can hold it or cut it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, split};
use tokio::net::{TcpListener, TcpStream, UnixStream};
use tokio::sync::Notify;

/// Where connections lead to.
#[derive(Clone, Debug)]
pub(crate) enum Server {
    Tcp(SocketAddr),
    Unix(PathBuf),
}

/// A moment on a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment<'a> {
    pub(crate) from: From,
    pub(crate) stage: Stage,
    /// What was read at once.
    pub(crate) bytes: &'a [u8],
}

/// Who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Client,
    Server,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Nothing of it was delivered.
    Arrived,
    /// Its first byte was delivered.
    Begun,
    /// All of it was delivered.
    Delivered,
}

/// What becomes of the connection.
#[derive(Clone, Debug)]
pub(crate) enum Then {
    Goes,
    /// It is held until this is notified.
    Waits(Arc<Notify>),
    /// Both ends are closed.
    Cut,
    /// Nothing is delivered any more, and nobody notices.
    Hangs,
}

type Hook = Arc<dyn Fn(Moment<'_>) -> Then + Send + Sync>;

/// A proxy on loopback. It runs as long as its runtime.
pub(crate) struct Wire {
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    server: Server,
    hook: Mutex<Hook>,
    /// How many connections there are.
    open: AtomicUsize,
}

impl Wire {
    pub(crate) async fn start(server: Server) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            server,
            hook: Mutex::new(Arc::new(|_| Then::Goes)),
            open: AtomicUsize::new(0),
        });
        tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { address, shared }
    }

    /// Calls this at every moment from now on.
    pub(crate) fn watch(&self, hook: impl Fn(Moment<'_>) -> Then + Send + Sync + 'static) {
        *self.shared.hook.lock().unwrap() = Arc::new(hook);
    }

    /// Waits until there is no connection, so that the server has done all that it was asked for.
    pub(crate) async fn quiet(&self) {
        for _ in 0..10_000 {
            if self.shared.open.load(Ordering::SeqCst) == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        panic!("a connection does not end");
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((client, _)) = listener.accept().await {
        shared.open.fetch_add(1, Ordering::SeqCst);
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            connection(client, &shared).await;
            shared.open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

async fn connection(client: TcpStream, shared: &Shared) {
    let _ = client.set_nodelay(true);
    match &shared.server {
        Server::Tcp(address) => {
            if let Ok(server) = TcpStream::connect(address).await {
                let _ = server.set_nodelay(true);
                both(client, server, shared).await;
            }
        }
        Server::Unix(path) => {
            if let Ok(server) = UnixStream::connect(path).await {
                both(client, server, shared).await;
            }
        }
    }
}

/// Both ends are closed at once.
struct Cut;

async fn both<S: AsyncRead + AsyncWrite>(client: TcpStream, server: S, shared: &Shared) {
    let (mut from_client, mut to_client) = split(client);
    let (mut from_server, mut to_server) = split(server);
    let request = deliver(From::Client, &mut from_client, &mut to_server, shared);
    let response = deliver(From::Server, &mut from_server, &mut to_client, shared);
    let _ = tokio::try_join!(request, response);
}

/// Delivers one direction to its end.
async fn deliver(
    sender: From,
    from: &mut (impl AsyncRead + Unpin),
    to: &mut (impl AsyncWrite + Unpin),
    shared: &Shared,
) -> Result<(), Cut> {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let length = from.read(&mut buffer).await.unwrap_or(0);
        let bytes = &buffer[..length];
        let Some((first, others)) = bytes.split_at_checked(1) else {
            let _ = to.shutdown().await;
            return Ok(());
        };
        let at = |stage| {
            meet(
                Moment {
                    from: sender,
                    stage,
                    bytes,
                },
                shared,
            )
        };
        at(Stage::Arrived).await?;
        // Whoever is gone gets nothing, and what the other one says is still delivered.
        let _ = to.write_all(first).await;
        at(Stage::Begun).await?;
        let _ = to.write_all(others).await;
        at(Stage::Delivered).await?;
    }
}

async fn meet(moment: Moment<'_>, shared: &Shared) -> Result<(), Cut> {
    let hook = Arc::clone(&shared.hook.lock().unwrap());
    match hook(moment) {
        Then::Goes => Ok(()),
        Then::Waits(until) => {
            until.notified().await;
            Ok(())
        }
        Then::Cut => Err(Cut),
        Then::Hangs => std::future::pending().await,
    }
}
