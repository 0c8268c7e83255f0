//! What a call proves: a refusal, a refund, a contradiction, an unknown outcome and its resolution, and
//! a notification.
//!
//! `cargo run -p paynet-api --features sandbox --example refund` needs neither an account nor a
//! network: the requests go to the sandbox, an in-process stand-in of Paynet. All names and numbers
//! are invented.

use std::error::Error;
use std::time::Duration;

use paynet_api::sandbox::{Fault, Sandbox};
use paynet_api::transaction::callbacks::parse_refund_decided;
use paynet_api::transaction::types::RefundNotificationCode;
use paynet_api::{Accepted, Amount, NotifyUrl, Outcome, Paynet, Refund, XactId};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    // In production: `Paynet::builder(Environment::Production).secret_key(key).build()?`.
    let paynet = sandbox.client()?;

    let (sale, other) = (sandbox.sale(lira("15.00")?), sandbox.sale(lira("8.00")?));
    let part = Refund::partial(sale.clone(), lira("10.50")?);

    println!("A partial refund on the day of the sale");
    report(paynet.transaction().refund(&part).await);
    println!("  In truth, {}.\n", given_back(&sandbox, &sale));

    println!("The same refund a day later");
    sandbox.advance(Duration::from_secs(24 * 60 * 60));
    report(paynet.transaction().refund(&part).await);
    println!("  In truth, {}.\n", given_back(&sandbox, &sale));

    println!("A response that contradicts itself");
    sandbox.inject(Fault::contradiction());
    let rest = Refund::full(sale.clone());
    report(paynet.transaction().refund(&rest).await);
    println!("  In truth, {}.\n", given_back(&sandbox, &sale));

    println!("A connection that breaks before the response");
    let refund = Refund::full(other.clone());
    // In production: stored together with the refund.
    let snapshot = paynet.snapshot(&refund).await?;
    sandbox.inject(Fault::cut());
    report(paynet.transaction().refund(&refund).await);
    let resolver = paynet.resolve(&refund).since(&snapshot);
    let resolution = resolver.within(Duration::from_secs(10)).await;
    println!("  Resolved: {resolution}.");
    println!("  In truth, {}.\n", given_back(&sandbox, &other));

    println!("A notification");
    notification(&sandbox, &paynet).await
}

/// Says what the call proves, and what may be done next.
fn report<R>(result: Result<Accepted<R>, paynet_api::Error>) {
    match result {
        Ok(accepted) => {
            let acceptance = accepted.acceptance();
            println!("  Accepted ({acceptance:?}): requested, not yet paid back.");
        }
        Err(error) => {
            let next = match error.outcome() {
                Outcome::NotSent => "Not sent: it is safe to send it again.",
                Outcome::Refused => "Refused: nothing was done.",
                Outcome::Accepted => "Accepted, with a response that could not be decoded.",
                Outcome::Unknown => "Unknown: find out what happened before anything else.",
            };
            println!("  {next}\n  {error}");
        }
    }
}

/// Receives the notification about a refund, as the shop's web server would.
async fn notification(sandbox: &Sandbox, paynet: &Paynet) -> Result<(), Box<dyn Error>> {
    let shop = TcpListener::bind(("127.0.0.1", 0)).await?;
    // A different path per refund, which nobody can guess.
    let address = format!("http://{}/refunds/1042/6f1c0a9e", shop.local_addr()?);
    let refund = Refund::full(sandbox.sale(lira("20.00")?)).notify(NotifyUrl::new(address)?);
    report(paynet.transaction().refund(&refund).await);

    let (mut stream, _) = shop.accept().await?;
    let mut request = String::new();
    while !request.ends_with('}') {
        let mut buffer = [0; 1024];
        let count = stream.read(&mut buffer).await?;
        request.push_str(std::str::from_utf8(&buffer[..count])?);
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;

    let body = request.split("\r\n\r\n").nth(1).unwrap_or_default();
    println!("  Posted: {body}");
    // It is not signed: it says what somebody claims. Ask Paynet before acting on it.
    match parse_refund_decided(body.as_bytes())?.into_claim().code {
        Some(RefundNotificationCode::Approved) => println!("  It claims: approved."),
        Some(RefundNotificationCode::NotApproved) => println!("  It claims: not approved."),
        other => println!("  It claims {other:?}."),
    }
    Ok(())
}

/// Says how much was really given back: what only the sandbox knows.
fn given_back(sandbox: &Sandbox, sale: &XactId) -> String {
    let kurus = sandbox.ledger().reversed(sale);
    format!("{}.{:02} TL were given back", kurus / 100, kurus % 100)
}

fn lira(text: &str) -> Result<Amount, paynet_api::Invalid> {
    text.parse()
}
