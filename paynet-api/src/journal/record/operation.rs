//! The operations whose requests are recorded.

use std::fmt;

use crate::Invalid;

/// An operation whose requests are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operation {
    /// The refund or cancellation of a sale, in full or in part.
    Refund,
    /// The cancellation of a capture.
    CancelCapture,
    /// The cancellation of a pre-authorization.
    CancelPreauth,
}

impl Operation {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Refund, Self::CancelCapture, Self::CancelPreauth];

    /// Returns the name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refund => "refund",
            Self::CancelCapture => "cancel_capture",
            Self::CancelPreauth => "cancel_preauth",
        }
    }

    /// Reads the name that is stored.
    ///
    /// # Errors
    ///
    /// If it is another name.
    pub fn parse(name: &str) -> Result<Self, Invalid> {
        let found = Self::ALL.into_iter().find(|it| it.as_str() == name);
        found.ok_or(Invalid::new("the stored operation is none that is known"))
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Refund => "refund",
            Self::CancelCapture => "cancellation of the capture",
            Self::CancelPreauth => "cancellation of the pre-authorization",
        })
    }
}
