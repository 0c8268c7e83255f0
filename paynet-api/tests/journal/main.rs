//! The journal against the sandbox, with real databases.
//!
//! Each test of `every_store!` runs with every store: SQLite, PostgreSQL if there is one, and a store
//! in memory, written as somebody with tables of their own would write one.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod support;

mod cancellations;
mod database;
mod late;
mod limits;
mod outcomes;
mod readme;
mod recover;
mod resolve;
mod secrets;
mod store_failures;
mod under_way;
