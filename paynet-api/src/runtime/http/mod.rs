//! One HTTP exchange: connections and TLS, servers, credentials, deadlines, and the proof of
//! "not sent".

pub(crate) mod connection;
pub(crate) mod credential;
pub(crate) mod deadline;
pub(crate) mod exchange;
pub(crate) mod gate;
pub(crate) mod header;
pub(crate) mod method;
pub(crate) mod raw;
pub(crate) mod scheme;
pub(crate) mod server;
