//! Names as tokens: identifiers of the IR, and paths that are inserted verbatim.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;

use crate::names::Ident;

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.as_str().strip_prefix("r#") {
            Some(raw) => proc_macro2::Ident::new_raw(raw, Span::call_site()),
            None => proc_macro2::Ident::new(self.as_str(), Span::call_site()),
        };
        ident.to_tokens(tokens);
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
