//! Session keys of app users, and the payment sessions that are opened with them.

use crate::sandbox::clock::Moment;
use crate::{Amount, Personal, Secret};

/// A session key of an app user.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) key: Secret,
    pub(crate) expires: Moment,
    pub(crate) ended: bool,
}

/// A session of the PayPOS app, in which one sale or one reversal is made.
#[derive(Clone, Debug)]
pub(crate) struct PaymentSession {
    /// Whoever has it may be able to use the session.
    pub(crate) id: Secret,
    pub(crate) link: Secret,
    pub(crate) encryption_key: Secret,
    pub(crate) purpose: Purpose,
    /// The plain number of the transaction that came of it.
    pub(crate) transaction: Option<u64>,
}

/// What a payment session is for.
#[derive(Clone, Debug)]
pub(crate) enum Purpose {
    Sale(Box<SessionSale>),
    /// Reverses the transaction with this plain number.
    Reversal(u64, Option<String>),
}

/// A sale that is to be made in the app.
#[derive(Clone, Debug)]
pub(crate) struct SessionSale {
    pub(crate) amount: Amount,
    pub(crate) instalment: i64,
    pub(crate) reference_no: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) email: Option<Personal<String>>,
    pub(crate) phone: Option<Personal<String>>,
}
