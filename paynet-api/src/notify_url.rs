//! The address that the decision on a refund is posted to.

use reqwest::Url;

use crate::Invalid;
use crate::address::{self, address};

/// The address that Paynet posts the decision on a refund to: absolute, http or https.
///
/// The notification is unsigned (source: `refund.md`, "Parameters that posted to succedUrl", names
/// no signature). Give each refund an address that nobody can guess, and ask Paynet before acting.
/// Such an address is a secret, so `Debug` prints its server only.
///
/// # Examples
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
    /// Creates an address, which is sent as it is.
    ///
    /// # Errors
    ///
    /// If it is not absolute, or is neither http nor https.
    pub fn new(url: impl Into<String>) -> Result<Self, Invalid> {
        let is_web = |url: &Url| matches!(url.scheme(), "http" | "https");
        address::check(url.into(), is_web, NOT_ABSOLUTE).map(Self)
    }
}

const NOT_ABSOLUTE: Invalid =
    Invalid::new("the notification address must be absolute: write https://shop.example/paynet");

address!(NotifyUrl, shown);

/// Returns the scheme and the host.
fn shown(url: &str) -> String {
    let url = Url::parse(url).ok();
    let server = url
        .as_ref()
        .map(|url| (url.scheme(), url.host_str().unwrap_or_default()));
    let (scheme, host) = server.unwrap_or_default();
    format!("{scheme}://{host}/[redacted]")
}

#[cfg(test)]
mod tests {
    use super::NotifyUrl;

    #[test]
    fn only_absolute_web_addresses_are_accepted() {
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
