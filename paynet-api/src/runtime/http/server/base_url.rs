//! Where requests are sent: https, or plain http to loopback addresses.

use std::borrow::Cow;
use std::str::FromStr;

use super::address::{PlainHttp, Server, check};
use super::template;
use crate::runtime::BuildError;

/// The address that requests are sent to, such as `https://api.example.com`.
///
/// Plain http is accepted for loopback addresses only: 127.0.0.0/8, ::1 and `localhost`, which is
/// not resolved by name. Tests with a mock server elsewhere have
/// [`danger_plain_http_for_tests`](Self::danger_plain_http_for_tests).
///
/// # Examples
///
/// ```
/// use paynet_api::BaseUrl;
///
/// assert!("https://api.example.com".parse::<BaseUrl>().is_ok());
/// assert!("http://127.0.0.1:8080".parse::<BaseUrl>().is_ok());
/// assert!("http://api.example.com".parse::<BaseUrl>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    url: Cow<'static, str>,
    /// The published server that it is, if any.
    published: Option<&'static str>,
    /// Which addresses plain http is accepted for.
    plain_http: PlainHttp,
    /// Why it is invalid, if that is known already.
    problem: Option<Cow<'static, str>>,
}

impl BaseUrl {
    /// Creates a base URL from a published address. It is checked when the client is built.
    #[doc(hidden)]
    #[must_use]
    pub const fn published(url: &'static str) -> Self {
        Self {
            url: Cow::Borrowed(url),
            published: Some(url),
            plain_http: PlainHttp::Loopback,
            problem: None,
        }
    }

    /// Creates a base URL from a published template and the values of its variables. It is checked
    /// when the client is built: a value in the host must be a part of a host, and nothing else.
    #[doc(hidden)]
    #[must_use]
    pub fn filled(
        published: Option<&'static str>,
        template: &'static str,
        variables: &[(&'static str, &str)],
    ) -> Self {
        let filled = template::fill(template, variables);
        let (url, problem) = match filled {
            Ok(url) => (url, None),
            Err(problem) => (template.to_owned(), Some(problem.into())),
        };
        Self {
            url: url.into(),
            published,
            plain_http: PlainHttp::Loopback,
            problem,
        }
    }

    /// Parses any other address.
    ///
    /// # Errors
    ///
    /// If it is not absolute, is neither https nor http to loopback, or has a user, a query or a
    /// fragment. Also if it is not written as it is read: with a backslash, with a host that is not
    /// in ASCII, or with an IP address in another notation.
    pub fn parse(url: &str) -> Result<Self, BuildError> {
        Self::checked(url, PlainHttp::Loopback)
    }

    /// Parses the address of a mock server that is reached without encryption, for tests alone.
    ///
    /// Everything that is sent there can be read in its network, credentials included: use invented
    /// ones. The host cannot be public, so this is never the address of a published environment. It
    /// is a name without a dot, such as that of a container, a name in `.test`, `.local`,
    /// `.localhost` or `.internal`, or a private IP address.
    ///
    /// # Errors
    ///
    /// If it is not plain http, or has a host that may be public. Also for the errors of
    /// [`parse`](Self::parse).
    ///
    /// # Examples
    ///
    /// ```
    /// use paynet_api::{BaseUrl, Paynet};
    ///
    /// # fn main() -> Result<(), paynet_api::BuildError> {
    /// let mock_server = BaseUrl::danger_plain_http_for_tests("http://mock:8080")?;
    /// let paynet = Paynet::builder(mock_server).secret_key("sck_invented").build()?;
    ///
    /// assert!(BaseUrl::danger_plain_http_for_tests("http://api.paynet.com.tr").is_err());
    /// # Ok(())
    /// # }
    /// ```
    pub fn danger_plain_http_for_tests(url: &str) -> Result<Self, BuildError> {
        Self::checked(url, PlainHttp::Tests)
    }

    /// Returns the address, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Creates a base URL from an address that is not published.
    fn checked(url: &str, plain_http: PlainHttp) -> Result<Self, BuildError> {
        check(url, plain_http).map(|server| Self {
            url: server.as_str().to_owned().into(),
            published: None,
            plain_http,
            problem: None,
        })
    }

    /// Checks the address.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse).
    pub(crate) fn server(&self) -> Result<Server, BuildError> {
        match &self.problem {
            Some(problem) => Err(BuildError::new(problem.clone())),
            None => check(&self.url, self.plain_http).map(|server| Server {
                published: self.published,
                ..server
            }),
        }
    }
}

impl FromStr for BaseUrl {
    type Err = BuildError;

    fn from_str(url: &str) -> Result<Self, BuildError> {
        Self::parse(url)
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn https_and_http_to_loopback_are_accepted() {
        for (url, base) in [
            ("https://api.example.com/", "https://api.example.com"),
            (
                "https://api.example.com:8443/a/",
                "https://api.example.com:8443/a",
            ),
            ("http://127.0.0.1:1", "http://127.0.0.1:1"),
            ("http://127.9.9.9", "http://127.9.9.9"),
            ("http://[::1]:1", "http://[::1]:1"),
            ("http://LOCALHOST:1", "http://localhost:1"),
        ] {
            assert_eq!(BaseUrl::parse(url).unwrap().as_str(), base);
        }
    }

    #[test]
    fn everything_else_is_rejected() {
        for url in [
            "http://api.example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://[::ffff:127.0.0.1]",
            "http://0.0.0.0",
            "http://127.0.0.1.nip.io",
            "http://localhost.evil.example.com",
            "http://localhost.",
            "http://localhost:80@example.com",
            "http://[::]",
            "http://[fe80::1]",
            "http://128.0.0.1",
            "http:///api.example.com",
            "file:///etc/passwd",
            "https://",
            "http://127.0.0.1@example.com",
            "https://user:secret@api.example.com",
            "https://api.example.com/?a=b",
            "https://api.example.com/#a",
            "ftp://api.example.com",
            "api.example.com",
            "",
        ] {
            let error = BaseUrl::parse(url).unwrap_err().to_string();
            assert!(error.starts_with("the base URL must"), "{url}");
            assert!(!error.contains("secret"), "{url}");
        }
    }
}
