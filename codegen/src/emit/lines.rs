//! Text line by line: what no formatter knows how to lay out, because it is the runtime's tables and not Rust's own items.
//!
//! What a line holds is said here; where it is broken and how far it stands in is `render`'s.

use proc_macro2::TokenStream;

use super::docs::Docs;
use super::ident::mentions;

/// One line.
pub(crate) enum Line {
    /// Nothing.
    Blank,
    /// `/// …`, with the text behind the slashes.
    Doc(String),
    /// Tokens, on as many lines as they need.
    Code(TokenStream),
    /// A name and a list in braces: on one line where there is room, else an item a line.
    List(TokenStream, Vec<TokenStream>),
    /// Tokens and an opening brace: what follows stands in one step further.
    Open(TokenStream),
    /// A closing brace.
    Close,
}

/// Lines, in their order.
#[derive(Default)]
pub(crate) struct Lines(pub(crate) Vec<Line>);

impl Lines {
    pub(super) fn blank(&mut self) {
        self.0.push(Line::Blank);
    }

    pub(super) fn docs(&mut self, docs: Docs) {
        self.0.extend(docs.lines.into_iter().map(Line::Doc));
        self.0.extend(docs.deprecated.map(Line::Code));
    }

    pub(super) fn code(&mut self, tokens: TokenStream) {
        self.0.push(Line::Code(tokens));
    }

    pub(super) fn list(&mut self, name: TokenStream, items: Vec<TokenStream>) {
        self.0.push(Line::List(name, items));
    }

    pub(super) fn open(&mut self, tokens: TokenStream) {
        self.0.push(Line::Open(tokens));
    }

    pub(super) fn close(&mut self) {
        self.0.push(Line::Close);
    }

    /// Whether a path in them starts with this module.
    pub(super) fn mention(&self, module: &str) -> bool {
        self.0.iter().any(|line| match line {
            Line::Code(tokens) | Line::Open(tokens) => mentions(tokens, module),
            Line::List(_, items) => items.iter().any(|item| mentions(item, module)),
            Line::Blank | Line::Doc(_) | Line::Close => false,
        })
    }
}

/// A stretch of a file.
pub(crate) enum Part {
    /// Items of Rust, for the formatter.
    Items(TokenStream),
    /// Lines.
    Lines(Lines),
}
