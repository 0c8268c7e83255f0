//! A response as it was received.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

/// A response as it was received: status, headers and body.
///
/// Cheap to clone. `Debug` prints the status and the length only. The body is wiped from memory
/// when the last clone is dropped.
///
/// # Examples
///
/// ```
/// use paynet_api::Raw;
///
/// let raw = Raw::new(200, [("Content-Type", &b"text/plain"[..])], b"canary".to_vec());
/// assert_eq!(raw.headers().get("content-type"), Some("text/plain"));
/// assert_eq!(format!("{raw:?}"), "Raw(HTTP 200, 6 bytes)");
/// ```
#[derive(Clone)]
pub struct Raw(Arc<Response>);

struct Response {
    status: u16,
    headers: Fields,
    body: Zeroizing<Vec<u8>>,
    complete: bool,
}

impl Raw {
    /// Creates a response from its parts, for tests of code that handles responses.
    pub fn new<'h>(
        status: u16,
        headers: impl IntoIterator<Item = (&'h str, &'h [u8])>,
        body: Vec<u8>,
    ) -> Self {
        Self::received(status, headers, Zeroizing::new(body), true)
    }

    /// Creates a response; `complete` says whether the whole body arrived.
    pub(crate) fn received<'h>(
        status: u16,
        headers: impl IntoIterator<Item = (&'h str, &'h [u8])>,
        body: Zeroizing<Vec<u8>>,
        complete: bool,
    ) -> Self {
        Self(Arc::new(Response {
            status,
            headers: Fields::of(headers),
            body,
            complete,
        }))
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> Headers<'_> {
        Headers(&self.0.headers)
    }

    /// Returns the body, as far as it arrived: see [`is_complete`](Self::is_complete).
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// Returns whether the whole body arrived. It did in an [`Accepted`](crate::Accepted); in an
    /// error it may not have.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.0.complete
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cut = if self.0.complete { "" } else { ", cut off" };
        write!(
            f,
            "Raw(HTTP {}, {} bytes{cut})",
            self.0.status,
            self.0.body.len()
        )
    }
}

/// How many bytes the names, or the values, of most responses have at most.
const USUAL: usize = 256;

/// How many headers most responses have at most.
const USUAL_COUNT: usize = 16;

/// Names and values, each in one buffer: every call receives some, and few are looked at.
struct Fields {
    /// In lower case.
    names: String,
    values: Vec<u8>,
    /// Where each name and each value ends.
    ends: Vec<(usize, usize)>,
}

impl Fields {
    fn of<'h>(fields: impl IntoIterator<Item = (&'h str, &'h [u8])>) -> Self {
        let mut all = Self {
            names: String::with_capacity(USUAL),
            values: Vec::with_capacity(USUAL),
            ends: Vec::with_capacity(USUAL_COUNT),
        };
        for (name, value) in fields {
            all.names.push_str(name);
            all.values.extend_from_slice(value);
            all.ends.push((all.names.len(), all.values.len()));
        }
        all.names.make_ascii_lowercase();
        all
    }

    fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let starts = std::iter::once(&(0, 0)).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| {
            let name = &self.names[start.0..end.0];
            (name, &self.values[start.1..end.1])
        })
    }
}

/// The headers of a response. Names are case-insensitive.
#[derive(Clone, Copy)]
pub struct Headers<'r>(&'r Fields);

impl<'r> Headers<'r> {
    /// Returns the first value of that name, if it is UTF-8.
    #[must_use]
    pub fn get(self, name: &str) -> Option<&'r str> {
        self.get_bytes(name)
            .and_then(|value| std::str::from_utf8(value).ok())
    }

    /// Returns the first value of that name.
    #[must_use]
    pub fn get_bytes(self, name: &str) -> Option<&'r [u8]> {
        self.iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Iterates over all headers in the order in which they were received. Names are in lower case.
    pub fn iter(self) -> impl Iterator<Item = (&'r str, &'r [u8])> {
        self.0.iter()
    }
}

impl fmt::Debug for Headers<'_> {
    /// Prints names only: a value may be a cookie.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.iter().map(|(name, _)| name))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Raw;

    #[test]
    fn headers_stay_in_order_repeated_and_empty_ones_too() {
        let sent = [
            ("A", &b"1"[..]),
            ("Set-Cookie", b""),
            ("a", b"\xff"),
            ("", b"2"),
        ];
        let raw = Raw::new(200, sent, Vec::new());
        let expected = [
            ("a", &b"1"[..]),
            ("set-cookie", b""),
            ("a", b"\xff"),
            ("", b"2"),
        ];
        assert_eq!(raw.headers().iter().collect::<Vec<_>>(), expected);
        assert_eq!(raw.headers().get_bytes("A"), Some(&b"1"[..]));
        assert_eq!(Raw::new(200, [], Vec::new()).headers().iter().count(), 0);
    }
}
