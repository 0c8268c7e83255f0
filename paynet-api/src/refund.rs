//! Constructors of refunds: full or partial, always explicitly.

use crate::{Amount, NotifyUrl, Refund, RefundAmount, XactId};

impl Refund {
    /// Requests the whole amount of a transaction.
    ///
    /// # Examples
    ///
    /// ```
    /// use paynet_api::{Refund, XactId};
    ///
    /// let refund = Refund::full(XactId::new("xk_1")?);
    /// # Ok::<(), paynet_api::Invalid>(())
    /// ```
    #[must_use]
    pub fn full(xact_id: XactId) -> Self {
        Self::new(xact_id, RefundAmount::Full)
    }

    /// Requests a part of a transaction's amount.
    ///
    /// This is not possible on the day of the sale: such a request may be refused, or cancel the
    /// whole sale (source: `refund.md`, which does not say which).
    ///
    /// # Examples
    ///
    /// ```
    /// use paynet_api::{Amount, Refund, XactId};
    ///
    /// // 10.50 TL
    /// let refund = Refund::partial(XactId::new("xk_1")?, Amount::from_kurus(1050)?);
    /// # Ok::<(), paynet_api::Invalid>(())
    /// ```
    #[must_use]
    pub fn partial(xact_id: XactId, amount: Amount) -> Self {
        Self::new(xact_id, RefundAmount::Partial(amount))
    }

    /// Sets the address that the decision is posted to.
    #[must_use]
    pub fn notify(mut self, url: NotifyUrl) -> Self {
        self.succeed_url = Some(url);
        self
    }
}
