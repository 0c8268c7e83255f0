//! The requests that can be resolved.

use crate::{CaptureCancellation, PreauthCancellation, Refund, RefundAmount, XactId};

/// A request whose unknown outcome can be [resolved](crate::Paynet::resolve): a refund, or the
/// cancellation of a capture or a pre-authorization.
pub trait Reversal: sealed::Reversal {}

impl Reversal for Refund {}
impl Reversal for CaptureCancellation {}
impl Reversal for PreauthCancellation {}

/// How much of a transaction is reversed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it: that can happen once.
    Whole,
    /// A part: two equal parts are two reversals.
    Part,
}

pub(super) mod sealed {
    use super::{Extent, XactId};

    /// What the resolver needs to know of a request.
    pub trait Reversal {
        /// The transaction.
        fn xact_id(&self) -> &XactId;
        /// How much of it is reversed.
        fn extent(&self) -> Extent;
    }
}

impl sealed::Reversal for Refund {
    fn xact_id(&self) -> &XactId {
        &self.xact_id
    }

    fn extent(&self) -> Extent {
        match self.amount {
            RefundAmount::Full => Extent::Whole,
            RefundAmount::Partial(_) => Extent::Part,
        }
    }
}

// Neither request has an amount (source: capture-cancellation.md and preauth-cancellation.md, table
// "Request Parameters").
impl sealed::Reversal for CaptureCancellation {
    fn xact_id(&self) -> &XactId {
        &self.xact_id
    }

    fn extent(&self) -> Extent {
        Extent::Whole
    }
}

impl sealed::Reversal for PreauthCancellation {
    fn xact_id(&self) -> &XactId {
        &self.xact_id
    }

    fn extent(&self) -> Extent {
        Extent::Whole
    }
}
