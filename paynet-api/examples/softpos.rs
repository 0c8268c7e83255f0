//! A whole reversal in the PayPOS app: a session key, the start, the inquiry, and the key's end.
//!
//! `cargo run -p paynet-api --example softpos` needs neither an account nor a network: the requests
//! go to a server on loopback, whose responses are invented.
//!
//! In Paynet's own flow the mobile app starts the reversal, with the session key that its server
//! hands to it. Here one program plays both parts.

mod support;

use paynet_api::agent::types::{SessionEnd, SessionRequest};
use paynet_api::softpos::types::CheckTransactionRequest;
use paynet_api::{BaseUrl, Outcome, Paynet, ReturnUrl, Secret, StartReversal, XactId};
use support::Answer;

const ANSWERS: &[Answer] = &[
    Answer::Json(r#"{"code":0,"session_key":"invented-session-key","expired_date":"2024-05-31"}"#),
    Answer::Json(concat!(
        r#"{"code":0,"payment_session_id":"ps_1","deeplink_url":"paypos://reversal?session=ps_1","#,
        r#""encryption_key":"invented"}"#
    )),
    Answer::Json(r#"{"code":0,"Data":[{"xact_id":"xk_2","amount":10.50,"is_succeed":true}]}"#),
    Answer::Json(r#"{"code":0}"#),
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = support::serve(ANSWERS).await?;

    // The server has the secret key, and asks for a session key for one user of its app.
    let server = Paynet::builder(address.clone())
        .secret_key("sck_invented")
        .build()?;
    let request = SessionRequest::new("1234", "username");
    let session = server.agent().create_session(&request).await?;
    let session = session.into_response().session_key;
    let session_key = session.ok_or("a session key is part of every accepted response")?;
    println!("The server has a session key for its app: {session_key:?}");

    if let Some(started) = start(&address, &session_key).await? {
        let app = Paynet::builder(address).build()?;
        let inquiry = CheckTransactionRequest::new(started);
        let found = app
            .soft_pos()
            .check_transaction(&session_key, &inquiry)
            .await?;
        for transaction in found.response().data.iter().flatten() {
            let (id, succeeded) = (&transaction.xact_id, transaction.is_succeed);
            println!("The inquiry found {id:?}, succeeded: {succeeded:?}");
        }
    }

    server
        .agent()
        .end_session(&SessionEnd::new(session_key))
        .await?;
    println!("The session key is ended.");
    Ok(())
}

/// Starts the reversal as the app does: with the session key alone. Returns the payment session.
async fn start(
    address: &BaseUrl,
    session_key: &Secret,
) -> Result<Option<String>, Box<dyn std::error::Error>> {
    let app = Paynet::builder(address.clone()).build()?;
    let mut start = StartReversal::new(XactId::new("xk_1")?);
    start.reference_no = Some("return-1042".to_owned());
    start.callback_url = ReturnUrl::new("myshop://returned")?.into();
    match app.soft_pos().start_reversal(session_key, &start).await {
        Ok(accepted) => {
            // The deep link and the encryption key are secrets: they print as [redacted]. The phone
            // opens the link, and the reversal happens in PayPOS.
            let started = accepted.into_response();
            println!("Started, which is not yet reversed: {started:?}");
            return Ok(started.payment_session_id.map(|id| id.expose().to_owned()));
        }
        Err(error) => match error.outcome() {
            Outcome::NotSent => println!("Not sent, it may be sent again: {error}"),
            Outcome::Refused => println!("Nothing was started: {error}"),
            Outcome::Accepted => println!("Do not send it again: {error}"),
            Outcome::Unknown => println!("Find out about the transaction first: {error}"),
        },
    }
    Ok(None)
}
