//! Names as tokens: identifiers of the IR, and paths that are pasted as they are.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::names::{Ident, Name};

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

/// `= "wire"`, where the name on the wire isn't the field's own.
pub(super) fn wire(name: &Name) -> Option<TokenStream> {
    let Name { wire, rust } = name;
    (wire != rust.as_str()).then(|| quote!(= #wire))
}

/// Whether the tokens mention a path that starts with this module: `module::…`.
pub(super) fn mentions(tokens: &TokenStream, module: &str) -> bool {
    // How many of the tokens `::` were seen before this one, and whether `module` stood before them.
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
