//! Where requests are sent: https, or plain http to loopback addresses.

use std::borrow::Cow;
use std::net::IpAddr;
use std::str::FromStr;

use reqwest::Url;

use super::template;
use crate::runtime::BuildError;

/// The address that requests are sent to, such as `https://api.example.com`.
///
/// Plain http is accepted for loopback addresses only: 127.0.0.0/8, ::1 and `localhost`, which is
/// not resolved by name.
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
            problem,
        }
    }

    /// Parses any other address.
    ///
    /// # Errors
    ///
    /// If it is not absolute, is neither https nor http to loopback, or has a user, a query or a
    /// fragment.
    pub fn parse(url: &str) -> Result<Self, BuildError> {
        check(url).map(|server| Self {
            url: server.base.into(),
            published: None,
            problem: None,
        })
    }

    /// Returns the address, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Checks the address.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse).
    pub(crate) fn server(&self) -> Result<Server, BuildError> {
        match &self.problem {
            Some(problem) => Err(BuildError::new(problem.clone())),
            None => check(&self.url).map(|server| Server {
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

/// A checked base URL.
pub(crate) struct Server {
    /// Without a slash at the end.
    pub(crate) base: String,
    /// Whether it is without TLS, and therefore on this machine.
    pub(crate) plain: bool,
    /// Whether it is on this machine, and therefore reached without a proxy.
    pub(crate) loopback: bool,
    /// The published server that it is, if any.
    pub(crate) published: Option<&'static str>,
}

/// Checks an address.
///
/// # Errors
///
/// If it is not absolute, is neither https nor http to loopback, or has a user, a query or a
/// fragment.
pub(crate) fn check(text: &str) -> Result<Server, BuildError> {
    let Ok(url) = Url::parse(text) else {
        return Err(BuildError::new(
            "the base URL must be absolute, such as https://api.example.com",
        ));
    };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(BuildError::new(
            "the base URL must not contain a user or a password: pass credentials by their own methods",
        ));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(BuildError::new(
            "the base URL must end before `?` and `#`: write https://api.example.com",
        ));
    }
    let loopback = url.host_str().is_some_and(is_loopback);
    let plain = match url.scheme() {
        "https" => false,
        "http" if loopback => true,
        _ => {
            let problem = "the base URL must begin with https:// (http:// is for loopback, http://127.0.0.1:8080)";
            return Err(BuildError::new(problem));
        }
    };
    Ok(Server {
        base: url.as_str().trim_end_matches('/').into(),
        plain,
        loopback,
        published: None,
    })
}

/// Returns whether a host is this machine.
fn is_loopback(host: &str) -> bool {
    let address = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
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
