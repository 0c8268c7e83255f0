//! A server on loopback that answers each connection as the example says. It simulates Paynet:
//! the examples need neither an account nor a network.

use std::io;

use paynet_api::BaseUrl;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one request.
#[allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each example uses some of them"
)]
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    /// Sends this JSON with status 200.
    Json(&'static str),
    /// Reads the request and closes the connection without a response.
    HangUp,
}

/// Starts a server that gives these answers, one per connection, and returns its address.
pub(crate) async fn serve(
    answers: &'static [Answer],
) -> Result<BaseUrl, Box<dyn std::error::Error>> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        for answer in answers {
            let (mut stream, _) = listener.accept().await?;
            read_request(&mut stream).await?;
            if let Answer::Json(json) = answer {
                let length = json.len();
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
                let response = format!("{head}Content-Length: {length}\r\n\r\n{json}");
                stream.write_all(response.as_bytes()).await?;
            }
        }
        io::Result::Ok(())
    });
    Ok(format!("http://{address}").parse()?)
}

/// Reads a request and prints its first line and its body.
async fn read_request(stream: &mut TcpStream) -> io::Result<()> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !is_complete(&request) {
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            break;
        }
        request.extend_from_slice(&buffer[..count]);
    }
    let text = String::from_utf8_lossy(&request);
    let line = text.lines().next().unwrap_or_default();
    let body = text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    println!("  -> {line}\n     {body}");
    Ok(())
}

fn is_complete(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_ascii_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let mut lines = head.lines();
    let length = lines.find_map(|line| line.strip_prefix("content-length: "));
    length.is_none_or(|length| {
        length
            .trim()
            .parse()
            .is_ok_and(|it: usize| body.len() >= it)
    })
}
