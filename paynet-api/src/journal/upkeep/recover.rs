//! At the start: gives up what was left behind.

use crate::journal::error::JournalError;
use crate::journal::handle::Journal;
use crate::journal::record::state::State;
use crate::journal::store::{Selection, Store};

/// What was left behind, and is given up now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recovered {
    /// How many entries are unknown now: [`Journal::resolve_all`] looks at them.
    pub unknown: usize,
    /// How many entries are proven not to be sent.
    pub not_sent: usize,
}

impl<S: Store> Journal<S> {
    /// Gives up what was left behind by a crash: call it at the start, before anything else.
    ///
    /// What an earlier process of this [worker](super::super::JournalBuilder::worker) was sending
    /// becomes [unknown](State::Unknown) at once, and so does what any other worker was sending
    /// whose lease is over. What was planned is [not sent](State::NotSent).
    ///
    /// # Errors
    ///
    /// If the database cannot be read or written.
    pub async fn recover(&self) -> Result<Recovered, JournalError> {
        let shared = self.shared();
        let mut recovered = Recovered::default();
        let under_way = Selection::States(&[State::Planned, State::Sending]);
        for entry in shared.all(under_way).await? {
            let given_up = if entry.worker == shared.worker {
                shared
                    .abandon(&entry, "its worker started again", |_| ())
                    .await?
            } else {
                shared.give_up(&entry).await?
            };
            match given_up.map(|entry| entry.state) {
                Some(State::NotSent) => recovered.not_sent += 1,
                Some(_) => recovered.unknown += 1,
                None => {}
            }
        }
        Ok(recovered)
    }
}
