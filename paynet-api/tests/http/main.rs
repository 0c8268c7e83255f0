//! The runtime over real HTTP on loopback: what is sent, and what is known when something goes wrong.
//!
//! The operations are invented and no provider's, except in `canaries`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails there")]

mod operation;
mod server;

mod canaries;
mod every_byte;
mod limits;
mod no_body;
mod not_sent;
mod race;
mod responses;
mod texts;
mod tls;
mod unknown;
mod wire;
