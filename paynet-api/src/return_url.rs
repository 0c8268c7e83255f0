//! The address by which the PayPOS app returns to the merchant's own.

use std::fmt;
use std::str::FromStr;

use crate::runtime::{Encode, Output};
use crate::{Invalid, address};

/// The address by which the PayPOS app returns to the merchant's app: absolute, and schemes of one's own are welcome.
///
/// It is no webhook (source: `softpos-reversal.tr.md`: the address used to return to the mobile app through the deeplink).
/// `Debug` prints what stands before the query.
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
    /// Takes an absolute address, and sends it as it is.
    ///
    /// # Errors
    ///
    /// It has no scheme.
    pub fn new(url: impl Into<String>) -> Result<Self, Invalid> {
        let text = url.into();
        if address::absolute(&text).is_none() {
            return Err(Invalid::new(
                "the return address must be absolute: write myshop://returned or https://shop.example/returned",
            ));
        }
        Ok(Self(text.into()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ReturnUrl {
    type Err = Invalid;

    fn from_str(url: &str) -> Result<Self, Invalid> {
        Self::new(url)
    }
}

impl fmt::Debug for ReturnUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, hidden) = match self.0.find(['?', '#', '@']) {
            // What stands before an @ may be a password.
            Some(at) if self.0.get(at..).is_some_and(|rest| rest.starts_with('@')) => {
                ("", "[redacted]")
            }
            Some(at) => (self.0.get(..=at).unwrap_or_default(), "[redacted]"),
            None => (&*self.0, ""),
        };
        write!(f, "ReturnUrl({shown}{hidden})")
    }
}

impl Encode for ReturnUrl {
    fn encode(&self, out: &mut Output) {
        address::encode(&self.0, out);
    }
}

#[cfg(test)]
mod tests {
    use super::ReturnUrl;

    #[test]
    fn any_absolute_address_and_no_secret_shown() {
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
