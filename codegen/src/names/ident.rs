//! Identifiers, and their names on the wire.

use std::fmt;

use super::keyword::KEYWORDS;

/// A valid Rust identifier that is not a keyword.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub(super) String);

/// A name on the wire and in Rust.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The name in the document.
    pub wire: String,
    /// The name in Rust.
    pub rust: Ident,
}

impl Ident {
    /// Returns whether a text is a valid Rust identifier and not a keyword.
    #[must_use]
    pub fn is_valid(text: &str) -> bool {
        let starts = |first: char| first == '_' || unicode_ident::is_xid_start(first);
        text.starts_with(starts)
            && text.chars().all(unicode_ident::is_xid_continue)
            && !["_", "Self"].contains(&text)
            && !KEYWORDS.contains(&text)
    }

    /// Returns the name of the module for a method of this name. Characters beyond ASCII become
    /// their code points: rustc finds no file for others, and in a script without capitals a module
    /// and its type would share a name.
    #[must_use]
    pub fn as_module(&self) -> Self {
        let mut name = String::new();
        for letter in self.0.chars() {
            if letter.is_ascii() {
                name.push(letter);
            } else {
                let separator = if name.is_empty() || name.ends_with('_') {
                    ""
                } else {
                    "_"
                };
                name.push_str(&format!("{separator}u{:x}", u32::from(letter)));
            }
        }
        Self(name)
    }

    /// Returns the identifier as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
