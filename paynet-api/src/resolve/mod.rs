//! Finds out what became of a reversal whose outcome is unknown.
//!
//! | module | content |
//! | --- | --- |
//! | `reversal` | the requests that can be resolved |
//! | `look` | one look at Paynet: `detail`, and all rows of `list_reversals` |
//! | `snapshot` | what was seen before the request was sent, in memory and stored |
//! | `compare` | what two looks prove together: pure, without I/O |
//! | `resolution` | what was found, and the evidence |
//! | `resolver` | looks again until something is found or the time is up |

mod compare;
mod look;
mod resolution;
mod resolver;
mod reversal;
mod snapshot;

pub use resolution::{Evidence, Finding, Resolution};
pub use resolver::Resolver;
pub use reversal::Reversal;
pub use snapshot::Snapshot;
