//! What the journal records of a reversal: plain data without I/O.

pub(in crate::journal) mod cause;
pub(in crate::journal) mod entry;
pub(in crate::journal) mod event;
pub(in crate::journal) mod key;
pub(in crate::journal) mod operation;
pub(in crate::journal) mod request;
pub(in crate::journal) mod state;
