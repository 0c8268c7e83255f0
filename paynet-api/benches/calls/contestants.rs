//! Who is compared: the same refund, sent by this client and by hand.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use paynet_api::{Amount, BaseUrl, Paynet, Refund, Transport, XactId};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::server::Server;

/// A way to send a refund.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    pub(crate) call: Arc<dyn Fn() -> Sent + Send + Sync>,
}

type Sent = Pin<Box<dyn Future<Output = io::Result<()>> + Send>>;

/// Returns the contestants, this client first.
pub(crate) fn contestants(server: &Server) -> io::Result<Vec<Contestant>> {
    Ok(vec![
        ours(server)?,
        by_hand(server, "by hand, connection per call", 0)?,
        by_hand(server, "by hand, connections kept", usize::MAX)?,
    ])
}

fn ours(server: &Server) -> io::Result<Contestant> {
    let base: BaseUrl = server.url().parse().map_err(io::Error::other)?;
    let mut transport = Transport::new();
    if let Some(pem) = &server.certificate {
        transport = transport
            .root_certificate(pem.as_bytes())
            .map_err(io::Error::other)?;
    }
    let paynet = Paynet::builder(base)
        .secret_key("sck_invented")
        .transport(transport);
    let paynet = paynet.build().map_err(io::Error::other)?;
    let sale = XactId::new("xk_invented").map_err(io::Error::other)?;
    let amount = Amount::from_kurus(1050).map_err(io::Error::other)?;
    let refund = Arc::new(Refund::partial(sale, amount));
    Ok(Contestant {
        name: "paynet-api",
        call: Arc::new(move || {
            let (paynet, refund) = (paynet.clone(), Arc::clone(&refund));
            Box::pin(async move {
                let accepted = paynet.transaction().refund(&refund).await;
                accepted.map(drop).map_err(io::Error::other)
            })
        }),
    })
}

/// What a merchant writes who knows the traps: a deadline, no redirects, the code of the response. The
/// sale and the amount are variables, as they are for this client.
fn by_hand(server: &Server, name: &'static str, idle: usize) -> io::Result<Contestant> {
    let client = client(server, idle)?;
    let url = format!("{}/v1/transaction/reversed_request", server.url());
    let refund = Arc::new(("xk_invented".to_owned(), 1050));
    Ok(Contestant {
        name,
        call: Arc::new(move || {
            let (sale, kurus) = &*refund;
            let request = client
                .post(&url)
                .header(AUTHORIZATION, "Basic sck_invented")
                .header(ACCEPT, "application/json; charset=UTF-8")
                .header(CONTENT_TYPE, "application/json; charset=UTF-8")
                .body(json!({"xact_id": sale, "amount": kurus.to_string()}).to_string());
            Box::pin(async move {
                let response = request.send().await.map_err(io::Error::other)?;
                let body = response.bytes().await.map_err(io::Error::other)?;
                let body: Value = serde_json::from_slice(&body)?;
                match body["code"].as_i64() {
                    Some(0) => Ok(()),
                    _ => Err(io::Error::other("refused")),
                }
            })
        }),
    })
}

/// Returns a client that keeps so many idle connections.
fn client(server: &Server, idle: usize) -> io::Result<reqwest::Client> {
    let mut builder = reqwest::Client::builder()
        .http1_only()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(30))
        // As this client does: with two addresses, a timer runs until the second is tried.
        .resolve_to_addrs("localhost", &server.addresses())
        .pool_max_idle_per_host(idle)
        .tls_backend_preconfigured(server.client_tls()?);
    if idle == 0 {
        let close = [(
            reqwest::header::CONNECTION,
            "close".parse().map_err(io::Error::other)?,
        )];
        builder = builder.default_headers(close.into_iter().collect());
    }
    builder.build().map_err(io::Error::other)
}
