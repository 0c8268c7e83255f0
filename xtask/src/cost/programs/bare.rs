//! The same refund with `reqwest` alone: the server, the secret key and the sale are arguments.

use std::error::Error;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = || arguments.next().ok_or("usage: refund URL KEY SALE");
    let (url, key, sale) = (argument()?, argument()?, argument()?);
    let provider = rustls::crypto::ring::default_provider();
    let _ = provider.install_default();
    let client = reqwest::Client::builder()
        .timeout(Duration::from_secs(30))
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let response = client
        .post(format!("{url}/v1/transaction/reversed_request"))
        .header(AUTHORIZATION, format!("Basic {key}"))
        .header(CONTENT_TYPE, "application/json; charset=UTF-8")
        .body(json!({"xact_id": sale}).to_string())
        .send()
        .await?;
    let body: Value = serde_json::from_slice(&response.bytes().await?)?;
    match &body["code"] {
        code if *code == 0 || *code == "0" => println!("accepted"),
        _ => return Err(format!("not accepted: {body}").into()),
    }
    Ok(())
}
