//! The address to which the decision on a refund is posted.

use std::fmt;
use std::str::FromStr;

use reqwest::Url;

use crate::runtime::{Encode, Output};
use crate::{Invalid, address};

/// The address to which Paynet posts the decision on a refund: absolute, http or https.
///
/// What is posted there is unsigned (source: `refund.md`, "Parameters that posted to succedUrl", names no signature), so give
/// each refund an address that nobody can guess, and ask Paynet before acting. As such an address is a secret of sorts,
/// `Debug` prints its server only.
///
/// ```
/// use paynet_api::NotifyUrl;
///
/// let url = NotifyUrl::new("https://shop.example/paynet/6f1c?t=secret")?;
/// assert_eq!(format!("{url:?}"), "NotifyUrl(https://shop.example/[redacted])");
/// assert!(NotifyUrl::new("shop.example/paynet").is_err());
/// # Ok::<(), paynet_api::Invalid>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NotifyUrl(Box<str>);

impl NotifyUrl {
    /// Takes an absolute address, and sends it as it is.
    ///
    /// # Errors
    ///
    /// It is not absolute, or neither http nor https.
    pub fn new(url: impl Into<String>) -> Result<Self, Invalid> {
        let text = url.into();
        let url = address::absolute(&text);
        if !url.is_some_and(|url| matches!(url.scheme(), "http" | "https")) {
            return Err(Invalid::new(
                "the notification address must be absolute: write https://shop.example/paynet",
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

impl FromStr for NotifyUrl {
    type Err = Invalid;

    fn from_str(url: &str) -> Result<Self, Invalid> {
        Self::new(url)
    }
}

impl fmt::Debug for NotifyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = Url::parse(&self.0).ok();
        let server = url
            .as_ref()
            .map(|url| (url.scheme(), url.host_str().unwrap_or_default()));
        let (scheme, host) = server.unwrap_or_default();
        write!(f, "NotifyUrl({scheme}://{host}/[redacted])")
    }
}

impl Encode for NotifyUrl {
    fn encode(&self, out: &mut Output) {
        address::encode(&self.0, out);
    }
}

#[cfg(test)]
mod tests {
    use super::NotifyUrl;

    #[test]
    fn only_the_web_is_notified() {
        for url in [
            "",
            "shop.example",
            "//shop.example",
            "/a",
            "ftp://shop.example",
            "myshop://a",
            " https://a.example",
            "https://",
        ] {
            assert!(NotifyUrl::new(url).is_err(), "{url}");
        }
        for url in [
            "http://shop.example",
            "https://user:secret@shop.example:8443/a?b#c",
        ] {
            let url = NotifyUrl::new(url).unwrap();
            assert!(format!("{url:?}").ends_with("://shop.example/[redacted])"));
        }
    }
}
