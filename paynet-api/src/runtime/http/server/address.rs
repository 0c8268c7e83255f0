//! Which addresses are accepted, and that requests go where the address says.
//!
//! URL parsers repair what they read: `https://evil.example\@api.example.com` becomes
//! `https://evil.example/@api.example.com`. A credential follows the repaired address, while a
//! reviewer reads the written one. So an address is accepted only if both are the same.

use reqwest::Url;

use super::host;
use crate::runtime::BuildError;

/// A checked base URL.
pub(crate) struct Server {
    /// Neither query nor fragment.
    pub(crate) base: Url,
    /// Whether it is without TLS, and therefore on this machine or in a test network.
    pub(crate) plain: bool,
    /// Whether it is on this machine or in a test network, and therefore reached without a proxy.
    pub(crate) local: bool,
    /// The published server that it is, if any.
    pub(crate) published: Option<&'static str>,
}

impl Server {
    /// Returns the base URL without a slash at the end.
    pub(crate) fn as_str(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }
}

/// Which addresses plain http is accepted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlainHttp {
    /// Those of this machine.
    Loopback,
    /// Those that cannot be public, and no other address at all.
    Tests,
}

/// Checks an address.
///
/// # Errors
///
/// If it is not absolute, is not written as it is read, has a user, a query or a fragment, or is
/// plain http to a host that is not accepted for it.
pub(crate) fn check(text: &str, plain_http: PlainHttp) -> Result<Server, BuildError> {
    let url = parse(text)?;
    let host = url.host_str().unwrap_or_default();
    let loopback = host::is_loopback(host);
    let (plain, local) = match (plain_http, url.scheme()) {
        (PlainHttp::Loopback, "https") => (false, loopback),
        (PlainHttp::Loopback, "http") if loopback => (true, true),
        (PlainHttp::Loopback, _) => {
            return Err(BuildError::new(
                "the base URL must begin with https:// (http:// is for loopback, http://127.0.0.1:8080)",
            ));
        }
        (PlainHttp::Tests, "http") if loopback || host::is_private(host) => (true, true),
        (PlainHttp::Tests, _) => {
            return Err(BuildError::new(
                "the base URL of a mock server must begin with http:// and have a host that cannot be public: a name without a dot (http://mock:8080), a name in .test, .local, .localhost or .internal, or a private IP address",
            ));
        }
    };
    Ok(Server {
        base: url,
        plain,
        local,
        published: None,
    })
}

/// Parses an address that is written as it is read.
fn parse(text: &str) -> Result<Url, BuildError> {
    let must = |what: &str| Err(BuildError::new(format!("the base URL must {what}")));
    // The parser removes white space and reads backslashes as slashes.
    if text.contains('\\') {
        return must(
            "not contain a backslash: it is read as a slash, and what precedes it as the host",
        );
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return must("not contain white space or control characters");
    }
    let example = "such as https://api.example.com";
    let Some((_, rest)) = text.split_once("://") else {
        return must(&format!("be absolute, {example}"));
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.is_empty() {
        return must(&format!("be absolute, {example}"));
    }
    if authority.contains('@') {
        return must("not contain a user or a password: pass credentials by their own methods");
    }
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => return must(&format!("be valid, {example}: {error}")),
    };
    if url.query().is_some() || url.fragment().is_some() {
        return must("end before `?` and `#`: write https://api.example.com");
    }
    let canonical = authority_of(&url, authority);
    if !authority.eq_ignore_ascii_case(&canonical) {
        return must(&format!(
            "name its host and port as they are connected to: write `{canonical}` if that is meant"
        ));
    }
    if rest.split('/').any(is_dots) {
        return must("have a path without the segments `.` and `..`");
    }
    Ok(url)
}

/// Returns the host and the port as the parser has read them, the port only if it was written.
fn authority_of(url: &Url, written: &str) -> String {
    let host = url.host_str().unwrap_or_default();
    // A colon in brackets belongs to an IPv6 address.
    let after = written.rsplit(']').next().unwrap_or_default();
    match url.port_or_known_default() {
        Some(port) if after.contains(':') => format!("{host}:{port}"),
        _ => host.to_owned(),
    }
}

/// Returns whether a segment of a path is `.` or `..`, which the parser resolves.
fn is_dots(segment: &str) -> bool {
    let segment = segment.to_ascii_lowercase().replace("%2e", ".");
    matches!(segment.as_str(), "." | "..")
}

#[cfg(test)]
mod tests {
    use super::{PlainHttp, check};

    fn problem(url: &str) -> String {
        let error = check(url, PlainHttp::Loopback).err();
        error.map_or_else(|| format!("{url} is accepted"), |error| error.to_string())
    }

    /// Addresses that are written otherwise than they are read, and what the error says.
    const OTHERWISE: &[(&str, &str)] = &[
        (r"https://evil.example\@api.example.com", "backslash"),
        (r"https:\\evil.example/api.example.com", "backslash"),
        (r"https://api.example.com\.evil.example", "backslash"),
        ("https://api.example.com@evil.example", "a user"),
        ("https://@evil.example", "a user"),
        ("https://:@evil.example", "a user"),
        ("https://api.example.com%40evil.example", "be valid"),
        ("https:api.example.com", "be absolute"),
        ("https:/api.example.com", "be absolute"),
        ("https:///api.example.com", "be absolute"),
        (" https://api.example.com", "white space"),
        ("https://api.exam\tple.com", "white space"),
        ("https://api.example.com\n", "white space"),
        ("https://api.example.com\u{a0}", "white space"),
        ("https://%61pi.example.com", "write `api.example.com`"),
        ("https://büro.example", "write `xn--bro-hoa.example`"),
        ("https://аpi.example.com", "write `xn--pi-6kc.example.com`"),
        ("https://ａpi.example.com", "write `api.example.com`"),
        ("https://api。example.com", "write `api.example.com`"),
        ("https://api.exam\u{ad}ple.com", "write `api.example.com`"),
        ("http://127.1", "write `127.0.0.1`"),
        ("http://2130706433", "write `127.0.0.1`"),
        ("http://0x7f.0.0.1:1", "write `127.0.0.1:1`"),
        ("http://[0:0::1]:80", "write `[::1]:80`"),
        ("https://api.example.com:", "write `api.example.com:443`"),
        (
            "https://api.example.com:0443",
            "write `api.example.com:443`",
        ),
        ("https://api.example.com/v1/../v2", "segments"),
        ("https://api.example.com/v1/%2E%2e", "segments"),
    ];

    /// Addresses for plain http in tests.
    const OF_TESTS: &[&str] = &[
        "http://mock:8080",
        "http://mock_server",
        "http://mock.test/v1",
        "http://host.docker.internal:1",
        "http://mock.default.svc.cluster.local",
        "http://127.0.0.1:1",
        "http://10.0.0.7:1",
        "http://172.31.255.255",
        "http://192.168.1.1",
        "http://[fd00::1]:1",
    ];

    /// Addresses that may be public.
    const PUBLIC: &[&str] = &[
        "http://api.paynet.com.tr",
        "http://API.Paynet.com.tr.",
        "http://pts-api.paynet.com.tr:80/",
        "https://api.paynet.com.tr",
        "https://mock:8080",
        "http://mock.example.com",
        "http://mock.test.example.com",
        "http://8.8.8.8",
        "http://169.254.169.254",
        "http://172.32.0.1",
        "http://192.169.0.1",
        "http://0.0.0.0",
        "http://[2001:db8::1]",
        "http://[fe80::1]",
        "http://[::ffff:10.0.0.1]",
        "http://134744072",
        r"http://mock\@api.paynet.com.tr",
        "http://mock@api.paynet.com.tr",
    ];

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for &(url, expected) in OTHERWISE {
            let problem = problem(url);
            assert!(problem.starts_with("the base URL must "), "{problem}");
            assert!(problem.contains(expected), "{url}: {problem}");
        }
        for url in [
            "HTTPS://API.example.com:443/V1/",
            "https://api.example.com.",
            "https://api.example.com/@a/b..c/%5C",
            "http://[::1]:8080/",
            "https://xn--bro-hoa.example",
        ] {
            assert!(check(url, PlainHttp::Loopback).is_ok(), "{url}");
        }
    }

    #[test]
    fn plain_http_for_tests_does_not_reach_public_hosts() {
        for url in OF_TESTS {
            let server = check(url, PlainHttp::Tests).map(|server| server.plain && server.local);
            assert!(matches!(server, Ok(true)), "{url}");
            let is_loopback = url.contains("127.");
            assert_eq!(
                check(url, PlainHttp::Loopback).is_ok(),
                is_loopback,
                "{url}"
            );
        }
        for url in PUBLIC {
            assert!(check(url, PlainHttp::Tests).is_err(), "{url}");
        }
    }
}
