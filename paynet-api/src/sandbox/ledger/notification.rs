//! A decision on a refund, on its way to the merchant.

use crate::{NotifyUrl, XactId};

/// A decision that is to be posted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Decision {
    /// The number of the refund, and not of the sale.
    pub(crate) refund: XactId,
    pub(crate) approved: bool,
    pub(crate) url: NotifyUrl,
}
