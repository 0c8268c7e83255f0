//! The stored form of a field, by its type. A type without one here can't be a field of a request
//! that is stored.

use std::borrow::Cow;

use crate::runtime::Maybe;
use crate::{CaptureAmount, Invalid, NotifyUrl, RefundAmount, ReturnUrl, XactId};

/// The amount of a full refund or capture.
const FULL: &str = "full";
/// An address that is explicitly null. It is not absolute, so it cannot be confused with an
/// address.
const NULL: &str = "null";

/// A type whose values are stored as a string, or as nothing.
pub(super) trait StoredField: Sized {
    /// Returns the string, or `None` if the member is omitted.
    fn store(&self) -> Option<Cow<'_, str>>;

    /// Reads what was stored.
    fn restore(stored: Option<&str>) -> Result<Self, FieldError>;
}

/// Why a field cannot be read.
pub(super) enum FieldError {
    Missing,
    Invalid(Invalid),
}

impl From<Invalid> for FieldError {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl StoredField for String {
    fn store(&self) -> Option<Cow<'_, str>> {
        Some(self.into())
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        stored.map(str::to_owned).ok_or(FieldError::Missing)
    }
}

impl StoredField for XactId {
    fn store(&self) -> Option<Cow<'_, str>> {
        Some(self.as_str().into())
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        Ok(Self::new(stored.ok_or(FieldError::Missing)?)?)
    }
}

impl StoredField for NotifyUrl {
    fn store(&self) -> Option<Cow<'_, str>> {
        Some(self.as_str().into())
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        Ok(Self::new(stored.ok_or(FieldError::Missing)?)?)
    }
}

impl StoredField for RefundAmount {
    fn store(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            Self::Full => FULL.into(),
            Self::Partial(amount) => amount.to_string().into(),
        })
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        match stored.ok_or(FieldError::Missing)? {
            FULL => Ok(Self::Full),
            amount => Ok(Self::Partial(amount.parse()?)),
        }
    }
}

impl StoredField for CaptureAmount {
    fn store(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            Self::Full => FULL.into(),
            Self::Partial(amount) => amount.to_string().into(),
        })
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        match stored.ok_or(FieldError::Missing)? {
            FULL => Ok(Self::Full),
            amount => Ok(Self::Partial(amount.parse()?)),
        }
    }
}

/// Absent means `None`.
impl<T: StoredField> StoredField for Option<T> {
    fn store(&self) -> Option<Cow<'_, str>> {
        self.as_ref().and_then(T::store)
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        stored.map(|text| T::restore(Some(text))).transpose()
    }
}

impl StoredField for Maybe<ReturnUrl> {
    fn store(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(NULL.into()),
            Self::Value(url) => Some(url.as_str().into()),
        }
    }

    fn restore(stored: Option<&str>) -> Result<Self, FieldError> {
        match stored {
            None => Ok(Self::Absent),
            Some(NULL) => Ok(Self::Null),
            Some(url) => Ok(Self::Value(ReturnUrl::new(url)?)),
        }
    }
}
