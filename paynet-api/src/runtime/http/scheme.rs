//! Security schemes: where a credential is sent.

/// A security scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// The document's name for the scheme.
    pub name: &'static str,
    /// The builder's method that takes the credential.
    pub method: &'static str,
    /// Where the credential is sent.
    pub place: SchemePlace,
}

/// Where a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemePlace {
    /// In a header.
    Header {
        /// The header's name.
        name: &'static str,
        /// What precedes the credential.
        prefix: &'static str,
    },
    /// In the query parameter of that name.
    Query(&'static str),
    /// In the cookie of that name.
    Cookie(&'static str),
    /// RFC 7617: `user:password` in base64.
    Basic,
    /// RFC 6750: `Bearer` and the credential as it is.
    Bearer,
}
