//! One HTTP exchange: connections, TLS, deadlines, servers and credentials.

pub(crate) mod base_url;
pub(crate) mod credential;
pub(crate) mod deadline;
pub(crate) mod exchange;
pub(crate) mod gate;
pub(crate) mod own_server;
pub(crate) mod raw;
pub(crate) mod tls;
pub(crate) mod transport;
