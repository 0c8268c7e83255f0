//! Calls: what is sent, and what may come back.

use super::{Advice, Doc, RuleSet, Type};
use crate::names::{Ident, Name};
use crate::source::Location;

/// The operations of one tag.
#[derive(Clone, Debug)]
pub struct Group {
    /// The first place that uses the tag, or the tag object.
    pub at: Location,
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
    pub at: Location,
    /// `operationId`, or what stands in for it.
    pub id: String,
    /// The handle's method, `cancel_capture`.
    pub method: Ident,
    /// The type of the operation's value, `CancelCaptureOperation`.
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
    /// What is asked for, where it is not JSON alone.
    pub accept: Option<String>,
    /// What may come back, exact statuses first, then ranges, then the default.
    pub responses: Vec<Response>,
    /// The type of the successful responses.
    pub success: Success,
    /// The constant of the server that it has of its own.
    pub server: Option<Ident>,
    /// Alternatives of sets of schemes' constants; empty: no credential. An empty set among others: optional.
    pub security: Vec<Vec<Ident>>,
    /// Whether it may be sent again (`x-repeat`); where the spec doesn't say, its method does, and the docs are silent.
    pub repeat: Option<Repeat>,
    /// What a response proves (`x-outcome`); empty: by status alone.
    pub rule_sets: Vec<RuleSet>,
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
    pub at: Location,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
    /// Where it is sent.
    pub place: Place,
    /// How it is written there.
    pub style: Style,
    /// Whether reserved characters stand for themselves in a query, and slashes in a path.
    pub reserved: bool,
    /// Its type.
    pub ty: Type,
    /// `Option<T>` where it is not.
    pub required: bool,
    /// The only text that it can have: whoever calls is not asked for it.
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

/// How a parameter, or a member of a form, is written: its `style` and whether it is exploded.
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
    /// As JSON text: a parameter with `content`.
    Json,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Where it came from.
    pub at: Location,
    /// One per media type, the preferred one first. Never empty.
    pub contents: Vec<Content>,
    /// The enum of the contents, where there are several.
    pub choice: Option<Ident>,
    /// `Option<T>` where it is not.
    pub required: bool,
    /// Its description.
    pub doc: Doc,
}

/// A body in one media type.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type, without its parameters.
    pub key: String,
    /// How it is written.
    pub media: Media,
    /// The media type that is sent, where it is not the usual one of its kind.
    pub sent: Option<String>,
    /// Its type.
    pub ty: Type,
    /// Members of a form that are not written as `form`, exploded, and those of a form in parts that are written in brackets; by name.
    pub styles: Vec<(String, Style)>,
    /// Media types of a multipart body's parts, by the member's name.
    pub parts: Vec<(String, String)>,
    /// The variant, where there are several.
    pub variant: Ident,
    /// The media types of the document that it stands for.
    pub written: Vec<Written>,
}

/// A media type as the document has it.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its key.
    pub key: String,
    /// Where it came from.
    pub at: Location,
    /// Whether its schema says something, and the content is handed over as it comes all the same.
    pub as_it_comes: bool,
}

/// How a body is written.
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
    /// Where it came from.
    pub at: Location,
    /// Which statuses.
    pub statuses: Statuses,
    /// The media types that it stands for; empty where the statuses have no other response.
    pub media_types: Vec<String>,
    /// The media types of the document that it stands for.
    pub written: Vec<Written>,
    /// The body's type; `None` for no body.
    pub content: Option<(Media, Type)>,
    /// Its description.
    pub doc: Doc,
    /// A success (2xx, and a default where nothing else is), or an error.
    pub success: bool,
    /// The variant of the success enum, where there is one.
    pub variant: Option<Ident>,
}

/// Which statuses a documented response stands for.
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
    /// Several: an enum of this name, with a variant per `Response::variant`.
    Many(Ident),
}

/// Whether a call may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It changes nothing: as often as one likes.
    Safe,
    /// Sent twice it has the effect of being sent once.
    Idempotent,
    /// Not before it is known what happened.
    Never,
}
