//! Starts a reversal in the PayPOS app.
//!
//! `cargo run -p paynet-api --example softpos` needs neither an account nor a network: the request
//! goes to a server on loopback, whose response is invented.

mod support;

use paynet_api::{Outcome, Paynet, ReturnUrl, Secret, StartReversal, XactId};
use support::Answer;

const ANSWERS: &[Answer] = &[Answer::Json(concat!(
    r#"{"code":0,"payment_session_id":"ps_1","deeplink_url":"paypos://reversal?session=ps_1","#,
    r#""encryption_key":"invented"}"#
))];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = support::serve(ANSWERS).await?;
    // No secret key: this call is made with the session key of one app user.
    let paynet = Paynet::builder(server).build()?;

    let mut start = StartReversal::new(XactId::new("xk_1")?);
    start.reference_no = Some("return-1042".to_owned());
    start.callback_url = ReturnUrl::new("myshop://returned")?.into();

    println!("Starting the reversal:");
    let session_key = Secret::new("invented-session-key");
    match paynet.soft_pos().start_reversal(&session_key, &start).await {
        Ok(accepted) => {
            // The deep link and the encryption key are secrets: they print as [redacted]. Hand them
            // to the app over an encrypted connection; the reversal happens there.
            let session = accepted.into_response();
            println!("  started, which is not yet reversed\n  {session:?}");
            let link = session.deeplink_url.as_ref().map(Secret::expose);
            println!("  the app opens {} characters", link.map_or(0, str::len));
        }
        Err(error) => match error.outcome() {
            Outcome::NotSent => println!("  not sent, it may be sent again: {error}"),
            Outcome::Refused => println!("  nothing was started: {error}"),
            Outcome::Accepted => println!("do not send it again: {error}"),
            Outcome::Unknown => println!("  find out about the transaction first: {error}"),
        },
    }
    Ok(())
}
