//! What can go wrong, as plain data that every other folder may use.

pub(crate) mod build_error;
pub(crate) mod decode_error;
pub(crate) mod kind;
pub(crate) mod outcome;
