//! Names as tokens: identifiers of the IR, and paths that are inserted as they are written.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::Path;

use super::syntax::{self, ident};
use crate::names::Ident;

impl From<&Ident> for proc_macro2::Ident {
    fn from(ident: &Ident) -> Self {
        match ident.as_str().strip_prefix("r#") {
            Some(raw) => Self::new_raw(raw, Span::call_site()),
            None => Self::new(ident.as_str(), Span::call_site()),
        }
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        proc_macro2::Ident::from(self).to_tokens(tokens);
    }
}

/// Parses a path as the spec or the caller wrote it.
///
/// Text that is not Rust becomes a string literal. A path can't be one, so rendering reports the
/// file.
pub(super) fn verbatim(path: &str) -> TokenStream {
    path.parse()
        .unwrap_or_else(|_| Literal::string(path).into_token_stream())
}

/// Returns the path of a type that is not generated, which `lower` has checked.
pub(super) fn custom_path(path: &str) -> Path {
    let (leading_colon, segments) = match path.strip_prefix("::") {
        Some(segments) => (Some(Default::default()), segments),
        None => (None, path),
    };
    Path {
        leading_colon,
        ..syntax::path(segments.split("::").map(ident))
    }
}
