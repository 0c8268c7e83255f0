//! The sandbox over HTTP, called by the client and by hand: what arrives, what is answered, and what
//! the ledger says really happened.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod app;
mod binary;
mod end;
mod faults;
mod merchant;
mod notifications;
mod outcomes;
mod wire;

use std::time::Duration;

use paynet_api::sandbox::Sandbox;
use paynet_api::{Amount, Paynet, XactId};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A sandbox with a sale of 15.00 TL, made the day before, and a client.
struct Fixture {
    sandbox: Sandbox,
    paynet: Paynet,
    sale: XactId,
}

async fn fixture() -> Fixture {
    let sandbox = Sandbox::start().await.unwrap();
    let sale = sandbox.sale(lira(1500));
    sandbox.advance(DAY);
    let paynet = sandbox.client().unwrap();
    Fixture {
        sandbox,
        paynet,
        sale,
    }
}

fn lira(kurus: i64) -> Amount {
    Amount::from_kurus(kurus).unwrap()
}
