//! Calls: from an operation to its response or its error.
//!
//! | module | content |
//! | --- | --- |
//! | `operation`, `info` | an operation as a value, and the facts about it |
//! | `request` | what an operation writes |
//! | `settings`, `core` | the settings of a client, and the client |
//! | `prepare` | adds the server and the credentials to a request |
//! | `send` | [`Call`](send::Call): what the caller awaits |
//! | `limits` | what a call may take: time and memory |
//! | `begun` | when a call began, and how often it has been tried |
//! | `attempt` | sends the request, and classifies the response |
//! | `resend` | when a call is sent again |
//! | `progress` | how far a call has progressed |
//! | `trace` | what a call tells the crate `tracing` |
//! | `wait` | calls without an async runtime |
//! | `accepted`, `error` | the two results |

pub(crate) mod accepted;
mod attempt;
mod begun;
pub(crate) mod core;
pub(crate) mod error;
pub(crate) mod info;
mod limits;
pub(crate) mod operation;
pub(crate) mod prepare;
pub(crate) mod progress;
pub(crate) mod request;
pub(crate) mod resend;
pub(crate) mod send;
pub(crate) mod settings;
mod trace;
#[cfg(feature = "blocking")]
pub(crate) mod wait;
