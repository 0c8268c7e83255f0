//! Numbers that keep their digits exactly as they were sent. They have no arithmetic, and two of
//! them are equal if their digits are the same.

mod decimal;
mod integer;
mod macros;
pub(crate) mod number;

pub use decimal::Decimal;
pub use integer::Integer;
