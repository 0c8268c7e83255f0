//! The runtime over real HTTP on loopback: what is sent, and what is known when something fails.
//!
//! The operations are invented, except in `canaries`, `resolve`, `rows`, `texts` and `traces`; all responses
//! are.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod operation;
mod server;

mod canaries;
mod every_byte;
mod limits;
mod no_body;
mod not_sent;
mod personal;
mod race;
mod resend;
mod resolve;
mod responses;
mod rows;
mod texts;
mod tls;
#[cfg(feature = "tracing")]
mod traces;
mod unknown;
mod wire;
