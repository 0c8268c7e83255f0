//! The members of each stored request.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{RestoreError, Stored, form};
use crate::runtime::Maybe;
use crate::{
    CaptureCancellation, Invalid, NotifyUrl, PreauthCancellation, Refund, RefundAmount, ReturnUrl,
    StartReversal, XactId,
};

const XACT_ID: &str = "xact_id";
const AMOUNT: &str = "amount";
const SUCCEED_URL: &str = "succeed_url";
const REFERENCE_NO: &str = "reference_no";
const CALLBACK_URL: &str = "callback_url";

/// The amount of a full refund.
const FULL: &str = "full";
/// An address that is explicitly null. It is not absolute, so it cannot be confused with an
/// address.
const NULL: &str = "null";

type Members = BTreeMap<&'static str, String>;

impl Stored for Refund {
    const NAME: &'static str = "refund";
    const MEMBERS: &'static [&'static str] = &[XACT_ID, AMOUNT, SUCCEED_URL];

    fn store(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let amount = match self.amount {
            RefundAmount::Full => FULL.into(),
            RefundAmount::Partial(amount) => amount.to_string().into(),
        };
        let url = self
            .succeed_url
            .as_ref()
            .map(|url| (SUCCEED_URL, url.as_str().into()));
        [(XACT_ID, self.xact_id.as_str().into()), (AMOUNT, amount)]
            .into_iter()
            .chain(url)
            .collect()
    }

    fn restore(members: &Members) -> Result<Self, RestoreError> {
        let amount = match text(members, AMOUNT)? {
            FULL => RefundAmount::Full,
            amount => RefundAmount::Partial(amount.parse().map_err(invalid(AMOUNT))?),
        };
        let mut refund = Self::new(xact_id(members)?, amount);
        let url = members.get(SUCCEED_URL).map(NotifyUrl::new);
        refund.succeed_url = url.transpose().map_err(invalid(SUCCEED_URL))?;
        Ok(refund)
    }
}

impl Stored for CaptureCancellation {
    const NAME: &'static str = "capture cancellation";
    const MEMBERS: &'static [&'static str] = &[XACT_ID];

    fn store(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        vec![(XACT_ID, self.xact_id.as_str().into())]
    }

    fn restore(members: &Members) -> Result<Self, RestoreError> {
        xact_id(members).map(Self::new)
    }
}

impl Stored for PreauthCancellation {
    const NAME: &'static str = "pre-authorization cancellation";
    const MEMBERS: &'static [&'static str] = &[XACT_ID];

    fn store(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        vec![(XACT_ID, self.xact_id.as_str().into())]
    }

    fn restore(members: &Members) -> Result<Self, RestoreError> {
        xact_id(members).map(Self::new)
    }
}

impl Stored for StartReversal {
    const NAME: &'static str = "start of a reversal";
    const MEMBERS: &'static [&'static str] = &[XACT_ID, REFERENCE_NO, CALLBACK_URL];

    fn store(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let reference_no = self
            .reference_no
            .as_ref()
            .map(|text| (REFERENCE_NO, text.into()));
        let callback_url = match &self.callback_url {
            Maybe::Absent => None,
            Maybe::Null => Some((CALLBACK_URL, NULL.into())),
            Maybe::Value(url) => Some((CALLBACK_URL, url.as_str().into())),
        };
        let xact_id = (XACT_ID, self.xact_id.as_str().into());
        [Some(xact_id), reference_no, callback_url]
            .into_iter()
            .flatten()
            .collect()
    }

    fn restore(members: &Members) -> Result<Self, RestoreError> {
        let mut start = Self::new(xact_id(members)?);
        start.reference_no = members.get(REFERENCE_NO).cloned();
        start.callback_url = match members.get(CALLBACK_URL).map(String::as_str) {
            None => Maybe::Absent,
            Some(NULL) => Maybe::Null,
            Some(url) => Maybe::Value(ReturnUrl::new(url).map_err(invalid(CALLBACK_URL))?),
        };
        Ok(start)
    }
}

/// Reads the transaction number.
fn xact_id(members: &Members) -> Result<XactId, RestoreError> {
    XactId::new(text(members, XACT_ID)?).map_err(invalid(XACT_ID))
}

/// Reads a required member.
fn text<'m>(members: &'m Members, name: &'static str) -> Result<&'m str, RestoreError> {
    members
        .get(name)
        .map(String::as_str)
        .ok_or(RestoreError::Missing(name))
}

/// Adds the name of the member to an error.
fn invalid(name: &'static str) -> impl Fn(Invalid) -> RestoreError {
    move |invalid| RestoreError::Invalid(name, invalid)
}

/// Implements serde's traits for each request: Rust has no blanket implementations of foreign
/// traits.
macro_rules! stored {
    ($($request:ty),*) => {$(
        /// Writes the stored form, a flat map of strings: see the crate's documentation.
        impl Serialize for $request {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                form::write(self, serializer)
            }
        }

        /// Reads the stored form. A member that is missing, null, unknown, repeated or of another
        /// type is an error.
        impl<'de> Deserialize<'de> for $request {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                form::read(deserializer)
            }
        }
    )*};
}

stored!(
    Refund,
    CaptureCancellation,
    PreauthCancellation,
    StartReversal
);
