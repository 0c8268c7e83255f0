//! A web server (axum) that receives what Paynet posts about refunds.
//!
//! `cargo run -p paynet-api --features sandbox --example notification` needs neither an account nor
//! a network: the refunds go to the sandbox, an in-process stand-in of Paynet, which posts to this
//! server. All names and numbers are invented.
//!
//! Notifications are unsigned, and how often they come is not documented. So each refund has an
//! address of its own that nobody can guess, and what is posted there is a reason to ask Paynet.

use std::collections::HashMap;
use std::error::Error;
use std::future::IntoFuture as _;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use paynet_api::sandbox::{Approval, Sandbox};
use paynet_api::transaction::callbacks::parse_refund_decided;
use paynet_api::transaction::types::{
    RefundNotification, RefundNotificationCode, TransactionDetailQuery,
};
use paynet_api::{Amount, NotifyUrl, Paynet, Refund, Unsigned};
use tokio::net::TcpListener;
use tokio::sync::{Mutex, mpsc};

/// What the web server knows.
#[derive(Clone)]
struct Shop {
    /// The refunds by the secret part of their address. In production: a table of the database.
    refunds: Arc<Mutex<HashMap<String, Refund>>>,
    /// What was posted, until somebody acts on it.
    received: mpsc::Sender<Received>,
}

/// What was posted about a refund.
type Received = (Refund, Unsigned<RefundNotification>);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    // In production: `Paynet::builder(Environment::Production).secret_key(key).build()?`.
    let paynet = sandbox.client()?;

    // In production: an address that Paynet reaches, and https.
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let server = format!("http://{}", listener.local_addr()?);
    let (received, mut inbox) = mpsc::channel(16);
    let refunds = Arc::default();
    let shop = Shop { refunds, received };
    tokio::spawn(axum::serve(listener, router(shop.clone())).into_future());

    for approval in [Approval::Approved, Approval::NotApproved] {
        sandbox.rules(|rules| rules.approval = approval);
        let sale = sandbox.sale(Amount::from_kurus(1500)?);
        let secret = secret()?;
        let address = NotifyUrl::new(format!("{server}/refunds/{secret}"))?;
        let refund = Refund::full(sale).notify(address);
        // Before it is sent, because the notification may be quicker than the response.
        shop.refunds.lock().await.insert(secret, refund.clone());
        paynet.transaction().refund(&refund).await?;
        println!("A refund of {} is requested.", refund.xact_id);

        let (refund, notification) = inbox.recv().await.ok_or("the web server ended")?;
        act(&paynet, &refund, &notification).await?;
    }
    Ok(())
}

fn router(shop: Shop) -> Router {
    let router = Router::new().route("/refunds/{secret}", post(receive));
    router.with_state(shop)
}

/// Receives a notification. What Paynet expects as the answer is not documented: status 200 without a
/// body is a guess.
async fn receive(State(shop): State<Shop>, Path(secret): Path<String>, body: Bytes) -> StatusCode {
    let Some(refund) = shop.refunds.lock().await.get(&secret).cloned() else {
        return StatusCode::NOT_FOUND;
    };
    let Ok(notification) = parse_refund_decided(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    // Answered first, acted on afterwards: how long Paynet waits is not documented either.
    match shop.received.send((refund, notification)).await {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Acts on a notification, which may come twice, or from somebody else: what counts is what Paynet
/// says of the sale.
async fn act(
    paynet: &Paynet,
    refund: &Refund,
    notification: &Unsigned<RefundNotification>,
) -> Result<(), Box<dyn Error>> {
    match &notification.claim().code {
        Some(RefundNotificationCode::Approved) => println!("  Somebody claims: approved."),
        Some(RefundNotificationCode::NotApproved) => println!("  Somebody claims: not approved."),
        other => println!("  Somebody claims {other:?}."),
    }
    let mut query = TransactionDetailQuery::default();
    query.xact_id = Some(refund.xact_id.clone());
    let detail = paynet.transaction().detail(&query).await?.into_response();
    let sale = detail.data.into_iter().flatten().next();
    // Known from Paynet's own client code alone, and for refunds in full. `Paynet::snapshot` and
    // `Paynet::resolve` find out about partial ones.
    match sale.and_then(|sale| sale.reversed) {
        Some(true) => println!("  Paynet shows the sale as reversed: the customer can be told."),
        _ => println!("  Paynet does not show it as reversed: to be looked at again."),
    }
    Ok(())
}

/// Returns the secret part of an address: 128 bits of a cryptographic random number generator.
fn secret() -> Result<String, rustls::Error> {
    let mut bytes = [0; 16];
    let provider = rustls::crypto::ring::default_provider();
    provider.secure_random.fill(&mut bytes)?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}
