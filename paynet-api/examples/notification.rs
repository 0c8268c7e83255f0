//! Receives the notification about a refund.
//!
//! `cargo run -p paynet-api --example notification` posts an invented notification to a server on
//! loopback, as Paynet posts it to the address of `Refund::notify`.

use std::error::Error;

use paynet_api::transaction::callbacks::parse_refund_decided;
use paynet_api::transaction::types::RefundNotificationCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The path of the address: a different one per refund, which nobody can guess.
const PATH: &str = "/refunds/1042/6f1c0a9e";

const NOTIFICATION: &str = r#"{"xact_id":"xk_1","code":0,"status":"3","message":"Onaylandı"}"#;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    let provider = tokio::spawn(async move {
        let mut stream = TcpStream::connect(address).await?;
        let length = NOTIFICATION.len();
        let head = format!("POST {PATH} HTTP/1.1\r\nHost: shop.example\r\n");
        let request = format!("{head}Content-Length: {length}\r\n\r\n{NOTIFICATION}");
        stream.write_all(request.as_bytes()).await?;
        let mut response = String::new();
        stream.read_to_string(&mut response).await?;
        std::io::Result::Ok(response)
    });

    let (mut stream, _) = listener.accept().await?;
    let mut buffer = [0; 4096];
    let count = stream.read(&mut buffer).await?;
    let request = String::from_utf8_lossy(&buffer[..count]).into_owned();
    let (head, body) = request
        .split_once("\r\n\r\n")
        .ok_or("a request has a body")?;
    println!(
        "received: {}\n{body}\n",
        head.lines().next().unwrap_or_default()
    );

    // The web server's route decides which refund the address belongs to.
    let status = if head.starts_with(&format!("POST {PATH} ")) {
        decide(body.as_bytes())?;
        "204 No Content"
    } else {
        "404 Not Found"
    };
    stream
        .write_all(format!("HTTP/1.1 {status}\r\n\r\n").as_bytes())
        .await?;
    drop(stream);
    println!("answered: {}", provider.await??.trim());
    Ok(())
}

/// The notification is not signed: it says what somebody claims. Ask Paynet before acting on it.
fn decide(body: &[u8]) -> Result<(), Box<dyn Error>> {
    let claim = parse_refund_decided(body)?.into_claim();
    match claim.code {
        Some(RefundNotificationCode::Approved) => println!("claimed: approved, ask Paynet"),
        Some(RefundNotificationCode::NotApproved) => println!("claimed: not approved, ask Paynet"),
        other => println!("claimed: {other:?}, ask Paynet"),
    }
    Ok(())
}
