//! The requests that can be stored, each with all its fields.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::fields::{FieldError, StoredField};
use super::{RestoreError, Stored, form};
use crate::transaction::types::Capture;
use crate::{CaptureCancellation, PreauthCancellation, Refund, StartReversal};

/// Implements the stored form of a request from a list of all its fields.
///
/// The request is taken apart by a pattern, and built by a struct expression: where the document
/// gives it another field, this does not compile until the field is listed here.
macro_rules! stored {
    ($($request:ident ($name:literal) { $($field:ident),* })*) => {$(
        impl Stored for $request {
            const NAME: &'static str = $name;
            const MEMBERS: &'static [&'static str] = &[$(stringify!($field)),*];

            #[inline]
            fn store(&self) -> Vec<(&'static str, Cow<'_, str>)> {
                let Self { $($field),* } = self;
                let members = [$((stringify!($field), $field.store())),*].into_iter();
                members.filter_map(|(name, text)| Some((name, text?))).collect()
            }

            #[inline]
            fn restore(members: &BTreeMap<&'static str, String>) -> Result<Self, RestoreError> {
                Ok(Self { $($field: field(members, stringify!($field))?),* })
            }
        }

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

stored! {
    Refund ("refund") { xact_id, amount, succeed_url }
    CaptureCancellation ("capture cancellation") { xact_id }
    PreauthCancellation ("pre-authorization cancellation") { xact_id }
    Capture ("capture") { xact_id, xact, reference_no, amount }
    StartReversal ("start of a reversal") { xact_id, reference_no, callback_url }
}

/// Reads a field.
fn field<T: StoredField>(
    members: &BTreeMap<&'static str, String>,
    name: &'static str,
) -> Result<T, RestoreError> {
    let stored = members.get(name).map(String::as_str);
    T::restore(stored).map_err(|error| match error {
        FieldError::Missing => RestoreError::Missing(name),
        FieldError::Invalid(invalid) => RestoreError::Invalid(name, invalid),
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::de::DeserializeOwned;
    use serde_json::{Value, from_value, to_value};

    use super::*;
    use crate::{Amount, NotifyUrl, ReturnUrl, XactId};

    /// Asserts that a request with a value in every field is stored with all of them and read back,
    /// and that each of them matters.
    fn keeps_every_field<T>(request: &T)
    where
        T: Stored + Serialize + DeserializeOwned + PartialEq + Debug,
    {
        let stored = to_value(request).unwrap();
        let members: Vec<&String> = stored.as_object().unwrap().keys().collect();
        assert_eq!(members.len(), T::MEMBERS.len(), "{stored}");
        assert_eq!(&from_value::<T>(stored.clone()).unwrap(), request);
        for member in T::MEMBERS {
            let mut without = stored.clone();
            let removed = without.as_object_mut().and_then(|map| map.remove(*member));
            assert!(matches!(removed, Some(Value::String(_))), "{member}");
            let same = from_value::<T>(without).is_ok_and(|read| read == *request);
            assert!(!same, "{member} is stored and not read");
        }
    }

    // Struct expressions and no constructors: another field must be given a value here.
    #[test]
    fn every_field_of_every_request_is_kept() {
        let xact_id = || XactId::new("xk_1").unwrap();
        keeps_every_field(&Refund {
            xact_id: xact_id(),
            amount: Amount::from_kurus(1050).unwrap().into(),
            succeed_url: Some(NotifyUrl::new("https://shop.example/n").unwrap()),
        });
        keeps_every_field(&CaptureCancellation { xact_id: xact_id() });
        keeps_every_field(&PreauthCancellation { xact_id: xact_id() });
        keeps_every_field(&Capture {
            xact_id: Some(xact_id()),
            xact: Some("1".to_owned()),
            reference_no: Some("order-1".to_owned()),
            amount: Amount::from_kurus(1050).unwrap().into(),
        });
        keeps_every_field(&StartReversal {
            xact_id: xact_id(),
            reference_no: Some("order-1".to_owned()),
            callback_url: ReturnUrl::new("myshop://returned").unwrap().into(),
        });
    }
}
