//! The server's side of Paynet's operations: what the client writes is read into the same value,
//! what the document does not allow is rejected, and what is encoded as a response is decoded as
//! the same. All values are invented.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails where it cannot go on"
)]

mod rejected;
mod requests;
mod responses;

use paynet_api::{Environment, Paynet};

/// The client of these tests.
fn paynet() -> Paynet {
    let paynet = Paynet::builder(Environment::Sandbox).secret_key("sck_invented+/=");
    paynet.build().expect("the key is valid")
}
