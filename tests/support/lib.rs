//! What the test targets share: finding fixtures, comparing with the snapshot beside them, a loopback server,
//! the calls of the client.
//!
//! Nothing here asserts anything about the product by itself.

pub mod calls;
pub mod changes;
pub mod fixture;
pub mod loopback;

/// The examples of the README, which are compiled as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
