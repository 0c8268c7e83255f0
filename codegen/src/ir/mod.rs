//! What is generated: plain data in terms of Rust, with final names and resolved types.
//!
//! Neither tokens nor types of `read`. `lower` builds it and `emit` reads it; nothing changes it in
//! between.

mod callback;
mod client;
mod files;
mod operation;
mod outcome;
mod server;
mod types;

pub use callback::{Callback, Incoming};
pub use client::{
    Client, Environment, OwnServer, Scheme, SchemeKind, ServerPlace, ServerTemplate, ServerVariable,
};
pub use files::{CLIENT_FILE, file_stem};
pub use operation::{
    Body, Content, DocumentedMedia, Group, Lookup, Media, Operation, Parameter, Place, Repeat,
    Response, Statuses, Style, Success, Verb,
};
pub use outcome::{Advice, Classification, Condition, FieldRef, Is, Literal, Rule, RuleSet};
pub use server::{ServedOperation, Server};
pub use types::{
    Alternative, Derives, Field, OpenEnum, Presence, Shape, Struct, Tolerance, Type, TypeDef,
    Union, Uses, Variant, Width,
};

use crate::names::Ident;
use crate::source::Location;

/// Everything that one run generates.
#[derive(Clone, Debug)]
pub struct Api {
    /// The root handle, which all documents share.
    pub client: Client,
    /// One module per document, in the order of their names.
    pub modules: Vec<Module>,
    /// The server role, where it is asked for.
    pub server: Option<Server>,
}

/// What is generated from one document.
#[derive(Clone, Debug)]
pub struct Module {
    /// The module's name, from the document's file name.
    pub name: Ident,
    /// The document's root.
    pub at: Location,
    /// The document's own description.
    pub doc: Doc,
    /// Component schemas and inline types, sorted by file, then in the document's order.
    pub types: Vec<TypeDef>,
    /// The handles, one per tag.
    pub groups: Vec<Group>,
    /// The requests that the API sends.
    pub callbacks: Vec<Callback>,
}

/// Documentation in the chosen language, as the document has it. `emit` cleans it for rustdoc.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Doc {
    /// One sentence.
    pub summary: Option<String>,
    /// The rest, Markdown.
    pub description: Option<String>,
    /// The source of each fact (`x-source`).
    pub sources: Vec<String>,
    /// Constraints and hints that Rust's types don't show, in OpenAPI's syntax: `format: date`,
    /// `maxLength: 100`, `default: 10`.
    pub notes: Vec<String>,
    /// Marked `deprecated`.
    pub deprecated: bool,
}
