//! One attempt to send a request: recorded before and after.
//!
//! | module | content |
//! | --- | --- |
//! | `options` | what the caller decides about this attempt |
//! | `claim` | takes the key and the transaction |
//! | `run` | from the claim to the outcome |
//! | `heartbeat` | renews the lease while something else is awaited |
//! | `held_back` | what is planned and not sent after all |
//! | `conclude` | records the outcome |

mod claim;
mod conclude;
mod heartbeat;
mod held_back;
mod options;
mod run;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;

use super::error::{JournalError, JournalErrorKind};
use super::journaled::Journaled;
use super::receipt::Receipt;
use super::record::key::Key;
use super::shared::Shared;
use super::store::Store;
use crate::{Amount, Invalid};
use options::Options;

/// A request that is about to be recorded and sent. Await it to do so.
///
/// It is sent at most once, and only if
///
/// - the key is new, or names this very request, which was not sent,
/// - no other reversal of the transaction is under way, in any process that uses the same database,
/// - it cannot exceed what was paid, as far as the journal knows, and
/// - the entry is committed as [`State::Sending`](super::State::Sending).
///
/// **Dropping it** midway may leave the request sent: the entry then becomes
/// [unknown](super::State::Unknown) when its lease is over.
///
/// # Panics
///
/// As a [`Call`](crate::Call), if it is awaited outside a Tokio runtime.
#[must_use = "nothing is recorded or sent before it is awaited"]
pub struct Attempt<S, R> {
    shared: Arc<Shared<S>>,
    key: Result<Key, Invalid>,
    request: R,
    options: Options,
}

impl<S, R> Attempt<S, R> {
    pub(super) fn new(shared: Arc<Shared<S>>, key: Result<Key, Invalid>, request: R) -> Self {
        let options = Options::new(shared.policy.snapshot);
        Self {
            shared,
            key,
            request,
            options,
        }
    }

    /// Says what was paid for the transaction, so that partial refunds cannot exceed it. It is
    /// recorded, and counts for later refunds of the transaction too.
    pub fn of_total(mut self, total: Amount) -> Self {
        self.options.total = Some(total);
        self
    }

    /// Names who asked for it, for the history. It is stored and printed as it is.
    pub fn by(mut self, person: impl Into<String>) -> Self {
        self.options.person = Some(person.into());
        self
    }

    /// Plans the request again if it is recorded as [not sent](super::State::NotSent), which is
    /// proven. By default the record is returned as an error.
    pub const fn again_if_not_sent(mut self) -> Self {
        self.options.again_if_not_sent = true;
        self
    }

    /// Sends it even if it could exceed what was paid, and says why, for the history. An entry that
    /// was not sent is planned again.
    pub fn although_it_could_exceed(mut self, why: impl Into<String>) -> Self {
        self.options.although_it_could_exceed = Some(why.into());
        self
    }

    /// Stores the address of [`Refund::notify`](crate::Refund::notify) itself, which is a secret,
    /// and not its SHA-256.
    pub const fn store_notify_address(mut self) -> Self {
        self.options.store_notify_address = true;
        self
    }

    /// Takes no snapshot before the request is sent. A partial refund whose outcome is unknown can
    /// then hardly be resolved.
    pub const fn without_snapshot(mut self) -> Self {
        self.options.snapshot = false;
        self
    }
}

impl<S: Store + 'static, R: Journaled> IntoFuture for Attempt<S, R> {
    type Output = Result<Receipt<R::Response>, JournalError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let key = self.key.map_err(JournalErrorKind::InvalidKey)?;
            run::run(&self.shared, &key, &self.request, &self.options).await
        })
    }
}

impl<S, R> fmt::Debug for Attempt<S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt")
            .field("key", &self.key)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
