//! One line of an entry's history.

use std::fmt;
use std::time::SystemTime;

use super::entry::Instant;
use super::state::State;

/// One line of an entry's history. `Display` prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The revision of the entry that it led to, from 1.
    pub revision: i64,
    /// When, on the store's clock.
    pub at: SystemTime,
    /// The name of the worker that recorded it.
    pub worker: String,
    /// Who asked for it, if the caller said so.
    pub person: Option<String>,
    /// The state before; `None` in the first line.
    pub from: Option<State>,
    /// The state after. If it is the same, the line records what was seen and changed nothing.
    pub to: State,
    /// What proves it, or why, in words.
    pub proof: String,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: ", Instant(self.at), self.to)?;
        write!(f, "{} ({}", self.proof, self.worker)?;
        match &self.person {
            Some(person) => write!(f, ", for {person})"),
            None => f.write_str(")"),
        }
    }
}
