//! What is fixed about an operation: data that the generator writes and the runtime acts on.

use crate::runtime::{Advice, OwnServer, RuleSet};

/// The facts about an operation.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// The HTTP method.
    pub method: Method,
    /// The path, `/v1/x/{id}`, appended to the server's own.
    pub path: &'static str,
    /// The document's name for the operation.
    pub id: &'static str,
    /// The credentials it needs: one of these sets. Empty: none; an empty set among others: it works
    /// without, too.
    pub security: &'static [&'static [&'static Scheme]],
    /// The server that the operation has of its own.
    pub server: Option<&'static OwnServer>,
    /// Whether the call may be sent again.
    pub repeat: Repeat,
    /// What a response proves; empty: the status decides.
    pub rule_sets: &'static [RuleSet],
    /// What to do next after an error; the first that applies.
    pub advice: &'static [Advice],
}

impl Info {
    /// The facts about an operation that needs no credential, is never sent again, and of which the
    /// status alone decides what a response proves.
    const fn new(method: Method, path: &'static str, id: &'static str) -> Self {
        Self {
            method,
            path,
            id,
            security: &[],
            server: None,
            repeat: Repeat::Never,
            rule_sets: &[],
            advice: &[],
        }
    }
}

/// One constructor per HTTP method: the path, and the document's name for the operation.
macro_rules! constructors {
    ($($name:ident $method:ident)*) => {
        impl Info {
            $(
                #[doc = concat!("The facts about an operation with the method `", stringify!($method), "`.")]
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

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are HTTP's own")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

/// Whether an operation may be sent again when its outcome is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing: as often as one likes.
    Safe,
    /// Never by itself.
    Never,
}

/// A way to prove who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// The document's name for it.
    pub name: &'static str,
    /// The builder's method that takes the credential.
    pub method: &'static str,
    /// What is done with the credential.
    pub place: SchemePlace,
}

/// What is done with a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemePlace {
    /// It is sent in a header.
    Header {
        /// The header's name.
        name: &'static str,
        /// What stands before the credential.
        prefix: &'static str,
    },
    /// It is sent as a query parameter of that name.
    Query(&'static str),
    /// It is sent as a cookie of that name.
    Cookie(&'static str),
    /// RFC 7617: `user:password` in base64.
    Basic,
    /// RFC 6750: `Bearer` and the credential as it is.
    Bearer,
}
