//! What the client says under faults, compared with what really happened: every fault at every byte
//! of a connection, and many calls at once.
//!
//! `cargo test` tries some bytes and some calls. All of them, with the counts:
//!
//! ```sh
//! FAULTS=all cargo test -p paynet-api --all-features --release --test faults -- --nocapture
//! ```

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod certificates;
mod counts;
mod environment;
mod every_byte;
mod front;
mod load;
mod memory;
mod operations;
mod proxy;
mod redirects;
#[cfg(feature = "tracing")]
mod secrets;
mod trap;
mod verdict;
mod worker;

use paynet_api::Amount;

/// Returns whether everything is to be tried.
fn is_all() -> bool {
    std::env::var_os("FAULTS").is_some_and(|value| value == "all")
}

fn lira(kurus: i64) -> Amount {
    Amount::from_kurus(kurus).unwrap()
}
