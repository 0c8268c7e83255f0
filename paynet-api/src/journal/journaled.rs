//! The requests that can be recorded.

use crate::transaction::types::{
    CaptureCancellationResponse, PreauthCancellationResponse, RefundResponse,
};
use crate::{CaptureCancellation, PreauthCancellation, Refund, Reversal};

/// A request that the journal records: a refund, or the cancellation of a capture or a
/// pre-authorization.
pub trait Journaled: Reversal + sealed::Journaled<Accepted = Self::Response> {
    /// The response to it.
    type Response: Send + Sync + 'static;
}

impl Journaled for Refund {
    type Response = RefundResponse;
}

impl Journaled for CaptureCancellation {
    type Response = CaptureCancellationResponse;
}

impl Journaled for PreauthCancellation {
    type Response = PreauthCancellationResponse;
}

pub(super) mod sealed {
    use std::future::Future;
    use std::pin::Pin;

    use serde::Serialize;

    use crate::journal::record::operation::Operation;
    use crate::{Accepted, Amount, Error, Paynet, XactId};

    /// A call under way.
    pub(crate) type Sent<R> = Pin<Box<dyn Future<Output = Result<Accepted<R>, Error>> + Send>>;

    /// What the journal needs to know of a request.
    pub trait Journaled: Clone + Serialize + Send + Sync + 'static {
        /// The response to it.
        type Accepted;
        /// What is requested.
        const OPERATION: Operation;
        /// Of which transaction.
        fn transaction(&self) -> &XactId;
        /// Which part of it; `None` is all of it.
        fn part(&self) -> Option<Amount>;
        /// Sends it.
        fn send(&self, paynet: &Paynet) -> Sent<Self::Accepted>;
    }
}

mod requests {
    use std::future::IntoFuture as _;

    use super::sealed::{Journaled, Sent};
    use crate::journal::record::operation::Operation;
    use crate::transaction::types::{
        CaptureCancellationResponse, PreauthCancellationResponse, RefundResponse,
    };
    use crate::{
        Amount, CaptureCancellation, Paynet, PreauthCancellation, Refund, RefundAmount, XactId,
    };

    impl Journaled for Refund {
        type Accepted = RefundResponse;
        const OPERATION: Operation = Operation::Refund;

        fn transaction(&self) -> &XactId {
            &self.xact_id
        }

        fn part(&self) -> Option<Amount> {
            match self.amount {
                RefundAmount::Full => None,
                RefundAmount::Partial(amount) => Some(amount),
            }
        }

        fn send(&self, paynet: &Paynet) -> Sent<RefundResponse> {
            paynet.transaction().refund(self).into_future()
        }
    }

    impl Journaled for CaptureCancellation {
        type Accepted = CaptureCancellationResponse;
        const OPERATION: Operation = Operation::CancelCapture;

        fn transaction(&self) -> &XactId {
            &self.xact_id
        }

        fn part(&self) -> Option<Amount> {
            None
        }

        fn send(&self, paynet: &Paynet) -> Sent<CaptureCancellationResponse> {
            paynet.transaction().cancel_capture(self).into_future()
        }
    }

    impl Journaled for PreauthCancellation {
        type Accepted = PreauthCancellationResponse;
        const OPERATION: Operation = Operation::CancelPreauth;

        fn transaction(&self) -> &XactId {
            &self.xact_id
        }

        fn part(&self) -> Option<Amount> {
            None
        }

        fn send(&self, paynet: &Paynet) -> Sent<PreauthCancellationResponse> {
            paynet.transaction().cancel_preauth(self).into_future()
        }
    }
}
