//! What will be generated: plain data in Rust words, names final, types resolved.
//!
//! Neither tokens nor spec types. `lower` builds it, `emit` reads it, nobody changes it in between.

mod callback;
mod client;
mod operation;
mod outcome;
mod types;

pub use callback::{Callback, Incoming};
pub use client::{
    Client, Environment, OwnServer, Scheme, SchemeKind, ServerPlace, ServerTemplate, ServerVariable,
};
pub use operation::{
    Body, Content, Group, Media, Operation, Parameter, Place, Repeat, Response, Statuses, Style,
    Success, Verb, Written,
};
pub use outcome::{Advice, Classification, Condition, FieldRef, Is, Literal, Rule, RuleSet};
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
    /// Component schemas and inline types, sorted by file, then as they stand in the document.
    pub types: Vec<TypeDef>,
    /// The handles, one per tag.
    pub groups: Vec<Group>,
    /// What the API sends to us.
    pub callbacks: Vec<Callback>,
}

/// A documented text in the chosen language, as the spec has it: cleaning it for rustdoc is the emitter's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Doc {
    /// One sentence.
    pub summary: Option<String>,
    /// The rest, Markdown.
    pub description: Option<String>,
    /// Where each fact comes from (`x-source`).
    pub sources: Vec<String>,
    /// A constraint or hint that Rust's types don't show, in OpenAPI's own words: `format: date`, `maxLength: 100`, `default: 10`.
    pub notes: Vec<String>,
    /// Marked `deprecated`.
    pub deprecated: bool,
}
