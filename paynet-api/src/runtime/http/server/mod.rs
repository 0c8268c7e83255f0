//! Where requests are sent: the base URL of a client, and the servers that some operations have of
//! their own.

pub(crate) mod base_url;
pub(crate) mod own_server;
mod template;
