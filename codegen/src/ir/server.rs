//! The server role: the operations that a server recognizes.

use crate::names::Ident;

/// The operations that a server recognizes.
#[derive(Clone, Debug)]
pub struct Server {
    /// The cargo feature without which it is not compiled.
    pub feature: Option<String>,
    /// In the order of the documents.
    pub operations: Vec<ServedOperation>,
    /// The variants of all operations, in the order in which they are tried: more specific paths come
    /// first.
    pub routes: Vec<Ident>,
}

/// An operation that a server recognizes.
#[derive(Clone, Debug)]
pub struct ServedOperation {
    /// The variant of the enum of requests, `CancelCapture`.
    pub variant: Ident,
    /// The module of its document.
    pub module: Ident,
    /// Its type, `CancelCaptureOperation`.
    pub value: Ident,
    /// The parameters whose members are query parameters of their own, by name.
    pub spread: Vec<String>,
}
