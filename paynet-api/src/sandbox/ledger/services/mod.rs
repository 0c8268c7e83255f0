//! The services: a file for the requests on one subject, and `rows`, which writes their responses.

mod capture;
mod list;
mod look_up;
mod paypos;
mod preauth;
mod refund;
pub(super) mod rows;
mod session_keys;
