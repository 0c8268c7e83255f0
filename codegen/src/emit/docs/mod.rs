//! Documentation: what the spec says, cleaned for rustdoc, as one `#[doc]` per line.
//!
//! Where the spec says nothing, nothing stands. The fixed phrases are in `phrases`.

mod blocks;
mod clean;
mod edits;
mod html;
mod inline;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use self::clean::clean;
use super::Context;
use crate::ir::{Doc, Operation, Repeat};

/// The documentation of an item, and its mark where it is deprecated.
#[derive(Default)]
pub(super) struct Docs {
    pub(super) lines: Vec<String>,
    pub(super) deprecated: Option<TokenStream>,
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { lines, deprecated } = self;
        tokens.extend(quote!(#(#[doc = #lines])* #deprecated));
    }
}

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

    /// Adds a few words: to a single line as one more sentence, to anything longer as a paragraph.
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

/// One of our own phrases.
pub(super) fn phrase(text: &str) -> Docs {
    Docs {
        lines: vec![format!(" {text}")],
        deprecated: None,
    }
}

/// The documentation of an item, and `#[deprecated]` where it is.
pub(super) fn item(context: &Context, doc: &Doc) -> Docs {
    let mut paragraphs = said(doc);
    append_facts(context, doc, &mut paragraphs);
    Docs {
        lines: paragraphs.lines(),
        deprecated: deprecated(context, doc),
    }
}

/// The documentation of a module, inside it.
pub(super) fn module(context: &Context, doc: &Doc) -> TokenStream {
    let mut paragraphs = said(doc);
    append_facts(context, doc, &mut paragraphs);
    paragraphs.inner()
}

/// The documentation of a call: also whether it may be sent again, and its examples.
pub(super) fn operation(context: &Context, operation: &Operation) -> Docs {
    let mut paragraphs = said(&operation.doc);
    if let Some(repeat) = operation.repeat {
        paragraphs.push(match repeat {
            Repeat::Safe => context.boilerplate.repeat_safe,
            Repeat::Never => context.boilerplate.repeat_never,
        });
    }
    append_facts(context, &operation.doc, &mut paragraphs);
    if !operation.examples.is_empty() {
        paragraphs.push(format!("# {}", context.boilerplate.example));
    }
    for example in &operation.examples {
        let fence = clean::fence(example);
        paragraphs.push(format!("{fence}\n{}\n{fence}", example.trim_end()));
    }
    Docs {
        lines: paragraphs.lines(),
        deprecated: deprecated(context, &operation.doc),
    }
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
    paragraphs.append(&notes.join(", "));
    if !doc.sources.is_empty() {
        let sources = clean(&doc.sources.join("; "));
        paragraphs.push(format!("{}: {sources}", context.boilerplate.source));
    }
}

fn deprecated(context: &Context, doc: &Doc) -> Option<TokenStream> {
    let note = context.boilerplate.deprecated;
    doc.deprecated.then(|| quote!(#[deprecated = #note]))
}
