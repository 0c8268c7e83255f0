//! Refunds a sale, and shows the three outcomes of a failed call.
//!
//! `cargo run -p paynet-api --example refund` needs neither an account nor a network: the requests
//! go to a server on loopback. Its responses are invented, except for the first, which is Paynet's
//! own sample.

mod support;

use paynet_api::{Accepted, Amount, BaseUrl, Error, Outcome, Paynet, Refund, XactId};
use support::Answer;

/// What the server answers, in this order.
const ANSWERS: &[Answer] = &[
    Answer::Json(
        r#"{"object_name":"transaction_reversed_request","message":"Başarılı İşlem","code":0}"#,
    ),
    Answer::Json(r#"{"object_name":"","message":"agentnotfound","code":4}"#),
    Answer::HangUp,
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = support::serve(ANSWERS).await?;
    let paynet = client(server)?;

    // 10.50 TL of a sale. `Refund::full` requests all of it.
    let refund = Refund::partial(XactId::new("xk_1")?, Amount::from_kurus(1050)?);
    for title in [
        "The refund is accepted",
        "Paynet refuses",
        "The connection breaks",
    ] {
        println!("\n{title}:");
        report(paynet.transaction().refund(&refund).await);
    }

    println!("\nNobody listens:");
    let nobody = client("http://127.0.0.1:1".parse()?)?;
    report(nobody.transaction().refund(&refund).await);
    Ok(())
}

fn client(server: BaseUrl) -> Result<Paynet, Box<dyn std::error::Error>> {
    // In production: `Paynet::builder(Environment::Production)`.
    Ok(Paynet::builder(server).secret_key("sck_invented").build()?)
}

/// Says what the call proves, and what may be done next.
fn report<R>(result: Result<Accepted<R>, Error>) {
    match result {
        Ok(accepted) => {
            println!(
                "  accepted ({:?}): requested, not yet paid back",
                accepted.acceptance()
            );
        }
        Err(error) => {
            let next = match error.outcome() {
                Outcome::NotSent => "not sent: it is safe to send it again",
                Outcome::Refused => "refused: nothing was done",
                Outcome::Accepted => "accepted: the response could not be decoded",
                Outcome::Unknown => "unknown: find out what happened before anything else",
            };
            println!("  {next}\n  {error}");
        }
    }
}
