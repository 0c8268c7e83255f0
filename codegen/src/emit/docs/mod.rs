//! Documentation: what the spec says, cleaned for rustdoc, as one `#[doc]` per line.
//!
//! Where the spec says nothing, nothing stands. The fixed phrases are in `phrases`.

mod blocks;
mod clean;
mod edits;
mod inline;

use proc_macro2::TokenStream;
use quote::quote;

use self::clean::clean;
use super::Context;
use crate::ir::{Doc, Operation, Repeat};

/// Paragraphs, each cleaned already.
#[derive(Default)]
struct Paragraphs(Vec<String>);

impl Paragraphs {
    fn push(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.0.push(text);
        }
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        let text = self.0.join("\n\n");
        let lines: Vec<String> = text
            .lines()
            .map(str::trim_end)
            .map(|line| match line {
                "" => String::new(),
                _ => format!(" {line}"),
            })
            .collect();
        lines.into_iter()
    }

    fn outer(&self) -> TokenStream {
        let lines = self.lines();
        quote!(#(#[doc = #lines])*)
    }

    fn inner(&self) -> TokenStream {
        let lines = self.lines();
        quote!(#(#![doc = #lines])*)
    }
}

/// One of our own phrases.
pub(super) fn phrase(text: &str) -> TokenStream {
    Paragraphs(vec![text.to_owned()]).outer()
}

/// The documentation of an item, and `#[deprecated]` where it is.
pub(super) fn item(context: &Context, doc: &Doc) -> TokenStream {
    let mut paragraphs = said(doc);
    append_facts(context, doc, &mut paragraphs);
    let text = paragraphs.outer();
    let deprecated = deprecated(context, doc);
    quote!(#text #deprecated)
}

/// The documentation of a module, inside it.
pub(super) fn module(context: &Context, doc: &Doc) -> TokenStream {
    let mut paragraphs = said(doc);
    append_facts(context, doc, &mut paragraphs);
    paragraphs.inner()
}

/// The documentation of a call: also whether it may be sent again, and its examples.
pub(super) fn operation(context: &Context, operation: &Operation) -> TokenStream {
    let mut paragraphs = said(&operation.doc);
    if let Some(repeat) = operation.repeat {
        paragraphs.push(match repeat {
            Repeat::Safe => context.phrases.repeat_safe,
            Repeat::Never => context.phrases.repeat_never,
        });
    }
    append_facts(context, &operation.doc, &mut paragraphs);
    if !operation.examples.is_empty() {
        paragraphs.push(format!("# {}", context.phrases.example));
    }
    for example in &operation.examples {
        let fence = clean::fence(example);
        paragraphs.push(format!("{fence}\n{}\n{fence}", example.trim_end()));
    }
    let text = paragraphs.outer();
    let deprecated = deprecated(context, &operation.doc);
    quote!(#text #deprecated)
}

fn said(doc: &Doc) -> Paragraphs {
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
    let notes: Vec<String> = doc.notes.iter().map(|note| clean::code(note)).collect();
    paragraphs.push(notes.join(", "));
    if !doc.sources.is_empty() {
        let sources = clean(&doc.sources.join("; "));
        paragraphs.push(format!("{}: {sources}", context.phrases.source));
    }
}

fn deprecated(context: &Context, doc: &Doc) -> Option<TokenStream> {
    let note = context.phrases.deprecated;
    doc.deprecated.then(|| quote!(#[deprecated = #note]))
}
