//! A server on loopback that answers each connection with bytes that were given, and keeps the bytes that came.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A server that answers one request.
#[derive(Debug)]
pub struct Loopback {
    address: SocketAddr,
    request: JoinHandle<io::Result<Vec<u8>>>,
}

impl Loopback {
    /// Starts a server that answers the first request with these bytes and closes the connection.
    ///
    /// # Errors
    /// If loopback has no free port.
    pub async fn answering(response: Vec<u8>) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let request = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await?;
            let request = read_request(&mut stream).await?;
            stream.write_all(&response).await?;
            stream.shutdown().await?;
            Ok(request)
        });
        Ok(Self { address, request })
    }

    /// The server's base URL.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The bytes of the request, after it was answered.
    ///
    /// # Errors
    /// If the connection broke.
    pub async fn request(self) -> io::Result<Vec<u8>> {
        self.request.await.map_err(io::Error::other)?
    }
}

/// Reads a head and as much body as its Content-Length says.
async fn read_request(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).await?;
        request.extend_from_slice(&buffer[..count]);
        if count == 0 || is_whole(&request) {
            return Ok(request);
        }
    }
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    length.is_none_or(|length| {
        length
            .trim()
            .parse()
            .is_ok_and(|length: usize| body.len() >= length)
    })
}
