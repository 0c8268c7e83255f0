//! The command `paynet`, run as a person or a script runs it, against a sandbox: what it prints,
//! how it ends, and what the sandbox's ledger says really happened.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod batch;
mod bench;
mod database;
mod doubt;
#[path = "../journal/support/postgres.rs"]
mod postgres;
#[cfg(unix)]
mod readme;
mod secrets;
#[cfg(unix)]
mod stopped;
mod turkish;
mod wrong;
