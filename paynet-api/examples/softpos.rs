//! A whole reversal in the PayPOS app: a session key, the start, the card, the inquiry, and the
//! key's end.
//!
//! `cargo run -p paynet-api --features sandbox --example softpos` needs neither an account nor a
//! network: the requests go to the sandbox, an in-process stand-in of Paynet.
//!
//! In Paynet's own flow the mobile app starts the reversal, with the session key that its server
//! hands to it. Here one program plays both parts, and the sandbox plays the phone.

use std::error::Error;

use paynet_api::agent::types::{SessionEnd, SessionRequest};
use paynet_api::sandbox::{Card, Sandbox};
use paynet_api::softpos::types::{CheckTransactionRequest, InitReversalResponse};
use paynet_api::{Amount, Outcome, Paynet, ReturnUrl, Secret, StartReversal, XactId};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let sale = sandbox.sale(Amount::from_kurus(1500)?);

    // The server has the secret key, and asks for a session key for one user of its app.
    let server = sandbox.client()?;
    let request = SessionRequest::new("1234", "username");
    let session = server.agent().create_session(&request).await?;
    let session = session.into_response().session_key;
    let session_key = session.ok_or("a session key is part of every accepted response")?;
    println!("The server has a session key for its app: {session_key:?}");

    // The app has the session key alone.
    let app = Paynet::builder(sandbox.base_url()).build()?;
    if let Some(started) = start(&app, &session_key, sale).await? {
        // The phone opens the link, and somebody presents the card: that is the reversal.
        let link = started.deeplink_url.ok_or("a link is part of it")?;
        sandbox.present_card(link.expose(), Card::Approved)?;
        let id = started.payment_session_id.ok_or("so is the session")?;
        look(&app, &session_key, id.expose()).await?;
    }

    let end = SessionEnd::new(session_key);
    server.agent().end_session(&end).await?;
    println!("The session key is ended.");
    Ok(())
}

/// Starts the reversal as the app does.
async fn start(
    app: &Paynet,
    session_key: &Secret,
    sale: XactId,
) -> Result<Option<InitReversalResponse>, Box<dyn Error>> {
    let mut start = StartReversal::new(sale);
    start.reference_no = Some("return-1042".to_owned());
    start.callback_url = ReturnUrl::new("myshop://returned")?.into();
    match app.soft_pos().start_reversal(session_key, &start).await {
        Ok(accepted) => {
            // The deep link and the encryption key are secrets: they print as [redacted].
            let started = accepted.into_response();
            println!("Started, which is not yet reversed: {started:?}");
            return Ok(Some(started));
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

/// Asks what became of the session.
async fn look(app: &Paynet, session_key: &Secret, id: &str) -> Result<(), Box<dyn Error>> {
    let inquiry = CheckTransactionRequest::new(id);
    let found = app
        .soft_pos()
        .check_transaction(session_key, &inquiry)
        .await?;
    for transaction in found.response().data.iter().flatten() {
        let (id, succeeded) = (&transaction.xact_id, transaction.is_succeed);
        println!("The inquiry found {id:?}, succeeded: {succeeded:?}");
    }
    Ok(())
}
