//! The journal's proof: workers are killed at every statement, race, and lose their database, and what
//! the journal says afterwards is compared with the sandbox's ledger.
//!
//! Workers are processes of their own, of this same program; see [`worker`]. `cargo test` tries some
//! points. All of them, with the counts:
//!
//! ```sh
//! KILLS=all cargo test -p paynet-api --all-features --release --test journal_proof -- --nocapture
//! ```

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod database;
#[path = "../journal/support/folder.rs"]
mod folder;
mod gone;
mod harness;
mod kills;
#[path = "../journal/support/postgres.rs"]
#[expect(dead_code, reason = "the journal's own tests need more of it")]
mod postgres;
mod race;
mod slow;
mod task;
mod wire;
mod work_list;
mod worker;

/// Returns whether everything is to be tried.
fn is_all() -> bool {
    std::env::var_os("KILLS").is_some_and(|value| value == "all")
}
