//! Identifiers, and names on the wire beside them.

use std::fmt;

/// A legal Rust identifier that is no keyword.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(pub(super) String);

/// A name on the wire and in Rust.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// As the document has it.
    pub wire: String,
    /// As Rust has it.
    pub rust: Ident,
}

impl Ident {
    /// The module that is called like a method: letters beyond ASCII become their numbers. Rust finds no file for others, and a
    /// script without capitals would give a module and the type in it one name.
    #[must_use]
    pub fn as_module(&self) -> Self {
        let mut name = String::new();
        for letter in self.0.chars() {
            if letter.is_ascii() {
                name.push(letter);
            } else {
                let apart = if name.is_empty() || name.ends_with('_') {
                    ""
                } else {
                    "_"
                };
                name.push_str(&format!("{apart}u{:x}", u32::from(letter)));
            }
        }
        Self(name)
    }

    /// The text that is pasted into code.
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
