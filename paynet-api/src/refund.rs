//! A refund, in words: all of it or a part of it.

use crate::{Amount, NotifyUrl, Refund, RefundAmount, XactId};

impl Refund {
    /// Asks for the whole amount of a transaction.
    #[must_use]
    pub fn full(xact_id: XactId) -> Self {
        Self::new(xact_id, RefundAmount::Full)
    }

    /// Asks for a part of it. Not possible for transactions of the same day (source: `refund.md`).
    #[must_use]
    pub fn partial(xact_id: XactId, amount: Amount) -> Self {
        Self::new(xact_id, RefundAmount::Partial(amount))
    }

    /// Has the decision posted to this address.
    #[must_use]
    pub fn notify(mut self, url: NotifyUrl) -> Self {
        self.succeed_url = Some(url);
        self
    }
}
