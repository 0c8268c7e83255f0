//! Payments to start from.

use super::transaction::Kind;
use crate::{Amount, Personal};

/// A payment to start from: a sale or a pre-authorization that was made before the test.
///
/// Card and holder are invented and the same for all.
///
/// # Examples
///
/// ```
/// use paynet_api::Amount;
/// use paynet_api::sandbox::Payment;
///
/// let payment = Payment::sale(Amount::from_kurus(1500)?).reference_no("order-1042");
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, Debug)]
pub struct Payment {
    pub(crate) kind: Kind,
    pub(crate) amount: Amount,
    pub(crate) declined: bool,
    pub(crate) instalment: i64,
    pub(crate) reference_no: Option<String>,
    pub(crate) email: Option<Personal<String>>,
    pub(crate) phone: Option<Personal<String>>,
    pub(crate) note: Option<String>,
}

impl Payment {
    /// A sale: the amount was taken from the card.
    #[must_use]
    pub const fn sale(amount: Amount) -> Self {
        Self::new(Kind::Sale, amount)
    }

    /// A pre-authorization: the amount is blocked on the card.
    #[must_use]
    pub const fn preauth(amount: Amount) -> Self {
        Self::new(Kind::Preauth, amount)
    }

    const fn new(kind: Kind, amount: Amount) -> Self {
        Self {
            kind,
            amount,
            declined: false,
            instalment: 0,
            reference_no: None,
            email: None,
            phone: None,
            note: None,
        }
    }

    /// The bank declined it: no money moved.
    #[must_use]
    pub const fn declined(mut self) -> Self {
        self.declined = true;
        self
    }

    /// Sets the reference that was given at payment. Several payments can have the same one.
    #[must_use]
    pub fn reference_no(mut self, reference: impl Into<String>) -> Self {
        self.reference_no = Some(reference.into());
        self
    }

    /// Sets the number of instalments.
    #[must_use]
    pub const fn instalments(mut self, count: u8) -> Self {
        self.instalment = count as i64;
        self
    }
}
