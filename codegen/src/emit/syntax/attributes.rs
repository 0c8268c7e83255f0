//! Attributes.

use proc_macro2::{Literal, Span, TokenStream};
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, MacroDelimiter, Meta, MetaList,
    MetaNameValue, Path,
};

use super::ident;

/// Builds `#[name]`.
pub(in crate::emit) fn attribute(name: &str) -> Attribute {
    outer(Meta::Path(Path::from(ident(name))))
}

/// Builds `#[name(tokens)]`.
pub(in crate::emit) fn attribute_list(name: &str, tokens: TokenStream) -> Attribute {
    outer(Meta::List(MetaList {
        path: Path::from(ident(name)),
        delimiter: MacroDelimiter::Paren(Default::default()),
        tokens,
    }))
}

/// Builds `#[name = "value"]`.
pub(in crate::emit) fn attribute_value(name: &str, value: &str) -> Attribute {
    let value = LitStr::new(value, Span::call_site());
    with_literal(name, Lit::Str(value))
}

/// Builds a line of documentation.
///
/// It is a raw string: an escaped one is read letter by letter, which takes most of the time until
/// it is printed as a comment.
pub(in crate::emit) fn doc(line: &str) -> Attribute {
    let raw = match line.contains('"') {
        false => format!("r\"{line}\""),
        true => format!("r#\"{line}\"#"),
    };
    let literal = raw.parse().unwrap_or_else(|_| Literal::string(line));
    with_literal("doc", Lit::new(literal))
}

fn with_literal(name: &str, lit: Lit) -> Attribute {
    outer(Meta::NameValue(MetaNameValue {
        path: Path::from(ident(name)),
        eq_token: Default::default(),
        value: Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit,
        }),
    }))
}

fn outer(meta: Meta) -> Attribute {
    Attribute {
        pound_token: Default::default(),
        style: AttrStyle::Outer,
        bracket_token: Default::default(),
        meta,
    }
}
