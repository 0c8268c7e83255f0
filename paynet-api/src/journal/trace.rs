//! What the journal tells the crate `tracing`: an event before each step of an entry, and one with
//! what came of it. Keys and states; never a request, a secret or a text of the provider's.
//!
//! Without the feature `tracing` there is nothing.

use super::record::entry::Entry;
use super::record::key::Key;
use super::record::state::State;
use super::store::StoreError;

/// Reports that a state is about to be written.
pub(super) fn begins(key: &Key, to: State) {
    #[cfg(feature = "tracing")]
    tracing::debug!(target: "paynet_api", %key, state = to.as_str(), "is about to be recorded");
    #[cfg(not(feature = "tracing"))]
    let _ = (key, to);
}

/// Reports what came of it. An entry that somebody else changed meanwhile is read and decided anew.
#[cfg(feature = "tracing")]
pub(super) fn ends(key: &Key, to: State, written: &Result<Option<Entry>, StoreError>) {
    use tracing::{debug, info, warn};
    let state = to.as_str();
    match written {
        Ok(Some(entry)) => {
            let (xact_id, attempt) = (entry.xact_id.as_str(), entry.attempt);
            info!(target: "paynet_api", %key, state, xact_id, attempt, "is recorded");
        }
        Ok(None) => {
            debug!(target: "paynet_api", %key, state, "is not recorded: somebody was faster")
        }
        Err(error) => warn!(target: "paynet_api", %key, state, %error, "could not be recorded"),
    }
}

/// Reports what came of it.
#[cfg(not(feature = "tracing"))]
pub(super) fn ends(_: &Key, _: State, _: &Result<Option<Entry>, StoreError>) {}

/// Reports that a lease could not be renewed: others may take the entry for unknown.
pub(super) fn not_renewed(key: &Key, error: &StoreError) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "paynet_api", %key, %error, "the lease could not be renewed");
    #[cfg(not(feature = "tracing"))]
    let _ = (key, error);
}
