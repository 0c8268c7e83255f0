//! Names as tokens: identifiers of the IR, and paths that are pasted as they are.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
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

/// A path as the spec or the caller wrote it.
///
/// What is no Rust at all becomes a string literal: no path can be one, so rendering the file reports it in its place.
pub(super) fn verbatim(path: &str) -> TokenStream {
    path.parse()
        .unwrap_or_else(|_| Literal::string(path).into_token_stream())
}

/// Whether the tokens mention a path that starts with this module: `module::…`.
pub(super) fn mentions(tokens: &TokenStream, module: &str) -> bool {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let starts_path = |index: usize| !index.checked_sub(1).is_some_and(|i| is_colon(&trees[i]));
    trees.iter().enumerate().any(|(index, tree)| match tree {
        TokenTree::Group(group) => mentions(&group.stream(), module),
        TokenTree::Ident(ident) => {
            let after = trees.get(index + 1..index + 3);
            ident == module
                && after.is_some_and(|two| two.iter().all(is_colon))
                && starts_path(index)
        }
        _ => false,
    })
}

fn is_colon(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':')
}
