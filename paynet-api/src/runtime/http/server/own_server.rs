//! Servers that some operations have of their own, and where such operations are sent.

use std::borrow::Cow;

use reqwest::Url;

use super::address::{PlainHttp, Server, check};
use crate::runtime::BuildError;

/// A server that some operations have of their own.
#[derive(Debug, PartialEq, Eq)]
pub struct OwnServer {
    /// The builder's method that replaces it.
    pub method: &'static str,
    /// Where it is.
    pub place: ServerPlace,
}

/// Where a server of an operation's own is.
#[derive(Debug, PartialEq, Eq)]
pub enum ServerPlace {
    /// At this path of the client's server.
    Relative(&'static str),
    /// At another URL for each published server: pairs of the published URL and this server's.
    Absolute(&'static [(&'static str, &'static str)]),
}

/// The servers of a client.
pub(crate) struct Servers {
    pub(crate) main: Server,
    /// The replacements that were given to the builder.
    pub(crate) given: Vec<(&'static OwnServer, Server)>,
}

impl Servers {
    /// Returns whether any of them needs TLS: an operation's own server may need it where the
    /// client's does not.
    pub(crate) fn need_tls(&self) -> bool {
        let mut given = self.given.iter();
        !self.main.plain || self.main.published.is_some() || given.any(|(_, server)| !server.plain)
    }

    /// Returns whether all of them need TLS.
    pub(crate) fn none_plain(&self) -> bool {
        !self.main.plain && self.given.iter().all(|(_, server)| !server.plain)
    }

    /// Returns the hosts that are reached without a proxy.
    pub(crate) fn local_hosts(&self) -> impl Iterator<Item = &str> {
        let given = self.given.iter().map(|(_, server)| server);
        let local = given.chain([&self.main]).filter(|server| server.local);
        local.filter_map(|server| host_of(server.as_str()))
    }

    /// Returns the base URL that an operation is sent to.
    ///
    /// # Errors
    ///
    /// If the document does not say which of the operation's servers belongs to the client's.
    // A credential is sent to the address that the caller chose, or to the one that the document
    // assigns to it. If the caller passed an address of their own, nothing is sent elsewhere.
    pub(crate) fn base(&self, own: Option<&'static OwnServer>) -> Result<Cow<'_, Url>, String> {
        let Some(own) = own else {
            return Ok(Cow::Borrowed(&self.main.base));
        };
        if let Some((_, given)) = self.given.iter().find(|(known, _)| *known == own) {
            return Ok(Cow::Borrowed(&given.base));
        }
        match (&own.place, self.main.published) {
            (ServerPlace::Relative(path), _) => Ok(Cow::Owned(self.on_same_origin(path))),
            (ServerPlace::Absolute(_), None) => Ok(Cow::Borrowed(&self.main.base)),
            (ServerPlace::Absolute(urls), Some(published)) => {
                let found = urls.iter().find(|(of, _)| *of == published);
                let url = found
                    .map(|(_, url)| *url)
                    .ok_or_else(|| no_counterpart(own))?;
                self.published(url).map_err(|error| error.to_string())
            }
        }
    }

    /// Returns a path on the same origin.
    fn on_same_origin(&self, path: &str) -> Url {
        let mut url = self.main.base.clone();
        url.set_path(path.trim_matches('/'));
        url
    }

    /// Checks a published URL.
    fn published(&self, url: &'static str) -> Result<Cow<'static, Url>, BuildError> {
        let server = check(url, PlainHttp::Loopback)?;
        if server.plain && !self.main.plain {
            let problem = "the base URL must begin with https:// for all operations or for none";
            return Err(BuildError::new(problem));
        }
        Ok(Cow::Owned(server.base))
    }
}

/// Describes a server that does not belong to any of the operation's.
fn no_counterpart(own: &OwnServer) -> String {
    let method = own.method;
    format!(
        "the document does not say which server this operation uses with the client's: choose one with the builder's `.{method}(…)`"
    )
}

/// Returns the host of a checked URL, an IPv6 address without its brackets.
fn host_of(base: &str) -> Option<&str> {
    let (_, rest) = base.split_once("://")?;
    match rest.strip_prefix('[') {
        Some(rest) => rest.split(']').next(),
        None => rest.split([':', '/']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::{PlainHttp, Servers, check, host_of};

    #[test]
    fn servers_of_tests_are_reached_without_a_proxy() {
        let server = |url, plain_http| check(url, plain_http).ok();
        for (url, host) in [
            ("http://mock:8080/v1", "mock"),
            ("http://[fd00::1]:1", "fd00::1"),
            ("http://10.0.0.1", "10.0.0.1"),
        ] {
            let main = server(url, PlainHttp::Tests).unwrap();
            assert_eq!(host_of(main.as_str()), Some(host));
            let servers = Servers {
                main,
                given: Vec::new(),
            };
            assert_eq!(servers.local_hosts().collect::<Vec<_>>(), [host]);
        }
        let main = server("https://api.example.com", PlainHttp::Loopback).unwrap();
        let servers = Servers {
            main,
            given: Vec::new(),
        };
        assert_eq!(servers.local_hosts().count(), 0);
    }
}
