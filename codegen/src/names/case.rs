//! Joins words into an identifier.

use super::ident::Ident;
use super::keyword::{KEYWORDS, PRELUDE};
use super::{split, words};

/// The kind of item that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// A field, method, function, module or file: `xact_id`.
    Snake,
    /// A type: `XactId`, never the name of a prelude type that generated code mentions.
    Type,
    /// A variant: `XactId`.
    Variant,
    /// A constant: `XACT_ID`.
    Constant,
}

impl Case {
    /// Returns the identifier for a string of the document.
    #[must_use]
    pub fn ident(self, text: &str) -> Ident {
        let readable = words::readable(text);
        let mut name = self.legal(&readable);
        if name.is_empty() {
            name = self.legal(words::UNNAMED);
        }
        if !name.starts_with(unicode_ident::is_xid_start) {
            name.insert(0, self.number_prefix());
        }
        if self.is_taken(&name) {
            name.push('_');
        }
        Ident(name)
    }

    /// Returns the identifier with a number: `amount_2`, `Amount2`, `Amount1_2`.
    pub(super) fn numbered(self, ident: &Ident, number: usize) -> Ident {
        let stem = ident.0.trim_end_matches('_');
        let runs_on = matches!(self, Self::Type | Self::Variant)
            && !stem.ends_with(|last: char| last.is_ascii_digit());
        if runs_on {
            Ident(format!("{stem}{number}"))
        } else {
            Ident(format!("{stem}_{number}"))
        }
    }

    /// Returns whether an identifier in this case needs a `_`.
    fn is_taken(self, name: &str) -> bool {
        match self {
            Self::Snake => KEYWORDS.contains(&name),
            Self::Type => name == "Self" || PRELUDE.contains(&name),
            Self::Variant => name == "Self",
            Self::Constant => false,
        }
    }

    /// Joins the words in this case, without the characters that Rust does not allow.
    fn legal(self, readable: &str) -> String {
        let mut name = String::with_capacity(readable.len() + 4);
        let mut is_first = true;
        split::words(readable, |word| {
            if !is_first && matches!(self, Self::Snake | Self::Constant) {
                name.push('_');
            }
            is_first = false;
            self.push(word, &mut name);
        });
        match name.trim_matches('_') {
            inside if inside.len() < name.len() => inside.to_owned(),
            _ => name,
        }
    }

    fn push(self, word: &str, name: &mut String) {
        let mut letters = word.chars();
        match self {
            Self::Snake => push_lower(letters.as_str(), name),
            Self::Constant => letters.for_each(|letter| push_legal(letter.to_uppercase(), name)),
            Self::Type | Self::Variant => {
                if let Some(first) = letters.next() {
                    push_legal(first.to_uppercase(), name);
                }
                push_lower(letters.as_str(), name);
            }
        }
    }

    fn number_prefix(self) -> char {
        match self {
            Self::Snake => 'n',
            Self::Type | Self::Variant | Self::Constant => 'N',
        }
    }
}

fn push_lower(text: &str, name: &mut String) {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let start = name.len();
        name.push_str(text);
        name[start..].make_ascii_lowercase();
        return;
    }
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        // The Greek sigma has a form of its own at the end of a word.
        if letter == 'Σ' && letters.as_str().is_empty() {
            name.push('ς');
        } else {
            push_legal(letter.to_lowercase(), name);
        }
    }
}

fn push_legal(letters: impl Iterator<Item = char>, name: &mut String) {
    name.extend(letters.filter(|&letter| unicode_ident::is_xid_continue(letter)));
}

impl Ident {
    /// Returns the identifier for a string of the document, as a field, method, function, module or
    /// file.
    #[must_use]
    pub fn snake(text: &str) -> Self {
        Case::Snake.ident(text)
    }

    /// Returns the identifier for a string of the document, as a type.
    #[must_use]
    pub fn type_name(text: &str) -> Self {
        Case::Type.ident(text)
    }

    /// Returns the identifier for a string of the document, as a module with a file of its own.
    #[must_use]
    pub fn module(text: &str) -> Self {
        Self::snake(text).as_module()
    }
}
