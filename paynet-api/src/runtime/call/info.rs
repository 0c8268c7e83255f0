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
    /// Returns the facts about an operation that needs no credential, and is sent again as its
    /// method allows.
    const fn new(method: Method, path: &'static str, id: &'static str) -> Self {
        Self {
            method,
            path,
            id,
            security: &[],
            server: None,
            repeat: Repeat::of(method),
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
    /// Sent twice it has the effect of being sent once, so it may be sent again.
    Idempotent,
    /// Sent twice with the same values in these members or parameters, it has the effect of being
    /// sent once, so it may be sent again with them.
    IdempotentBy(&'static [&'static str]),
    /// It may not, before it is known what happened, which the operations with these methods may
    /// show.
    ResolveWith(&'static [&'static str]),
    /// It may not, before it is known what happened.
    Never,
}

impl Repeat {
    /// Returns what a method allows.
    // RFC 9110, 9.2.1: GET, HEAD, OPTIONS and TRACE are safe; 9.2.2: PUT, DELETE and the safe
    // methods are idempotent.
    const fn of(method: Method) -> Self {
        match method {
            Method::Get | Method::Head | Method::Options | Method::Trace => Self::Safe,
            Method::Put | Method::Delete => Self::Idempotent,
            Method::Post | Method::Patch => Self::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Info, Repeat};

    #[test]
    fn the_method_says_whether_a_call_may_be_sent_again() {
        let repeat = |info: Info| info.repeat;
        for safe in [Info::get, Info::head, Info::options, Info::trace] {
            assert_eq!(repeat(safe("/", "a")), Repeat::Safe);
        }
        for idempotent in [Info::put, Info::delete] {
            assert_eq!(repeat(idempotent("/", "a")), Repeat::Idempotent);
        }
        for never in [Info::post, Info::patch] {
            assert_eq!(repeat(never("/", "a")), Repeat::Never);
        }
    }
}
