//! What a call tells the crate `tracing`: a span per attempt, named after the HTTP conventions of
//! OpenTelemetry, and an event with its result. Never a body, a header, a query or a message of the
//! provider's.
//!
//! Without the feature `tracing` there is nothing.

#[cfg(not(feature = "tracing"))]
mod disabled;
#[cfg(feature = "tracing")]
mod enabled;

#[cfg(not(feature = "tracing"))]
pub(super) use disabled::{Trace, resent};
#[cfg(feature = "tracing")]
pub(super) use enabled::{Trace, resent};
