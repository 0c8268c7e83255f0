//! Servers that some operations have of their own, and where such an operation is sent.

use std::borrow::Cow;

use reqwest::Url;

use super::base_url::{Server, check};
use crate::runtime::BuildError;

/// A server that some operations have of their own.
#[derive(Debug, PartialEq, Eq)]
pub struct OwnServer {
    /// The builder's method that puts another in its place.
    pub method: &'static str,
    /// Where it is.
    pub place: ServerPlace,
}

/// Where a server of an operation's own is.
#[derive(Debug, PartialEq, Eq)]
pub enum ServerPlace {
    /// At this path of the client's server.
    Relative(&'static str),
    /// For the URL of each published server, its URL.
    Absolute(&'static [(&'static str, &'static str)]),
}

/// The servers of a client.
pub(crate) struct Servers {
    pub(crate) main: Server,
    /// What the builder was told to put in the place of an operation's own.
    pub(crate) given: Vec<(&'static OwnServer, Server)>,
}

impl Servers {
    /// Whether TLS is needed for any of them: one of an operation's own may want it where the client's does not.
    pub(crate) fn need_tls(&self) -> bool {
        let mut given = self.given.iter();
        !self.main.plain || self.main.published.is_some() || given.any(|(_, server)| !server.plain)
    }

    /// Whether TLS is needed for all of them.
    pub(crate) fn none_plain(&self) -> bool {
        !self.main.plain && self.given.iter().all(|(_, server)| !server.plain)
    }

    /// Whether all are on this machine.
    pub(crate) fn all_loopback(&self) -> bool {
        self.main.loopback && self.given.iter().all(|(_, server)| server.loopback)
    }

    /// Where an operation is sent.
    ///
    /// # Errors
    ///
    /// Why it cannot be.
    // A credential goes where the caller said, or where the document says that it goes from there. Where the caller named an
    // address of their own, nothing goes anywhere else.
    pub(crate) fn base(&self, own: Option<&'static OwnServer>) -> Result<Cow<'_, str>, String> {
        let Some(own) = own else {
            return Ok(Cow::Borrowed(&self.main.base));
        };
        if let Some((_, given)) = self.given.iter().find(|(known, _)| *known == own) {
            return Ok(Cow::Borrowed(&given.base));
        }
        match (&own.place, self.main.published) {
            (ServerPlace::Relative(path), _) => Ok(Cow::Owned(self.beside(path))),
            (ServerPlace::Absolute(_), None) => Ok(Cow::Borrowed(&self.main.base)),
            (ServerPlace::Absolute(urls), Some(published)) => {
                let found = urls.iter().find(|(of, _)| *of == published);
                let url = found.map(|(_, url)| *url).ok_or_else(|| unknown(own))?;
                self.published(url).map_err(|error| error.to_string())
            }
        }
    }

    /// A path of the same origin.
    fn beside(&self, path: &str) -> String {
        let origin = Url::parse(&self.main.base).map(|url| url.origin().ascii_serialization());
        let origin = origin.unwrap_or_else(|_| self.main.base.clone());
        format!("{origin}/{}", path.trim_matches('/'))
    }

    fn published(&self, url: &'static str) -> Result<Cow<'static, str>, BuildError> {
        let server = check(url)?;
        if server.plain && !self.main.plain {
            let problem = "the base URL must begin with https:// for all operations or for none";
            return Err(BuildError::new(problem));
        }
        Ok(Cow::Owned(server.base))
    }
}

fn unknown(own: &OwnServer) -> String {
    let method = own.method;
    format!(
        "the document does not say which of its own servers goes with this one: choose it with `.{method}(…)` of the builder"
    )
}
