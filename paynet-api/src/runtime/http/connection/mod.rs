//! How connections are made: the transport settings, TLS, and the HTTP client built from them.

pub(crate) mod client;
pub(crate) mod tls;
pub(crate) mod transport;
