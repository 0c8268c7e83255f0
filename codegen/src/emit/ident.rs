//! Names as tokens: identifiers of the IR, and paths that are inserted verbatim.

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

/// Parses a path as the spec or the caller wrote it.
///
/// Text that is not Rust becomes a string literal. A path can't be one, so rendering reports the file.
pub(super) fn verbatim(path: &str) -> TokenStream {
    path.parse()
        .unwrap_or_else(|_| Literal::string(path).into_token_stream())
}

/// Whether the tokens contain a path that starts with this module: `module::…`.
pub(super) fn mentions(tokens: &TokenStream, module: &str) -> bool {
    // How many colons precede this token, and whether `module` precedes them.
    let (mut colons, mut candidate) = (0, false);
    for tree in tokens.clone() {
        if matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ':') {
            colons += 1;
            if candidate && colons == 2 {
                return true;
            }
            continue;
        }
        candidate = matches!(&tree, TokenTree::Ident(ident) if colons < 2 && ident == module);
        colons = 0;
        if let TokenTree::Group(group) = &tree
            && mentions(&group.stream(), module)
        {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn a_path_is_mentioned_where_it_starts() {
        let mentions = |text: &str| mentions(&text.parse().unwrap(), "types");
        assert!(mentions("a: types::B,"));
        assert!(mentions("Vec<(types::B,)>"));
        assert!(!mentions("types: B"));
        assert!(!mentions("super::types::B"));
        assert!(!mentions("a = types, ::b"));
    }
}
