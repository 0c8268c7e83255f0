//! Calls: what is sent, and what may come back.

use super::{Advice, Doc, Reading, Type};
use crate::names::{Ident, Name};
use crate::source::At;

/// The operations of one tag.
#[derive(Clone, Debug)]
pub struct Group {
    /// The first place that uses the tag, or the tag object.
    pub at: At,
    /// The handle's type, `Transaction`; its file and the client's method are the same in snake case.
    pub handle: Ident,
    /// The file and the client's method, `transaction`.
    pub method: Ident,
    /// The tag's description.
    pub doc: Doc,
    /// In the document's order.
    pub operations: Vec<Operation>,
}

/// One call.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Where it came from.
    pub at: At,
    /// `operationId`, or what stands in for it.
    pub id: String,
    /// The handle's method, `cancel_capture`.
    pub method: Ident,
    /// The operation as a value, `CancelCapture`.
    pub value: Ident,
    /// Its documentation.
    pub doc: Doc,
    /// Rust examples (`x-codeSamples` with `lang: Rust`).
    pub examples: Vec<String>,
    /// `GET`
    pub verb: Verb,
    /// The path as in the document, with its `{parameters}`.
    pub path: String,
    /// In the document's order, path level first.
    pub parameters: Vec<Parameter>,
    /// What is sent.
    pub body: Option<Body>,
    /// What may come back, exact statuses first, then ranges, then the default.
    pub replies: Vec<Reply>,
    /// The type of the successful replies.
    pub success: Success,
    /// Alternatives of sets of schemes' constants; empty: no credential. An empty set among others: optional.
    pub security: Vec<Vec<Ident>>,
    /// Whether it may be sent again (`x-repeat`); where the spec doesn't say, it is not, and the docs are silent.
    pub repeat: Option<Repeat>,
    /// What a reply proves (`x-outcome`); empty: by status alone.
    pub readings: Vec<Reading>,
    /// What to do next (`x-advice`), the first that fits.
    pub advice: Vec<Advice>,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are HTTP's own")]
pub enum Verb {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

/// A parameter: a field of the operation's value, written by the name it has on the wire.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Where it came from.
    pub at: At,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
    /// Where it is sent.
    pub place: Place,
    /// Scalars, open enums, and lists of them.
    pub ty: Type,
    /// `Option<T>` where it is not.
    pub required: bool,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path; `style: simple`.
    Path,
    /// In the query; `style: form`, exploded.
    Query,
    /// In a header; `style: simple`.
    Header,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Where it came from.
    pub at: At,
    /// How it is written.
    pub media: Media,
    /// Its type.
    pub ty: Type,
    /// `Option<T>` where it is not.
    pub required: bool,
    /// Its description.
    pub doc: Doc,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/json` and its relatives.
    Json,
    /// `text/*`.
    Text,
    /// Anything else, as bytes.
    Bytes,
}

/// A documented reply.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Where it came from.
    pub at: At,
    /// Which statuses.
    pub statuses: Statuses,
    /// The body's type; `None` for no body.
    pub content: Option<(Media, Type)>,
    /// Its description.
    pub doc: Doc,
    /// A success (2xx, and a default where nothing else is), or an error.
    pub success: bool,
    /// The variant of the success enum, where there is one.
    pub variant: Option<Ident>,
}

/// Which statuses a documented reply stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statuses {
    /// `200`
    Exact(u16),
    /// `4XX`: the first digit
    Range(u8),
    /// `default`
    Default,
}

/// The type that a successful call gives.
#[derive(Clone, Debug)]
pub enum Success {
    /// No success has a body: `()`.
    Empty,
    /// All successes have this one.
    One(Type),
    /// Several: an enum of this name, with a variant per `Reply::variant`.
    Many(Ident),
}

/// Whether a call may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing: as often as one likes.
    Safe,
    /// Never by itself; also where the spec doesn't say.
    Never,
}
