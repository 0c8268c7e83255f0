//! A response as a web server sends it: a status, a media type, and a body.

use crate::runtime::{Encode, Output};

/// A response as a web server sends it.
///
/// # Examples
///
/// ```
/// use paynet_api::runtime::server::ServerResponse;
///
/// let response = ServerResponse::json(200, &vec![1_i64, 2]);
/// assert_eq!(response.body, b"[1,2]");
/// assert_eq!(response.content_type.as_deref(), Some("application/json; charset=utf-8"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerResponse {
    /// The status.
    pub status: u16,
    /// The media type of the body, if there is one.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

impl ServerResponse {
    /// Creates a response without a body.
    #[must_use]
    pub const fn empty(status: u16) -> Self {
        Self {
            status,
            content_type: None,
            body: Vec::new(),
        }
    }

    /// Creates a response whose body is JSON.
    #[must_use]
    pub fn json(status: u16, body: &impl Encode) -> Self {
        let mut out = Output::new();
        body.encode(&mut out);
        Self::with_body(status, "application/json; charset=utf-8", out.into_bytes())
    }

    /// Creates a response with any body.
    pub fn with_body(
        status: u16,
        content_type: impl Into<String>,
        body: impl Into<Vec<u8>>,
    ) -> Self {
        Self {
            status,
            content_type: Some(content_type.into()),
            body: body.into(),
        }
    }
}

impl std::fmt::Debug for ServerResponse {
    /// Omits the body, which may contain secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let length = self.body.len();
        write!(f, "ServerResponse({}, {length} bytes)", self.status)
    }
}
