//! What becomes of entries whose outcome is open.

mod decide;
mod others;
mod recover;
mod resolve;

pub use recover::Recovered;
