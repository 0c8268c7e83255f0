//! What a merchant's test needs besides the sandbox: a place where notifications arrive, and calls
//! by hand.

use std::time::Duration;

use paynet_api::NotifyUrl;
use paynet_api::sandbox::Sandbox;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A merchant's server, which answers each notification with status 204.
pub(crate) struct Merchant {
    pub(crate) address: NotifyUrl,
    notifications: UnboundedReceiver<String>,
}

impl Merchant {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let server = listener.local_addr().unwrap();
        let (sender, notifications) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let request = read_request(&mut stream).await;
                drop(sender.send(request));
                drop(stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await);
            }
        });
        Self {
            address: NotifyUrl::new(format!("http://{server}/refunds/secret")).unwrap(),
            notifications,
        }
    }

    /// Waits for a notification, and returns the request.
    pub(crate) async fn next(&mut self) -> String {
        self.notifications.recv().await.unwrap()
    }

    /// Returns whether there is another one.
    pub(crate) fn has_more(&mut self) -> bool {
        self.notifications.try_recv().is_ok()
    }
}

/// Reads a request: its head, and as much body as that announces.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).await.unwrap();
        request.push(byte[0]);
    }
    let head = String::from_utf8(request).unwrap();
    let mut lines = head.lines();
    let length = lines.find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.unwrap_or("0").parse().unwrap()];
    stream.read_exact(&mut body).await.unwrap();
    head + &String::from_utf8(body).unwrap()
}

/// Sends these bytes to the sandbox, and returns what it writes until it closes the connection.
pub(crate) async fn send(sandbox: &Sandbox, request: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = Vec::new();
    // A connection that is cut may be reset.
    drop(stream.read_to_end(&mut response).await);
    response
}

/// Returns a request as another client may write it.
pub(crate) fn post(path: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\
         Content-Type: application/json; charset=UTF-8\r\n{headers}\
         Content-Length: {length}\r\n\r\n{body}"
    )
}

/// The header with the secret key that the sandbox accepts.
pub(crate) fn key(sandbox: &Sandbox) -> String {
    let key = sandbox.secret_key();
    format!("Authorization: Basic {}\r\n", key.expose())
}

/// A time that never passes in a test.
pub(crate) const NEVER: Duration = Duration::from_secs(600);
