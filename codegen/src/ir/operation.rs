//! Operations: their requests and responses.

use std::fmt;

use super::{Advice, Doc, RuleSet, Type};
use crate::names::{Ident, Name};
use crate::source::Location;

/// The operations of one tag.
#[derive(Clone, Debug)]
pub struct Group {
    /// The tag object, or the first use of the tag. The document for operations without a tag.
    pub at: Location,
    /// The name of the tag; `None` for operations without a tag.
    pub tag: Option<String>,
    /// The handle's type, `Transaction`; its file and the client's method are the same in snake case.
    pub handle: Ident,
    /// The file and the client's method, `transaction`.
    pub method: Ident,
    /// The tag's description.
    pub doc: Doc,
    /// In the document's order.
    pub operations: Vec<Operation>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its location in the document.
    pub at: Location,
    /// `operationId`, or the method and path.
    pub id: String,
    /// The handle's method, `cancel_capture`.
    pub method: Ident,
    /// The type of the operation, `CancelCaptureOperation`.
    pub value: Ident,
    /// Its documentation.
    pub doc: Doc,
    /// Rust examples (`x-codeSamples` with `lang: Rust`).
    pub examples: Vec<String>,
    /// Its HTTP method.
    pub verb: Verb,
    /// The path as in the document, with its `{parameters}`.
    pub path: String,
    /// In the document's order, path level first.
    pub parameters: Vec<Parameter>,
    /// Its request body.
    pub body: Option<Body>,
    /// The `Accept` header, if it is not JSON alone.
    pub accept: Option<String>,
    /// Its responses: exact statuses first, then ranges, then the default.
    pub responses: Vec<Response>,
    /// The type of the successful responses.
    pub success: Success,
    /// The constant of its own server.
    pub server: Option<Ident>,
    /// Alternative sets of the constants of schemes. Without a set there is no credential; with an
    /// empty set it is optional.
    pub security: Vec<Vec<Ident>>,
    /// Whether it may be sent again (`x-repeat`). If the document doesn't say, its method does, and the docs
    /// don't mention it.
    pub repeat: Option<Repeat>,
    /// What a response proves (`x-outcome`); empty: its status alone decides.
    pub rule_sets: Vec<RuleSet>,
    /// What to do next (`x-advice`): the first that applies.
    pub advice: Vec<Advice>,
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// A parameter: a field of the operation.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its location in the document.
    pub at: Location,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
    /// Where it is sent.
    pub place: Place,
    /// How it is serialized there.
    pub style: Style,
    /// Whether reserved characters in a query, or slashes in a path, are not escaped.
    pub reserved: bool,
    /// Its type.
    pub ty: Type,
    /// Whether it is required; if not, its type is `Option<T>`.
    pub required: bool,
    /// The only string that it can be. It is no argument then.
    pub fixed: Option<String>,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the standard's own")]
pub enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a parameter or a member of a form is serialized: its `style`, and whether it is exploded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the standard's own")]
pub enum Style {
    Simple {
        explode: bool,
    },
    Label {
        explode: bool,
    },
    Matrix {
        explode: bool,
    },
    Form {
        explode: bool,
    },
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// As JSON: a parameter with `content`.
    Json,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its location in the document.
    pub at: Location,
    /// One for each media type, the preferred one first. Never empty.
    pub contents: Vec<Content>,
    /// The enum of the contents, if there are several.
    pub choice: Option<Ident>,
    /// Whether it is required; if not, its type is `Option<T>`.
    pub required: bool,
    /// Its description.
    pub doc: Doc,
}

/// A body in one media type.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type, without its parameters.
    pub key: String,
    /// How it is encoded.
    pub media: Media,
    /// The media type that is sent, if it is not the usual one for its encoding.
    pub sent: Option<String>,
    /// Its type.
    pub ty: Type,
    /// The styles of a form's members that differ from the default, by name.
    pub styles: Vec<(String, Style)>,
    /// The media types of a multipart body's parts, by name.
    pub parts: Vec<(String, String)>,
    /// The variant, if there are several.
    pub variant: Ident,
    /// The media types of the document that it covers.
    pub documented: Vec<DocumentedMedia>,
}

/// A media type as the document has it.
#[derive(Clone, Debug)]
pub struct DocumentedMedia {
    /// Its key.
    pub key: String,
    /// Its location in the document.
    pub at: Location,
    /// Whether the content is passed on undecoded although it has a schema.
    pub is_undecoded: bool,
}

/// How a body is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/json` and its relatives.
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `multipart/form-data` and its relatives.
    Multipart,
    /// `text/*`.
    Text,
    /// Anything else, as bytes.
    Bytes,
}

/// A documented response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Its location in the document.
    pub at: Location,
    /// The statuses that it documents.
    pub statuses: Statuses,
    /// Its media types; empty if the statuses have no other response.
    pub media_types: Vec<String>,
    /// The media types of the document that it covers.
    pub documented: Vec<DocumentedMedia>,
    /// The type of the body, if there is one.
    pub content: Option<(Media, Type)>,
    /// Its description.
    pub doc: Doc,
    /// Whether it is a success: 2xx, or a default if nothing else is.
    pub success: bool,
    /// The variant of the enum of successes, if there is one.
    pub variant: Option<Ident>,
}

/// The statuses of a documented response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statuses {
    /// `200`.
    Exact(u16),
    /// `4XX`: the first digit.
    Range(u8),
    /// `default`.
    Default,
}

/// Writes them as the document does: `200`, `4XX`, `default`.
impl fmt::Display for Statuses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(status) => write!(f, "{status}"),
            Self::Range(digit) => write!(f, "{digit}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

/// The type of a successful response.
#[derive(Clone, Debug)]
pub enum Success {
    /// `()`: no success has a body.
    Empty,
    /// The type of all successes.
    One(Type),
    /// The enum of several successes, with a variant for each `Response::variant`.
    Many(Ident),
}

/// Whether a call may be sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing and may be sent any number of times.
    Safe,
    /// Sent twice it has the effect of being sent once.
    Idempotent,
    /// Sent twice with the same values of these members or parameters, it has the effect of being
    /// sent once.
    IdempotentBy(Vec<String>),
    /// Not before it is known what happened, which these operations may show.
    ResolveWith(Vec<Lookup>),
    /// Not before it is known what happened.
    Never,
}

/// An operation that may show what became of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// Where it is named.
    pub at: Location,
    /// Its `operationId`.
    pub id: String,
    /// Its handle and its method, once all operations have names.
    pub method: Option<(Ident, Ident)>,
}
