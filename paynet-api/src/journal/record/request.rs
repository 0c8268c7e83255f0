//! What is stored of a request, and comparing it with another one.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The member of a stored refund that holds the address of its notification, which is a secret.
const ADDRESS: &str = "succeed_url";
/// The member that holds the address's SHA-256 instead, in hexadecimal.
const ADDRESS_HASH: &str = "succeed_url_sha256";

/// What is stored of a request: a JSON object of strings.
///
/// It is the request's stored form, but with the SHA-256 of the notification's address instead of the
/// address, unless the caller wants the address stored. `Debug` redacts it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredRequest(Box<str>);

impl StoredRequest {
    /// Takes what a store returned.
    pub fn new(json: impl Into<String>) -> Self {
        Self(json.into().into())
    }

    /// Creates it from a request.
    pub(in crate::journal) fn of<R: Serialize>(request: &R, with_address: bool) -> Self {
        let mut members = members(&serde_json::to_string(request).unwrap_or_default());
        if !with_address {
            hash_address(&mut members);
        }
        Self::new(serde_json::to_string(&members).unwrap_or_default())
    }

    /// Returns the JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether both are of the same request, whether or not the address is stored.
    pub(in crate::journal) fn is_same_as(&self, other: &Self) -> bool {
        let [mut this, mut other] = [members(&self.0), members(&other.0)];
        hash_address(&mut this);
        hash_address(&mut other);
        !this.is_empty() && this == other
    }
}

fn members(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).unwrap_or_default()
}

fn hash_address(members: &mut BTreeMap<String, String>) {
    if let Some(address) = members.remove(ADDRESS) {
        let digest = Sha256::digest(address.as_bytes());
        let mut hash = String::new();
        for byte in digest {
            // Writing to a string does not fail.
            let _ = write!(hash, "{byte:02x}");
        }
        members.insert(ADDRESS_HASH.to_owned(), hash);
    }
}

impl fmt::Debug for StoredRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredRequest([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::StoredRequest;
    use crate::{Amount, NotifyUrl, Refund, XactId};

    fn refund(kurus: i64) -> Refund {
        let amount = Amount::from_kurus(kurus).unwrap();
        Refund::partial(XactId::new("xk_1").unwrap(), amount)
    }

    fn notified(path: &str) -> Refund {
        refund(1).notify(NotifyUrl::new(format!("https://shop.example/{path}")).unwrap())
    }

    #[test]
    fn the_address_is_stored_only_on_demand() {
        let hashed = StoredRequest::of(&notified("a"), false);
        assert_eq!(
            hashed.as_str(),
            r#"{"amount":"0.01","succeed_url_sha256":"aadc17b7d40739d1fce819ed4d21deb6b48a2930e3ddb37a25570209787b19e9","xact_id":"xk_1"}"#
        );
        let stored = StoredRequest::of(&notified("a"), true);
        assert!(stored.as_str().contains("https://shop.example/a"));
        assert!(!format!("{stored:?}").contains("shop"));
        assert!(stored.is_same_as(&hashed) && hashed.is_same_as(&stored));
    }

    #[test]
    fn every_difference_counts() {
        let base = StoredRequest::of(&notified("a"), false);
        for other in [refund(1), refund(2), notified("b")] {
            assert!(!base.is_same_as(&StoredRequest::of(&other, false)));
        }
        let full = Refund::full(XactId::new("xk_1").unwrap());
        assert!(!StoredRequest::of(&refund(1), false).is_same_as(&StoredRequest::of(&full, false)));
        let damaged = StoredRequest::new("{");
        assert!(!damaged.is_same_as(&damaged));
    }
}
