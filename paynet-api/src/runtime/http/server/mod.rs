//! Where requests are sent: the base URL of a client, and the servers that some operations have of
//! their own.

pub(crate) mod address;
pub(crate) mod base_url;
mod host;
pub(crate) mod own_server;
mod template;
