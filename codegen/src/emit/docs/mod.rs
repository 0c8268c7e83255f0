//! Documentation: what the spec says, cleaned for rustdoc, as one `#[doc]` per line.
//!
//! Where the spec has no text, there is no documentation. Sentences of our own are in
//! `boilerplate`.

mod blocks;
pub(super) mod boilerplate;
mod clean;
mod edits;
mod html;
mod inline;
mod markdown;

use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt, quote};
use syn::Attribute;

use self::clean::clean;
use super::{Boilerplate, Context, contract, syntax};
use crate::ir::{Doc, Group, Operation, Repeat};

/// The documentation of an item, and its `#[deprecated]` attribute if it has one.
pub(super) struct Docs(Vec<Attribute>);

impl Docs {
    fn new(paragraphs: &Paragraphs, deprecated: Option<Attribute>) -> Self {
        let lines = paragraphs.lines();
        let lines = lines.iter().map(|line| syntax::doc(line));
        Self(lines.chain(deprecated).collect())
    }

    /// Returns the attributes of an item that has `more`.
    pub(super) fn and(mut self, more: impl IntoIterator<Item = Attribute>) -> Vec<Attribute> {
        self.0.extend(more);
        self.0
    }
}

impl From<Docs> for Vec<Attribute> {
    fn from(docs: Docs) -> Self {
        docs.0
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.0);
    }
}

/// Paragraphs of Markdown that rustdoc accepts.
#[derive(Default)]
struct Paragraphs(Vec<String>);

impl Paragraphs {
    fn push(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.0.push(text);
        }
    }

    /// Appends a short text: to a single line as one more sentence, otherwise as a paragraph.
    fn append(&mut self, words: &str) {
        match self.0.as_mut_slice() {
            [line] if !words.is_empty() && !line.contains('\n') && !line.starts_with('#') => {
                let end = if line.ends_with(['.', '!', '?', ':', ';']) {
                    ""
                } else {
                    "."
                };
                line.push_str(&format!("{end} {words}"));
            }
            _ => self.push(words),
        }
    }

    fn lines(&self) -> Vec<String> {
        let text = self.0.join("\n\n");
        text.lines()
            .map(str::trim_end)
            .map(|line| match line {
                "" => String::new(),
                // A carriage return by itself is an error in a comment.
                _ => format!(" {}", line.replace('\r', " ")),
            })
            .collect()
    }

    fn inner(&self) -> TokenStream {
        let lines = self.lines();
        quote!(#(#![doc = #lines])*)
    }
}

/// Returns a sentence of the boilerplate as documentation.
pub(super) fn boilerplate(text: &str) -> Docs {
    Docs::new(&Paragraphs(vec![text.to_owned()]), None)
}

/// Returns the documentation of an item.
pub(super) fn item(context: &Context, doc: &Doc) -> Docs {
    let mut paragraphs = texts(doc);
    append_facts(context, doc, &mut paragraphs);
    Docs::new(&paragraphs, deprecated(context, doc))
}

/// Returns the documentation of a part of an item, without the sources that the item has too.
pub(super) fn part(context: &Context, doc: &Doc, item: &Doc) -> Docs {
    let mut paragraphs = texts(doc);
    append_notes(doc, &mut paragraphs);
    if !doc
        .sources
        .iter()
        .all(|source| item.sources.contains(source))
    {
        append_sources(context, doc, &mut paragraphs);
    }
    Docs::new(&paragraphs, deprecated(context, doc))
}

/// Returns the documentation of a module, as inner attributes.
pub(super) fn module(context: &Context, doc: &Doc) -> TokenStream {
    let mut paragraphs = texts(doc);
    append_facts(context, doc, &mut paragraphs);
    paragraphs.inner()
}

/// Returns the documentation of a call: also when it is sent, whether it may be sent again, and its
/// examples.
pub(super) fn operation(context: &Context, operation: &Operation) -> Docs {
    let mut paragraphs = texts(&operation.doc);
    if let Some(repeat) = &operation.repeat {
        let boilerplate = context.boilerplate;
        let repeat = self::repeat(boilerplate, repeat);
        paragraphs.push(format!("{repeat} {}", boilerplate.nothing_sent));
    }
    append_facts(context, &operation.doc, &mut paragraphs);
    if !operation.examples.is_empty() {
        paragraphs.push(format!("# {}", context.boilerplate.example));
    }
    for example in &operation.examples {
        let fence = markdown::fence(example);
        paragraphs.push(format!("{fence}\n{}\n{fence}", example.trim_end()));
    }
    Docs::new(&paragraphs, deprecated(context, &operation.doc))
}

/// Says whether a call may be sent again.
fn repeat(boilerplate: &Boilerplate, repeat: &Repeat) -> String {
    match repeat {
        Repeat::Safe => boilerplate.repeat_safe.to_owned(),
        Repeat::Idempotent => boilerplate.repeat_idempotent.to_owned(),
        Repeat::IdempotentBy(names) => {
            let names: Vec<String> = names.iter().map(|name| markdown::code(name)).collect();
            (boilerplate.repeat_idempotent_by)(&names)
        }
        Repeat::ResolveWith(lookups) => {
            let links = lookups.iter().filter_map(|lookup| lookup.method.as_ref());
            let links = links.map(|(handle, method)| {
                format!("[`{handle}::{method}`](super::{handle}::{method})")
            });
            let links: Vec<String> = links.collect();
            (boilerplate.repeat_resolve_with)(&links)
        }
        Repeat::Never => boilerplate.repeat_never.to_owned(),
    }
}

fn texts(doc: &Doc) -> Paragraphs {
    let mut paragraphs = Paragraphs::default();
    let summary = doc.summary.as_deref().map(str::trim).unwrap_or_default();
    let description = doc
        .description
        .as_deref()
        .map(str::trim)
        .unwrap_or_default();
    paragraphs.push(clean(summary));
    if description != summary {
        paragraphs.push(clean(description));
    }
    paragraphs
}

fn append_facts(context: &Context, doc: &Doc, paragraphs: &mut Paragraphs) {
    append_notes(doc, paragraphs);
    append_sources(context, doc, paragraphs);
}

fn append_notes(doc: &Doc, paragraphs: &mut Paragraphs) {
    let notes: Vec<String> = doc.notes.iter().map(|note| markdown::code(note)).collect();
    paragraphs.append(&notes.join(", "));
}

/// Adds the sources as one line that rustdoc shows collapsed.
fn append_sources(context: &Context, doc: &Doc, paragraphs: &mut Paragraphs) {
    if !doc.sources.is_empty() {
        let summary = context.boilerplate.source;
        let sources = clean(&doc.sources.join("; ")).replace('\n', " ");
        paragraphs.push(format!(
            "<details><summary>{summary}</summary>{sources}</details>"
        ));
    }
}

fn deprecated(context: &Context, doc: &Doc) -> Option<Attribute> {
    let note = context.boilerplate.deprecated;
    doc.deprecated
        .then(|| syntax::attribute_value("deprecated", note))
}

/// Returns the method and the path of an operation, as a code span.
pub(super) fn request_line(operation: &Operation) -> String {
    let method = contract::method_name(operation.verb).to_ascii_uppercase();
    markdown::code(&format!("{method} {}", operation.path))
}

/// Returns the path by which documentation links to the handle's method.
pub(super) fn call_path(group: &Group, operation: &Operation) -> String {
    format!("{}::{}", group.handle.as_str(), operation.method.as_str())
}
