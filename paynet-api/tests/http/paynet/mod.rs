//! Paynet's own operations over real HTTP. All responses are invented.

mod canaries;
mod resolve;
mod rows;
mod texts;
#[cfg(feature = "tracing")]
mod traces;
