//! The address that the PayPOS app returns to.

use crate::Invalid;
use crate::address::{self, address};

/// The address that the PayPOS app uses to return to the merchant's app: absolute, with any scheme,
/// including those of the merchant's own app.
///
/// Nothing is posted there (source: `softpos-reversal.tr.md`: the address used to return to the
/// mobile app by deep link). `Debug` prints what precedes the query.
///
/// # Examples
///
/// ```
/// use paynet_api::ReturnUrl;
///
/// let url = ReturnUrl::new("myshop://returned?order=1042")?;
/// assert_eq!(format!("{url:?}"), "ReturnUrl(myshop://returned?[redacted])");
/// assert!(ReturnUrl::new("returned").is_err());
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ReturnUrl(Box<str>);

impl ReturnUrl {
    /// Creates an address, which is sent as it is.
    ///
    /// # Errors
    ///
    /// If it has no scheme.
    pub fn new(url: impl Into<String>) -> Result<Self, Invalid> {
        address::check(url.into(), |_| true, NOT_ABSOLUTE).map(Self)
    }
}

const NOT_ABSOLUTE: Invalid = Invalid::new(
    "the return address must be absolute: write myshop://returned or https://shop.example/returned",
);

address!(ReturnUrl, shown);

/// Returns what precedes the query and the fragment; nothing if there is a user or a password.
fn shown(url: &str) -> String {
    match url.find(['?', '#', '@']) {
        Some(at) if url[at..].starts_with('@') => "[redacted]".to_owned(),
        Some(at) => format!("{}[redacted]", &url[..=at]),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::ReturnUrl;

    #[test]
    fn any_absolute_address_is_accepted_and_no_secret_printed() {
        for (url, shown) in [
            (
                "https://shop.example/a",
                "ReturnUrl(https://shop.example/a)",
            ),
            ("myshop://a#secret", "ReturnUrl(myshop://a#[redacted])"),
            (
                "https://user:secret@shop.example/?b",
                "ReturnUrl([redacted])",
            ),
        ] {
            assert_eq!(format!("{:?}", ReturnUrl::new(url).unwrap()), shown);
        }
    }
}
