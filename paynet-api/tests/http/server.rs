//! A loopback server that does one thing to each connection, and reports the requests it receives.

use std::net::Ipv4Addr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What is done to each connection.
#[derive(Clone)]
pub(crate) enum Act {
    /// Read nothing, write nothing, and keep the connection open.
    Hang,
    /// Close the connection at once.
    Close,
    /// Read this many bytes, and close.
    ReadBytesThenClose(usize),
    /// Read a request, and close.
    ReadThenClose,
    /// Read a request, and never respond.
    ReadThenHang,
    /// Read a request, write this, and close.
    Answer(Vec<u8>),
    /// Read a request, write this, and keep the connection open.
    AnswerThenHang(Vec<u8>),
    /// Write the first response to one request and the second to another on the same connection.
    AnswerEach(Vec<u8>, Vec<u8>),
}

pub(crate) struct Server {
    pub(crate) port: u16,
    events: UnboundedReceiver<Event>,
}

/// What a server observed.
#[derive(Debug, PartialEq)]
pub(crate) enum Event {
    Connected,
    Request(String),
}

impl Server {
    pub(crate) async fn start(act: Act) -> Self {
        Self::start_each(vec![act]).await
    }

    /// Does one thing to each connection, in this order, and the last to all that follow.
    pub(crate) async fn start_each(acts: Vec<Act>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, events) = unbounded_channel();
        tokio::spawn(async move {
            let last = acts.last().cloned().unwrap();
            let mut acts = acts.into_iter();
            while let Ok((stream, _)) = listener.accept().await {
                let act = acts.next().unwrap_or_else(|| last.clone());
                tokio::spawn(serve(stream, act, sender.clone()));
            }
        });
        Self { port, events }
    }

    /// Responds to each request with this status, these headers and this body.
    pub(crate) async fn answering(status: &str, headers: &str, body: &str) -> Self {
        Self::start(Act::Answer(response(status, headers, body))).await
    }

    pub(crate) fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) async fn next(&mut self) -> Event {
        self.events.recv().await.unwrap()
    }

    /// Returns whether there is another event.
    pub(crate) fn has_more(&mut self) -> bool {
        self.events.try_recv().is_ok()
    }

    /// Returns the requests received so far.
    pub(crate) fn requests(&mut self) -> Vec<String> {
        let mut requests = Vec::new();
        while let Ok(event) = self.events.try_recv() {
            if let Event::Request(request) = event {
                requests.push(request);
            }
        }
        requests
    }
}

pub(crate) fn response(status: &str, headers: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Returns a port on which nobody listens. It stays taken until the tests end, so that no server of
/// another test gets it.
pub(crate) async fn closed_port() -> u16 {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let port = socket.local_addr().unwrap().port();
    std::mem::forget(socket);
    port
}

async fn serve(mut stream: TcpStream, act: Act, events: UnboundedSender<Event>) {
    // The test may have ended.
    drop(events.send(Event::Connected));
    match act {
        Act::Hang => hang().await,
        Act::Close => {}
        Act::ReadBytesThenClose(length) => {
            let mut bytes = vec![0; length];
            stream.read_exact(&mut bytes).await.unwrap();
        }
        Act::ReadThenClose => read(&mut stream, &events).await,
        Act::ReadThenHang => {
            read(&mut stream, &events).await;
            hang().await;
        }
        Act::Answer(bytes) => answer(&mut stream, &events, &bytes).await,
        Act::AnswerThenHang(bytes) => {
            answer(&mut stream, &events, &bytes).await;
            hang().await;
        }
        Act::AnswerEach(first, second) => {
            answer(&mut stream, &events, &first).await;
            answer(&mut stream, &events, &second).await;
        }
    }
}

async fn answer(stream: &mut TcpStream, events: &UnboundedSender<Event>, bytes: &[u8]) {
    read(stream, events).await;
    // Some clients close the connection early.
    drop(stream.write_all(bytes).await);
}

async fn hang() {
    tokio::time::sleep(Duration::from_secs(600)).await;
}

/// Reads one request: its head, and as much body as that announces.
async fn read(stream: &mut TcpStream, events: &UnboundedSender<Event>) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).await.is_ok() {
        request.push(byte[0]);
    }
    let head = String::from_utf8(request.clone()).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    if !head.is_empty() && stream.read_exact(&mut body).await.is_ok() {
        let body = String::from_utf8(body).unwrap();
        drop(events.send(Event::Request(format!("{head}{body}"))));
    }
}
