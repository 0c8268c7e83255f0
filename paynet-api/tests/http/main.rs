//! The runtime over real HTTP on loopback: what is sent, and what is known when something fails.
//!
//! The operations are invented, except in `paynet`; all responses are.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod operation;
mod server;

mod every_byte;
mod limits;
mod no_body;
mod not_sent;
mod paynet;
mod personal;
mod race;
mod resend;
mod responses;
mod tls;
mod unknown;
mod wire;
