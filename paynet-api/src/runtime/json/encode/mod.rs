//! Encoding: a type writes itself as JSON text.

mod members;
mod output;
mod traits;

pub use members::Members;
pub use output::Output;
pub use traits::Encode;
