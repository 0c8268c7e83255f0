//! The names of the operations, for faults and for the record of requests.

use std::fmt;

use crate::runtime::Operation as _;
use crate::{agent, softpos, transaction};

/// Defines the operations: each with the type that describes it.
macro_rules! operations {
    ($($name:ident = $operation:path;)*) => {
        /// One of Paynet's services.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the names are those of the client's methods")]
        #[non_exhaustive]
        pub enum Operation {
            $($name,)*
        }

        impl Operation {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the path, such as `/v1/transaction/reversed_request`.
            #[must_use]
            pub const fn path(self) -> &'static str {
                match self {
                    $(Self::$name => <$operation>::INFO.path,)*
                }
            }
        }
    };
}

operations! {
    Refund = transaction::operations::RefundOperation;
    CancelCapture = transaction::operations::CancelCaptureOperation;
    CancelPreauth = transaction::operations::CancelPreauthOperation;
    Capture = transaction::operations::CaptureOperation;
    Check = transaction::operations::CheckOperation;
    Detail = transaction::operations::DetailOperation;
    List = transaction::operations::ListOperation;
    ListReversals = transaction::operations::ListReversalsOperation;
    CreateSession = agent::operations::CreateSessionOperation;
    EndSession = agent::operations::EndSessionOperation;
    StartSale = softpos::operations::StartSaleOperation;
    StartReversal = softpos::operations::StartReversalOperation;
    CheckTransaction = softpos::operations::CheckTransactionOperation;
}

impl Operation {
    /// Returns the operation of a path.
    pub(crate) fn of(path: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.path() == path)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.path())
    }
}
