//! What really happened: every request that arrived, and every movement of money.

use super::transaction::Kind;
use crate::sandbox::operation::Operation;
use crate::{Amount, ResultCode, XactId};

/// A request that arrived at the sandbox, in the order of arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReceivedRequest {
    /// The service, if the path is that of one.
    pub operation: Option<Operation>,
    /// The transaction that the request names, if it names one.
    pub xact_id: Option<XactId>,
    /// Whether the sandbox carried it out, or came to refuse it. A request that was cut before, is
    /// waiting, or could not be read, was not.
    pub processed: bool,
    /// The status that was decided on; a fault may have replaced it.
    pub status: Option<u16>,
    /// The result code that was decided on; a fault may have replaced it.
    pub code: Option<ResultCode>,
    /// Whether a fault was applied.
    pub fault: bool,
}

/// A movement of money.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Movement {
    /// What it did.
    pub kind: Kind,
    /// The number of the transaction that moved the money.
    pub xact_id: XactId,
    /// The number of the transaction that it reversed or captured.
    pub of: Option<XactId>,
    /// How much.
    pub amount: Amount,
    /// The request that caused it, as an index of the requests. Payments to start from have none,
    /// neither has what is done in the app, nor a decision by the test.
    pub request: Option<usize>,
}

/// A notification that was posted, or could not be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PostedNotification {
    /// The number of the refund.
    pub refund: XactId,
    /// Whether it said that the refund was approved.
    pub approved: bool,
    /// The status of the response; `None` if there was none, or the address may be public.
    pub status: Option<u16>,
}
