//! How an operation is sent: data that the generator writes and the runtime acts on.

use crate::runtime::{Method, OwnServer, Scheme};

/// How an operation is sent.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// The HTTP method.
    pub method: Method,
    /// The path, `/v1/x/{id}`, appended to the server's own.
    pub path: &'static str,
    /// The document's name for the operation.
    pub id: &'static str,
    /// The credentials it needs: one of these sets. Empty: none; an empty set among others: it
    /// works without, too.
    pub security: &'static [&'static [&'static Scheme]],
    /// The server that the operation has of its own.
    pub server: Option<&'static OwnServer>,
    /// Whether the call may be sent again.
    pub repeat: Repeat,
}

impl Info {
    /// Returns the facts about an operation that needs no credential and is never sent again.
    const fn new(method: Method, path: &'static str, id: &'static str) -> Self {
        Self {
            method,
            path,
            id,
            security: &[],
            server: None,
            repeat: Repeat::Never,
        }
    }
}

/// One constructor per HTTP method: the path, and the document's name for the operation.
macro_rules! constructors {
    ($($name:ident $method:ident)*) => {
        impl Info {
            $(
                #[doc = concat!("Returns the facts about an operation with the method `", stringify!($method), "`.")]
                #[must_use]
                pub const fn $name(path: &'static str, id: &'static str) -> Self {
                    Self::new(Method::$method, path, id)
                }
            )*
        }
    };
}

constructors! {
    get Get
    put Put
    post Post
    delete Delete
    options Options
    head Head
    patch Patch
    trace Trace
}

/// Whether an operation may be sent again when its outcome is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing, so it may be sent again.
    Safe,
    /// Never sent again automatically.
    Never,
}
