//! A request as a web server received it: plain data, without the types of an HTTP library.

use std::fmt;

use crate::runtime::{Call, Error, Operation};

/// A request as a web server received it.
///
/// # Examples
///
/// ```
/// use paynet_api::runtime::server::ServerRequest;
///
/// let request = ServerRequest::new("POST", "/v1/transaction/check?a=1")
///     .with_header("Content-Type", "application/json")
///     .with_body(r#"{"xact_id":"xk_1"}"#);
/// assert_eq!((request.path(), request.query()), ("/v1/transaction/check", "a=1"));
/// assert_eq!(request.header("content-type"), Some(&b"application/json"[..]));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ServerRequest {
    method: String,
    path: String,
    query: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

impl ServerRequest {
    /// Creates a request from its method, `POST`, and its target: the path below the server's own,
    /// and the query, as they were sent.
    pub fn new(method: impl Into<String>, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self {
            method: method.into(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// Adds a header. Names are case-insensitive.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Returns the method.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns the path, not decoded.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the query, not decoded.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Returns the first header of that name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        self.headers()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Returns all headers, in the order in which they were added.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let headers = self.headers.iter();
        headers.map(|(name, value)| (name.as_str(), value.as_slice()))
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl<O: Operation<Response = R>, R> Call<O, R> {
    /// Returns the request as a server at the root of its host receives it, without the headers of the
    /// connection. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the request could not be sent.
    #[doc(hidden)]
    pub fn as_received(&self) -> Result<ServerRequest, Error> {
        let prepared = self.prepared()?;
        let url = &prepared.url;
        let query = url.query().map(|query| format!("?{query}"));
        let target = format!("{}{}", url.path(), query.unwrap_or_default());
        let headers = prepared.headers.iter();
        let request = ServerRequest::new(prepared.method.as_str(), &target)
            .with_body(prepared.body.unwrap_or_default());
        Ok(headers.fold(request, |request, (name, value)| {
            request.with_header(name.as_str(), value.as_bytes())
        }))
    }
}

impl fmt::Debug for ServerRequest {
    /// Prints the method, the path and the names of headers: the rest may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers().map(|(name, _)| name).collect();
        write!(
            f,
            "ServerRequest({} {}, {} bytes, headers {headers:?})",
            self.method,
            self.path,
            self.body.len()
        )
    }
}
