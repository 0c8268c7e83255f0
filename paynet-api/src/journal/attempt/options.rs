//! What the caller decides about one attempt.

use crate::Amount;

/// What the caller decides about one attempt.
#[derive(Clone, Debug)]
pub(super) struct Options {
    /// What was paid for the transaction.
    pub(super) total: Option<Amount>,
    /// Who asked for it.
    pub(super) person: Option<String>,
    /// Whether what was not sent is planned again.
    pub(super) again_if_not_sent: bool,
    /// Why it is sent although it could exceed what was paid.
    pub(super) although_it_could_exceed: Option<String>,
    /// Whether the address of the notification is stored.
    pub(super) store_notify_address: bool,
    /// Whether a snapshot is taken first.
    pub(super) snapshot: bool,
}

impl Options {
    pub(super) const fn new(snapshot: bool) -> Self {
        Self {
            total: None,
            person: None,
            again_if_not_sent: false,
            although_it_could_exceed: None,
            store_notify_address: false,
            snapshot,
        }
    }

    /// Returns whether what was not sent is planned again.
    pub(super) const fn plans_again(&self) -> bool {
        self.again_if_not_sent || self.although_it_could_exceed.is_some()
    }
}
